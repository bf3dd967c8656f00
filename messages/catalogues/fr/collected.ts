import type { CollectedWords } from '../collected-words.ts';
import { fr } from '../typography.ts';
import { cases } from './collected/cases.ts';
import { gifts } from './collected/gifts.ts';
import { orders } from './collected/orders.ts';
import { pages } from './collected/pages.ts';
import { ready, reasons } from './collected/ready.ts';

export const collected: CollectedWords = {
  common: {
    moreParcels: (count) => (count === 1 ? fr`et 1 autre lot` : fr`et ${count} autres lots`),
    parcelOf: ({ index, count }) => fr`Lot ${index} sur ${count}`,
    inThisParcel: fr`Prêt pour vous`,
    stillToCome: fr`Encore à retirer`,
    leftOn: fr`Prêt depuis`,
    leavesBy: fr`Prêt au plus tard`,
    withYouBy: fr`Gardé pour vous jusqu'au`,
    reasons,
  },
  mails: { ...orders, ...ready, ...cases },
  pages,
  gifts,
  where: fr`Où venir`,
  comeNow: ({ phone }) =>
    fr`Vous pouvez venir dès maintenant, à nos heures d'ouverture ; pour les connaître, appelez-nous au ${phone}.`,
  comeFrom: ({ at }) => fr`Nous rouvrons le ${at} : vous pouvez venir dès ce moment.`,
};
