import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { DeliveryMails } from '../../mail-words/deliveries.ts';
import { fr } from '../../typography.ts';

const isItWell: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Est-il bien entre vos mains, et tout va-t-il comme il faut ?`,
  security: fr`Est-il bien entre vos mains, entier et complet ? Nous aimons mieux l'apprendre de vous que le tenir pour acquis.`,
  pride: fr`Est-il bien entre vos mains, et à la hauteur de votre choix ?`,
  novelty: fr`Est-il bien entre vos mains, et tel que vous l'imaginiez ? Nous sommes curieux de l'apprendre.`,
  comfort: fr`Est-il bien entre vos mains, et tout va-t-il bien ? Un instant suffit pour nous le dire.`,
  money: fr`Est-il bien entre vos mains, avec tout ce qui vous est dû ?`,
  sympathy: fr`Est-il bien entre vos mains, et vous plaît-il ? Un mot de vous nous ferait plaisir.`,
};

const areTheyWell: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Sont-ils bien entre vos mains, et tout va-t-il comme il faut ?`,
  security: fr`Sont-ils bien entre vos mains, entiers et complets ? Nous aimons mieux l'apprendre de vous que le tenir pour acquis.`,
  pride: fr`Sont-ils bien entre vos mains, et à la hauteur de votre choix ?`,
  novelty: fr`Sont-ils bien entre vos mains, et tels que vous les imaginiez ? Nous sommes curieux de l'apprendre.`,
  comfort: fr`Sont-ils bien entre vos mains, et tout va-t-il bien ? Un instant suffit pour nous le dire.`,
  money: fr`Sont-ils bien entre vos mains, avec tout ce qui vous est dû ?`,
  sympathy: fr`Sont-ils bien entre vos mains, et tout vous plaît-il ? Un mot de vous nous ferait plaisir.`,
};

