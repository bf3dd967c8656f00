import type { CollectedWords } from '../../collected-words.ts';
import { en } from '../../typography.ts';
import { common as sent } from '../common.ts';

const reasons: CollectedWords['common']['reasons'] = {
  ...sent.reasons,
  supplier: en`The reason: our supplier is late.`,
  weather: en`The reason: bad weather is holding us up.`,
  strike: en`The reason: a strike is holding us up.`,
  address: en`The reason: an address needs checking.`,
  carrier: en`The reason: we are waiting for goods that are late.`,
};

/** What several messages and the pages say of an order that is collected. */
export const common: CollectedWords['common'] = {
  moreParcels: (count) => (count === 1 ? en`and 1 more part` : en`and ${count} more parts`),
  parcelOf: ({ index, count }) => en`Part ${index} of ${count}`,
  inThisParcel: en`Ready for you`,
  stillToCome: en`Still to be collected`,
  leftOn: en`Ready since`,
  leavesBy: en`Ready by`,
  withYouBy: en`Kept for you until`,
  keptUntil: en`Kept for you until`,
  reasons,
};
