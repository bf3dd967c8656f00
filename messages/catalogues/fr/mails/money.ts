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

  'remind-payment': {
    subject: ({ order, failed }) =>
      failed ? fr`Commande ${order} : votre paiement a été refusé` : fr`Commande ${order} : un rappel pour le paiement`,
    title: (failed) => (failed ? fr`Votre paiement a été refusé` : fr`Un petit rappel pour votre paiement`),
    opening: ({ amount, by, failed }) =>
      failed
        ? fr`On nous signale que votre paiement a été refusé. Votre commande tient toujours : vous pouvez de nouveau régler ${amount}, jusqu'au ${by}.`
        : fr`Nous sommes prêts à commencer votre commande, et votre paiement de ${amount} ne nous est pas encore parvenu. Vous pouvez encore régler jusqu'au ${by}.`,
    asks: ({ amount, by }) => fr`Il ne manque plus que votre paiement : ${amount}, au plus tard le ${by}.`,
    daysCount: fr`Les délais courent dès votre paiement ; nous commençons dès qu'il est là.`,
    toPay: fr`À régler`,
    payBy: fr`À régler au plus tard`,
    pay: ({ amount }) => fr`Régler ${amount} maintenant`,
    howToPay: fr`Si vous ne savez pas comment régler, répondez à ce message ou appelez-nous : nous vous le dirons.`,
    paidAlready: fr`Si vous avez réglé entre-temps, nos messages se sont croisés : vous n'avez rien à faire.`,
    notWanted: fr`Si vous n'en voulez plus, vous n'avez rien à faire non plus : la commande s'arrêtera là. Si un autre moyen de paiement vous convient mieux, répondez à ce message ou appelez-nous.`,
  },
};
