import type { GiftWords } from '../mail-words/otherwise.ts';
import { en } from '../typography.ts';
import { deliveries } from './mails/deliveries.ts';
import { shipments } from './mails/shipments.ts';

export const gift: GiftWords = {
  common: { seeOrder: en`See where it is` },
  mails: {
    'announce-shipment': {
      subject: ({ order }) => en`A parcel for you is on its way (${order})`,
      subjectExtra: ({ order }) => en`One more parcel for you is on its way (${order})`,
      title: (parcels) =>
        parcels === 1 ? en`A parcel for you is on its way` : en`${parcels} parcels for you are on their way`,
      titleExtra: en`One more parcel for you is on its way`,
      opening: (parcels) =>
        parcels === 1
          ? en`Somebody thought of you: a parcel has just left us, and it is for you.`
          : en`Somebody thought of you: parcels have just left us, and they are for you.`,
      openingExtra: en`One more parcel for you has left us, on top of those we told you about.`,
      next: (parcels) =>
        parcels === 1
          ? en`We are watching it; if it runs late, we will write to you.`
          : en`We are watching them; if one of them runs late, we will write to you.`,
    },
    'announce-partial-shipment': {
      ...shipments['announce-partial-shipment'],
      subject: ({ order }) => en`A first parcel for you is on its way (${order})`,
      title: en`A first parcel for you is on its way`,
      opening: en`Somebody thought of you: a first parcel has just left us, and it is for you. More follows separately.`,
    },
    'warn-delivery-delay': {
      ...deliveries['warn-delivery-delay'],
      subject: ({ order }) => en`The parcel for you will arrive later (${order})`,
      title: en`The parcel for you will arrive later than planned`,
      opening: en`The parcel for you has been held up on its way. We would rather tell you now than leave you waiting for it.`,
    },
    'warn-delivery-incident': {
      ...deliveries['warn-delivery-incident'],
      subject: ({ order }) => en`News of the parcel for you (${order})`,
    },
    'announce-pickup': {
      ...deliveries['announce-pickup'],
      subject: ({ order }) => en`A parcel is waiting for you (${order})`,
      title: en`A parcel is waiting for you`,
    },
    'remind-pickup': {
      ...deliveries['remind-pickup'],
      subject: ({ order }) => en`A parcel is still waiting for you (${order})`,
    },
    'correct-shipment': {
      ...shipments['correct-shipment'],
      subject: ({ order }) => en`A correction about the parcel for you (${order})`,
      title: en`A correction about the parcel for you`,
    },
  },
};
