import type { CollectedWords } from '../collected-words.ts';
import { en } from '../typography.ts';
import { cases } from './collected/cases.ts';
import { common } from './collected/common.ts';
import { gifts } from './collected/gifts.ts';
import { orders } from './collected/orders.ts';
import { ready } from './collected/ready.ts';

export const collected: CollectedWords = {
  common,
  mails: { ...orders, ...ready, ...cases },
  gifts,
  where: en`Where to collect it`,
  comeNow: ({ phone }) =>
    en`You can come as of now, during our opening hours; if you are not sure of them, call us on ${phone}.`,
  comeFrom: ({ at }) => en`You can come from ${at}: that is when we open again.`,
};
