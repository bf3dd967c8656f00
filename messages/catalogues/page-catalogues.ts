import type { Locale } from '../letter.ts';
import type { PageCatalogue } from './catalogue.ts';
import { common as collectedCommonInEnglish } from './en/collected/common.ts';
import { pages as collectedPagesInEnglish } from './en/collected/pages.ts';
import { common as commonInEnglish } from './en/common.ts';
import { pages as pagesInEnglish } from './en/pages.ts';
import { common as collectedCommonInFrench } from './fr/collected/common.ts';
import { pages as collectedPagesInFrench } from './fr/collected/pages.ts';
import { common as commonInFrench } from './fr/common.ts';
import { pages as pagesInFrench } from './fr/pages.ts';

/** What the pages behind the links in mails say… */
export const pageCatalogues: Readonly<Record<Locale, PageCatalogue>> = {
  fr: { common: commonInFrench, pages: pagesInFrench },
  en: { common: commonInEnglish, pages: pagesInEnglish },
};

/** …and say of an order that is collected in the shop. */
export const collectedPageCatalogues: Readonly<Record<Locale, PageCatalogue>> = {
  fr: { common: { ...commonInFrench, ...collectedCommonInFrench }, pages: collectedPagesInFrench },
  en: { common: { ...commonInEnglish, ...collectedCommonInEnglish }, pages: collectedPagesInEnglish },
};
