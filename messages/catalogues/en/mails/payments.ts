import type { PaymentMails } from '../../mail-words/payments.ts';
import { en } from '../../typography.ts';

export const payments: PaymentMails = {
  payment: {
    toPay: ({ amount, by }) => en`All that is missing is your payment of ${amount}, by ${by}.`,
    startsThen: en`We start as soon as it is there, and the days of your order count from then.`,
    amount: en`To pay`,
    payBy: en`Please pay by`,
    payHere: en`Pay here`,
    later: {
      authorised: en`Your card is not charged yet: the amount is only reserved.`,
      'on-delivery': en`You pay when you receive it: nothing is due before.`,
      invoice: en`You pay by invoice: nothing is due before you have it.`,
    },
    nothingTaken: {
      awaited: en`You have paid nothing, and you owe us nothing.`,
      authorised: en`Your card was not charged: the amount that was reserved is released.`,
      'on-delivery': en`You have paid nothing, and you owe us nothing.`,
      invoice: en`You owe us nothing for it: if you already have an invoice for it, please disregard it.`,
    },
  },

  'remind-payment': {
    subject: ({ order, failed }) =>
      failed ? en`Order ${order}: the payment did not go through` : en`Order ${order}: your payment is still missing`,
    title: (failed) => (failed ? en`The payment did not go through` : en`Your payment is still missing`),
    opening: (failed) =>
      failed
        ? en`The payment for your order was refused. It happens; nothing was charged, and your order is still here.`
        : en`We have put your order aside for you, and have not received your payment yet. Perhaps our first message escaped you.`,
    howToPay: en`This is all that is missing:`,
    next: en`As soon as it is there, we start on your order, and its days count from then.`,
    nextCrossed: en`If you have just paid, our messages have crossed: there is nothing more for you to do.`,
    nextNot: en`If you no longer want it, there is nothing you need to do either: we let the order go. Rather ask something first? Reply to this email or call us.`,
  },

  'confirm-change': {
    subject: ({ order }) => en`Your order ${order} is changed`,
    title: en`Your order is changed`,
    opening: en`We have noted the change. This is how your order stands now.`,
    changed: en`What changed`,
    what: {
      lines: en`what you ordered`,
      total: en`the total`,
      delivery: en`how it reaches you`,
      'ship-by': en`the day on which it is ready`,
      'deliver-by': en`the day by which you have it`,
    },
    goods: en`Your order now`,
    next: en`If this is not what you wanted, reply to this email or call us.`,
  },
};
