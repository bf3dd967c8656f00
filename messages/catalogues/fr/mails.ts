import type { MailWords } from '../catalogue.ts';
import { fr } from '../typography.ts';

export const mails: MailWords = {
  'confirm-order': {
    subject: ({ order }) => fr`Merci pour votre commande ${order}`,
    subjectLate: ({ order }) => fr`Commande ${order} : bien notée, mais en retard`,
    title: fr`Merci, votre commande est bien notée`,
    opening: fr`Merci de votre confiance. Nous avons votre commande et nous en prenons soin ; en voici le détail.`,
    lateAlready: ({ shipBy }) =>
      fr`Une chose à vous dire tout de suite : elle devait partir au plus tard le ${shipBy}, et à notre connaissance elle n'est pas encore partie.`,
    lateAlreadyNoDay: fr`Une chose à vous dire tout de suite : elle devrait déjà être partie, et à notre connaissance elle ne l'est pas encore.`,
    deliveryMoves: ({ deliverBy }) =>
      fr`La livraison prévue au plus tard le ${deliverBy} en dépend : nous vous la confirmerons avec la nouvelle date.`,
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
    nextNothingToShip: fr`Il n'y a rien à expédier : vous n'avez plus rien à faire.`,
    nextAlreadyShipped: fr`Elle est même déjà partie : le détail de l'envoi suit dans un autre message.`,
    warnedBefore: fr`Si quelque chose devait la retarder, vous l'apprendriez par nous, et avant.`,
    changeBeforeItLeaves: fr`Pour la modifier ou l'annuler avant son départ, répondez à ce message ou appelez-nous.`,
    change: fr`Pour la modifier ou l'annuler, répondez à ce message ou appelez-nous.`,
  },

  'announce-shipment': {
    subject: ({ order }) => fr`Votre commande ${order} est en route`,
    subjectExtra: ({ order }) => fr`Commande ${order} : un colis de plus en route`,
    title: (parcels) => (parcels === 1 ? fr`Votre colis est en route` : fr`Vos ${parcels} colis sont en route`),
    titleExtra: fr`Un colis de plus est en route`,
    opening: (parcels) =>
      parcels === 1
        ? fr`Bonne nouvelle : votre colis est parti de chez nous. Il ne reste plus rien à expédier.`
        : fr`Bonne nouvelle : vos colis sont partis de chez nous. Il ne reste plus rien à expédier.`,
    openingExtra: fr`Un colis de plus est parti pour votre commande, en plus de ceux dont nous vous avions parlé.`,
    next: (parcels) =>
      parcels === 1
        ? fr`Nous le suivons pour vous. Une fois qu'il sera livré, nous vous demanderons si tout va bien ; s'il prend du retard, nous vous écrirons.`
        : fr`Nous les suivons pour vous. Une fois qu'ils seront livrés, nous vous demanderons si tout va bien ; si l'un d'eux prend du retard, nous vous écrirons.`,
  },

  'announce-partial-shipment': {
    subject: ({ order }) => fr`Une partie de votre commande ${order} est en route`,
    title: fr`Une partie de votre commande est en route`,
    opening: fr`Pour ne pas vous faire attendre, nous avons déjà envoyé ce qui était prêt. Le reste suit séparément.`,
    restLeavesBy: fr`Le reste part au plus tard`,
    nextRest: ({ by }) =>
      by === undefined
        ? fr`Nous vous écrivons dès que le reste part.`
        : fr`Le reste part au plus tard le ${by}, et nous vous écrivons ce jour-là, ou avant.`,
    next: (parcels) =>
      parcels === 1
        ? fr`Nous suivons pour vous le colis qui est en route ; s'il prend du retard, nous vous écrirons.`
        : fr`Nous suivons pour vous les colis qui sont en route ; si l'un d'eux prend du retard, nous vous écrirons.`,
  },

  'warn-shipping-delay': {
    subject: ({ order, level }) =>
      ({
        1: fr`Votre commande ${order} partira plus tard que prévu`,
        2: fr`Commande ${order} pas encore partie : nos excuses`,
        3: fr`Commande ${order} en retard : à vous de choisir`,
      })[level],
    title: (level) =>
      ({
        1: fr`Votre commande partira plus tard que prévu`,
        2: fr`Nous vous présentons nos excuses`,
        3: fr`Vous avez assez attendu : à vous de choisir`,
      })[level],
    opening: ({ level, partly }) => {
      if (level === 1) {
        return partly
          ? fr`Une partie de votre commande n'est pas encore partie et partira plus tard que nous ne vous l'avions promis. C'était à nous de vous le dire, et sans attendre que vous le demandiez.`
          : fr`Votre commande n'est pas encore partie et partira plus tard que nous ne vous l'avions promis. C'était à nous de vous le dire, et sans attendre que vous le demandiez.`;
      }
      if (level === 2) {
        return partly
          ? fr`Une partie de votre commande n'est toujours pas partie. Ce n'est pas ce que nous vous avions promis, et nous vous en demandons pardon.`
          : fr`Votre commande n'est toujours pas partie. Ce n'est pas ce que nous vous avions promis, et nous vous en demandons pardon.`;
      }
      return partly
        ? fr`Une partie de votre commande n'est toujours pas partie, malgré ce que nous vous avions promis. Nous en sommes sincèrement désolés.`
        : fr`Votre commande n'est toujours pas partie, malgré ce que nous vous avions promis. Nous en sommes sincèrement désolés.`;
    },
    newDates: fr`Voici où nous en sommes maintenant :`,
    choice: ({ partly }) =>
      partly
        ? fr`Vous pouvez annuler ce qui n'est pas parti, et nous vous rendons ce que vous avez payé pour cela, ou demander que nous vous appelions pour en parler.`
        : fr`Vous pouvez annuler votre commande, et nous vous rendons ce que vous avez payé, ou demander que nous vous appelions pour en parler.`,
    choose: fr`Annuler ou être rappelé`,
    late: fr`Ce qui est en retard`,
    nextWithDate: ({ by }) =>
      by === undefined
        ? fr`Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`
        : fr`Nous vous écrivons dès le départ. Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`,
    nextWithoutDate: ({ by }) =>
      by === undefined
        ? fr`Vous n'avez rien à faire : nous vous écrivons dès le départ.`
        : fr`Vous n'avez rien à faire : nous vous écrivons dès le départ, et de toute façon au plus tard le ${by}.`,
    nextChoice: fr`Si vous préférez attendre, vous n'avez rien à faire : nous continuons de nous en occuper et de vous écrire.`,
  },

  'ask-delivery-check': {
    subject: ({ order, scanned }) =>
      scanned
        ? fr`Votre commande ${order} est-elle bien arrivée ?`
        : fr`Commande ${order} : votre colis est-il arrivé ?`,
    title: (parcels) => (parcels === 1 ? fr`Votre colis est-il arrivé ?` : fr`Vos colis sont-ils arrivés ?`),
    scanned: ({ parcels, toNeighbour, carrier, at }) => {
      const source = carrier === undefined ? fr`D'après le transporteur` : fr`D'après ${carrier}`;
      const what = parcels === 1 ? fr`votre colis a été remis` : fr`vos colis ont été remis`;
      const whom = toNeighbour ? fr` à l'un de vos voisins` : fr``;
      return at === undefined ? fr`${source}, ${what}${whom}.` : fr`${source}, ${what}${whom} le ${at}.`;
    },
    isAllWell: (parcels) =>
      parcels === 1
        ? fr`Est-il bien entre vos mains, et tout va-t-il comme il faut ?`
        : fr`Sont-ils bien entre vos mains, et tout va-t-il comme il faut ?`,
    unscannedToday: (parcels) =>
      parcels === 1
        ? fr`Votre colis devrait être chez vous aujourd'hui au plus tard, et le transporteur ne l'a pas confirmé : est-il arrivé ?`
        : fr`Vos colis devraient être chez vous aujourd'hui au plus tard, et le transporteur ne l'a pas confirmé : sont-ils arrivés ?`,
    unscannedSince: ({ parcels, by }) =>
      parcels === 1
        ? fr`Votre colis devait être chez vous au plus tard le ${by}, et le transporteur ne l'a pas confirmé : est-il arrivé ?`
        : fr`Vos colis devaient être chez vous au plus tard le ${by}, et le transporteur ne l'a pas confirmé : sont-ils arrivés ?`,
    promo: ({ discount }) =>
      fr`Pour vous remercier de votre réponse, quelle qu'elle soit : ${discount} sur votre prochaine commande.`,
    answer: fr`Donner ma réponse`,
    next: fr`Dites-nous simplement oui, pas encore, ou ce qui ne va pas : nous nous occupons du reste.`,
    nextNotThere: fr`S'il n'est pas là, c'est à nous de le chercher, pas à vous.`,
  },

  'warn-delivery-delay': {
    subject: ({ order }) => fr`Commande ${order} : votre colis arrivera plus tard`,
    title: fr`Votre colis arrivera plus tard que prévu`,
    opening: fr`Votre colis a pris du retard en chemin. Nous préférons vous le dire maintenant plutôt que de vous laisser l'attendre.`,
    next: fr`Vous n'avez rien à faire : nous suivons ce colis pour vous.`,
    nextWithDate: fr`Nous suivons ce colis pour vous ; si cette date devait encore changer, vous l'apprendriez par nous.`,
  },

  'thank-customer': {
    subject: ({ order }) => fr`Merci de votre réponse (commande ${order})`,
    title: fr`Merci !`,
    opening: fr`Vous nous dites que tout est bien arrivé : merci d'avoir pris le temps de nous répondre. Ce fut un plaisir de préparer cette commande pour vous.`,
    openingMore: fr`Merci d'avoir pris le temps de nous répondre. Nous n'avons pas fini : il reste quelque chose à venir.`,
    promo: ({ discount, by }) =>
      fr`Pour vous remercier de votre réponse : ${discount} sur votre prochaine commande, avec ce code, jusqu'au ${by}.`,
    promoCode: fr`Votre code`,
    done: fr`Votre commande est complète et vous n'avez plus rien à faire. Si quelque chose n'allait pas, même plus tard, dites-le-nous : nous y remédierons.`,
    notDone: ({ by }) =>
      by === undefined
        ? fr`Nous nous occupons de la suite et vous écrivons à chaque étape.`
        : fr`Nous nous occupons de la suite et vous écrivons à chaque étape ; la prochaine, au plus tard le ${by}.`,
    sayMore: fr`Nous dire autre chose`,
  },

  'trace-parcel': {
    subject: ({ order }) => fr`Commande ${order} : nous cherchons votre colis`,
    title: fr`Nous cherchons votre colis`,
    opening: fr`Votre colis n'est pas arrivé, et nous vous en demandons pardon. Ce n'est pas à vous de courir après : nous nous en chargeons.`,
    whatWeKnow: ({ carrier, leftOn, trackingNumber }) => {
      const source = carrier === undefined ? fr`D'après le transporteur` : fr`D'après ${carrier}`;
      const left = leftOn === undefined ? fr`il est parti de chez nous` : fr`il est parti de chez nous le ${leftOn}`;
      const number = trackingNumber === undefined ? fr`` : fr`, sous le numéro ${trackingNumber}`;
      return fr`${source}, ${left}${number}. Depuis, rien ne nous confirme qu'il est entre vos mains.`;
    },
    asking: fr`Nous demandons dès maintenant au transporteur où il se trouve.`,
    writes: ({ signatory, by }) =>
      fr`${signatory} vous écrit au plus tard le ${by}, que le transporteur ait répondu ou non.`,
    next: fr`Vous n'avez personne à appeler et rien à réclamer. Si nous ne le retrouvons pas, nous réglerons cela avec vous.`,
    itTurnedUp: fr`Il est arrivé entre-temps ? Un mot de votre part, par le lien ci-dessus, et nous arrêtons de chercher.`,
  },

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
