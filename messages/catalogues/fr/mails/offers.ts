import type { Tone } from '../../../letter.ts';
import type { Shown } from '../../../shown.ts';
import type { OfferMails } from '../../mail-words/offers.ts';
import { fr } from '../../typography.ts';

const oneThanks: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Voici notre remerciement pour votre commande : une remise sur la prochaine, si elle vous convient.`,
  security: fr`Voici notre remerciement pour votre commande : une remise sur la prochaine. Elle est à vous jusqu'au jour indiqué, et ne vous engage à rien.`,
  pride: fr`Voici notre remerciement pour le choix que vous avez fait chez nous : une remise sur votre prochaine commande.`,
  novelty: fr`Voici notre remerciement pour votre commande : une remise, si un jour quelque chose chez nous éveille votre curiosité.`,
  comfort: fr`Voici notre remerciement pour votre commande : une remise sur la prochaine. Son code est ci-dessous, prêt pour le jour où vous le voudrez.`,
  money: fr`Voici notre remerciement pour votre commande : avec ce code, la prochaine vous coûte moins.`,
  sympathy: fr`Voici un petit merci, de nous à vous : votre commande nous a fait plaisir, et une remise vous attend sur la prochaine.`,
};

const severalThanks: Readonly<Record<Tone, Shown>> = {
  neutral: fr`Voici nos remerciements pour vos commandes : des remises sur les prochaines, si elles vous conviennent.`,
  security: fr`Voici nos remerciements pour vos commandes : des remises sur les prochaines. Chacune est à vous jusqu'au jour indiqué, et ne vous engage à rien.`,
  pride: fr`Voici nos remerciements pour les choix que vous avez faits chez nous : des remises sur vos prochaines commandes.`,
  novelty: fr`Voici nos remerciements pour vos commandes : des remises, si un jour quelque chose chez nous éveille votre curiosité.`,
  comfort: fr`Voici nos remerciements pour vos commandes : des remises sur les prochaines. Leurs codes sont ci-dessous, prêts pour le jour où vous les voudrez.`,
  money: fr`Voici nos remerciements pour vos commandes : avec ces codes, les prochaines vous coûtent moins.`,
  sympathy: fr`Voici quelques petits mercis, de nous à vous : vos commandes nous ont fait plaisir, et des remises vous attendent sur les prochaines.`,
};

export const offers: OfferMails = {
  'offer-promo': {
    subject: ({ order, others }) =>
      others
        ? fr`Nos remerciements pour la commande ${order} et d'autres`
        : fr`Notre remerciement pour votre commande ${order}`,
    title: fr`Nous n'avons pas oublié de vous remercier`,
    opening: ({ promos, tone }) => (promos === 1 ? oneThanks : severalThanks)[tone],
    codeFor: ({ order }) => fr`Votre code, pour la commande ${order}`,
    terms: ({ discount, by }) => fr`${discount} sur votre prochaine commande, jusqu'au ${by}`,
    howTo: (promos) =>
      promos === 1
        ? fr`Pour en profiter, donnez ce code avec votre prochaine commande.`
        : fr`Pour profiter d'une remise, donnez son code avec votre prochaine commande.`,
    notNeeded: () => fr`Si vous n'en avez pas l'usage, vous n'avez rien à faire.`,
  },
};
