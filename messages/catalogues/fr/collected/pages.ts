import type { PageWords } from '../../page-words.ts';
import { fr } from '../../typography.ts';
import { pages as sent } from '../pages.ts';

/** The pages of an order that is collected. */
export const pages: PageWords = {
  ...sent,
  titleAsked: () => fr`Tout va-t-il bien avec votre commande ?`,
  status: {
    'under-way': fr`Prêt à retirer`,
    'at-pickup': fr`Prêt à retirer`,
    delivered: fr`Retiré`,
    'with-neighbour': fr`Retiré pour vous`,
    lost: fr`Perdu : nous nous en occupons`,
    returned: fr`Revenu chez nous : nous nous en occupons`,
  },
  saidBefore: {
    ...sent.saidBefore,
    received: fr`Vous nous avez dit que vous avez tout, merci. Si quelque chose a changé, dites-le-nous ici.`,
    'not-yet': fr`Vous nous avez dit que vous ne l'aviez pas encore. Si quelque chose a changé, dites-le-nous ici.`,
  },
  word: { ...sent.word, received: fr`Oui, j'ai tout`, 'not-yet': fr`Non, je ne l'ai pas encore` },
  receivedUnasked: fr`J'ai déjà tout`,
  wordHint: { ...sent.wordHint, 'not-yet': fr`nous cherchons pourquoi` },
  about: { ...sent.about, damaged: fr`Quelque chose est abîmé` },
  whichParcel: fr`Quel lot ?`,
  choiceOpening: ({ about, partly, count }) => {
    if (about === 'stock-out') return sent.choiceOpening({ about, partly, count });
    return partly
      ? fr`Une partie de votre commande n'est toujours pas prête, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`
      : fr`Votre commande n'est toujours pas prête, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`;
  },
  choice: {
    ...sent.choice,
    wait: ({ by }) => (by === undefined ? fr`J'attends` : fr`J'attends : prêt au plus tard le ${by}`),
    replace: ({ replacement }) =>
      replacement === undefined ? fr`Je prends le remplacement` : fr`Je prends à la place : ${replacement}`,
    'cancel-order': ({ partly }) =>
      partly ? fr`Annuler tout ce qui n'est pas encore prêt` : fr`Annuler toute ma commande`,
  },
  choiceHint: {
    ...sent.choiceHint,
    wait: fr`nous vous écrivons quand c'est prêt`,
    replace: ({ by }) => (by === undefined ? fr`au lieu de ce qui est épuisé` : fr`prêt au plus tard le ${by}`),
    'cancel-order': ({ goods, partly }) =>
      partly && goods === undefined
        ? fr`tout ce qui n'est pas encore prêt, pas seulement ce dont il s'agit ici ; nous vous rendons ce que vous avez payé pour cela.`
        : sent.choiceHint['cancel-order']({ goods, partly }),
  },
  noted: {
    ...sent.noted,
    received: fr`Nous notons que vous avez tout.`,
    'not-yet': fr`Nous notons que vous ne l'avez pas encore, et nous vous en demandons pardon.`,
    'cancel-order': fr`Nous notons que vous souhaitez annuler tout ce qui n'est pas encore prêt.`,
  },
  leavesBy: ({ said, by }) =>
    said === 'wait' ? fr`C'est prêt au plus tard le ${by}.` : fr`Le remplacement est prêt au plus tard le ${by}.`,
  nextBy: ({ said, owner, by }) =>
    said === 'not-yet'
      ? fr`${owner} cherche pourquoi et vous écrit au plus tard le ${by}.`
      : sent.nextBy({ said, owner, by }),
  nextInMessage: {
    ...sent.nextInMessage,
    'not-yet': fr`C'est à nous de trouver pourquoi, pas à vous. Un e-mail suit : il vous dira comment cela continue.`,
    wait: fr`Nous vous écrivons dès que c'est prêt.`,
    replace: fr`Nous vous écrivons dès que c'est prêt.`,
  },
};
