import type { PageWords } from '../page-words.ts';
import { fr } from '../typography.ts';

export const pages: PageWords = {
  help: ({ phone }) => fr`Vous préférez nous parler ? Appelez-nous au ${phone}, ou répondez à l'un de nos messages.`,

  titleAsked: (parcels) => (parcels > 1 ? fr`Vos colis sont-ils arrivés ?` : fr`Votre colis est-il arrivé ?`),
  titleOrder: fr`Où en est votre commande`,
  status: {
    'under-way': fr`En route`,
    'at-pickup': fr`Vous attend au point de retrait`,
    delivered: fr`Livré, d'après le transporteur`,
    'with-neighbour': fr`Remis à l'un de vos voisins, d'après le transporteur`,
    lost: fr`Perdu : nous nous en occupons`,
    returned: fr`Revenu chez nous : nous nous en occupons`,
  },
  deliveredAt: ({ at }) => fr`le ${at}`,
  nothingLeftYet: fr`En préparation chez nous`,
  yourAnswer: fr`Votre réponse`,
  somethingToSay: fr`Quelque chose à nous dire ?`,
  saidBefore: {
    received: fr`Vous nous avez dit que tout est arrivé, merci. Si quelque chose a changé, dites-le-nous ici.`,
    'not-yet': fr`Vous nous avez dit que ce n'était pas encore arrivé. Si quelque chose a changé, dites-le-nous ici.`,
    problem: fr`Vous nous avez signalé un problème et nous nous en occupons. Vous pouvez ajouter quelque chose ici.`,
    question: fr`Nous avons votre question et nous vous répondrons. Vous pouvez ajouter quelque chose ici.`,
  },
  word: {
    received: fr`Oui, tout est arrivé`,
    'not-yet': fr`Non, pas encore`,
    problem: fr`Il y a un problème`,
    question: fr`J'ai une question`,
  },
  receivedUnasked: fr`Tout est déjà arrivé`,
  wordHint: {
    received: fr`et tout va bien`,
    'not-yet': fr`nous le cherchons pour vous`,
    problem: fr`abîmé, erreur, manque, retour`,
    question: fr`une personne vous répond`,
  },

  aboutWhat: fr`De quoi s'agit-il ?`,
  about: {
    damaged: fr`Arrivé abîmé`,
    wrong: fr`Ce n'est pas ce que j'ai commandé`,
    missing: fr`Il manque quelque chose`,
    return: fr`Je voudrais rendre un article`,
    other: fr`Autre chose`,
  },
  whichParcel: fr`Quel colis ?`,
  wholeOrder: fr`Toute la commande`,
  tellUs: fr`En quelques mots (facultatif)`,
  yourQuestion: fr`Votre question`,
  send: fr`Envoyer`,

  titleChoice: fr`À vous de choisir`,
  titleSettled: fr`Cette question est réglée`,
  settled: fr`Il n'y a plus rien à choisir ici. Si vous avez changé d'avis, appelez-nous ou répondez à l'un de nos messages.`,
  choiceOpening: ({ about, partly, count }) => {
    if (about === 'stock-out') {
      return count === 1
        ? fr`Cet article de votre commande est épuisé, et nous vous en demandons pardon. Que souhaitez-vous ?`
        : fr`Ces articles de votre commande sont épuisés, et nous vous en demandons pardon. Que souhaitez-vous ?`;
    }
    return partly
      ? fr`Une partie de votre commande n'est toujours pas partie, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`
      : fr`Votre commande n'est toujours pas partie, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`;
  },
  choice: {
    wait: ({ by }) => (by === undefined ? fr`J'attends` : fr`J'attends : départ au plus tard le ${by}`),
    replace: ({ replacement }) =>
      replacement === undefined ? fr`Envoyez-moi le remplacement` : fr`Envoyez-moi à la place : ${replacement}`,
    'cancel-items': ({ count }) => (count === 1 ? fr`Annuler cet article` : fr`Annuler ces articles`),
    'cancel-order': ({ partly }) => (partly ? fr`Annuler tout ce qui n'est pas parti` : fr`Annuler toute ma commande`),
    call: fr`Appelez-moi`,
  },
  choiceHint: {
    wait: fr`nous vous écrivons au moment du départ`,
    replace: ({ by }) => (by === undefined ? fr`au lieu de ce qui est épuisé` : fr`départ au plus tard le ${by}`),
    'cancel-items': ({ goods, partly }) => {
      if (goods === undefined) return fr`nous vous rendons ce que vous avez payé pour cela`;
      return partly
        ? fr`${goods}. Le reste suit son cours ; nous vous rendons ce que vous avez payé pour cela.`
        : fr`${goods}. Nous vous rendons ce que vous avez payé pour cela.`;
    },
    'cancel-order': ({ goods, partly }) => {
      if (goods !== undefined) return fr`${goods}. Nous vous rendons ce que vous avez payé pour cela.`;
      return partly
        ? fr`tout ce qui est encore chez nous, pas seulement ce dont il s'agit ici ; nous vous rendons ce que vous avez payé pour cela.`
        : fr`en entier ; nous vous rendons ce que vous avez payé.`;
    },
    call: fr`une personne vous appelle pour en parler`,
  },
  chosenBefore: {
    wait: fr`Vous avez choisi d'attendre : c'est bien noté.`,
    replace: fr`Vous avez choisi le remplacement : c'est bien noté.`,
    'cancel-items': fr`Vous avez demandé à annuler ce qui est épuisé : c'est bien noté.`,
    'cancel-order': fr`Vous avez demandé à annuler : c'est bien noté.`,
    call: fr`Vous avez demandé que nous vous appelions : c'est bien noté.`,
  },
  orWait: fr`Vous préférez attendre ? Vous n'avez rien à faire : nous continuons de nous en occuper et de vous écrire.`,

  thanks: fr`Merci !`,
  alreadyAnswered: fr`Vous nous avez déjà répondu`,
  alreadyNoted: fr`C'est bien noté depuis la première fois : il n'y a rien à refaire.`,
  noted: {
    received: fr`Nous notons que tout est arrivé.`,
    'not-yet': fr`Nous notons que ce n'est pas encore arrivé, et nous vous en demandons pardon.`,
    problem: fr`Nous notons que quelque chose ne va pas, et nous vous en demandons pardon.`,
    question: fr`Nous avons bien votre question.`,
    wait: fr`Nous notons que vous souhaitez attendre.`,
    replace: fr`Nous notons que vous prenez le remplacement.`,
    'cancel-items': fr`Nous notons que vous souhaitez annuler ce qui est épuisé.`,
    'cancel-order': fr`Nous notons que vous souhaitez annuler tout ce qui n'est pas parti.`,
    call: fr`Nous notons que vous souhaitez être rappelé.`,
  },
  leavesBy: ({ said, by }) =>
    said === 'wait'
      ? fr`Le départ a lieu au plus tard le ${by}.`
      : fr`Le remplacement part de chez nous au plus tard le ${by}.`,
  nextBy: ({ said, owner, by }) => {
    if (said === 'call') return fr`${owner} vous appelle au plus tard le ${by}.`;
    if (said === 'not-yet') return fr`${owner} demande au transporteur et vous écrit au plus tard le ${by}.`;
    if (said === 'wait' || said === 'replace') return fr`${owner} s'en occupe, au plus tard le ${by}.`;
    if (said === 'cancel-items' || said === 'cancel-order')
      return fr`${owner} s'en occupe et vous le confirme au plus tard le ${by}.`;
    return fr`${owner} s'en occupe et vous répond au plus tard le ${by}.`;
  },
  nextInMessage: {
    received: fr`Un mot de notre part suit par e-mail.`,
    'not-yet': fr`C'est à nous de le chercher, pas à vous. Un e-mail suit : il vous dira qui vous écrit, et quand.`,
    problem: fr`Une personne s'en occupe. Un e-mail suit : il vous dira qui, et quand vous aurez une réponse.`,
    question: fr`Une personne vous répondra.`,
    wait: fr`Nous vous écrivons dès le départ.`,
    replace: fr`Nous vous écrivons dès le départ.`,
    'cancel-items': fr`Une personne s'en occupe et vous le confirmera.`,
    'cancel-order': fr`Une personne s'en occupe et vous le confirmera.`,
    call: fr`Une personne vous appellera.`,
  },
  promo: ({ discount, by }) => fr`${discount} sur votre prochaine commande, jusqu'au ${by}.`,
  promoCode: fr`Votre code`,
  mayClose: fr`Vous pouvez fermer cette page.`,

  ownName: fr`Français`,
  titlePreferences: fr`Comment nous vous écrivons`,
  preferencesOpening: fr`C'est à vous de le dire. Quel que soit votre choix, vous apprenez tout ce qui concerne vos commandes.`,
  saved: fr`C'est noté. Nous vous écrivons désormais ainsi.`,
  whichLanguage: fr`Dans quelle langue ?`,
  whichTone: fr`Que souhaitez-vous lire d'abord dans nos messages ?`,
  toneHint: fr`Seuls les premiers mots changent : les faits y sont toujours tous.`,
  tone: {
    '': fr`Ce que la boutique juge bon`,
    neutral: fr`Rien de particulier : les faits`,
    security: fr`Que tout est suivi`,
    pride: fr`Ce que j'ai choisi`,
    novelty: fr`Ce qu'il y a à découvrir`,
    comfort: fr`Que j'ai peu à faire`,
    money: fr`Ce que j'ai pour mon argent`,
    sympathy: fr`Un mot personnel`,
  },
  whichChannel: fr`Si quelque chose ne va pas`,
  channel: { email: fr`Écrivez-moi par e-mail`, phone: fr`Appelez-moi, et écrivez-moi aussi` },
  whetherOffers: fr`Pouvons-nous vous faire une offre de temps en temps, comme une remise pour vous remercier ?`,
  offers: { yes: fr`Oui, volontiers`, no: fr`Non merci` },
  offersHint: fr`Les messages au sujet de vos commandes viennent dans tous les cas.`,
  save: fr`Enregistrer`,

  titleUnsubscribe: fr`Plutôt pas d'offres ?`,
  unsubscribeOpening: fr`Un seul geste, et nous ne vous faisons plus d'offres.`,
  unsubscribe: fr`Mettre fin aux offres`,
  titleUnsubscribed: fr`Fin des offres`,
  unsubscribed: fr`C'est fait : nous ne vous faisons plus d'offres.`,
  ordersStillCome: fr`Les messages au sujet de vos commandes continuent de venir.`,

  titleNotFound: fr`Ce lien ne mène plus nulle part`,
  notFound: fr`Il est peut-être incomplet, ou trop ancien.`,
  notFoundReach: fr`Répondez au message où vous l'avez trouvé : une personne vous lira.`,
  reach: ({ shop, phone }) => fr`Ou appelez ${shop} au ${phone}.`,
};
