import type { ChangeMails } from '../../mail-words/changes.ts';
import { en } from '../../typography.ts';

export const changes: ChangeMails = {
  'warn-out-of-stock': {
    subject: ({ order, count, again }) => {
      if (again) return en`Order ${order}: we still need your choice`;
      return count === 1
        ? en`Order ${order}: an item is out of stock`
        : en`Order ${order}: some items are out of stock`;
    },
    title: (count) =>
      count === 1 ? en`An item of your order is out of stock` : en`Items of your order are out of stock`,
    opening: (count) =>
      count === 1
        ? en`We cannot send you this item as promised: it is out of stock, and we apologise. What happens now is for you to choose.`
        : en`We cannot send you these items as promised: they are out of stock, and we apologise. What happens now is for you to choose.`,
    openingAgain: en`We wrote to you about what is out of stock and do not have your answer yet. Our message may have escaped you: here is the question again.`,
    restGoesOn: en`The rest of your order is not concerned: it does not wait for your answer.`,
    rest: en`Not concerned`,
    choices: en`You can choose`,
    choice: {
      wait: ({ count, by }) => {
        if (by === undefined) return en`To wait: we write to you as soon as we have a date.`;
        return count === 1 ? en`To wait: it leaves us by ${by}.` : en`To wait: they leave us by ${by}.`;
      },
      replace: ({ replacement, by }) => {
        if (replacement === undefined) {
          return by === undefined
            ? en`To have the replacement that we can send you instead.`
            : en`To have the replacement that we can send you instead: it leaves us by ${by}.`;
        }
        return by === undefined
          ? en`To have this instead: ${replacement}.`
          : en`To have this instead: ${replacement}. It leaves us by ${by}.`;
      },
      'cancel-items': ({ count, partly }) => {
        if (partly) {
          return count === 1
            ? en`To cancel only this item: the rest goes on, and we give you back what you paid for it.`
            : en`To cancel only these items: the rest goes on, and we give you back what you paid for them.`;
        }
        return count === 1
          ? en`To cancel this item: we give you back what you paid for it.`
          : en`To cancel these items: we give you back what you paid for them.`;
      },
      'cancel-order': en`To cancel everything that has not left: we give you back what you paid for it.`,
      call: en`To get a call: a person calls you to talk it over.`,
    },
    choose: en`Make my choice`,
    answerBy: en`Your choice, please, by`,
    next: en`The link above shows you these choices: one press, and we see to it.`,
    nextNoAnswer: ({ by }) => en`If we have not heard from you by ${by}, a person here takes it in hand.`,
  },

  'confirm-cancellation': {
    subject: ({ order, what }) =>
      ({
        whole: en`Your order ${order} is cancelled`,
        part: en`Part of your order ${order} is cancelled`,
        return: en`Order ${order}: it had left before you cancelled`,
      })[what],
    title: (what) =>
      ({
        whole: en`Your order is cancelled`,
        part: en`Part of your order is cancelled`,
        return: en`It had left before you cancelled`,
      })[what],
    opening: ({ by, what }) => {
      if (what === 'return') {
        return en`You asked us to cancel. What you want to cancel had already left us: we arrange its return with you instead.`;
      }
      if (by === 'customer') {
        return what === 'whole'
          ? en`As you asked, your order is cancelled. Nothing of it will be sent to you.`
          : en`As you asked, part of your order is cancelled. You see below what goes and what stays.`;
      }
      return what === 'whole'
        ? en`We have to cancel your order, and we apologise: we know that you were counting on it.`
        : en`We have to cancel part of your order, and we apologise. You see below what goes and what stays.`;
    },
    refuseOrReturn: en`What has left us already, you can refuse when it is brought to you; if you have it, reply to this email and we arrange its return with you.`,
    nothingToRefund: en`There is no payment of yours left for us to give back.`,
    notTaken: ({ payment, partly }) =>
      partly
        ? {
            authorised: en`Your payment was only authorised: for what is cancelled nothing was taken, and you owe us nothing.`,
            awaited: en`You have not paid for what is cancelled, and you owe us nothing for it.`,
            'on-delivery': en`You have not paid for what is cancelled, and you owe us nothing for it.`,
            invoice: en`You owe us nothing for what is cancelled, even if it stands on an invoice that you have already.`,
          }[payment]
        : {
            authorised: en`Nothing was taken: the amount was only reserved on your card or account, and the reservation is released. You owe us nothing.`,
            awaited: en`You have not paid, and there is nothing to pay any more: you owe us nothing.`,
            'on-delivery': en`You have not paid, and there is nothing to pay any more: you owe us nothing.`,
            invoice: en`You owe us nothing: if you have an invoice for it already, it is void.`,
          }[payment],
    returns: ({ owner, by }) => en`${owner} is looking after the return and tells you by ${by} how it works.`,
    cancelled: en`Cancelled`,
    toReturn: en`Cancelled: to refuse or to return`,
    stays: en`What stays`,
    notCancelled: en`Not cancelled`,
    nextStays: en`For what stays, nothing changes: we go on looking after it.`,
    nextRefund: en`There is nothing you need to do to get your money back.`,
    nextReturn: en`Until then: if the parcel is brought to you, you can refuse it; if you have it already, please keep it with its packaging.`,
    nextNothing: en`There is nothing more you need to do.`,
    notMeant: en`If this is not what you wanted, reply to this email or call us.`,
    askUs: en`If you have a question about it, reply to this email or call us.`,
  },

  'confirm-change': {
    subject: ({ order }) => en`Your order ${order} has been changed`,
    title: en`Your order has been changed`,
    opening: en`We have changed your order. Here is what is different, and your order as it is now.`,
    changes: en`What has changed`,
    changed: {
      lines: en`What you ordered: the list is below.`,
      total: ({ amount }) => en`The total: it is now ${amount}.`,
      delivery: en`How it reaches you: see below.`,
      'ship-by': ({ by }) => (by === undefined ? en`The day by which it leaves us.` : en`It leaves us by ${by}.`),
      'deliver-by': ({ by }) =>
        by === undefined ? en`The day by which it is with you.` : en`It should be with you by ${by}.`,
    },
    goods: en`Your order as it is now`,
    next: en`From now on this is what counts. If it is not what you wanted, reply to this email or call us.`,
  },

  'correct-what-we-said': {
    subject: ({ order }) => en`Order ${order}: we have to correct ourselves`,
    title: en`We have to correct ourselves`,
    opening: (count) =>
      count === 1
        ? en`Something we wrote to you was not so, and we apologise for it.`
        : en`Some of what we wrote to you was not so, and we apologise for it.`,
    forget: en`Please disregard`,
    said: ({ message, at }) =>
      ({
        'confirm-order': en`our message of ${at} that confirmed your order`,
        'announce-shipment': en`our message of ${at} that told you a parcel was on its way`,
        'announce-partial-shipment': en`our message of ${at} that told you a part was on its way`,
        'warn-shipping-delay': en`our message of ${at} that told you it would leave later`,
        'ask-delivery-check': en`our message of ${at} that asked you whether it had arrived`,
        'warn-delivery-delay': en`our message of ${at} that told you a parcel would arrive later`,
        'thank-customer': en`our message of ${at} that thanked you for your answer`,
        'trace-parcel': en`our message of ${at} that told you we were looking for a parcel`,
        'open-case': en`our message of ${at} that took note of a problem`,
        'apologise-for-wait': en`our message of ${at} that apologised for a late answer`,
        'hand-to-staff': en`our message of ${at} that announced a call`,
        'warn-out-of-stock': en`our message of ${at} that told you something was out of stock`,
        'confirm-cancellation': en`our message of ${at} that confirmed a cancellation`,
        'warn-delivery-incident': en`our message of ${at} about an incident with a parcel`,
        'announce-pickup': en`our message of ${at} that told you a parcel was at a pickup point`,
        'remind-pickup': en`our message of ${at} that reminded you of a parcel at a pickup point`,
        'announce-progress': en`our message of ${at} that told you where we were`,
        'announce-settlement': en`our message of ${at} that told you how we would settle things`,
        'announce-refund': en`our message of ${at} that told you a refund had been made`,
        'escalate-refund': en`our message of ${at} that told you a refund was late`,
        'remind-payment': en`our message of ${at} that reminded you of your payment`,
        'confirm-change': en`our message of ${at} that confirmed a change`,
        'offer-promo': en`our message of ${at} that thanked you with a discount`,
        'correct-shipment': en`our message of ${at} that corrected what we had said about a parcel`,
        'correct-what-we-said': en`our message of ${at} that corrected an earlier one`,
      })[message],
    standsNow: en`Still to come`,
    nothingToCome: en`As things stand, nothing more of this order is to come.`,
    nextStepBy: en`The next step by`,
    next: en`There is nothing you need to do. If this puts you in difficulty, or if something does not seem right, reply to this email or call us.`,
  },
};
