import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { OfferMails } from '../../mail-words/offers.ts';
import { en } from '../../typography.ts';

const oneThanks: Readonly<Record<Tone, Shown>> = {
  neutral: en`Here is our thank-you for your order: a discount on your next one, if you would like it.`,
  security: en`Here is our thank-you for your order: a discount on your next one. It is yours until the day below, and commits you to nothing.`,
  pride: en`Here is our thank-you for the choice that you made with us: a discount on your next order.`,
  novelty: en`Here is our thank-you for your order: a discount, should something with us make you curious one day.`,
  comfort: en`Here is our thank-you for your order: a discount on your next one. Its code is below, ready for when you want it.`,
  money: en`Here is our thank-you for your order: with this code, your next one costs you less.`,
  sympathy: en`Here is a small thank-you from us to you: we were glad of your order, and there is a discount on your next one.`,
};

const severalThanks: Readonly<Record<Tone, Shown>> = {
  neutral: en`Here are our thank-yous for your orders: discounts on your next ones, if you would like them.`,
  security: en`Here are our thank-yous for your orders: discounts on your next ones. Each is yours until the day below it, and commits you to nothing.`,
  pride: en`Here are our thank-yous for the choices that you made with us: discounts on your next orders.`,
  novelty: en`Here are our thank-yous for your orders: discounts, should something with us make you curious one day.`,
  comfort: en`Here are our thank-yous for your orders: discounts on your next ones. Their codes are below, ready for when you want them.`,
  money: en`Here are our thank-yous for your orders: with these codes, your next ones cost you less.`,
  sympathy: en`Here are some small thank-yous from us to you: we were glad of your orders, and there are discounts on your next ones.`,
};

export const offers: OfferMails = {
  'offer-promo': {
    subject: ({ order, others }) =>
      others ? en`Our thanks for your order ${order} and others` : en`Our thanks for your order ${order}`,
    title: en`We have not forgotten to thank you`,
    opening: ({ promos, tone }) => (promos === 1 ? oneThanks : severalThanks)[tone],
    codeFor: ({ order }) => en`Your code, for order ${order}`,
    terms: ({ discount, by }) => en`${discount} off your next order, until ${by}`,
    howTo: (promos) =>
      promos === 1
        ? en`To use it, give this code with your next order.`
        : en`To use one of them, give its code with your next order.`,
    notNeeded: (promos) =>
      promos === 1
        ? en`If you have no use for it, there is nothing you need to do.`
        : en`If you have no use for them, there is nothing you need to do.`,
  },
};
