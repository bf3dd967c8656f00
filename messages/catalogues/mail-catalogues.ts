import type { Locale } from '../letter.ts';
import type { MailCatalogue } from './catalogue.ts';
import { collected as collectedInEnglish } from './en/collected.ts';
import { common as commonInEnglish } from './en/common.ts';
import { gifts as giftsInEnglish } from './en/gifts.ts';
import { mails as mailsInEnglish } from './en/mails.ts';
import { collected as collectedInFrench } from './fr/collected.ts';
import { common as commonInFrench } from './fr/common.ts';
import { gifts as giftsInFrench } from './fr/gifts.ts';
import { mails as mailsInFrench } from './fr/mails.ts';

/** What the mails to customers say. */
const catalogues: Readonly<Record<Locale, MailCatalogue>> = {
  fr: { common: commonInFrench, mails: mailsInFrench, collected: collectedInFrench, gifts: giftsInFrench },
  en: { common: commonInEnglish, mails: mailsInEnglish, collected: collectedInEnglish, gifts: giftsInEnglish },
};

/** The words for one order and one reader: of what is collected in the shop, to whoever receives a gift, or neither. */
export function mailCatalogueFor(
  locale: Locale,
  { isCollected, isGift }: { readonly isCollected: boolean; readonly isGift: boolean },
): MailCatalogue {
  const ordered = isCollected ? ofCollected(catalogues[locale]) : catalogues[locale];
  return isGift ? ofGifts(ordered) : ordered;
}

function ofCollected(catalogue: MailCatalogue): MailCatalogue {
  const { common, mails, gifts } = catalogue.collected;
  return {
    ...catalogue,
    common: { ...catalogue.common, ...common },
    mails: { ...catalogue.mails, ...mails },
    gifts,
  };
}

function ofGifts(catalogue: MailCatalogue): MailCatalogue {
  const { common, mails } = catalogue.gifts;
  return { ...catalogue, common: { ...catalogue.common, ...common }, mails: { ...catalogue.mails, ...mails } };
}
