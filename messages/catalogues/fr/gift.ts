import type { GiftWords } from '../mail-words/otherwise.ts';
import { fr } from '../typography.ts';
import { deliveries } from './mails/deliveries.ts';
import { shipments } from './mails/shipments.ts';

export const gift: GiftWords = {
  common: { seeOrder: fr`Voir où il en est` },
  mails: {
    'announce-shipment': {
      subject: ({ order }) => fr`Un colis pour vous est en route (${order})`,
      subjectExtra: ({ order }) => fr`Encore un colis pour vous en route (${order})`,
      title: (parcels) =>
        parcels === 1 ? fr`Un colis pour vous est en route` : fr`${parcels} colis pour vous sont en route`,
      titleExtra: fr`Encore un colis pour vous est en route`,
      opening: (parcels) =>
        parcels === 1
          ? fr`Quelqu'un a pensé à vous : un colis vient de partir de chez nous, et il est pour vous.`
          : fr`Quelqu'un a pensé à vous : des colis viennent de partir de chez nous, et ils sont pour vous.`,
      openingExtra: fr`Encore un colis pour vous est parti, en plus de ceux dont nous vous avions parlé.`,
      next: (parcels) =>
        parcels === 1
          ? fr`Nous le suivons ; s'il prend du retard, nous vous écrirons.`
          : fr`Nous les suivons ; si l'un d'eux prend du retard, nous vous écrirons.`,
    },
    'announce-partial-shipment': {
      ...shipments['announce-partial-shipment'],
      subject: ({ order }) => fr`Un premier colis pour vous est en route (${order})`,
      title: fr`Un premier colis pour vous est en route`,
      opening: fr`Quelqu'un a pensé à vous : un premier colis vient de partir de chez nous, et il est pour vous. Le reste suit séparément.`,
    },
    'warn-delivery-delay': {
      ...deliveries['warn-delivery-delay'],
      subject: ({ order }) => fr`Le colis pour vous arrivera plus tard (${order})`,
      title: fr`Le colis pour vous arrivera plus tard que prévu`,
      opening: fr`Le colis pour vous a pris du retard en chemin. Nous préférons vous le dire maintenant plutôt que de vous laisser l'attendre.`,
    },
    'warn-delivery-incident': {
      ...deliveries['warn-delivery-incident'],
      subject: ({ order }) => fr`Des nouvelles du colis pour vous (${order})`,
    },
    'announce-pickup': {
      ...deliveries['announce-pickup'],
      subject: ({ order }) => fr`Un colis vous attend (${order})`,
      title: fr`Un colis vous attend`,
    },
    'remind-pickup': {
      ...deliveries['remind-pickup'],
      subject: ({ order }) => fr`Un colis vous attend toujours (${order})`,
    },
    'correct-shipment': {
      ...shipments['correct-shipment'],
      subject: ({ order }) => fr`Une rectification sur le colis pour vous (${order})`,
      title: fr`Une rectification sur le colis pour vous`,
    },
  },
};
