import type { CaseMails } from '../../mail-words/cases.ts';
import { fr } from '../../typography.ts';

export const cases: CaseMails = {
  'open-case': {
    subject: ({ order }) => fr`Commande ${order} : nous nous en occupons`,
    title: fr`C'est noté, nous nous en occupons`,
    opening: (about) =>
      ({
        damaged: fr`Vous nous dites que quelque chose est arrivé abîmé. Merci de nous l'avoir dit, et pardon pour cette déception.`,
        wrong: fr`Vous nous dites que ce n'est pas ce que vous aviez commandé. Merci de nous l'avoir dit, et pardon pour cette erreur.`,
        missing: fr`Vous nous dites qu'il vous manque quelque chose. Merci de nous l'avoir dit, et pardon pour ce souci.`,
        return: fr`Vous souhaitez nous rendre quelque chose. Merci de nous l'avoir dit : nous allons voir cela avec vous.`,
        other: fr`Vous nous dites que quelque chose ne va pas. Merci de nous l'avoir dit, et pardon pour ce souci.`,
      })[about],
    answers: ({ owner, by }) => fr`${owner} s'en charge en personne et vous répond au plus tard le ${by}.`,
    owner: fr`Qui s'en occupe`,
    answerBy: fr`Réponse au plus tard`,
    next: (about) =>
      about === 'damaged' || about === 'wrong'
        ? fr`Gardez l'article et son emballage si vous le pouvez. Une photo aide souvent : il suffit de répondre à ce message.`
        : fr`Vous n'avez rien d'autre à faire. Si un détail vous revient, il suffit de répondre à ce message.`,
  },

  'apologise-for-wait': {
    subject: ({ order }) => fr`Commande ${order} : pardon pour l'attente`,
    title: fr`Pardon pour l'attente`,
    opening: (about) =>
      ({
        damaged: fr`Vous attendez notre réponse au sujet de ce qui est arrivé abîmé. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`,
        wrong: fr`Vous attendez notre réponse au sujet de ce qui n'était pas ce que vous aviez commandé. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`,
        missing: fr`Vous attendez notre réponse au sujet de ce qui vous manque. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`,
        return: fr`Vous attendez notre réponse au sujet de ce que vous souhaitez nous rendre. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`,
        other: fr`Vous attendez notre réponse. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`,
      })[about],
    answers: ({ owner, by }) => fr`${owner} a repris votre dossier en main et vous répond au plus tard le ${by}.`,
    next: fr`Vous n'avez rien à refaire ni à répéter : tout ce que vous nous avez dit est sous nos yeux.`,
  },
};
