import type { GiftWords } from '../../gift-words.ts';
import { fr } from '../../typography.ts';
import { gifts as sent } from '../gifts.ts';
import { common } from './common.ts';
import { ready } from './ready.ts';

/** To whoever collects a gift: what is said to its buyer, but for what is said of their order. */
export const gifts: GiftWords = {
  common: { seeOrder: fr`Voir où cela en est`, reasons: { ...common.reasons, stock: sent.common.reasons.stock } },
  intro: ({ from, shop }) => fr`Il s'agit de quelque chose à retirer pour vous, de la part de ${from}, chez ${shop}.`,
  mails: {
    ...ready,
    'announce-shipment': {
      ...ready['announce-shipment'],
      subject: ({ order }) => fr`Quelque chose vous attend (commande ${order})`,
      subjectExtra: ({ order }) => fr`Autre chose vous attend (commande ${order})`,
      title: () => fr`Quelque chose vous attend`,
      titleExtra: fr`Autre chose vous attend`,
      opening: () => fr`C'est prêt, et cela vous attend à la boutique.`,
      openingExtra: fr`Cela vous attend à la boutique, en plus de ce dont nous vous avions parlé.`,
    },
    'announce-partial-shipment': {
      ...ready['announce-partial-shipment'],
      subject: ({ order }) => fr`Quelque chose vous attend (commande ${order})`,
      title: fr`Quelque chose vous attend`,
    },
  },
};
