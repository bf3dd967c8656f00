import type { CollectedWords } from '../mail-words/otherwise.ts';
import { en } from '../typography.ts';
import { common } from './common.ts';
import { cases } from './mails/cases.ts';
import { changes } from './mails/changes.ts';
import { deliveries } from './mails/deliveries.ts';
import { orders } from './mails/orders.ts';
import { shipments } from './mails/shipments.ts';
import { pages } from './pages.ts';

export const collected: CollectedWords = {
  pages: {
    titleAsked: () => en`Is all well with your order?`,
    status: {
      ...pages.status,
      'under-way': en`Ready to collect in the shop`,
      'at-pickup': en`Ready to collect in the shop`,
      delivered: en`Collected`,
    },
    word: { ...pages.word, received: en`Yes, all is well`, 'not-yet': en`No, I have not collected it` },
    receivedUnasked: en`I have everything already`,
    saidBefore: {
      ...pages.saidBefore,
      received: en`You told us that all is well, thank you. If anything has changed, tell us here.`,
      'not-yet': en`You told us that you have not collected it yet. If anything has changed, tell us here.`,
    },
  },
  common: {
    leavesBy: en`Ready by`,
    withYouBy: en`Kept for you until`,
    inThisParcel: en`Ready for you`,
    leftOn: en`Ready since`,
    parcelOf: ({ index, count }) => en`Part ${index} of ${count}`,
    moreParcels: (count) => (count === 1 ? en`and 1 more part` : en`and ${count} more parts`),
    reasons: {
      ...common.reasons,
      weather: en`The reason: the bad weather.`,
      strike: en`The reason: a strike.`,
      address: en`The reason: something in the order needs checking.`,
      carrier: en`The reason: what we are waiting for is running late.`,
    },
  },
  mails: {
    'confirm-order': {
      ...orders['confirm-order'],
      lateAlready: ({ shipBy }) =>
        en`One thing you should know straight away: it was due to be ready by ${shipBy}, and as far as we know it is not.`,
      lateAlreadyNoDay: en`One thing you should know straight away: it should be ready by now, and as far as we know it is not.`,
      nextAlreadyShipped: en`It is even ready already: the details follow in a separate email.`,
      changeBeforeItLeaves: en`To change or cancel it, reply to this email or call us.`,
    },
    'announce-shipment': {
      ...shipments['announce-shipment'],
      subject: ({ order }) => en`Your order ${order} is ready to collect`,
      subjectExtra: ({ order }) => en`Order ${order}: one more thing is ready to collect`,
      title: () => en`Your order is ready to collect`,
      titleExtra: en`One more thing is ready to collect`,
      opening: () => en`Good news: your order is waiting for you in the shop. Nothing of it is missing.`,
      openingExtra: en`Something more is waiting for you in the shop, on top of what we told you about.`,
      next: () =>
        en`You can collect it whenever we are open; our address is below. If you cannot come by then, reply to this email or call us.`,
    },
    'announce-partial-shipment': {
      subject: ({ order }) => en`Part of your order ${order} is ready to collect`,
      title: en`Part of your order is ready to collect`,
      opening: en`Rather than keep you waiting, we tell you already: what is ready is waiting for you in the shop.`,
      restLeavesBy: en`The rest is ready by`,
      nextRest: ({ by }) =>
        by === undefined
          ? en`We will write to you as soon as the rest is ready.`
          : en`The rest is ready by ${by}, and we will write to you when it is.`,
      next: () => en`You can collect what is ready whenever we are open, or everything together later.`,
    },
    'warn-shipping-delay': {
      subject: ({ order, level }) =>
        ({
          1: en`Your order ${order} will be ready later than planned`,
          2: en`Order ${order} is not ready yet: our apologies`,
          3: en`Order ${order} is late: the choice is yours`,
        })[level],
      title: (level) =>
        ({
          1: en`Your order will be ready later than planned`,
          2: en`We owe you an apology`,
          3: en`You have waited long enough: the choice is yours`,
        })[level],
      opening: ({ level, partly }) => {
        if (level === 1) {
          return partly
            ? en`Part of your order is not ready yet and will be ready later than we promised. You should hear that from us, and without having to ask.`
            : en`Your order is not ready yet and will be ready later than we promised. You should hear that from us, and without having to ask.`;
        }
        if (level === 2) {
          return partly
            ? en`Part of your order is still not ready. That is not what we promised you, and we apologise.`
            : en`Your order is still not ready. That is not what we promised you, and we apologise.`;
        }
        return partly
          ? en`Part of your order is still not ready, in spite of what we promised. We are truly sorry.`
          : en`Your order is still not ready, in spite of what we promised. We are truly sorry.`;
      },
      newDates: shipments['warn-shipping-delay'].newDates,
      choice: ({ partly }) =>
        partly
          ? en`You can cancel what is not ready, and we give you back what you paid for it, or ask us to call you to talk it over.`
          : en`You can cancel your order, and we give you back what you paid, or ask us to call you to talk it over.`,
      choose: shipments['warn-shipping-delay'].choose,
      late: shipments['warn-shipping-delay'].late,
      nextWithDate: ({ by }) =>
        by === undefined
          ? en`Should this date change again, you will hear it from us, and beforehand.`
          : en`We will write to you as soon as it is ready. Should this date change again, you will hear it from us, and beforehand.`,
      nextWithoutDate: ({ by }) =>
        by === undefined
          ? en`There is nothing you need to do: we will write to you as soon as it is ready.`
          : en`There is nothing you need to do: we will write to you as soon as it is ready, and by ${by} in any case.`,
      nextChoice: shipments['warn-shipping-delay'].nextChoice,
    },
    'ask-delivery-check': {
      ...deliveries['ask-delivery-check'],
      subject: ({ order }) => en`Is all well with your order ${order}?`,
      title: () => en`Is all well with your order?`,
      scanned: ({ at }) =>
        at === undefined ? en`You have collected your order.` : en`You collected your order on ${at}.`,
      isAllWell: () => en`Is everything as it should be?`,
      unscannedToday: () => en`We have noted that you collected your order: is everything as it should be?`,
      unscannedSince: () => en`We have noted that you collected your order: is everything as it should be?`,
      next: en`Just tell us yes, or what is wrong: we take care of the rest.`,
      nextNotThere: en`If it was not you who collected it, tell us: we look into it at once.`,
    },
    'announce-pickup': {
      ...deliveries['announce-pickup'],
      subject: ({ order }) => en`Order ${order} is waiting for you`,
      title: en`Your order is waiting for you`,
      opening: ({ by }) => en`Good news: your order is waiting for you in the shop, and is kept there until ${by}.`,
      next: en`You can collect it whenever we are open; our address is below.`,
      nextCannot: en`If you cannot be there by then, reply to this email or call us: we see with you what can be done.`,
    },
    'remind-pickup': {
      subject: ({ order, asked }) =>
        asked ? en`Order ${order} is waiting in the shop` : en`Order ${order} is still waiting for you`,
      title: (asked) => (asked ? en`Your order is in the shop` : en`Your order is still waiting for you`),
      opening: ({ asked, by }) =>
        asked
          ? en`You tell us that you do not have your order. It is in the shop, where it waits for you until ${by}.`
          : en`A short reminder: your order is kept for you in the shop until ${by}.`,
      afterwards: en`If you cannot be there by then, reply to this email or call us: we see with you what can be done.`,
    },
    'thank-customer': {
      ...orders['thank-customer'],
      opening: en`You tell us that you have everything: thank you for taking the time to answer. It was a pleasure to prepare this order for you.`,
    },
    'warn-out-of-stock': {
      ...changes['warn-out-of-stock'],
      opening: (count) =>
        count === 1
          ? en`We cannot have this item ready as promised: it is out of stock, and we apologise. What happens now is for you to choose.`
          : en`We cannot have these items ready as promised: they are out of stock, and we apologise. What happens now is for you to choose.`,
      choice: {
        ...changes['warn-out-of-stock'].choice,
        wait: ({ count, by }) => {
          if (by === undefined) return en`To wait: we write to you as soon as we have a date.`;
          return count === 1 ? en`To wait: it is ready by ${by}.` : en`To wait: they are ready by ${by}.`;
        },
        replace: ({ replacement, by }) => {
          const what = replacement ?? en`the replacement that we can have ready instead`;
          return by === undefined
            ? en`To have this instead: ${what}.`
            : en`To have this instead: ${what}. It is ready by ${by}.`;
        },
        'cancel-order': en`To cancel everything that is not ready: we give you back what you paid for it.`,
      },
    },
    'confirm-cancellation': {
      ...changes['confirm-cancellation'],
      subject: ({ order, what }) =>
        what === 'return'
          ? en`Order ${order}: it was ready before you cancelled`
          : changes['confirm-cancellation'].subject({ order, what }),
      title: (what) =>
        what === 'return' ? en`It was ready before you cancelled` : changes['confirm-cancellation'].title(what),
      opening: ({ by, what }) => {
        if (what === 'return')
          return en`You asked us to cancel. What you want to cancel was already ready for you: we settle it with you.`;
        if (by === 'customer' && what === 'whole')
          return en`As you asked, your order is cancelled. Nothing of it is kept for you.`;
        return changes['confirm-cancellation'].opening({ by, what });
      },
      refuseOrReturn: en`What was ready for you already stays with us; if you have it, reply to this email and we settle its return with you.`,
      toReturn: en`Cancelled: it stays with us`,
      nextReturn: en`Until then: if you have it already, please keep it with its packaging.`,
    },
    'correct-shipment': {
      ...shipments['correct-shipment'],
      subject: ({ order }) => en`Order ${order}: a correction`,
      title: en`A correction about your order`,
      opening: en`What we told you about your order was not all correct. This is how it is:`,
      carrier: () => en`It is waiting for you in the shop.`,
      tracking: () => en`The number we gave you does not belong to it.`,
      deliverBy: (by) =>
        by === undefined
          ? en`The day until which we keep it does not hold.`
          : en`We keep it for you until ${by}; the day we gave you before does not hold.`,
    },
    'announce-settlement': {
      ...cases['announce-settlement'],
      subject: ({ order, outcome }) =>
        outcome === 'replacement'
          ? en`Order ${order}: a replacement for you`
          : cases['announce-settlement'].subject({ order, outcome }),
      title: (outcome) =>
        outcome === 'replacement' ? en`We have a replacement for you` : cases['announce-settlement'].title(outcome),
      replacementLeaves: ({ leavesBy }) => en`We are preparing a replacement: it is ready for you by ${leavesBy}.`,
      replacement: en`What we have ready for you`,
      next: (outcome) =>
        outcome === 'replacement'
          ? en`We will write to you as soon as the replacement is ready.`
          : cases['announce-settlement'].next(outcome),
    },
  },
};
