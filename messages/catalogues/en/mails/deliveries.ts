import type { DeliveryMails } from '../../mail-words/deliveries.ts';
import { en } from '../../typography.ts';

export const deliveries: DeliveryMails = {
  'ask-delivery-check': {
    subject: ({ order, scanned }) =>
      scanned ? en`Has your order ${order} arrived safely?` : en`Order ${order}: has your parcel arrived?`,
    title: (parcels) => (parcels === 1 ? en`Has your parcel arrived?` : en`Have your parcels arrived?`),
    scanned: ({ parcels, toNeighbour, carrier, at }) => {
      const source = carrier === undefined ? en`According to the carrier` : en`According to ${carrier}`;
      const what = parcels === 1 ? en`your parcel was delivered` : en`your parcels were delivered`;
      const whom = toNeighbour ? en` to one of your neighbours` : en``;
      return at === undefined ? en`${source}, ${what}${whom}.` : en`${source}, ${what}${whom} on ${at}.`;
    },
    isAllWell: (parcels) =>
      parcels === 1
        ? en`Is it safely with you, and is everything as it should be?`
        : en`Are they safely with you, and is everything as it should be?`,
    unscannedToday: (parcels) =>
      parcels === 1
        ? en`Your parcel should be with you by today and the carrier has not confirmed it: has it arrived?`
        : en`Your parcels should be with you by today and the carrier has not confirmed it: have they arrived?`,
    unscannedSince: ({ parcels, by }) =>
      parcels === 1
        ? en`Your parcel should have been with you by ${by} and the carrier has not confirmed it: has it arrived?`
        : en`Your parcels should have been with you by ${by} and the carrier has not confirmed it: have they arrived?`,
    promo: ({ discount }) => en`To thank you for answering, whatever the answer: ${discount} off your next order.`,
    answer: en`Give my answer`,
    next: en`Just tell us yes, not yet, or what is wrong: we take care of the rest.`,
    nextNotThere: en`If it is not there, it is for us to find it, not for you.`,
  },

  'warn-delivery-delay': {
    subject: ({ order }) => en`Order ${order}: your parcel will arrive later`,
    title: en`Your parcel will arrive later than planned`,
    opening: en`Your parcel has been held up on its way. We would rather tell you now than leave you waiting for it.`,
    next: en`There is nothing you need to do: we are watching this parcel for you.`,
    nextWithDate: en`We are watching this parcel for you; should this date change again, you will hear it from us.`,
  },

  'trace-parcel': {
    subject: ({ order }) => en`Order ${order}: we are looking for your parcel`,
    title: en`We are looking for your parcel`,
    opening: en`Your parcel has not arrived, and we apologise. It is not for you to chase it: we are doing that.`,
    whatWeKnow: ({ carrier, leftOn, trackingNumber }) => {
      const source = carrier === undefined ? en`According to the carrier` : en`According to ${carrier}`;
      const left = leftOn === undefined ? en`it has left us` : en`it left us on ${leftOn}`;
      const number = trackingNumber === undefined ? en`` : en`, under number ${trackingNumber}`;
      return en`${source}, ${left}${number}. Since then, nothing tells us that it reached you.`;
    },
    asking: en`We are asking the carrier right now where it is.`,
    writes: ({ signatory, by }) => en`${signatory} writes to you by ${by}, whether or not the carrier has answered.`,
    next: en`You have nobody to call and nothing to claim. If we cannot find it, we will settle it with you.`,
    itTurnedUp: en`Has it turned up in the meantime? A word from you, through the link above, and we stop looking.`,
  },
};
