import type { Locale } from '../letter.ts';
import type { OfferCatalogue } from './catalogue.ts';
import { common as commonInEnglish } from './en/common.ts';
import { offers as offersInEnglish } from './en/mails/offers.ts';
import { common as commonInFrench } from './fr/common.ts';
import { offers as offersInFrench } from './fr/mails/offers.ts';

/** What the mails with thanks that were held back say: the same of what was collected as of what travelled. */
export const offerCatalogues: Readonly<Record<Locale, OfferCatalogue>> = {
  fr: { common: commonInFrench, mails: offersInFrench },
  en: { common: commonInEnglish, mails: offersInEnglish },
};
