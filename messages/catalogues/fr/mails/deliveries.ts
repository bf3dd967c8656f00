import type { DeliveryMails } from '../../mail-words/deliveries.ts';
import { fr } from '../../typography.ts';

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
};
