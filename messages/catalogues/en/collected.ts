import type { CollectedWords } from '../collected-words.ts';
import { en } from '../typography.ts';
import { cases } from './collected/cases.ts';
import { gifts } from './collected/gifts.ts';
import { orders } from './collected/orders.ts';
import { pages } from './collected/pages.ts';
import { ready, reasons } from './collected/ready.ts';

export const collected: CollectedWords = {
  common: {
    moreParcels: (count) => (count === 1 ? en`and 1 more part` : en`and ${count} more parts`),
    parcelOf: ({ index, count }) => en`Part ${index} of ${count}`,
    inThisParcel: en`Ready for you`,
    stillToCome: en`Still to be collected`,
    leftOn: en`Ready since`,
    leavesBy: en`Ready by`,
    withYouBy: en`Kept for you until`,
    reasons,
  },
  mails: { ...orders, ...ready, ...cases },
  pages,
  gifts,
  where: en`Where to collect it`,
  comeNow: ({ phone }) =>
    en`You can come as of now, during our opening hours; if you are not sure of them, call us on ${phone}.`,
  comeFrom: ({ at }) => en`You can come from ${at}: that is when we open again.`,
};
