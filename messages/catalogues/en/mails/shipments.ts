import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { ShipmentMails } from '../../mail-words/shipments.ts';
import { en } from '../../typography.ts';

const oneHasLeft: Readonly<Record<Tone, Shown>> = {
  neutral: en`Good news: your parcel has left us. There is nothing left to ship.`,
  security: en`Your parcel has left us, and there is nothing left to ship. Should anything happen to it on its way, that is for us to settle, not for you.`,
  pride: en`Your parcel has left us: we hope that what you chose proves you right. There is nothing left to ship.`,
  novelty: en`Your parcel has left us, and the best moment is still to come: opening it. There is nothing left to ship.`,
  comfort: en`Your parcel has left us, and there is nothing left to ship. For now there is nothing you need to do: we write when there is something to know.`,
  money: en`Your parcel has left us, and there is nothing left to ship. What is in it is listed below, item by item, so that you can check that you get all that is due to you.`,
  sympathy: en`Your parcel has left our hands, and our good wishes travel with it. There is nothing left to ship.`,
};

const severalHaveLeft: Readonly<Record<Tone, Shown>> = {
  neutral: en`Good news: your parcels have left us. There is nothing left to ship.`,
  security: en`Your parcels have left us, and there is nothing left to ship. Should anything happen to one of them on its way, that is for us to settle, not for you.`,
  pride: en`Your parcels have left us: we hope that what you chose proves you right. There is nothing left to ship.`,
  novelty: en`Your parcels have left us, and the best moment is still to come: opening them. There is nothing left to ship.`,
  comfort: en`Your parcels have left us, and there is nothing left to ship. For now there is nothing you need to do: we write when there is something to know.`,
  money: en`Your parcels have left us, and there is nothing left to ship. What is in them is listed below, item by item, so that you can check that you get all that is due to you.`,
  sympathy: en`Your parcels have left our hands, and our good wishes travel with them. There is nothing left to ship.`,
};

export const shipments: ShipmentMails = {
  'announce-shipment': {
    subject: ({ order }) => en`Your order ${order} is on its way`,
    subjectExtra: ({ order }) => en`Order ${order}: one more parcel on its way`,
    title: (parcels) => (parcels === 1 ? en`Your parcel is on its way` : en`Your ${parcels} parcels are on their way`),
    titleExtra: en`One more parcel is on its way`,
    opening: ({ parcels, tone }) => (parcels === 1 ? oneHasLeft : severalHaveLeft)[tone],
    openingExtra: en`One more parcel has left us for your order, on top of those we told you about.`,
    next: (parcels) =>
      parcels === 1
        ? en`We are watching it for you. Once it has been delivered, we will ask whether all is well; if it runs late, we will write to you.`
        : en`We are watching them for you. Once they have been delivered, we will ask whether all is well; if one of them runs late, we will write to you.`,
  },

  'announce-partial-shipment': {
    subject: ({ order }) => en`Part of your order ${order} is on its way`,
    title: en`Part of your order is on its way`,
    opening: en`Rather than keep you waiting, we have already sent what was ready. The rest follows separately.`,
    restLeavesBy: en`The rest leaves us by`,
    nextRest: ({ by }) =>
      by === undefined
        ? en`We will write to you as soon as the rest leaves.`
        : en`The rest leaves us by ${by}, and we will write to you when it does.`,
    next: (parcels) =>
      parcels === 1
        ? en`We are watching the parcel that is on its way; if it runs late, we will write to you.`
        : en`We are watching the parcels that are on their way; if one of them runs late, we will write to you.`,
  },

  'warn-shipping-delay': {
    subject: ({ order, level }) =>
      ({
        1: en`Your order ${order} will leave later than planned`,
        2: en`Order ${order} has not left yet: our apologies`,
        3: en`Order ${order} is late: the choice is yours`,
      })[level],
    title: (level) =>
      ({
        1: en`Your order will leave later than planned`,
        2: en`We owe you an apology`,
        3: en`You have waited long enough: the choice is yours`,
      })[level],
    opening: ({ level, partly }) => {
      if (level === 1) {
        return partly
          ? en`Part of your order has not left yet and will leave later than we promised. You should hear that from us, and without having to ask.`
          : en`Your order has not left yet and will leave later than we promised. You should hear that from us, and without having to ask.`;
      }
      if (level === 2) {
        return partly
          ? en`Part of your order has still not left. That is not what we promised you, and we apologise.`
          : en`Your order has still not left. That is not what we promised you, and we apologise.`;
      }
      return partly
        ? en`Part of your order has still not left, in spite of what we promised. We are truly sorry.`
        : en`Your order has still not left, in spite of what we promised. We are truly sorry.`;
    },
    newDates: en`This is where things stand now:`,
    choice: ({ partly }) =>
      partly
        ? en`You can cancel what has not left, and we give you back what you paid for it, or ask us to call you to talk it over.`
        : en`You can cancel your order, and we give you back what you paid, or ask us to call you to talk it over.`,
    choose: en`Cancel or get a call`,
    nextWithDate: ({ by }) =>
      by === undefined
        ? en`Should this date change again, you will hear it from us, and beforehand.`
        : en`We will write to you as soon as it leaves. Should this date change again, you will hear it from us, and beforehand.`,
    nextWithoutDate: ({ by }) =>
      by === undefined
        ? en`There is nothing you need to do: we will write to you as soon as it leaves.`
        : en`There is nothing you need to do: we will write to you as soon as it leaves, and by ${by} in any case.`,
    nextChoice: en`If you would rather wait, there is nothing you need to do: we keep looking after it, and keep writing to you.`,
  },

  'correct-shipment': {
    subject: ({ order }) => en`Order ${order}: a correction about your parcel`,
    title: en`A correction about your parcel`,
    opening: en`What we told you about your parcel was not all correct. This is how it is:`,
    carrier: (carrier) =>
      carrier === undefined
        ? en`The carrier we named is not the one that has it.`
        : en`It travels with ${carrier}, not with the carrier we named.`,
    tracking: (number) =>
      number === undefined
        ? en`The tracking number we gave you does not belong to it.`
        : en`Its tracking number is ${number}; the one we gave you before does not belong to it.`,
    deliverBy: (by) =>
      by === undefined
        ? en`The day by which we expected it with you does not hold.`
        : en`We expect it with you by ${by}; the day we gave you before does not hold.`,
  },
};
