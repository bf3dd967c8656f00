import type { MoneyMails } from '../../mail-words/money.ts';
import { en } from '../../typography.ts';

export const money: MoneyMails = {
  'announce-refund': {
    subject: ({ order, amount }) => en`Order ${order}: ${amount} refunded`,
    title: en`Your refund has been made`,
    opening: ({ amount }) => en`We have refunded you ${amount}.`,
    whenItShows: en`By card or bank transfer, it usually takes a few working days until a refund shows on the statement: that depends on the bank.`,
    rest: ({ amount, by }) =>
      amount === undefined
        ? en`That is not all yet: the rest of what we owe you follows by ${by}.`
        : en`That is not all yet: the rest, ${amount}, follows by ${by}.`,
    amount: en`Amount`,
    means: en`How`,
    refundedOn: en`Refunded on`,
    restBy: en`The rest by`,
    next: en`There is nothing you need to do. If you cannot find it on your statement, reply to this email or call us: we look into it.`,
    nextRest: en`There is nothing you need to do: we will write to you as soon as the rest has been refunded too.`,
  },

  'escalate-refund': {
    subject: ({ order }) => en`Order ${order}: your refund is late, we apologise`,
    title: en`Your refund is late, and we apologise`,
    opening: ({ amount, again }) => {
      if (amount === undefined) {
        return again
          ? en`We still cannot confirm the refund we promised you. You have had to wait for your money again.`
          : en`We promised you a refund, and cannot confirm yet that it has been made.`;
      }
      return again
        ? en`We still cannot confirm the refund of ${amount} that we promised you. You have had to wait for your money again.`
        : en`We promised you a refund of ${amount}, and cannot confirm yet that it has been made.`;
    },
    seesToIt: ({ owner, by }) =>
      en`${owner} is seeing to it now: by ${by} it is made, or you hear why not and what happens then.`,
    owed: en`What we owe you`,
    owner: en`Who is looking after it`,
    by: en`Refund or news by`,
    next: en`There is nothing you need to claim. If you see the money before our message, so much the better: there is nothing you need to tell us.`,
  },

  'remind-payment': {
    subject: ({ order, failed }) =>
      failed ? en`Order ${order}: your payment was refused` : en`Order ${order}: a reminder about your payment`,
    title: (failed) => (failed ? en`Your payment was refused` : en`A short reminder about your payment`),
    opening: ({ amount, by, failed }) =>
      failed
        ? en`We have been told that your payment was refused. Your order still stands: you can pay the ${amount} again, until ${by}.`
        : en`We are ready to start on your order, and your payment of ${amount} has not reached us yet. You can still pay until ${by}.`,
    asks: ({ amount, by }) => en`What is still missing is your payment: ${amount}, by ${by}.`,
    daysCount: en`The days count from your payment; we start as soon as it is there.`,
    toPay: en`To pay`,
    payBy: en`To be paid by`,
    pay: ({ amount }) => en`Pay ${amount} now`,
    howToPay: en`If you are not sure how to pay, reply to this email or call us: we will tell you.`,
    paidAlready: en`If you have paid in the meantime, our messages have crossed: there is nothing you need to do.`,
    notWanted: en`If you no longer want it, there is nothing you need to do either: we let the order go. If another way to pay suits you better, reply to this email or call us.`,
  },
};
