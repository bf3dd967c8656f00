import type { OrderMails } from '../../mail-words/orders.ts';
import { fr } from '../../typography.ts';

export const orders: OrderMails = {
  'confirm-order': {
    subject: ({ order }) => fr`Merci pour votre commande ${order}`,
    subjectLate: ({ order }) => fr`Commande ${order} : bien notée, mais en retard`,
    title: fr`Merci, votre commande est bien notée`,
    opening: (tone) =>
      ({
        neutral: fr`Merci de votre confiance. Nous avons votre commande et nous en prenons soin ; en voici le détail.`,
        security: fr`Merci. Vous pouvez être tranquille : nous gardons un œil sur votre commande jusqu'au bout. Voyez ci-dessous si tout est juste.`,
        pride: fr`Merci d'avoir fait ce choix chez nous : c'est un choix que nous défendons volontiers. Voici ce que nous avons noté.`,
        novelty: fr`Merci. Voilà de quoi se réjouir d'avance, et nous sommes curieux de savoir si cela plaira ; en voici le détail.`,
        comfort: fr`Merci. Vous n'avez rien à surveiller : nous le faisons pour vous, et vous écrivons quand il y a quelque chose à savoir. Voici ce que nous avons noté.`,
        money: fr`Merci. Il est juste que vous sachiez exactement ce que vous avez pour votre argent : tout est ci-dessous, avec le total.`,
        sympathy: fr`Un grand merci. Pour nous, chaque commande est quelqu'un qui pousse notre porte, et c'est ainsi que nous prenons soin de la vôtre ; en voici le détail.`,
      })[tone],
    visit: ({ nth, afterLong }) => {
      if (nth <= 1)
        return fr`Bienvenue : c'est votre première commande chez nous, et nous sommes heureux de faire connaissance.`;
      if (afterLong) return fr`C'est un plaisir de vous revoir : cela faisait un moment.`;
      if (nth === 2) return fr`C'est votre deuxième commande chez nous, et nous avons plaisir à vous revoir.`;
      if (nth === 3) return fr`C'est votre troisième commande chez nous, et c'est un plaisir de vous retrouver.`;
      if (nth === 4) return fr`C'est votre quatrième commande chez nous, et c'est un plaisir de vous retrouver.`;
      return fr`Vous voici de nouveau chez nous, et c'est toujours un plaisir.`;
    },
    lateAlready: ({ shipBy }) =>
      fr`Une chose à vous dire tout de suite : elle devait partir au plus tard le ${shipBy}, et à notre connaissance elle n'est pas encore partie.`,
    lateAlreadyNoDay: fr`Une chose à vous dire tout de suite : elle devrait déjà être partie, et à notre connaissance elle ne l'est pas encore.`,
    deliveryMoves: ({ deliverBy }) =>
      fr`La livraison prévue au plus tard le ${deliverBy} en dépend : nous vous la confirmerons avec la nouvelle date.`,
    authorised: ({ amount }) =>
      fr`Votre paiement de ${amount} est autorisé : la somme est réservée, elle n'a pas été prélevée.`,
    onDelivery: ({ amount, kind }) =>
      ({
        parcel: fr`Vous réglez ${amount} quand votre commande vous est livrée.`,
        'pickup-point': fr`Vous réglez ${amount} au point de retrait, en venant prendre votre commande.`,
        collect: fr`Vous réglez ${amount} à la boutique, en venant prendre votre commande.`,
        none: fr`Vous réglez ${amount} à réception.`,
      })[kind],
    onInvoice: ({ amount }) => fr`Vous réglez ${amount} sur facture ; rien n'a été prélevé.`,
    goods: fr`Votre commande`,
    total: fr`Total`,
    deliveryTo: {
      parcel: fr`Livraison`,
      'pickup-point': fr`Point de retrait`,
      collect: fr`À retirer en boutique`,
    },
    recipient: fr`Pour`,
    nextShip: fr`Nous préparons votre commande et vous écrivons dès qu'elle part.`,
    nextCollect: fr`Nous préparons votre commande et vous écrivons dès qu'elle vous attend.`,
    nextNothingToShip: fr`Tout est noté chez nous : vous n'avez plus rien à faire.`,
    nextPaid: (kind) =>
      ({
        parcel: fr`Dès que votre paiement est là, nous préparons votre commande, et vous écrivons quand elle part.`,
        'pickup-point': fr`Dès que votre paiement est là, nous préparons votre commande, et vous écrivons quand elle part.`,
        collect: fr`Dès que votre paiement est là, nous préparons votre commande, et vous écrivons quand elle vous attend.`,
        none: fr`Dès que votre paiement est là, nous nous occupons de votre commande.`,
      })[kind],
    nextAlreadyShipped: fr`Elle est même déjà partie : le détail de l'envoi suit dans un autre message.`,
    warnedBefore: fr`Si quelque chose devait la retarder, vous l'apprendriez par nous, et avant.`,
    changeBeforeItLeaves: fr`Pour la modifier ou l'annuler avant son départ, répondez à ce message ou appelez-nous.`,
    change: fr`Pour la modifier ou l'annuler, répondez à ce message ou appelez-nous.`,
  },

  'thank-customer': {
    subject: ({ order }) => fr`Merci de votre réponse (commande ${order})`,
    title: fr`Merci !`,
    opening: (tone) =>
      ({
        neutral: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. Ce fut un plaisir de préparer cette commande pour vous.`,
        security: fr`Vous nous dites que tout est bien arrivé : merci, il est bon de le savoir entre vos mains. Nous restons là si vous avez besoin de nous.`,
        pride: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. Nous espérons que cela fait honneur à votre choix.`,
        novelty: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. La découverte est maintenant à vous.`,
        comfort: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. Il ne nous fallait rien d'autre de votre part.`,
        money: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. Nous espérons que cela vous rendra bien service.`,
        sympathy: fr`Vous nous dites que tout est bien arrivé : merci de nous avoir répondu. Cela fait du bien d'avoir des nouvelles de ceux pour qui l'on travaille.`,
      })[tone],
    openingMore: fr`Merci d'avoir pris le temps de nous répondre. Nous n'avons pas fini : il reste quelque chose à venir.`,
    promo: ({ discount, by }) =>
      fr`Pour vous remercier de votre réponse : ${discount} sur votre prochaine commande, avec ce code, jusqu'au ${by}.`,
    promoCode: fr`Votre code`,
    done: fr`Votre commande est complète et vous n'avez plus rien à faire. Si quelque chose n'allait pas, même plus tard, dites-le-nous : nous y remédierons.`,
    notDone: ({ by }) =>
      by === undefined
        ? fr`Nous nous occupons de la suite et vous écrivons à chaque étape.`
        : fr`Nous nous occupons de la suite et vous écrivons à chaque étape ; la prochaine, au plus tard le ${by}.`,
  },

  'hand-to-staff': {
    subject: ({ order }) => fr`Commande ${order} : nous vous appelons`,
    title: fr`Quelqu'un s'occupe de vous`,
    opening: fr`Votre commande demande mieux qu'un message de plus. Pardon pour les soucis qu'elle vous a donnés.`,
    calls: ({ owner, by }) => fr`${owner} a votre commande en main et vous appelle au plus tard le ${by}.`,
    owner: fr`Qui s'en occupe`,
    callBy: fr`Appel au plus tard`,
    next: fr`Vous n'avez rien à faire. Si vous préférez ne pas attendre, appelez-nous ou répondez à ce message : tout ce qui a été dit est sous nos yeux.`,
  },
};
