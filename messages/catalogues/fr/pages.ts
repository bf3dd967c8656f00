import type { PageWords } from '../page-words.ts';
import { fr } from '../typography.ts';

export const pages: PageWords = {
  orderLine: ({ order }) => fr`Commande ${order}`,
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
  choiceOpening: ({ partly }) =>
    partly
      ? fr`Une partie de votre commande n'est toujours pas partie, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`
      : fr`Votre commande n'est toujours pas partie, et nous en sommes sincèrement désolés. Que souhaitez-vous ?`,
  choice: {
    'cancel-order': fr`Annuler`,
    call: fr`Être rappelé`,
  },
  choiceHint: {
    'cancel-order': fr`ce qui n'est pas parti ; nous vous rendons ce que vous avez payé pour cela`,
    call: fr`une personne vous appelle pour en parler`,
  },
  chosenBefore: {
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
    'cancel-order': fr`Nous notons que vous souhaitez annuler.`,
    call: fr`Nous notons que vous souhaitez être rappelé.`,
  },
  nextBy: ({ said, owner, by }) => {
    if (said === 'call') return fr`${owner} vous appelle au plus tard le ${by}.`;
    if (said === 'not-yet') return fr`${owner} demande au transporteur et vous écrit au plus tard le ${by}.`;
    if (said === 'cancel-order') return fr`${owner} s'en occupe et vous le confirme au plus tard le ${by}.`;
    return fr`${owner} s'en occupe et vous répond au plus tard le ${by}.`;
  },
  nextInMessage: {
    received: fr`Un mot de notre part suit par e-mail.`,
    'not-yet': fr`C'est à nous de le chercher, pas à vous. Un e-mail suit : il vous dira qui vous écrit, et quand.`,
    problem: fr`Une personne s'en occupe. Un e-mail suit : il vous dira qui, et quand vous aurez une réponse.`,
    question: fr`Une personne vous répondra.`,
    'cancel-order': fr`Une personne s'en occupe et vous le confirmera.`,
    call: fr`Une personne vous appellera.`,
  },
  promo: ({ discount, by }) => fr`${discount} sur votre prochaine commande, jusqu'au ${by}.`,
  promoCode: fr`Votre code`,
  mayClose: fr`Vous pouvez fermer cette page.`,

  titleNotFound: fr`Ce lien ne mène plus nulle part`,
  notFound: fr`Il est peut-être incomplet, ou trop ancien.`,
  notFoundReach: fr`Répondez au message où vous l'avez trouvé : une personne vous lira.`,
  reach: ({ shop, phone }) => fr`Ou appelez ${shop} au ${phone}.`,
};
