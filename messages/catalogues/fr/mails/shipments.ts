import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { ShipmentMails } from '../../mail-words/shipments.ts';
import { fr } from '../../typography.ts';

const oneHasLeft: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Bonne nouvelle : votre colis est parti de chez nous. Il ne reste plus rien à expédier.`,
  security: fr`Votre colis est parti de chez nous, et il ne reste plus rien à expédier. S'il lui arrivait quelque chose en chemin, ce serait à nous de le régler, pas à vous.`,
  pride: fr`Votre colis est parti de chez nous : nous espérons que ce que vous avez choisi vous donnera raison. Il ne reste plus rien à expédier.`,
  novelty: fr`Votre colis est parti de chez nous, et le plus beau moment reste à venir : l'ouvrir. Il ne reste plus rien à expédier.`,
  comfort: fr`Votre colis est parti de chez nous, et il ne reste plus rien à expédier. Vous n'avez rien à faire pour le moment : nous vous écrivons quand il y a quelque chose à savoir.`,
  money: fr`Votre colis est parti de chez nous, et il ne reste plus rien à expédier. Son contenu est ci-dessous, article par article, pour que vous puissiez vérifier que vous avez tout votre dû.`,
  sympathy: fr`Votre colis a quitté nos mains, et nos meilleures pensées voyagent avec lui. Il ne reste plus rien à expédier.`,
};

const severalHaveLeft: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Bonne nouvelle : vos colis sont partis de chez nous. Il ne reste plus rien à expédier.`,
  security: fr`Vos colis sont partis de chez nous, et il ne reste plus rien à expédier. S'il arrivait quelque chose à l'un d'eux en chemin, ce serait à nous de le régler, pas à vous.`,
  pride: fr`Vos colis sont partis de chez nous : nous espérons que ce que vous avez choisi vous donnera raison. Il ne reste plus rien à expédier.`,
  novelty: fr`Vos colis sont partis de chez nous, et le plus beau moment reste à venir : les ouvrir. Il ne reste plus rien à expédier.`,
  comfort: fr`Vos colis sont partis de chez nous, et il ne reste plus rien à expédier. Vous n'avez rien à faire pour le moment : nous vous écrivons quand il y a quelque chose à savoir.`,
  money: fr`Vos colis sont partis de chez nous, et il ne reste plus rien à expédier. Leur contenu est ci-dessous, article par article, pour que vous puissiez vérifier que vous avez tout votre dû.`,
  sympathy: fr`Vos colis ont quitté nos mains, et nos meilleures pensées voyagent avec eux. Il ne reste plus rien à expédier.`,
};

export const shipments: ShipmentMails = {
  'announce-shipment': {
    subject: ({ order }) => fr`Votre commande ${order} est en route`,
    subjectExtra: ({ order }) => fr`Commande ${order} : un colis de plus en route`,
    title: (parcels) => (parcels === 1 ? fr`Votre colis est en route` : fr`Vos ${parcels} colis sont en route`),
    titleExtra: fr`Un colis de plus est en route`,
    opening: ({ parcels, tone }) => (parcels === 1 ? oneHasLeft : severalHaveLeft)[tone],
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

  'correct-shipment': {
    subject: ({ order }) => fr`Commande ${order} : une rectification`,
    title: fr`Une rectification au sujet de votre colis`,
    opening: fr`Ce que nous vous avions dit de votre colis n'était pas tout à fait exact. Voici ce qu'il en est :`,
    carrier: (carrier) =>
      carrier === undefined
        ? fr`Le transporteur que nous vous avions indiqué n'est pas celui qui l'achemine.`
        : fr`Il voyage avec ${carrier}, et non avec le transporteur que nous vous avions indiqué.`,
    tracking: (number) =>
      number === undefined
        ? fr`Le numéro de suivi que nous vous avions donné n'est pas le sien.`
        : fr`Son numéro de suivi est ${number} ; celui que nous vous avions donné n'est pas le bon.`,
    deliverBy: (by) =>
      by === undefined
        ? fr`Le jour que nous vous avions annoncé n'est plus valable.`
        : fr`Nous l'attendons chez vous au plus tard le ${by} ; le jour que nous vous avions annoncé n'est plus valable.`,
  },
};
