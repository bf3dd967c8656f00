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

  'announce-progress': {
    subject: ({ order }) => fr`Commande ${order} : où nous en sommes`,
    title: fr`Où nous en sommes`,
    opening: (about) =>
      ({
        damaged: fr`Nous nous occupons de ce qui est arrivé abîmé, et ne voulons pas vous laisser sans nouvelles.`,
        wrong: fr`Nous nous occupons de ce qui n'était pas ce que vous aviez commandé, et ne voulons pas vous laisser sans nouvelles.`,
        missing: fr`Nous nous occupons de ce qui vous manque, et ne voulons pas vous laisser sans nouvelles.`,
        return: fr`Nous nous occupons de votre retour, et ne voulons pas vous laisser sans nouvelles.`,
        other: fr`Nous nous occupons de ce que vous nous avez signalé, et ne voulons pas vous laisser sans nouvelles.`,
      })[about],
    writesAgain: ({ owner, by }) =>
      fr`${owner} a votre dossier en main et vous redonne des nouvelles au plus tard le ${by}.`,
    ownWords: (owner) => fr`${owner} vous écrit`,
    answerBy: fr`Prochaines nouvelles au plus tard`,
    next: fr`Vous n'avez rien à faire. Si vous voulez ajouter quelque chose, il suffit de répondre à ce message.`,
  },

  'announce-settlement': {
    subject: ({ order, outcome }) =>
      ({
        answered: fr`Commande ${order} : notre réponse`,
        refund: fr`Commande ${order} : nous vous remboursons`,
        replacement: fr`Commande ${order} : un remplacement pour vous`,
      })[outcome],
    title: (outcome) =>
      ({
        answered: fr`Notre réponse`,
        refund: fr`Nous vous remboursons`,
        replacement: fr`Nous vous envoyons un remplacement`,
      })[outcome],
    opening: (about) =>
      ({
        damaged: fr`Vous nous avez dit que quelque chose était arrivé abîmé. Voici comment nous réparons cela.`,
        wrong: fr`Vous nous avez dit que ce n'était pas ce que vous aviez commandé. Voici comment nous réparons cela.`,
        missing: fr`Vous nous avez dit qu'il vous manquait quelque chose. Voici comment nous réparons cela.`,
        return: fr`Vous souhaitiez nous rendre quelque chose. Voici la suite.`,
        other: fr`Vous nous avez dit que quelque chose n'allait pas. Voici notre réponse.`,
      })[about],
    replacementLeaves: ({ leavesBy, withYouBy }) =>
      fr`Nous préparons un remplacement : il part de chez nous au plus tard le ${leavesBy} et devrait être chez vous au plus tard le ${withYouBy}.`,
    replacement: fr`Ce que nous vous envoyons`,
    promo: ({ discount, by }) =>
      fr`Pour vous remercier de votre patience : ${discount} sur votre prochaine commande, avec ce code, jusqu'au ${by}.`,
    next: (outcome) =>
      ({
        answered: fr`Vous n'avez rien d'autre à faire.`,
        refund: fr`Vous n'avez rien d'autre à faire pour récupérer votre argent.`,
        replacement: fr`Nous vous écrivons dès que le remplacement part.`,
      })[outcome],
    stillWrong: (owner) =>
      fr`Si quelque chose ne va toujours pas, répondez à ce message ou appelez-nous : ${owner} reprend votre dossier avec vous.`,
  },
};
