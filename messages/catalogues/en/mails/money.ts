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
};
