import type { OfferCatalogue } from '../catalogues/catalogue.ts';
import type { Particulars } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { fact, type Fact, type Mail, type Writing } from './writing.ts';

/** A code in its panel, with what it is worth and until when. */
interface PromoView extends Fact {
  readonly terms: Shown;
}

export interface OfferPromoMail extends Mail {
  readonly promos: readonly PromoView[];
}

/** Thanks that were held back from their own messages, each with its code, its last day and the order it is for. */
export function offerPromo(body: Particulars['offer-promo'], writing: Writing<OfferCatalogue>): OfferPromoMail {
  const { words, order, format, tone } = writing;
  const say = words.mails['offer-promo'];
  const promos = body.promos.map((promo) => {
    const numbered = { ...promo, order: show(promo.order, limits.number) };
    return {
      ...fact(writing, say.codeFor(numbered), show(promo.code, limits.code)),
      terms: say.terms({ discount: format.discount(promo.discount), by: format.promise(promo.validUntil) }),
      order: numbered.order,
    };
  });
  return {
    subject: say.subject({ order, others: promos.some((promo) => promo.order !== order) }),
    title: say.title,
    paragraphs: [say.opening({ promos: promos.length, tone })],
    facts: [],
    promos,
    button: words.common.seeOrder,
    next: [say.howTo(promos.length), say.notNeeded(promos.length)],
  };
}