export const deliveries: DeliveryMails = {
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
    isAllWell: ({ parcels, tone }) => (parcels === 1 ? isItWell : areTheyWell)[tone],
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

  'warn-delivery-incident': {
    subject: ({ order, kind }) =>
      ({
        'failed-attempt': fr`Commande ${order} : la livraison n'a pas pu se faire`,
        customs: fr`Commande ${order} : votre colis est retenu en douane`,
        damaged: fr`Commande ${order} : votre colis a été abîmé`,
        lost: fr`Commande ${order} : colis perdu, nous y remédions`,
        returned: fr`Commande ${order} : votre colis nous revient`,
        refused: fr`Commande ${order} : votre colis a été refusé`,
      })[kind],
    title: (kind) =>
      ({
        'failed-attempt': fr`Votre colis n'a pas pu être livré`,
        customs: fr`Votre colis est retenu en douane`,
        damaged: fr`Votre colis a été abîmé en chemin`,
        lost: fr`Votre colis est perdu, et nous y remédions`,
        returned: fr`Votre colis nous revient`,
        refused: fr`Votre colis a été refusé à la livraison`,
      })[kind],
    opening: (kind) =>
      ({
        'failed-attempt': fr`Le transporteur s'est présenté pour vous livrer votre colis, sans y parvenir.`,
        customs: fr`Votre colis est à la douane, qui ne l'a pas encore laissé repartir.`,
        damaged: fr`Nous apprenons que votre colis a été abîmé en chemin, et nous vous en demandons pardon.`,
        lost: fr`Nous apprenons que votre colis s'est perdu en chemin, et nous vous en demandons pardon. C'est à nous d'y remédier.`,
        returned: fr`Nous apprenons que votre colis est en train de revenir chez nous.`,
        refused: fr`Nous apprenons que votre colis a été refusé au moment de la livraison, et qu'il revient chez nous.`,
      })[kind],
    noted: (note) => fr`Ce qui a été noté : ${note}`,
    inHand: ({ owner, by }) =>
      fr`${owner} s'en charge en personne et vous dit au plus tard le ${by} ce que nous faisons.`,
    weDo: (kind) =>
      ({
        'failed-attempt': fr`Nous le suivons pour vous : s'il doit arriver plus tard que prévu, ou s'il vous attend à un point de retrait, nous vous écrivons.`,
        customs: fr`Nous le suivons pour vous : si cela le retarde au-delà du jour annoncé, nous vous écrivons.`,
        damaged: fr`Nous cherchons ce qui s'est passé et vous écrivons.`,
        lost: fr`Nous cherchons ce qui s'est passé et vous écrivons.`,
        returned: fr`Nous cherchons ce qui s'est passé et vous écrivons.`,
        refused: fr`Nous cherchons ce qui s'est passé et vous écrivons.`,
      })[kind],
    youCan: (kind) =>
      ({
        'failed-attempt': fr`Si l'adresse, le nom sur la porte ou votre téléphone ne sont pas les bons, ou si un autre jour vous convient mieux, répondez à ce message ou appelez-nous : nous voyons cela avec le transporteur.`,
        customs: fr`Si l'on vous demande des papiers ou un paiement, parlez-nous-en avant d'envoyer quoi que ce soit : répondez à ce message ou appelez-nous, nous regarderons cela avec vous.`,
        damaged: fr`S'il vous est tout de même présenté, vous pouvez le refuser. Si vous l'avez déjà, gardez l'article et son emballage : une photo aide souvent, il suffit de répondre à ce message.`,
        lost: fr`Vous n'avez personne à appeler et rien à réclamer. S'il arrivait malgré tout, un mot de votre part suffit : répondez à ce message.`,
        returned: fr`Si l'adresse ou le nom sur la porte n'étaient pas les bons, répondez à ce message avec les bons. Sinon, vous n'avez rien à faire.`,
        refused: fr`Si c'est vous qui l'avez refusé, vous n'avez rien d'autre à faire. Si c'est une erreur, répondez à ce message ou appelez-nous.`,
      })[kind],
  },

  'announce-pickup': {
    subject: ({ order }) => fr`Commande ${order} : votre colis vous attend`,
    title: fr`Votre colis vous attend`,
    opening: ({ name, by }) =>
      name === undefined
        ? fr`Bonne nouvelle : votre colis vous attend au point de retrait, où il est gardé jusqu'au ${by}.`
        : fr`Bonne nouvelle : votre colis vous attend au point de retrait « ${name} », où il est gardé jusqu'au ${by}.`,
    where: fr`Point de retrait`,
    address: fr`Adresse`,
    next: fr`Vous pouvez passer le prendre dès maintenant. Munissez-vous d'une pièce d'identité, et du numéro du colis si vous l'avez.`,
    nextCannot: fr`Si vous ne pouvez pas y être d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
  },

  'remind-pickup': {
    subject: ({ order, asked }) =>
      asked
        ? fr`Commande ${order} : votre colis est au point de retrait`
        : fr`Commande ${order} : votre colis vous attend toujours`,
    title: (asked) => (asked ? fr`Votre colis est au point de retrait` : fr`Votre colis vous attend toujours`),
    opening: ({ name, asked, by }) => {
      if (asked) {
        return name === undefined
          ? fr`Vous nous dites que votre colis ne vous est pas parvenu. Il a été déposé au point de retrait, où il vous attend jusqu'au ${by}.`
          : fr`Vous nous dites que votre colis ne vous est pas parvenu. Il a été déposé au point de retrait « ${name} », où il vous attend jusqu'au ${by}.`;
      }
      return name === undefined
        ? fr`Un petit rappel : votre colis est gardé pour vous au point de retrait jusqu'au ${by}.`
        : fr`Un petit rappel : votre colis est gardé pour vous au point de retrait « ${name} » jusqu'au ${by}.`;
    },
    afterwards: fr`Passé ce jour, le point de retrait ne le garde plus. Si vous ne pouvez pas y être d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
  },
};
