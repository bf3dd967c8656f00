import type { MessageName } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { CollectedWords } from '../../collected-words.ts';
import { en } from '../../typography.ts';
import { mails } from '../mails.ts';

type Orders = Pick<
  CollectedWords['mails'],
  | 'confirm-order'
  | 'thank-customer'
  | 'warn-out-of-stock'
  | 'confirm-cancellation'
  | 'confirm-change'
  | 'correct-what-we-said'
>;

/** An order that is collected, as a whole. */
export const orders: Orders = {
  'confirm-order': {
    ...mails['confirm-order'],
    lateAlready: ({ shipBy }) =>
      en`One thing you should know straight away: it was due to be ready by ${shipBy}, and as far as we know it is not ready yet.`,
    lateAlreadyNoDay: en`One thing you should know straight away: it should be ready by now, and as far as we know it is not.`,
    nextShip: mails['confirm-order'].nextCollect,
    nextAlreadyShipped: en`It is even ready already: the details follow in a separate email.`,
    nextPaid: () => mails['confirm-order'].nextPaid('collect'),
    changeBeforeItLeaves: en`To change or cancel it before you collect it, reply to this email or call us.`,
  },

  'thank-customer': {
    ...mails['thank-customer'],
    opening: () =>
      en`You tell us that you have everything: thank you for taking the time to answer. It was a pleasure to prepare this order for you.`,
    openingMore: en`Thank you for taking the time to answer. We are not done yet: there is still something for you to collect.`,
  },

  'warn-out-of-stock': {
    ...mails['warn-out-of-stock'],
    opening: (count) =>
      count === 1
        ? en`We cannot have this item ready for you as promised: it is out of stock, and we apologise. What happens now is for you to choose.`
        : en`We cannot have these items ready for you as promised: they are out of stock, and we apologise. What happens now is for you to choose.`,
    choice: {
      ...mails['warn-out-of-stock'].choice,
      wait: ({ count, by }) => {
        if (by === undefined) return en`To wait: we write to you as soon as we have a date.`;
        return count === 1 ? en`To wait: it is ready by ${by}.` : en`To wait: they are ready by ${by}.`;
      },
      replace: ({ replacement, by }) => {
        if (replacement === undefined) {
          return by === undefined
            ? en`To have the replacement that we can offer you instead.`
            : en`To have the replacement that we can offer you instead: it is ready by ${by}.`;
        }
        return by === undefined
          ? en`To have this instead: ${replacement}.`
          : en`To have this instead: ${replacement}. It is ready by ${by}.`;
      },
      'cancel-order': en`To cancel everything that is not ready yet: we give you back what you paid for it.`,
    },
  },

  'confirm-cancellation': {
    ...mails['confirm-cancellation'],
    subject: ({ order, what }) =>
      what === 'return'
        ? en`Order ${order}: it was ready before you cancelled`
        : mails['confirm-cancellation'].subject({ order, what }),
    title: (what) =>
      what === 'return' ? en`It was ready before you cancelled` : mails['confirm-cancellation'].title(what),
    opening: ({ by, what }) => {
      if (what === 'return') {
        return en`You asked us to cancel. What you want to cancel was ready for you already: we settle with you how it goes on.`;
      }
      if (by === 'customer' && what === 'whole') {
        return en`As you asked, your order is cancelled. There is nothing for you to collect any more.`;
      }
      return mails['confirm-cancellation'].opening({ by, what });
    },
    refuseOrReturn: en`What was ready already, you need not collect; if you have it, reply to this email and we arrange its return with you.`,
    returns: ({ owner, by }) => en`${owner} is looking after it and tells you by ${by} how it goes on.`,
    toReturn: en`Cancelled: not to be collected, or to return`,
    nextReturn: en`Until then: if it is still in the shop, you need not collect it; if you have it already, please keep it with its packaging.`,
  },

  'confirm-change': {
    ...mails['confirm-change'],
    changed: {
      ...mails['confirm-change'].changed,
      delivery: en`How you get it: see below.`,
      'ship-by': ({ by }) => (by === undefined ? en`The day by which it is ready.` : en`It is ready by ${by}.`),
    },
  },

  'correct-what-we-said': {
    ...mails['correct-what-we-said'],
    said: ({ message, at }) => {
      const otherwise: Partial<Record<MessageName, Shown>> = {
        'announce-shipment': en`our message of ${at} that told you everything was ready to collect`,
        'announce-partial-shipment': en`our message of ${at} that told you a part was ready to collect`,
        'warn-shipping-delay': en`our message of ${at} that told you it would be ready later`,
        'ask-delivery-check': en`our message of ${at} that asked you whether all was well`,
        'warn-delivery-delay': en`our message of ${at} that told you it would be ready later`,
        'trace-parcel': en`our message of ${at} that told you we were looking for it`,
        'warn-delivery-incident': en`our message of ${at} about a mishap with your order`,
        'announce-pickup': en`our message of ${at} that told you it was waiting for you`,
        'remind-pickup': en`our message of ${at} that reminded you that it was waiting for you`,
        'correct-shipment': en`our message of ${at} that corrected what we had said about it`,
      };
      return otherwise[message] ?? mails['correct-what-we-said'].said({ message, at });
    },
    standsNow: en`Still to be collected`,
    nothingToCome: en`As things stand, there is nothing more of this order to collect.`,
  },
};
