import type { Locale } from '../letter.ts';
import type { Catalogue, Catalogues } from './catalogue.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every language we speak: a locale without its catalogue does not compile. */
export const catalogues: Catalogues = { fr, en };

const collected: Catalogues = { fr: ofCollected(fr), en: ofCollected(en) };
const gifts: Catalogues = { fr: ofGifts(fr), en: ofGifts(en) };
const collectedGifts: Catalogues = { fr: ofGifts(collected.fr), en: ofGifts(collected.en) };

/** The words for one order and one reader: of what is collected in the shop, to whoever receives a gift, or neither. */
export function catalogueFor(
  locale: Locale,
  { isCollected = false, isGift = false }: { isCollected?: boolean; isGift?: boolean },
): Catalogue {
  if (isGift) return isCollected ? collectedGifts[locale] : gifts[locale];
  return isCollected ? collected[locale] : catalogues[locale];
}

function ofCollected(catalogue: Catalogue): Catalogue {
  const { common, mails, pages, gifts: toRecipients } = catalogue.collected;
  return {
    ...catalogue,
    common: { ...catalogue.common, ...common },
    mails: { ...catalogue.mails, ...mails },
    pages,
    gifts: toRecipients,
  };
}

function ofGifts(catalogue: Catalogue): Catalogue {
  const { common, mails } = catalogue.gifts;
  return { ...catalogue, common: { ...catalogue.common, ...common }, mails: { ...catalogue.mails, ...mails } };
}
