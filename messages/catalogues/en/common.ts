import type { CommonWords } from '../catalogue.ts';
import { en } from '../typography.ts';

export const common: CommonWords = {
  greeting: (name) => en`Hello ${name},`,
  greetingWithoutName: en`Hello,`,
  labelled: (label, value) => en`${label}: ${value}`,
  orderLine: ({ order, placedOn }) => en`Order ${order}, placed on ${placedOn}`,
  orderNumber: ({ order }) => en`Order ${order}`,
  whatNext: en`What happens next`,
  help: ({ phone }) => en`A problem or a question? Reply to this email, a person will read it, or call us on ${phone}.`,
  phoneOpens: ({ at }) => en`We answer the phone again on ${at}.`,
  roleAt: ({ role, shop }) => en`${role}, ${shop}`,
  phone: (phone) => en`Phone: ${phone}`,
  seeOrder: en`See my order`,
  preferences: en`Choose how we write to you`,
  noOffers: en`Rather no offers? One press here ends them`,

  quantityOf: ({ quantity, title }) => en`${quantity} × ${title}`,
  priceEach: (price) => en`${price} each`,
  moreGoods: (count) => (count === 1 ? en`and 1 more item` : en`and ${count} more items`),
  andMore: ({ named, count }) => (count === 1 ? en`${named} and 1 more item` : en`${named} and ${count} more items`),
  moreParcels: (count) => (count === 1 ? en`and 1 more parcel` : en`and ${count} more parcels`),
  parcelOf: ({ index, count }) => en`Parcel ${index} of ${count}`,
  inThisParcel: en`In this parcel`,
  stillToCome: en`Still to come`,
  carrier: en`Carrier`,
  trackingNumber: en`Tracking number`,
  followParcel: en`Follow this parcel`,
  leftOn: en`Left us`,

  leavesBy: en`Leaves us by`,
  withYouBy: en`With you by`,
  readyBy: en`Ready by`,
  newsBy: en`News from us by`,

  refunds: ({ amount, by }) =>
    amount === undefined
      ? en`We give you back what you paid for it by ${by}, and write to you when it is done.`
      : en`We give you back ${amount} by ${by}, and write to you when it is done.`,
  refundBy: en`Refunded by`,
  refundAmount: en`Refund`,

  sayMore: en`Tell us something else`,
  whatIsLate: en`What is late`,
  outOfStock: (count) => (count === 1 ? en`Out of stock` : en`Out of stock, all of these`),
  keptUntil: en`Kept until`,

  reasons: {
    supplier: en`The reason: our supplier is late delivering to us.`,
    weather: en`The reason: bad weather is slowing parcels down.`,
    strike: en`The reason: a strike is slowing parcels down.`,
    stock: en`The reason: we are short of something in your order.`,
    address: en`The reason: the delivery address needs checking.`,
    carrier: en`The reason: the carrier is running late.`,
  },
  reasonGiven: (reason) => en`The reason: ${reason}`,
  noDateYet: ({ signatory, by }) =>
    en`We have no new date yet; ${signatory} is finding out and writes to you by ${by}.`,
  noDateYetNorDay: ({ signatory }) =>
    en`We have no new date yet; ${signatory} is finding out and writes to you as soon as we have one.`,
};
