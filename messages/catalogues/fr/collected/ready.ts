import type { CollectedWords } from '../../collected-words.ts';
import { fr } from '../../typography.ts';
import { mails } from '../mails.ts';

type Ready = Pick<
  CollectedWords['mails'],
  | 'announce-shipment'
  | 'announce-partial-shipment'
  | 'warn-shipping-delay'
  | 'correct-shipment'
  | 'ask-delivery-check'
  | 'warn-delivery-delay'
  | 'trace-parcel'
  | 'warn-delivery-incident'
  | 'announce-pickup'
  | 'remind-pickup'
>;

const whenYouCome = fr`En venant, donnez-nous le numéro de commande. Si vous ne pouvez pas venir à temps, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`;

/** What is made ready in the shop, waits there and is fetched. */
export const ready: Ready = {
  'announce-shipment': {
    subject: ({ order }) => fr`Votre commande ${order} est prête à retirer`,
    subjectExtra: ({ order }) => fr`Commande ${order} : autre chose est prêt à retirer`,
    title: () => fr`Votre commande est prête à retirer`,
    titleExtra: fr`Autre chose est prêt à retirer`,
    opening: () => fr`Bonne nouvelle : tout est prêt, et vous attend à la boutique.`,
    openingExtra: fr`Autre chose pour votre commande vous attend à la boutique, en plus de ce dont nous vous avions parlé.`,
    next: () => whenYouCome,
  },

  'announce-partial-shipment': {
    subject: ({ order }) => fr`Une partie de la commande ${order} est prête à retirer`,
    title: fr`Une partie de votre commande est prête à retirer`,
    opening: fr`Pour ne pas vous faire attendre, nous vous disons ce qui est prêt : cela vous attend à la boutique. Le reste suit.`,
    restLeavesBy: fr`Le reste est prêt au plus tard`,
    nextRest: ({ by }) =>
      by === undefined
        ? fr`Nous vous écrivons dès que le reste est prêt.`
        : fr`Le reste est prêt au plus tard le ${by}, et nous vous écrivons ce jour-là, ou avant. Vous pouvez aussi tout retirer ensemble à ce moment.`,
    next: () => whenYouCome,
  },

  'warn-shipping-delay': {
    ...mails['warn-shipping-delay'],
    subject: ({ order, level }) =>
      ({
        1: fr`Votre commande ${order} sera prête plus tard que prévu`,
        2: fr`Commande ${order} pas encore prête : nos excuses`,
        3: fr`Commande ${order} en retard : à vous de choisir`,
      })[level],
    title: (level) =>
      ({
        1: fr`Votre commande sera prête plus tard que prévu`,
        2: fr`Nous vous présentons nos excuses`,
        3: fr`Vous avez assez attendu : à vous de choisir`,
      })[level],
    opening: ({ level, partly }) => {
      if (level === 1) {
        return partly
          ? fr`Une partie de votre commande n'est pas encore prête et le sera plus tard que nous ne vous l'avions promis. C'était à nous de vous le dire, et sans attendre que vous le demandiez.`
          : fr`Votre commande n'est pas encore prête et le sera plus tard que nous ne vous l'avions promis. C'était à nous de vous le dire, et sans attendre que vous le demandiez.`;
      }
      if (level === 2) {
        return partly
          ? fr`Une partie de votre commande n'est toujours pas prête. Ce n'est pas ce que nous vous avions promis, et nous vous en demandons pardon.`
          : fr`Votre commande n'est toujours pas prête. Ce n'est pas ce que nous vous avions promis, et nous vous en demandons pardon.`;
      }
      return partly
        ? fr`Une partie de votre commande n'est toujours pas prête, malgré ce que nous vous avions promis. Nous en sommes sincèrement désolés.`
        : fr`Votre commande n'est toujours pas prête, malgré ce que nous vous avions promis. Nous en sommes sincèrement désolés.`;
    },
    choice: ({ partly }) =>
      partly
        ? fr`Vous pouvez annuler ce qui n'est pas prêt, et nous vous rendons ce que vous avez payé pour cela, ou demander que nous vous appelions pour en parler.`
        : fr`Vous pouvez annuler votre commande, et nous vous rendons ce que vous avez payé, ou demander que nous vous appelions pour en parler.`,
    nextWithDate: ({ by }) =>
      by === undefined
        ? fr`Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`
        : fr`Nous vous écrivons dès que tout est prêt : inutile de venir avant. Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`,
    nextWithoutDate: ({ by }) =>
      by === undefined
        ? fr`Vous n'avez rien à faire : nous vous écrivons dès que tout est prêt.`
        : fr`Vous n'avez rien à faire : nous vous écrivons dès que tout est prêt, et de toute façon au plus tard le ${by}.`,
  },

  'correct-shipment': {
    subject: ({ order }) => fr`Commande ${order} : une rectification`,
    title: fr`Une rectification au sujet de ce qui vous attend`,
    opening: fr`Ce que nous vous en avions dit n'était pas tout à fait exact. Voici ce qu'il en est :`,
    carrier: () => fr`Le retrait se fait chez nous, à la boutique.`,
    tracking: () => fr`Le numéro de commande suffit pour le retrait.`,
    deliverBy: (by) =>
      by === undefined
        ? fr`Le jour jusqu'auquel nous disions le garder pour vous n'est plus valable.`
        : fr`Nous le gardons pour vous jusqu'au ${by} ; le jour que nous vous avions annoncé n'est plus valable.`,
  },

  'ask-delivery-check': {
    ...mails['ask-delivery-check'],
    subject: ({ order, scanned }) =>
      scanned ? fr`Tout va bien avec votre commande ${order} ?` : fr`Commande ${order} : l'avez-vous retirée ?`,
    title: () => fr`Tout va-t-il bien avec votre commande ?`,
    scanned: ({ toNeighbour, at }) => {
      const what = toNeighbour ? fr`votre commande a été retirée pour vous` : fr`vous avez retiré votre commande`;
      return at === undefined
        ? fr`D'après nos notes, ${what} : merci.`
        : fr`D'après nos notes, ${what} le ${at} : merci.`;
    },
    isAllWell: () => fr`Avez-vous bien tout, et tout est-il comme il faut ?`,
    unscannedToday: () => fr`Votre commande est prête, et rien ne nous dit qu'elle a été retirée : l'avez-vous ?`,
    unscannedSince: ({ by }) =>
      fr`Votre commande était gardée pour vous jusqu'au ${by}, et rien ne nous dit qu'elle a été retirée : l'avez-vous ?`,
    nextNotThere: fr`Si vous ne l'avez pas, c'est à nous de trouver pourquoi, pas à vous.`,
  },

  'warn-delivery-delay': {
    subject: ({ order }) => fr`Commande ${order} : prêt plus tard que prévu`,
    title: fr`Ce sera prêt plus tard que prévu`,
    opening: fr`Ce que vous devez retirer a pris du retard. Nous préférons vous le dire maintenant plutôt que de vous laisser venir pour rien.`,
    next: fr`Vous n'avez rien à faire : nous y veillons pour vous.`,
    nextWithDate: fr`Nous y veillons pour vous ; si cette date devait encore changer, vous l'apprendriez par nous.`,
  },

  'trace-parcel': {
    ...mails['trace-parcel'],
    subject: ({ order }) => fr`Commande ${order} : nous la cherchons`,
    title: fr`Nous cherchons votre commande`,
    opening: fr`Vous nous dites que vous n'avez pas votre commande, et nous vous en demandons pardon. Ce n'est pas à vous de la chercher : nous nous en chargeons.`,
    whatWeKnow: ({ leftOn }) =>
      leftOn === undefined
        ? fr`D'après nos notes, elle est prête. Rien ne nous confirme qu'elle est entre vos mains.`
        : fr`D'après nos notes, elle est prête depuis le ${leftOn}. Rien ne nous confirme qu'elle est entre vos mains.`,
    asking: fr`Nous la cherchons dès maintenant à la boutique.`,
    writes: ({ signatory, by }) =>
      fr`${signatory} vous écrit au plus tard le ${by}, que nous l'ayons retrouvée ou non.`,
    next: fr`Vous n'avez personne à appeler et rien à réclamer. Si nous ne la retrouvons pas, nous réglerons cela avec vous.`,
    itTurnedUp: fr`Vous l'avez entre-temps ? Un mot de votre part, par le lien ci-dessus, et nous arrêtons de chercher.`,
  },

  'warn-delivery-incident': {
    ...mails['warn-delivery-incident'],
    subject: ({ order, kind }) =>
      ({
        'failed-attempt': fr`Commande ${order} : le retrait n'a pas pu se faire`,
        customs: fr`Commande ${order} : retenue en douane`,
        damaged: fr`Commande ${order} : quelque chose a été abîmé`,
        lost: fr`Commande ${order} : perdue, nous y remédions`,
        returned: fr`Commande ${order} : revenue chez nous`,
        refused: fr`Commande ${order} : elle a été refusée`,
      })[kind],
    title: (kind) =>
      ({
        'failed-attempt': fr`Le retrait n'a pas pu se faire`,
        customs: fr`C'est retenu en douane`,
        damaged: fr`Quelque chose a été abîmé`,
        lost: fr`C'est perdu, et nous y remédions`,
        returned: fr`C'est revenu chez nous`,
        refused: fr`Cela a été refusé`,
      })[kind],
    opening: (kind) =>
      ({
        'failed-attempt': fr`Nous notons que ce que vous deviez retirer n'a pas pu vous être remis.`,
        customs: fr`Ce que vous devez retirer est à la douane, qui ne l'a pas encore laissé passer.`,
        damaged: fr`Nous apprenons que ce que vous deviez retirer a été abîmé, et nous vous en demandons pardon.`,
        lost: fr`Nous apprenons que ce que vous deviez retirer a été perdu, et nous vous en demandons pardon. C'est à nous d'y remédier.`,
        returned: fr`Nous notons que ce que vous deviez retirer est revenu chez nous.`,
        refused: fr`Nous notons que ce que vous deviez retirer a été refusé.`,
      })[kind],
    weDo: (kind) =>
      kind === 'customs'
        ? fr`Nous y veillons pour vous : si cela le retarde au-delà du jour annoncé, nous vous écrivons.`
        : fr`Nous cherchons ce qui s'est passé et vous écrivons.`,
    youCan: (kind) =>
      ({
        'failed-attempt': fr`Si un autre jour vous convient mieux, ou si quelqu'un d'autre doit venir, répondez à ce message ou appelez-nous.`,
        customs: fr`Si l'on vous demande des papiers ou un paiement, parlez-nous-en d'abord : répondez à ce message ou appelez-nous, nous regarderons cela avec vous.`,
        damaged: fr`Si vous l'avez déjà, gardez l'article et son emballage : une photo aide souvent, il suffit de répondre à ce message.`,
        lost: fr`Vous n'avez personne à appeler et rien à réclamer. Si vous l'aviez malgré tout, un mot de votre part suffit : répondez à ce message.`,
        returned: fr`Si vous le voulez toujours, répondez à ce message ou appelez-nous. Sinon, vous n'avez rien à faire.`,
        refused: mails['warn-delivery-incident'].youCan('refused'),
      })[kind],
  },

  'announce-pickup': {
    subject: ({ order }) => fr`Commande ${order} : elle vous attend`,
    title: fr`Quelque chose vous attend`,
    opening: ({ name, by }) =>
      name === undefined
        ? fr`Bonne nouvelle : ce que vous devez retirer vous attend à la boutique, qui le garde jusqu'au ${by}.`
        : fr`Bonne nouvelle : ce que vous devez retirer vous attend ici : « ${name} », jusqu'au ${by}.`,
    where: fr`Où venir`,
    address: fr`Adresse`,
    next: fr`En venant, donnez-nous le numéro de commande.`,
    nextCannot: fr`Si vous ne pouvez pas y être d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
  },

  'remind-pickup': {
    subject: ({ order, asked }) =>
      asked ? fr`Commande ${order} : elle est prête à la boutique` : fr`Commande ${order} : elle vous attend toujours`,
    title: (asked) => (asked ? fr`C'est prêt, et cela vous attend` : fr`Cela vous attend toujours`),
    opening: ({ name, asked, by }) => {
      if (asked) {
        return name === undefined
          ? fr`Vous nous dites que vous ne l'avez pas encore. C'est prêt, et cela vous attend à la boutique jusqu'au ${by}.`
          : fr`Vous nous dites que vous ne l'avez pas encore. C'est prêt, et cela vous attend ici : « ${name} », jusqu'au ${by}.`;
      }
      return name === undefined
        ? fr`Un petit rappel : ce que vous devez retirer est gardé pour vous à la boutique jusqu'au ${by}.`
        : fr`Un petit rappel : ce que vous devez retirer est gardé pour vous ici : « ${name} », jusqu'au ${by}.`;
    },
    afterwards: fr`Passé ce jour, nous ne pouvons plus promettre de le garder. Si vous ne pouvez pas venir d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
  },
};
