import type { PaymentMails } from '../../mail-words/payments.ts';
import { fr } from '../../typography.ts';

export const payments: PaymentMails = {
  payment: {
    toPay: ({ amount, by }) => fr`Il ne manque que votre règlement de ${amount}, au plus tard le ${by}.`,
    startsThen: fr`Nous commençons dès qu'il est là, et les délais de votre commande comptent à partir de ce jour.`,
    amount: fr`À régler`,
    payBy: fr`À régler au plus tard`,
    payHere: fr`Régler ici`,
    later: {
      authorised: fr`Votre carte n'est pas encore débitée : le montant est seulement réservé.`,
      'on-delivery': fr`Vous réglez en recevant votre commande : rien n'est dû avant.`,
      invoice: fr`Vous réglez sur facture : rien n'est dû avant de l'avoir reçue.`,
    },
    nothingTaken: {
      awaited: fr`Vous n'avez rien réglé, et vous ne nous devez rien.`,
      authorised: fr`Votre carte n'a pas été débitée : le montant réservé est libéré.`,
      'on-delivery': fr`Vous n'avez rien réglé, et vous ne nous devez rien.`,
      invoice: fr`Vous ne nous devez rien pour cela : si vous en avez déjà la facture, n'en tenez pas compte.`,
    },
  },

  'remind-payment': {
    subject: ({ order, failed }) =>
      failed
        ? fr`Commande ${order} : le règlement n'a pas abouti`
        : fr`Commande ${order} : nous attendons votre règlement`,
    title: (failed) => (failed ? fr`Le règlement n'a pas abouti` : fr`Nous attendons votre règlement`),
    opening: (failed) =>
      failed
        ? fr`Le règlement de votre commande a été refusé. Cela arrive ; rien n'a été débité, et votre commande est toujours là.`
        : fr`Nous avons mis votre commande de côté et n'avons pas encore reçu votre règlement. Notre premier message vous a peut-être échappé.`,
    howToPay: fr`Il ne manque que ceci :`,
    next: fr`Dès qu'il est là, nous nous mettons à votre commande, et ses délais comptent à partir de ce jour.`,
    nextCrossed: fr`Si vous venez de régler, nos messages se sont croisés : vous n'avez plus rien à faire.`,
    nextNot: fr`Si vous n'en voulez plus, vous n'avez rien à faire non plus : nous laissons la commande. Une question avant de décider ? Répondez à ce message ou appelez-nous.`,
  },

  'confirm-change': {
    subject: ({ order }) => fr`Votre commande ${order} est modifiée`,
    title: fr`Votre commande est modifiée`,
    opening: fr`Nous avons noté la modification. Voici où en est votre commande maintenant.`,
    changed: fr`Ce qui change`,
    what: {
      lines: fr`ce que vous avez commandé`,
      total: fr`le total`,
      delivery: fr`la façon dont elle vous parvient`,
      'ship-by': fr`le jour où elle est prête`,
      'deliver-by': fr`le jour où vous l'avez au plus tard`,
    },
    goods: fr`Votre commande maintenant`,
    next: fr`Si ce n'est pas ce que vous souhaitiez, répondez à ce message ou appelez-nous.`,
  },
};
