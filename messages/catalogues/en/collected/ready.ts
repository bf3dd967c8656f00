import type { CollectedWords } from '../../collected-words.ts';
import { en } from '../../typography.ts';
import { mails } from '../mails.ts';

type Ready = Pick<
  CollectedWords['mails'],
  | 'announce-shipment'
  | 'announce-partial-shipment'
  | 'warn-shipping-delay'
  | 'correct-shipment'
  | 'ask-delivery-check'
  | 'warn-delivery-delay'
  | 'trace-parcel'
  | 'warn-delivery-incident'
  | 'announce-pickup'
  | 'remind-pickup'
>;

const whenYouCome = en`When you come, give us the order number. If you cannot come in time, reply to this email or call us: we see with you what can be done.`;

/** What is made ready in the shop, waits there and is fetched. */
export const ready: Ready = {
  'announce-shipment': {
    subject: ({ order }) => en`Your order ${order} is ready to collect`,
    subjectExtra: ({ order }) => en`Order ${order}: something more is ready to collect`,
    title: () => en`Your order is ready to collect`,
    titleExtra: en`Something more is ready to collect`,
    opening: () => en`Good news: everything is ready, and is waiting for you in the shop.`,
    openingExtra: en`Something more of your order is waiting for you in the shop, on top of what we told you about.`,
    next: () => whenYouCome,
  },

  'announce-partial-shipment': {
    subject: ({ order }) => en`Part of your order ${order} is ready to collect`,
    title: en`Part of your order is ready to collect`,
    opening: en`Rather than keep you waiting, we tell you what is ready: it is waiting for you in the shop. The rest follows.`,
    restLeavesBy: en`The rest is ready by`,
    nextRest: ({ by }) =>
      by === undefined
        ? en`We will write to you as soon as the rest is ready.`
        : en`The rest is ready by ${by}, and we will write to you when it is. You can also collect everything together then.`,
    next: () => whenYouCome,
  },

  'warn-shipping-delay': {
    ...mails['warn-shipping-delay'],
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
    choice: ({ partly }) =>
      partly
        ? en`You can cancel what is not ready, and we give you back what you paid for it, or ask us to call you to talk it over.`
        : en`You can cancel your order, and we give you back what you paid, or ask us to call you to talk it over.`,
    nextWithDate: ({ by }) =>
      by === undefined
        ? en`Should this date change again, you will hear it from us, and beforehand.`
        : en`We will write to you as soon as it is ready: there is no need to come before that. Should this date change again, you will hear it from us, and beforehand.`,
    nextWithoutDate: ({ by }) =>
      by === undefined
        ? en`There is nothing you need to do: we will write to you as soon as it is ready.`
        : en`There is nothing you need to do: we will write to you as soon as it is ready, and by ${by} in any case.`,
  },

  'correct-shipment': {
    subject: ({ order }) => en`Order ${order}: a correction`,
    title: en`A correction about what is waiting for you`,
    opening: en`What we told you about it was not all correct. This is how it is:`,
    carrier: () => en`You collect it from us in the shop.`,
    tracking: () => en`You only need the order number to collect it.`,
    deliverBy: (by) =>
      by === undefined
        ? en`The day until which we said we keep it for you does not hold.`
        : en`We keep it for you until ${by}; the day we gave you before does not hold.`,
  },

  'ask-delivery-check': {
    ...mails['ask-delivery-check'],
    subject: ({ order, scanned }) =>
      scanned ? en`Is all well with your order ${order}?` : en`Order ${order}: have you collected it?`,
    title: () => en`Is all well with your order?`,
    scanned: ({ toNeighbour, at }) => {
      const what = toNeighbour ? en`your order was collected for you` : en`you collected your order`;
      return at === undefined
        ? en`According to our notes, ${what}: thank you.`
        : en`According to our notes, ${what} on ${at}: thank you.`;
    },
    isAllWell: () => en`Do you have everything, and is it as it should be?`,
    unscannedToday: () => en`Your order is ready for you, and we have no note that it was collected: do you have it?`,
    unscannedSince: ({ by }) =>
      en`Your order was kept for you until ${by}, and we have no note that it was collected: do you have it?`,
    nextNotThere: en`If you do not have it, it is for us to find out why, not for you.`,
  },

  'warn-delivery-delay': {
    subject: ({ order }) => en`Order ${order}: it will be ready later`,
    title: en`It will be ready later than planned`,
    opening: en`What you are to collect has been held up. We would rather tell you now than have you come for nothing.`,
    next: en`There is nothing you need to do: we are watching it for you.`,
    nextWithDate: en`We are watching it for you; should this date change again, you will hear it from us.`,
  },

  'trace-parcel': {
    ...mails['trace-parcel'],
    subject: ({ order }) => en`Order ${order}: we are looking for it`,
    title: en`We are looking for it`,
    opening: en`You tell us that you do not have your order, and we apologise. It is not for you to look for it: we are doing that.`,
    whatWeKnow: ({ leftOn }) =>
      leftOn === undefined
        ? en`According to our notes, it is ready. Nothing tells us that you have it.`
        : en`According to our notes, it has been ready since ${leftOn}. Nothing tells us that you have it.`,
    asking: en`We are looking for it in the shop right now.`,
    writes: ({ signatory, by }) => en`${signatory} writes to you by ${by}, whether or not we have found it.`,
  },

  'warn-delivery-incident': {
    ...mails['warn-delivery-incident'],
    subject: ({ order, kind }) =>
      ({
        'failed-attempt': en`Order ${order}: it could not be handed over`,
        customs: en`Order ${order}: it is held by customs`,
        damaged: en`Order ${order}: something was damaged`,
        lost: en`Order ${order}: it is lost, we see to it`,
        returned: en`Order ${order}: it is back with us`,
        refused: en`Order ${order}: it was refused`,
      })[kind],
    title: (kind) =>
      ({
        'failed-attempt': en`It could not be handed over`,
        customs: en`It is held by customs`,
        damaged: en`Something was damaged`,
        lost: en`It is lost, and we put it right`,
        returned: en`It is back with us`,
        refused: en`It was refused`,
      })[kind],
    opening: (kind) =>
      ({
        'failed-attempt': en`We have noted that what you were to collect could not be handed over.`,
        customs: en`What you are to collect is with customs, who have not let it go on yet.`,
        damaged: en`We have learned that what you were to collect was damaged, and we apologise.`,
        lost: en`We have learned that what you were to collect was lost, and we apologise. It is for us to put that right.`,
        returned: en`We have noted that what you were to collect is back with us.`,
        refused: en`We have noted that what you were to collect was refused.`,
      })[kind],
    weDo: (kind) =>
      kind === 'customs'
        ? en`We are watching it for you: if that makes it ready later than the day we gave you, we write to you.`
        : en`We are finding out what happened and write to you.`,
    youCan: (kind) =>
      ({
        'failed-attempt': en`If another day suits you better, or if somebody else is to collect it, reply to this email or call us.`,
        customs: en`If you are asked for papers or for a payment, talk to us first: reply to this email or call us, and we look at it with you.`,
        damaged: en`If you have it already, keep the item and its packaging: a photo often helps, just reply to this email.`,
        lost: en`You have nobody to call and nothing to claim. If you have it after all, a word from you is enough: just reply to this email.`,
        returned: en`If you still want it, reply to this email or call us. Otherwise there is nothing you need to do.`,
        refused: mails['warn-delivery-incident'].youCan('refused'),
      })[kind],
  },

  'announce-pickup': {
    subject: ({ order }) => en`Order ${order}: it is waiting for you`,
    title: en`It is waiting for you`,
    opening: ({ name, by }) =>
      name === undefined
        ? en`Good news: what you are to collect is waiting for you in the shop, and is kept there until ${by}.`
        : en`Good news: what you are to collect is waiting for you at ${name}, and is kept there until ${by}.`,
    where: en`Where to collect it`,
    address: en`Address`,
    next: en`When you come, give us the order number.`,
    nextCannot: en`If you cannot be there by then, reply to this email or call us: we see with you what can be done.`,
  },

  'remind-pickup': {
    subject: ({ order, asked }) =>
      asked ? en`Order ${order}: it is ready in the shop` : en`Order ${order}: it is still waiting for you`,
    title: (asked) => (asked ? en`It is ready, and waiting for you` : en`It is still waiting for you`),
    opening: ({ name, asked, by }) => {
      if (asked) {
        return name === undefined
          ? en`You tell us that you do not have it yet. It is ready, and waits for you in the shop until ${by}.`
          : en`You tell us that you do not have it yet. It is ready, and waits for you at ${name} until ${by}.`;
      }
      return name === undefined
        ? en`A short reminder: what you are to collect is kept for you in the shop until ${by}.`
        : en`A short reminder: what you are to collect is kept for you at ${name} until ${by}.`;
    },
    afterwards: en`After that day we cannot promise to keep it. If you cannot come by then, reply to this email or call us: we see with you what can be done.`,
  },
};
