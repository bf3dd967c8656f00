import type { CollectedWords } from '../../collected-words.ts';
import { fr } from '../../typography.ts';
import { common as sent } from '../common.ts';

const reasons: CollectedWords['common']['reasons'] = {
  ...sent.reasons,
  supplier: fr`La raison : notre fournisseur a du retard.`,
  weather: fr`La raison : le mauvais temps nous retarde.`,
  strike: fr`La raison : une grève nous retarde.`,
  address: fr`La raison : une adresse doit être vérifiée.`,
  carrier: fr`La raison : nous attendons des marchandises qui ont du retard.`,
};

/** What several messages and the pages say of an order that is collected. */
export const common: CollectedWords['common'] = {
  moreParcels: (count) => (count === 1 ? fr`et 1 autre lot` : fr`et ${count} autres lots`),
  parcelOf: ({ index, count }) => fr`Lot ${index} sur ${count}`,
  inThisParcel: fr`Prêt pour vous`,
  stillToCome: fr`Encore à retirer`,
  leftOn: fr`Prêt depuis`,
  leavesBy: fr`Prêt au plus tard`,
  withYouBy: fr`Gardé pour vous jusqu'au`,
  keptUntil: fr`Gardé pour vous jusqu'au`,
  reasons,
};
