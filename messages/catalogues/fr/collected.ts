import type { CollectedWords } from '../mail-words/otherwise.ts';
import { fr } from '../typography.ts';
import { common } from './common.ts';
import { cases } from './mails/cases.ts';
import { changes } from './mails/changes.ts';
import { deliveries } from './mails/deliveries.ts';
import { orders } from './mails/orders.ts';
import { shipments } from './mails/shipments.ts';
import { pages } from './pages.ts';

export const collected: CollectedWords = {
  pages: {
    titleAsked: () => fr`Tout va bien avec votre commande ?`,
    status: {
      ...pages.status,
      'under-way': fr`Prête en boutique`,
      'at-pickup': fr`Prête en boutique`,
      delivered: fr`Retirée`,
    },
    word: { ...pages.word, received: fr`Oui, tout va bien`, 'not-yet': fr`Non, je ne l'ai pas retirée` },
    receivedUnasked: fr`J'ai déjà tout`,
    saidBefore: {
      ...pages.saidBefore,
      received: fr`Vous nous avez dit que tout va bien, merci. Si quelque chose a changé, dites-le-nous ici.`,
      'not-yet': fr`Vous nous avez dit ne pas l'avoir encore retirée. Si quelque chose a changé, dites-le-nous ici.`,
    },
  },
  common: {
    leavesBy: fr`Prête au plus tard`,
    withYouBy: fr`Gardée pour vous jusqu'au`,
    inThisParcel: fr`Prêt pour vous`,
    leftOn: fr`Prête depuis`,
    parcelOf: ({ index, count }) => fr`Partie ${index} sur ${count}`,
    moreParcels: (count) => (count === 1 ? fr`et 1 autre partie` : fr`et ${count} autres parties`),
    reasons: {
      ...common.reasons,
      supplier: fr`La raison : notre fournisseur a du retard.`,
      weather: fr`La raison : le mauvais temps.`,
      strike: fr`La raison : une grève.`,
      address: fr`La raison : quelque chose dans la commande doit être vérifié.`,
      carrier: fr`La raison : ce que nous attendons a pris du retard.`,
    },
  },
  mails: {
    'confirm-order': {
      ...orders['confirm-order'],
      lateAlready: ({ shipBy }) =>
        fr`Une chose à vous dire tout de suite : elle devait être prête au plus tard le ${shipBy}, et à notre connaissance elle ne l'est pas.`,
      lateAlreadyNoDay: fr`Une chose à vous dire tout de suite : elle devrait déjà être prête, et à notre connaissance elle ne l'est pas.`,
      nextAlreadyShipped: fr`Elle est même déjà prête : le détail suit dans un autre message.`,
      changeBeforeItLeaves: fr`Pour la modifier ou l'annuler, répondez à ce message ou appelez-nous.`,
    },
    'announce-shipment': {
      ...shipments['announce-shipment'],
      subject: ({ order }) => fr`Votre commande ${order} est prête en boutique`,
      subjectExtra: ({ order }) => fr`Commande ${order} : encore un article prêt en boutique`,
      title: () => fr`Votre commande est prête en boutique`,
      titleExtra: fr`Encore un article vous attend en boutique`,
      opening: () => fr`Bonne nouvelle : votre commande vous attend en boutique. Il n'y manque rien.`,
      openingExtra: fr`Quelque chose de plus vous attend en boutique, en plus de ce dont nous vous avions parlé.`,
      next: () =>
        fr`Vous pouvez passer la prendre à nos heures d'ouverture ; notre adresse est ci-dessous. Si vous ne pouvez pas venir d'ici là, répondez à ce message ou appelez-nous.`,
    },
    'announce-partial-shipment': {
      subject: ({ order }) => fr`Une partie de votre commande ${order} est prête`,
      title: fr`Une partie de votre commande est prête`,
      opening: fr`Pour ne pas vous faire attendre, nous vous le disons déjà : ce qui est prêt vous attend en boutique.`,
      restLeavesBy: fr`Le reste est prêt au plus tard`,
      nextRest: ({ by }) =>
        by === undefined
          ? fr`Nous vous écrivons dès que le reste est prêt.`
          : fr`Le reste est prêt au plus tard le ${by}, et nous vous écrivons ce jour-là, ou avant.`,
      next: () => fr`Vous pouvez passer prendre ce qui est prêt à nos heures d'ouverture, ou le tout plus tard.`,
    },
    'warn-shipping-delay': {
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
          ? fr`Une partie de votre commande n'est toujours pas prête, malgré ce que nous avions promis. Nous en sommes sincèrement désolés.`
          : fr`Votre commande n'est toujours pas prête, malgré ce que nous avions promis. Nous en sommes sincèrement désolés.`;
      },
      newDates: shipments['warn-shipping-delay'].newDates,
      choice: ({ partly }) =>
        partly
          ? fr`Vous pouvez annuler ce qui n'est pas prêt, et nous vous rendons ce que vous avez payé pour cela, ou nous demander de vous appeler pour en parler.`
          : fr`Vous pouvez annuler votre commande, et nous vous rendons ce que vous avez payé, ou nous demander de vous appeler pour en parler.`,
      choose: shipments['warn-shipping-delay'].choose,
      late: shipments['warn-shipping-delay'].late,
      nextWithDate: ({ by }) =>
        by === undefined
          ? fr`Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`
          : fr`Nous vous écrivons dès qu'elle est prête. Si cette date devait encore changer, vous l'apprendriez par nous, et avant.`,
      nextWithoutDate: ({ by }) =>
        by === undefined
          ? fr`Vous n'avez rien à faire : nous vous écrivons dès qu'elle est prête.`
          : fr`Vous n'avez rien à faire : nous vous écrivons dès qu'elle est prête, et dans tous les cas au plus tard le ${by}.`,
      nextChoice: shipments['warn-shipping-delay'].nextChoice,
    },
    'ask-delivery-check': {
      ...deliveries['ask-delivery-check'],
      subject: ({ order }) => fr`Tout va bien avec votre commande ${order} ?`,
      title: () => fr`Tout va bien avec votre commande ?`,
      scanned: ({ at }) =>
        at === undefined ? fr`Vous avez retiré votre commande.` : fr`Vous avez retiré votre commande le ${at}.`,
      isAllWell: () => fr`Tout est-il comme il faut ?`,
      unscannedToday: () => fr`Nous avons noté que vous avez retiré votre commande : tout est-il comme il faut ?`,
      unscannedSince: () => fr`Nous avons noté que vous avez retiré votre commande : tout est-il comme il faut ?`,
      next: fr`Dites-nous simplement oui, ou ce qui ne va pas : nous nous occupons du reste.`,
      nextNotThere: fr`Si ce n'est pas vous qui l'avez retirée, dites-le-nous : nous regardons tout de suite.`,
    },
    'announce-pickup': {
      ...deliveries['announce-pickup'],
      subject: ({ order }) => fr`La commande ${order} vous attend`,
      title: fr`Votre commande vous attend`,
      opening: ({ by }) =>
        fr`Bonne nouvelle : votre commande vous attend en boutique, où elle est gardée jusqu'au ${by}.`,
      next: fr`Vous pouvez passer la prendre à nos heures d'ouverture ; notre adresse est ci-dessous.`,
      nextCannot: fr`Si vous ne pouvez pas y être d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
    },
    'remind-pickup': {
      subject: ({ order, asked }) =>
        asked ? fr`La commande ${order} est en boutique` : fr`La commande ${order} vous attend toujours`,
      title: (asked) => (asked ? fr`Votre commande est en boutique` : fr`Votre commande vous attend toujours`),
      opening: ({ asked, by }) =>
        asked
          ? fr`Vous nous dites ne pas avoir votre commande. Elle est en boutique, où elle vous attend jusqu'au ${by}.`
          : fr`Un petit rappel : votre commande est gardée pour vous en boutique jusqu'au ${by}.`,
      afterwards: fr`Si vous ne pouvez pas y être d'ici là, répondez à ce message ou appelez-nous : nous verrons avec vous ce qui est possible.`,
    },
    'thank-customer': {
      ...orders['thank-customer'],
      opening: fr`Vous nous dites que vous avez tout : merci d'avoir pris le temps de nous répondre. Ce fut un plaisir de préparer cette commande pour vous.`,
    },
    'warn-out-of-stock': {
      ...changes['warn-out-of-stock'],
      opening: (count) =>
        count === 1
          ? fr`Cet article ne peut pas être prêt comme promis : il est épuisé, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`
          : fr`Ces articles ne peuvent pas être prêts comme promis : ils sont épuisés, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`,
      choice: {
        ...changes['warn-out-of-stock'].choice,
        wait: ({ count, by }) => {
          if (by === undefined) return fr`D'attendre : nous vous écrivons dès que nous avons une date.`;
          return count === 1
            ? fr`D'attendre : l'article est prêt au plus tard le ${by}.`
            : fr`D'attendre : les articles sont prêts au plus tard le ${by}.`;
        },
        replace: ({ replacement, by }) => {
          const what = replacement ?? fr`ce que nous pouvons vous préparer`;
          return by === undefined
            ? fr`D'avoir ceci à la place : ${what}.`
            : fr`D'avoir ceci à la place : ${what}. Prêt au plus tard le ${by}.`;
        },
        'cancel-order': fr`D'annuler tout ce qui n'est pas prêt : nous vous rendons ce que vous avez payé pour cela.`,
      },
    },
    'confirm-cancellation': {
      ...changes['confirm-cancellation'],
      subject: ({ order, what }) =>
        what === 'return'
          ? fr`Commande ${order} : prête avant l'annulation`
          : changes['confirm-cancellation'].subject({ order, what }),
      title: (what) =>
        what === 'return' ? fr`Elle était prête avant votre annulation` : changes['confirm-cancellation'].title(what),
      opening: ({ by, what }) => {
        if (what === 'return')
          return fr`Vous nous avez demandé d'annuler. Ce que vous souhaitez annuler était déjà prêt pour vous : nous réglons cela avec vous.`;
        if (by === 'customer' && what === 'whole')
          return fr`Comme vous l'avez demandé, votre commande est annulée. Rien n'en est gardé pour vous.`;
        return changes['confirm-cancellation'].opening({ by, what });
      },
      refuseOrReturn: fr`Ce qui était déjà prêt pour vous reste chez nous ; si vous l'avez, répondez à ce message et nous réglerons son retour avec vous.`,
      toReturn: fr`Annulé : cela reste chez nous`,
      nextReturn: fr`D'ici là : si vous l'avez déjà, gardez-le avec son emballage.`,
    },
    'correct-shipment': {
      ...shipments['correct-shipment'],
      subject: ({ order }) => fr`Commande ${order} : une rectification`,
      title: fr`Une rectification sur votre commande`,
      opening: fr`Ce que nous vous avons dit de votre commande n'était pas tout à fait exact. Voici ce qu'il en est :`,
      carrier: () => fr`Elle vous attend en boutique.`,
      tracking: () => fr`Le numéro que nous vous avions donné n'est pas le sien.`,
      deliverBy: (by) =>
        by === undefined
          ? fr`Le jour jusqu'auquel nous la gardons ne tient plus.`
          : fr`Nous la gardons pour vous jusqu'au ${by} ; le jour donné avant ne tient plus.`,
    },
    'announce-settlement': {
      ...cases['announce-settlement'],
      subject: ({ order, outcome }) =>
        outcome === 'replacement'
          ? fr`Commande ${order} : un remplacement pour vous`
          : cases['announce-settlement'].subject({ order, outcome }),
      title: (outcome) =>
        outcome === 'replacement'
          ? fr`Nous avons un remplacement pour vous`
          : cases['announce-settlement'].title(outcome),
      replacementLeaves: ({ leavesBy }) =>
        fr`Nous préparons un remplacement : il est prêt pour vous au plus tard le ${leavesBy}.`,
      replacement: fr`Ce que nous préparons pour vous`,
      next: (outcome) =>
        outcome === 'replacement'
          ? fr`Nous vous écrivons dès que le remplacement est prêt.`
          : cases['announce-settlement'].next(outcome),
    },
  },
};
