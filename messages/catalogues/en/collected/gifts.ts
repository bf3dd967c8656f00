import type { GiftWords } from '../../gift-words.ts';
import { en } from '../../typography.ts';
import { gifts as sent } from '../gifts.ts';
import { common } from './common.ts';
import { ready } from './ready.ts';

/** To whoever collects a gift: what is said to its buyer, but for what is said of their order. */
export const gifts: GiftWords = {
  common: { seeOrder: en`See where it stands`, reasons: { ...common.reasons, stock: sent.common.reasons.stock } },
  intro: ({ from, shop }) => en`This is about something for you to collect, from ${from}, at ${shop}.`,
  mails: {
    ...ready,
    'announce-shipment': {
      ...ready['announce-shipment'],
      subject: ({ order }) => en`Something is ready for you to collect (order ${order})`,
      subjectExtra: ({ order }) => en`Something more is ready for you (order ${order})`,
      title: () => en`Something is ready for you to collect`,
      opening: () => en`It is ready, and is waiting for you in the shop.`,
      openingExtra: en`It is waiting for you in the shop, on top of what we told you about.`,
    },
    'announce-partial-shipment': {
      ...ready['announce-partial-shipment'],
      subject: ({ order }) => en`Something is ready for you to collect (order ${order})`,
      title: en`Something is ready for you to collect`,
    },
  },
};
