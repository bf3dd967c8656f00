import type { CommonWords } from '../catalogue.ts';
import { fr } from '../typography.ts';

export const common: CommonWords = {
  greeting: (name) => fr`Bonjour ${name},`,
  greetingWithoutName: fr`Bonjour,`,
  labelled: (label, value) => fr`${label} : ${value}`,
  orderLine: ({ order, placedOn }) => fr`Commande ${order} du ${placedOn}`,
  orderNumber: ({ order }) => fr`Commande ${order}`,
  whatNext: fr`Et maintenant`,
  help: ({ phone }) =>
    fr`Un problème, une question ? Répondez à ce message, une personne le lira, ou appelez-nous au ${phone}.`,
  phoneOpens: ({ at }) => fr`Au téléphone, nous répondons de nouveau ${at}.`,
  roleAt: ({ role, shop }) => fr`${role}, ${shop}`,
  phone: (phone) => fr`Téléphone : ${phone}`,
  seeOrder: fr`Voir ma commande`,
  preferences: fr`Choisir comment nous vous écrivons`,
  noOffers: fr`Plutôt pas d'offres ? Un seul geste ici y met fin`,

  quantityOf: ({ quantity, title }) => fr`${quantity} × ${title}`,
  priceEach: (price) => fr`${price} l'unité`,
  moreGoods: (count) => (count === 1 ? fr`et 1 autre article` : fr`et ${count} autres articles`),
  andMore: ({ named, count }) =>
    count === 1 ? fr`${named} et 1 autre article` : fr`${named} et ${count} autres articles`,
  moreParcels: (count) => (count === 1 ? fr`et 1 autre colis` : fr`et ${count} autres colis`),
  parcelOf: ({ index, count }) => fr`Colis ${index} sur ${count}`,
  inThisParcel: fr`Dans ce colis`,
  stillToCome: fr`Encore à venir`,
  carrier: fr`Transporteur`,
  trackingNumber: fr`Numéro de suivi`,
  followParcel: fr`Suivre ce colis`,
  leftOn: fr`Départ`,

  leavesBy: fr`Départ au plus tard`,
  withYouBy: fr`Chez vous au plus tard`,
  readyBy: fr`Prête au plus tard`,
  newsBy: fr`De nos nouvelles au plus tard`,

  refunds: ({ amount, by }) =>
    amount === undefined
      ? fr`Nous vous rendons ce que vous avez payé pour cela au plus tard le ${by}, et vous écrivons quand c'est fait.`
      : fr`Nous vous rendons ${amount} au plus tard le ${by}, et vous écrivons quand c'est fait.`,
  refundBy: fr`Remboursé au plus tard`,
  refundAmount: fr`Remboursement`,

  sayMore: fr`Nous dire autre chose`,
  whatIsLate: fr`Ce qui est en retard`,
  outOfStock: (count) => (count === 1 ? fr`Épuisé` : fr`Épuisés`),
  keptUntil: fr`Gardé jusqu'au`,

  reasons: {
    supplier: fr`La raison : notre fournisseur nous livre en retard.`,
    weather: fr`La raison : le mauvais temps ralentit les envois.`,
    strike: fr`La raison : une grève ralentit les envois.`,
    stock: fr`La raison : il nous manque de quoi compléter votre commande.`,
    address: fr`La raison : l'adresse de livraison doit être vérifiée.`,
    carrier: fr`La raison : le transporteur a pris du retard.`,
  },
  reasonGiven: (reason) => fr`La raison : ${reason}`,
  noDateYet: ({ signatory, by }) =>
    fr`Nous n'avons pas encore de nouvelle date ; ${signatory} se renseigne et vous écrit au plus tard le ${by}.`,
  noDateYetNorDay: ({ signatory }) =>
    fr`Nous n'avons pas encore de nouvelle date ; ${signatory} se renseigne et vous écrit dès que nous en avons une.`,
};
