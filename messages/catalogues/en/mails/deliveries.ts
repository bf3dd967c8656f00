import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { DeliveryMails } from '../../mail-words/deliveries.ts';
import { en } from '../../typography.ts';

const isItWell: Readonly<Record<Tone, Shown>> = {
  neutral: en`Is it safely with you, and is everything as it should be?`,
  security: en`Is it safely with you, whole and complete? We would rather hear it from you than take it for granted.`,
  pride: en`Is it safely with you, and does it live up to your choice?`,
  novelty: en`Is it safely with you, and is it as you had imagined? We are curious to hear.`,
  comfort: en`Is it safely with you, and is all well? Telling us takes but a moment.`,
  money: en`Is it safely with you, with all that is due to you in it?`,
  sympathy: en`Is it safely with you, and does it please you? It would be good to hear from you.`,
};

const areTheyWell: Readonly<Record<Tone, Shown>> = {
  neutral: en`Are they safely with you, and is everything as it should be?`,
  security: en`Are they safely with you, whole and complete? We would rather hear it from you than take it for granted.`,
  pride: en`Are they safely with you, and does it all live up to your choice?`,
  novelty: en`Are they safely with you, and is it all as you had imagined? We are curious to hear.`,
  comfort: en`Are they safely with you, and is all well? Telling us takes but a moment.`,
  money: en`Are they safely with you, with all that is due to you in them?`,
  sympathy: en`Are they safely with you, and does it all please you? It would be good to hear from you.`,
};

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
    isAllWell: ({ parcels, tone }) => (parcels === 1 ? isItWell : areTheyWell)[tone],
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

  'warn-delivery-incident': {
    subject: ({ order, kind }) =>
      ({
        'failed-attempt': en`Order ${order}: the carrier could not deliver`,
        customs: en`Order ${order}: your parcel is held by customs`,
        damaged: en`Order ${order}: your parcel was damaged`,
        lost: en`Order ${order}: your parcel is lost, we see to it`,
        returned: en`Order ${order}: your parcel is coming back to us`,
        refused: en`Order ${order}: your parcel was refused`,
      })[kind],
    title: (kind) =>
      ({
        'failed-attempt': en`The carrier could not deliver your parcel`,
        customs: en`Your parcel is held by customs`,
        damaged: en`Your parcel was damaged on its way`,
        lost: en`Your parcel is lost, and we put it right`,
        returned: en`Your parcel is coming back to us`,
        refused: en`Your parcel was refused on delivery`,
      })[kind],
    opening: (kind) =>
      ({
        'failed-attempt': en`The carrier tried to deliver your parcel and could not.`,
        customs: en`Your parcel is with customs, who have not let it go on yet.`,
        damaged: en`We have learned that your parcel was damaged on its way to you, and we apologise.`,
        lost: en`We have learned that your parcel was lost on its way to you, and we apologise. It is for us to put that right.`,
        returned: en`We have learned that your parcel is on its way back to us.`,
        refused: en`We have learned that your parcel was refused when it was brought, and is coming back to us.`,
      })[kind],
    noted: (note) => en`What was noted: ${note}`,
    inHand: ({ owner, by }) => en`${owner} is looking after it personally and tells you by ${by} what we do about it.`,
    weDo: (kind) =>
      ({
        'failed-attempt': en`We are watching it for you: if it comes later than the day we gave you, or waits for you at a pickup point, we write to you.`,
        customs: en`We are watching it for you: if that makes it later than the day we gave you, we write to you.`,
        damaged: en`We are finding out what happened and write to you.`,
        lost: en`We are finding out what happened and write to you.`,
        returned: en`We are finding out what happened and write to you.`,
        refused: en`We are finding out what happened and write to you.`,
      })[kind],
    youCan: (kind) =>
      ({
        'failed-attempt': en`If the address, the name at the door or your phone number is not right, or if another day suits you better, reply to this email or call us: we see to it with the carrier.`,
        customs: en`If you are asked for papers or for a payment, talk to us before you send anything: reply to this email or call us, and we look at it with you.`,
        damaged: en`If it is brought to you all the same, you can refuse it. If you have it already, keep the item and its packaging: a photo often helps, just reply to this email.`,
        lost: en`You have nobody to call and nothing to claim. If it turns up after all, a word from you is enough: just reply to this email.`,
        returned: en`If the address or the name at the door was not right, reply to this email with the right one. Otherwise there is nothing you need to do.`,
        refused: en`If you refused it, there is nothing more you need to do. If it was a mistake, reply to this email or call us.`,
      })[kind],
  },

  'announce-pickup': {
    subject: ({ order }) => en`Order ${order}: your parcel is waiting for you`,
    title: en`Your parcel is waiting for you`,
    opening: ({ name, by }) =>
      name === undefined
        ? en`Good news: your parcel is waiting for you at the pickup point, and is kept there until ${by}.`
        : en`Good news: your parcel is waiting for you at ${name}, and is kept there until ${by}.`,
    where: en`Pickup point`,
    address: en`Address`,
    next: en`You can collect it now. Take proof of identity with you, and the parcel's number where you have one.`,
    nextCannot: en`If you cannot be there by then, reply to this email or call us: we see with you what can be done.`,
  },

  'remind-pickup': {
    subject: ({ order, asked }) =>
      asked
        ? en`Order ${order}: your parcel is at the pickup point`
        : en`Order ${order}: your parcel is still waiting for you`,
    title: (asked) => (asked ? en`Your parcel is at the pickup point` : en`Your parcel is still waiting for you`),
    opening: ({ name, asked, by }) => {
      if (asked) {
        return name === undefined
          ? en`You tell us that your parcel has not reached you. It was taken to the pickup point, where it waits for you until ${by}.`
          : en`You tell us that your parcel has not reached you. It was taken to ${name}, where it waits for you until ${by}.`;
      }
      return name === undefined
        ? en`A short reminder: your parcel is kept for you at the pickup point until ${by}.`
        : en`A short reminder: your parcel is kept for you at ${name} until ${by}.`;
    },
    afterwards: en`After that day the pickup point no longer keeps it. If you cannot be there by then, reply to this email or call us: we see with you what can be done.`,
  },
};
