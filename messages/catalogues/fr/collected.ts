import type { CollectedWords } from '../collected-words.ts';
import { fr } from '../typography.ts';
import { cases } from './collected/cases.ts';
import { common } from './collected/common.ts';
import { gifts } from './collected/gifts.ts';
import { orders } from './collected/orders.ts';
import { ready } from './collected/ready.ts';

export const collected: CollectedWords = {
  common,
  mails: { ...orders, ...ready, ...cases },
  gifts,
  where: fr`Où venir`,
  comeNow: ({ phone }) =>
    fr`Vous pouvez venir dès maintenant, à nos heures d'ouverture ; pour les connaître, appelez-nous au ${phone}.`,
  comeFrom: ({ at }) => fr`Nous rouvrons le ${at} : vous pouvez venir dès ce moment.`,
};
