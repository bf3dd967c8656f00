import type { GiftWords } from '../gift-words.ts';
import { en } from '../typography.ts';
import { common } from './common.ts';
import { mails } from './mails.ts';

/** To whoever receives a gift: what is said of a parcel to its buyer, but for what is said of their order. */
export const gifts: GiftWords = {
  common: {
    seeOrder: en`See where it is`,
    reasons: { ...common.reasons, stock: en`The reason: something that belongs in it is short.` },
  },
  intro: ({ from, shop }) => en`This is about a parcel for you, from ${from}, sent by ${shop}.`,
  mails: {
    'announce-shipment': {
      subject: ({ order }) => en`A parcel for you is on its way (order ${order})`,
      subjectExtra: ({ order }) => en`One more parcel for you is on its way (order ${order})`,
      title: (parcels) =>
        parcels === 1 ? en`A parcel for you is on its way` : en`${parcels} parcels for you are on their way`,
      titleExtra: en`One more parcel for you is on its way`,
      opening: ({ parcels }) =>
        parcels === 1
          ? en`It has left us and is on its way to you. There is nothing you need to do.`
          : en`There are several parcels; they have left us and are on their way to you. There is nothing you need to do.`,
      openingExtra: en`It has left us and is on its way to you, on top of those we told you about.`,
      next: (parcels) =>
        parcels === 1
          ? en`We are watching it for you; if it runs late, we will write to you.`
          : en`We are watching them for you; if one of them runs late, we will write to you.`,
    },
    'announce-partial-shipment': {
      ...mails['announce-partial-shipment'],
      subject: ({ order }) => en`A first parcel for you is on its way (${order})`,
      title: en`A first parcel for you is on its way`,
      opening: en`What was ready has left us and is on its way to you. The rest follows separately.`,
    },
    'warn-delivery-delay': mails['warn-delivery-delay'],
    'warn-delivery-incident': {
      ...mails['warn-delivery-incident'],
      weDo: (kind) =>
        kind === 'failed-attempt' || kind === 'customs'
          ? mails['warn-delivery-incident'].weDo(kind)
          : en`We are seeing to it, and there is nothing you need to do about it.`,
    },
    'announce-pickup': mails['announce-pickup'],
    'remind-pickup': mails['remind-pickup'],
    'correct-shipment': mails['correct-shipment'],
  },
};
