import type { Particulars } from '../letter.ts';
import { limits, show } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { fact, type Fact, type Mail, type Writing } from './writing.ts';

export interface ThankCustomerMail extends Mail {
  readonly promo: Fact | undefined;
  readonly toCome: GoodsList | undefined;
}

/** Thanks for the answer, with what is still to come and with the promo, where there is one. */
export function thankCustomer(body: Particulars['thank-customer'], writing: Writing): ThankCustomerMail {
  const { words, order, format, tone } = writing;
  const say = words.mails['thank-customer'];
  const more = body.toCome.length > 0;
  const { promo } = body;
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [
      more ? say.openingMore : say.opening(tone),
      ...(promo
        ? [say.promo({ discount: format.discount(promo.discount), by: format.promise(promo.validUntil) })]
        : []),
    ],
    facts: [],
    promo: promo && fact(writing, say.promoCode, show(promo.code, limits.code)),
    button: words.common.sayMore,
    toCome: more ? listGoods(writing, words.common.stillToCome, body.toCome) : undefined,
    next: [more ? say.notDone({ by: body.toComeBy && format.promise(body.toComeBy) }) : say.done],
  };
}
