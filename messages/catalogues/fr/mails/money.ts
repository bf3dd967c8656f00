import type { MoneyMails } from '../../mail-words/money.ts';
import { fr } from '../../typography.ts';

export const money: MoneyMails = {
  'announce-refund': {
    subject: ({ order, amount }) => fr`Commande ${order} : remboursement de ${amount}`,
    title: fr`Votre remboursement est fait`,
    opening: ({ amount }) => fr`Nous vous avons remboursé ${amount}.`,
    whenItShows: fr`Par carte ou par virement, il faut en général quelques jours ouvrés pour qu'un remboursement apparaisse sur le relevé : cela dépend de la banque.`,
    rest: ({ amount, by }) =>
      amount === undefined
        ? fr`Ce n'est pas encore tout : le reste de ce que nous vous devons suit au plus tard le ${by}.`
        : fr`Ce n'est pas encore tout : le reste, ${amount}, suit au plus tard le ${by}.`,
    amount: fr`Montant`,
    means: fr`Moyen`,
    refundedOn: fr`Fait le`,
    restBy: fr`Le reste au plus tard`,
    next: fr`Vous n'avez rien à faire. Si vous ne le trouvez pas sur votre relevé, répondez à ce message ou appelez-nous : nous chercherons.`,
    nextRest: fr`Vous n'avez rien à faire : nous vous écrivons dès que le reste est remboursé à son tour.`,
  },

  'escalate-refund': {
    subject: ({ order }) => fr`Commande ${order} : remboursement en retard, pardon`,
    title: fr`Votre remboursement est en retard, et nous vous en demandons pardon`,
    opening: ({ amount, again }) => {
      if (amount === undefined) {
        return again
          ? fr`Nous ne pouvons toujours pas vous confirmer le remboursement que nous vous avions promis. Vous avez dû attendre votre argent une fois de plus.`
          : fr`Nous vous avions promis un remboursement, et nous ne pouvons pas encore vous confirmer qu'il est fait.`;
      }
      return again
        ? fr`Nous ne pouvons toujours pas vous confirmer le remboursement de ${amount} que nous vous avions promis. Vous avez dû attendre votre argent une fois de plus.`
        : fr`Nous vous avions promis un remboursement de ${amount}, et nous ne pouvons pas encore vous confirmer qu'il est fait.`;
    },
    seesToIt: ({ owner, by }) =>
      fr`${owner} s'en occupe dès maintenant : au plus tard le ${by}, c'est fait, ou vous saurez pourquoi et ce qui se passe ensuite.`,
    owed: fr`Ce que nous vous devons`,
    owner: fr`Qui s'en occupe`,
    by: fr`Remboursement ou nouvelles au plus tard`,
    next: fr`Vous n'avez rien à réclamer. Si l'argent vous parvient avant notre message, tant mieux : vous n'avez rien à nous signaler.`,
  },
};
