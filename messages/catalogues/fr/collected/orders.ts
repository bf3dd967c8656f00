import type { MessageName } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { CollectedWords } from '../../collected-words.ts';
import { fr } from '../../typography.ts';
import { mails } from '../mails.ts';

type Orders = Pick<
  CollectedWords['mails'],
  | 'confirm-order'
  | 'thank-customer'
  | 'warn-out-of-stock'
  | 'confirm-cancellation'
  | 'confirm-change'
  | 'correct-what-we-said'
>;

/** An order that is collected, as a whole. */
export const orders: Orders = {
  'confirm-order': {
    ...mails['confirm-order'],
    lateAlready: ({ shipBy }) =>
      fr`Une chose à vous dire tout de suite : elle devait être prête au plus tard le ${shipBy}, et à notre connaissance elle ne l'est pas encore.`,
    lateAlreadyNoDay: fr`Une chose à vous dire tout de suite : elle devrait déjà être prête, et à notre connaissance elle ne l'est pas encore.`,
    nextShip: mails['confirm-order'].nextCollect,
    nextAlreadyShipped: fr`Elle est même déjà prête : le détail suit dans un autre message.`,
    nextPaid: () => mails['confirm-order'].nextPaid('collect'),
    changeBeforeItLeaves: fr`Pour la modifier ou l'annuler avant de venir la prendre, répondez à ce message ou appelez-nous.`,
  },

  'thank-customer': {
    ...mails['thank-customer'],
    opening: () =>
      fr`Vous nous dites que vous avez tout : merci d'avoir pris le temps de nous répondre. Ce fut un plaisir de préparer cette commande pour vous.`,
    openingMore: fr`Merci d'avoir pris le temps de nous répondre. Nous n'avons pas fini : il vous reste quelque chose à retirer.`,
  },

  'warn-out-of-stock': {
    ...mails['warn-out-of-stock'],
    opening: (count) =>
      count === 1
        ? fr`Nous ne pouvons pas tenir cet article prêt pour vous comme promis : il est épuisé, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`
        : fr`Nous ne pouvons pas tenir ces articles prêts pour vous comme promis : ils sont épuisés, et nous vous en demandons pardon. La suite, c'est à vous de la choisir.`,
    choice: {
      ...mails['warn-out-of-stock'].choice,
      wait: ({ count, by }) => {
        if (by === undefined) return fr`D'attendre : nous vous écrivons dès que nous avons une date.`;
        return count === 1
          ? fr`D'attendre : l'article est prêt au plus tard le ${by}.`
          : fr`D'attendre : les articles sont prêts au plus tard le ${by}.`;
      },
      replace: ({ replacement, by }) => {
        if (replacement === undefined) {
          return by === undefined
            ? fr`De prendre à la place ce que nous pouvons vous proposer.`
            : fr`De prendre à la place ce que nous pouvons vous proposer : prêt au plus tard le ${by}.`;
        }
        return by === undefined
          ? fr`De prendre ceci à la place : ${replacement}.`
          : fr`De prendre ceci à la place : ${replacement}. Prêt au plus tard le ${by}.`;
      },
      'cancel-order': fr`D'annuler tout ce qui n'est pas encore prêt : nous vous rendons ce que vous avez payé pour cela.`,
    },
  },

  'confirm-cancellation': {
    ...mails['confirm-cancellation'],
    subject: ({ order, what }) =>
      what === 'return'
        ? fr`Commande ${order} : déjà prête avant l'annulation`
        : mails['confirm-cancellation'].subject({ order, what }),
    title: (what) =>
      what === 'return' ? fr`C'était prêt avant votre annulation` : mails['confirm-cancellation'].title(what),
    opening: ({ by, what }) => {
      if (what === 'return') {
        return fr`Vous nous avez demandé d'annuler. Ce que vous souhaitez annuler était déjà prêt pour vous : nous voyons avec vous comment continuer.`;
      }
      if (by === 'customer' && what === 'whole') {
        return fr`Comme vous l'avez demandé, votre commande est annulée. Vous n'avez plus rien à retirer.`;
      }
      return mails['confirm-cancellation'].opening({ by, what });
    },
    refuseOrReturn: fr`Ce qui était déjà prêt, vous n'avez pas à le retirer ; si vous l'avez, répondez à ce message et nous organiserons son retour avec vous.`,
    returns: ({ owner, by }) => fr`${owner} s'en occupe et vous dit au plus tard le ${by} comment cela continue.`,
    toReturn: fr`Annulé : à ne pas retirer, ou à rendre`,
    nextReturn: fr`D'ici là : si c'est encore à la boutique, vous n'avez pas à le retirer ; si vous l'avez déjà, gardez-le avec son emballage.`,
  },

  'confirm-change': {
    ...mails['confirm-change'],
    changed: {
      ...mails['confirm-change'].changed,
      delivery: fr`La manière dont vous l'obtenez : voyez ci-dessous.`,
      'ship-by': ({ by }) =>
        by === undefined ? fr`Le jour où elle est prête.` : fr`Elle est prête au plus tard le ${by}.`,
    },
  },

  'correct-what-we-said': {
    ...mails['correct-what-we-said'],
    said: ({ message, at }) => {
      const otherwise: Partial<Record<MessageName, Shown>> = {
        'announce-shipment': fr`notre message du ${at} qui vous disait que tout était prêt à retirer`,
        'announce-partial-shipment': fr`notre message du ${at} qui vous disait qu'une partie était prête à retirer`,
        'warn-shipping-delay': fr`notre message du ${at} qui vous disait que ce serait prêt plus tard`,
        'ask-delivery-check': fr`notre message du ${at} qui vous demandait si tout allait bien`,
        'warn-delivery-delay': fr`notre message du ${at} qui vous disait que ce serait prêt plus tard`,
        'trace-parcel': fr`notre message du ${at} qui vous disait que nous cherchions votre commande`,
        'warn-delivery-incident': fr`notre message du ${at} au sujet d'un incident avec votre commande`,
        'announce-pickup': fr`notre message du ${at} qui vous disait qu'elle vous attendait`,
        'remind-pickup': fr`notre message du ${at} qui vous rappelait qu'elle vous attendait`,
        'correct-shipment': fr`notre message du ${at} qui rectifiait ce que nous en avions dit`,
      };
      return otherwise[message] ?? mails['correct-what-we-said'].said({ message, at });
    },
    standsNow: fr`Encore à retirer`,
    nothingToCome: fr`En l'état, il n'y a plus rien à retirer de cette commande.`,
  },
};
