import type { ChangeMails } from '../../mail-words/changes.ts';
import { fr } from '../../typography.ts';

export const changes: ChangeMails = {
  'warn-out-of-stock': {
    subject: ({ order, count, again }) => {
      if (again) return fr`Commande ${order} : nous attendons votre choix`;
      return count === 1
        ? fr`Commande ${order} : un article est épuisé`
        : fr`Commande ${order} : des articles sont épuisés`;
    },
    title: (count) =>
      count === 1 ? fr`Un article de votre commande est épuisé` : fr`Des articles de votre commande sont épuisés`,
    opening: (count) =>
      count === 1
        ? fr`Nous ne pouvons pas vous envoyer cet article comme promis : il est épuisé, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`
        : fr`Nous ne pouvons pas vous envoyer ces articles comme promis : ils sont épuisés, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`,
    openingAgain: fr`Nous vous avons écrit au sujet de ce qui est épuisé et n'avons pas encore votre réponse. Notre message vous a peut-être échappé : voici de nouveau la question.`,
    restGoesOn: fr`Le reste de votre commande n'est pas concerné : il n'attend pas votre réponse.`,
    rest: fr`Non concerné`,
    choices: fr`Vous pouvez choisir`,
    choice: {
      wait: ({ count, by }) => {
        if (by === undefined) return fr`D'attendre : nous vous écrivons dès que nous avons une date.`;
        return count === 1
          ? fr`D'attendre : l'article part au plus tard le ${by}.`
          : fr`D'attendre : les articles partent au plus tard le ${by}.`;
      },
      replace: ({ replacement, by }) => {
        if (replacement === undefined) {
          return by === undefined
            ? fr`De recevoir à la place ce que nous pouvons vous envoyer.`
            : fr`De recevoir à la place ce que nous pouvons vous envoyer : départ au plus tard le ${by}.`;
        }
        return by === undefined
          ? fr`De recevoir ceci à la place : ${replacement}.`
          : fr`De recevoir ceci à la place : ${replacement}. Départ au plus tard le ${by}.`;
      },
      'cancel-items': ({ count, partly }) => {
        if (partly) {
          return count === 1
            ? fr`D'annuler seulement cet article : le reste suit son cours, et nous vous rendons ce que vous avez payé pour cela.`
            : fr`D'annuler seulement ces articles : le reste suit son cours, et nous vous rendons ce que vous avez payé pour cela.`;
        }
        return count === 1
          ? fr`D'annuler cet article : nous vous rendons ce que vous avez payé pour cela.`
          : fr`D'annuler ces articles : nous vous rendons ce que vous avez payé pour cela.`;
      },
      'cancel-order': fr`D'annuler tout ce qui n'est pas parti : nous vous rendons ce que vous avez payé pour cela.`,
      call: fr`De nous parler : une personne vous appelle.`,
    },
    choose: fr`Faire mon choix`,
    answerBy: fr`Votre choix au plus tard`,
    next: fr`Le lien ci-dessus vous montre ces possibilités : il suffit d'appuyer, et nous nous en occupons.`,
    nextNoAnswer: ({ by }) => fr`Sans réponse de votre part d'ici au ${by}, une personne de chez nous s'en charge.`,
  },

  'confirm-cancellation': {
    subject: ({ order, what }) =>
      ({
        whole: fr`Votre commande ${order} est annulée`,
        part: fr`Une partie de la commande ${order} est annulée`,
        return: fr`Commande ${order} : déjà partie avant l'annulation`,
      })[what],
    title: (what) =>
      ({
        whole: fr`Votre commande est annulée`,
        part: fr`Une partie de votre commande est annulée`,
        return: fr`Le départ avait eu lieu avant votre annulation`,
      })[what],
    opening: ({ by, what }) => {
      if (what === 'return') {
        return fr`Vous nous avez demandé d'annuler. Ce que vous souhaitez annuler était déjà parti de chez nous : nous organisons donc son retour avec vous.`;
      }
      if (by === 'customer') {
        return what === 'whole'
          ? fr`Comme vous l'avez demandé, votre commande est annulée. Rien ne vous en sera envoyé.`
          : fr`Comme vous l'avez demandé, une partie de votre commande est annulée. Vous voyez ci-dessous ce qui est annulé et ce qui reste.`;
      }
      return what === 'whole'
        ? fr`Nous devons annuler votre commande, et nous vous en demandons pardon : nous savons que vous comptiez dessus.`
        : fr`Nous devons annuler une partie de votre commande, et nous vous en demandons pardon. Vous voyez ci-dessous ce qui est annulé et ce qui reste.`;
    },
    refuseOrReturn: fr`Ce qui est déjà parti de chez nous, vous pouvez le refuser à la livraison ; si vous l'avez déjà, répondez à ce message et nous organiserons son retour avec vous.`,
    nothingToRefund: fr`Il ne nous reste aucun paiement de votre part à vous rendre.`,
    notTaken: ({ payment, partly }) =>
      partly
        ? {
            authorised: fr`Votre paiement était seulement autorisé : pour ce qui est annulé, rien n'a été prélevé, et vous ne nous devez rien.`,
            awaited: fr`Vous n'avez pas payé ce qui est annulé, et vous ne nous devez rien pour cela.`,
            'on-delivery': fr`Vous n'avez pas payé ce qui est annulé, et vous ne nous devez rien pour cela.`,
            invoice: fr`Vous ne nous devez rien pour ce qui est annulé, même si cela figure sur une facture déjà reçue.`,
          }[payment]
        : {
            authorised: fr`Rien n'a été prélevé : la somme était seulement réservée sur votre carte ou votre compte, et cette réservation est levée. Vous ne nous devez rien.`,
            awaited: fr`Vous n'avez pas payé, et il n'y a plus rien à payer : vous ne nous devez rien.`,
            'on-delivery': fr`Vous n'avez pas payé, et il n'y a plus rien à payer : vous ne nous devez rien.`,
            invoice: fr`Vous ne nous devez rien : si vous avez déjà une facture pour cette commande, elle est sans effet.`,
          }[payment],
    returns: ({ owner, by }) => fr`${owner} s'occupe du retour et vous dit au plus tard le ${by} comment il se passe.`,
    cancelled: fr`Annulé`,
    toReturn: fr`Annulé : à refuser ou à renvoyer`,
    stays: fr`Ce qui reste`,
    notCancelled: fr`Non annulé`,
    nextStays: fr`Pour ce qui reste, rien ne change : nous continuons de nous en occuper.`,
    nextRefund: fr`Vous n'avez rien à faire pour récupérer votre argent.`,
    nextReturn: fr`D'ici là : si le colis vous est présenté, vous pouvez le refuser ; si vous l'avez déjà, gardez-le avec son emballage.`,
    nextNothing: fr`Vous n'avez rien d'autre à faire.`,
    notMeant: fr`Si ce n'est pas ce que vous souhaitiez, répondez à ce message ou appelez-nous.`,
    askUs: fr`Si vous avez une question à ce sujet, répondez à ce message ou appelez-nous.`,
  },

  'confirm-change': {
    subject: ({ order }) => fr`Votre commande ${order} a été modifiée`,
    title: fr`Votre commande a été modifiée`,
    opening: fr`Nous avons modifié votre commande. Voici ce qui change, et votre commande telle qu'elle est maintenant.`,
    changes: fr`Ce qui change`,
    changed: {
      lines: fr`Ce que vous avez commandé : la liste est ci-dessous.`,
      total: ({ amount }) => fr`Le total : il est maintenant de ${amount}.`,
      delivery: fr`La manière dont elle vous parvient : voyez ci-dessous.`,
      'ship-by': ({ by }) =>
        by === undefined ? fr`Le jour de son départ.` : fr`Elle part de chez nous au plus tard le ${by}.`,
      'deliver-by': ({ by }) =>
        by === undefined ? fr`Le jour de son arrivée.` : fr`Elle devrait être chez vous au plus tard le ${by}.`,
    },
    goods: fr`Votre commande telle qu'elle est maintenant`,
    next: fr`C'est désormais ce qui compte. Si ce n'est pas ce que vous souhaitiez, répondez à ce message ou appelez-nous.`,
  },

  'correct-what-we-said': {
    subject: ({ order }) => fr`Commande ${order} : nous devons rectifier`,
    title: fr`Nous devons rectifier ce que nous avons écrit`,
    opening: (count) =>
      count === 1
        ? fr`Nous vous avons écrit une chose qui n'était pas exacte, et nous vous en demandons pardon.`
        : fr`Nous vous avons écrit des choses qui n'étaient pas exactes, et nous vous en demandons pardon.`,
    forget: fr`N'en tenez plus compte`,
    said: ({ message, at }) =>
      ({
        'confirm-order': fr`notre message du ${at} qui confirmait votre commande`,
        'announce-shipment': fr`notre message du ${at} qui vous disait qu'un colis était en route`,
        'announce-partial-shipment': fr`notre message du ${at} qui vous disait qu'une partie était en route`,
        'warn-shipping-delay': fr`notre message du ${at} qui vous annonçait un départ plus tardif`,
        'ask-delivery-check': fr`notre message du ${at} qui vous demandait si tout était arrivé`,
        'warn-delivery-delay': fr`notre message du ${at} qui vous annonçait une arrivée plus tardive`,
        'thank-customer': fr`notre message du ${at} qui vous remerciait de votre réponse`,
        'trace-parcel': fr`notre message du ${at} qui vous disait que nous cherchions un colis`,
        'open-case': fr`notre message du ${at} qui prenait note d'un problème`,
        'apologise-for-wait': fr`notre message du ${at} qui vous demandait pardon pour l'attente`,
        'hand-to-staff': fr`notre message du ${at} qui vous annonçait un appel`,
        'warn-out-of-stock': fr`notre message du ${at} qui vous disait qu'un article était épuisé`,
        'confirm-cancellation': fr`notre message du ${at} qui confirmait une annulation`,
        'warn-delivery-incident': fr`notre message du ${at} au sujet d'un incident avec un colis`,
        'announce-pickup': fr`notre message du ${at} qui vous disait qu'un colis était au point de retrait`,
        'remind-pickup': fr`notre message du ${at} qui vous rappelait un colis au point de retrait`,
        'announce-progress': fr`notre message du ${at} qui vous disait où nous en étions`,
        'announce-settlement': fr`notre message du ${at} qui vous disait comment nous réglions les choses`,
        'announce-refund': fr`notre message du ${at} qui vous annonçait un remboursement fait`,
        'escalate-refund': fr`notre message du ${at} qui vous disait qu'un remboursement avait du retard`,
        'remind-payment': fr`notre message du ${at} qui vous rappelait votre paiement`,
        'confirm-change': fr`notre message du ${at} qui confirmait une modification`,
        'offer-promo': fr`notre message du ${at} qui vous remerciait par une remise`,
        'correct-shipment': fr`notre message du ${at} qui rectifiait ce que nous avions dit d'un colis`,
        'correct-what-we-said': fr`notre message du ${at} qui en rectifiait un autre`,
      })[message],
    standsNow: fr`Encore à venir`,
    nothingToCome: fr`En l'état, plus rien de cette commande n'est à venir.`,
    nextStepBy: fr`Prochaine étape au plus tard`,
    next: fr`Vous n'avez rien à faire. Si cela vous met dans l'embarras, ou si quelque chose ne vous paraît pas juste, répondez à ce message ou appelez-nous.`,
  },
};
