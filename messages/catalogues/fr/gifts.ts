import type { GiftWords } from '../gift-words.ts';
import { fr } from '../typography.ts';
import { common } from './common.ts';
import { mails } from './mails.ts';

/** To whoever receives a gift: what is said of a parcel to its buyer, but for what is said of their order. */
export const gifts: GiftWords = {
  common: {
    seeOrder: fr`Voir où il en est`,
    reasons: { ...common.reasons, stock: fr`La raison : il nous manque de quoi le compléter.` },
  },
  intro: ({ from, shop }) => fr`Il s'agit d'un colis pour vous, de la part de ${from}, envoyé par ${shop}.`,
  mails: {
    'announce-shipment': {
      subject: ({ order }) => fr`Un colis pour vous est en route (commande ${order})`,
      subjectExtra: ({ order }) => fr`Un autre colis pour vous est en route (${order})`,
      title: (parcels) =>
        parcels === 1 ? fr`Un colis pour vous est en route` : fr`${parcels} colis pour vous sont en route`,
      titleExtra: fr`Un autre colis pour vous est en route`,
      opening: ({ parcels }) =>
        parcels === 1
          ? fr`Il est parti de chez nous et est en chemin. Vous n'avez rien à faire.`
          : fr`Il y en a plusieurs : ils sont partis de chez nous et sont en chemin. Vous n'avez rien à faire.`,
      openingExtra: fr`Il est parti de chez nous, en plus de ceux dont nous vous avions parlé.`,
      next: (parcels) =>
        parcels === 1
          ? fr`Nous le suivons pour vous ; s'il prend du retard, nous vous écrirons.`
          : fr`Nous les suivons pour vous ; si l'un d'eux prend du retard, nous vous écrirons.`,
    },
    'announce-partial-shipment': {
      ...mails['announce-partial-shipment'],
      subject: ({ order }) => fr`Un premier colis pour vous est en route (${order})`,
      title: fr`Un premier colis pour vous est en route`,
      opening: fr`Ce qui était prêt est parti de chez nous. Le reste suit séparément.`,
    },
    'warn-delivery-delay': mails['warn-delivery-delay'],
    'warn-delivery-incident': {
      ...mails['warn-delivery-incident'],
      weDo: (kind) =>
        kind === 'failed-attempt' || kind === 'customs'
          ? mails['warn-delivery-incident'].weDo(kind)
          : fr`Nous nous en occupons, et vous n'avez rien à faire pour cela.`,
    },
    'announce-pickup': mails['announce-pickup'],
    'remind-pickup': mails['remind-pickup'],
    'correct-shipment': mails['correct-shipment'],
  },
};
