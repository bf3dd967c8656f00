import type { OrderMails } from '../../mail-words/orders.ts';
import { en } from '../../typography.ts';

export const orders: OrderMails = {
  'confirm-order': {
    subject: ({ order }) => en`Thank you for your order ${order}`,
    subjectLate: ({ order }) => en`Order ${order}: confirmed, but running late`,
    title: en`Thank you, we have your order`,
    opening: en`Thank you for choosing us. Your order is in good hands; here is what we noted.`,
    lateAlready: ({ shipBy }) =>
      en`One thing you should know straight away: it was due to leave by ${shipBy}, and as far as we know it has not left yet.`,
    lateAlreadyNoDay: en`One thing you should know straight away: it should have left by now, and as far as we know it has not.`,
    deliveryMoves: ({ deliverBy }) =>
      en`Delivery by ${deliverBy}, as planned, depends on it: we will confirm it together with the new date.`,
    authorised: ({ amount }) =>
      en`Your payment of ${amount} is authorised: the amount is reserved, and has not been taken.`,
    onDelivery: ({ amount, kind }) =>
      ({
        parcel: en`You pay ${amount} when your order is brought to you.`,
        'pickup-point': en`You pay ${amount} at the pickup point, when you collect your order.`,
        collect: en`You pay ${amount} in the shop, when you collect your order.`,
        none: en`You pay ${amount} when you receive your order.`,
      })[kind],
    onInvoice: ({ amount }) => en`You pay ${amount} by invoice; nothing has been taken.`,
    goods: en`Your order`,
    total: en`Total`,
    deliveryTo: {
      parcel: en`Delivery`,
      'pickup-point': en`Pickup point`,
      collect: en`To collect from the shop`,
    },
    recipient: en`For`,
    nextShip: en`We are preparing your order and will write to you as soon as it leaves.`,
    nextCollect: en`We are preparing your order and will write to you as soon as it is waiting for you.`,
    nextNothingToShip: en`Everything is noted on our side, and there is nothing more for you to do.`,
    nextPaid: (kind) =>
      ({
        parcel: en`Once your payment is there, we prepare your order and write to you as soon as it leaves.`,
        'pickup-point': en`Once your payment is there, we prepare your order and write to you as soon as it leaves.`,
        collect: en`Once your payment is there, we prepare your order and write to you as soon as it is waiting for you.`,
        none: en`Once your payment is there, we see to your order.`,
      })[kind],
    nextAlreadyShipped: en`It has even left already: the details follow in a separate email.`,
    warnedBefore: en`If anything should delay it, you will hear it from us, and beforehand.`,
    changeBeforeItLeaves: en`To change or cancel it before it leaves, reply to this email or call us.`,
    change: en`To change or cancel it, reply to this email or call us.`,
  },

  'thank-customer': {
    subject: ({ order }) => en`Thank you for your answer (order ${order})`,
    title: en`Thank you!`,
    opening: en`You tell us that everything has arrived: thank you for taking the time to answer. It was a pleasure to prepare this order for you.`,
    openingMore: en`Thank you for taking the time to answer. We are not done yet: something is still to come.`,
    promo: ({ discount, by }) =>
      en`To thank you for your answer: ${discount} off your next order with this code, until ${by}.`,
    promoCode: en`Your code`,
    done: en`Your order is complete and there is nothing more for you to do. If something turns out to be wrong, even later, tell us and we will put it right.`,
    notDone: ({ by }) =>
      by === undefined
        ? en`We are looking after the rest and will write to you at each step.`
        : en`We are looking after the rest and will write to you at each step; the next one by ${by} at the latest.`,
    sayMore: en`Tell us something else`,
  },

  'hand-to-staff': {
    subject: ({ order }) => en`Order ${order}: we will call you`,
    title: en`Somebody is looking after you`,
    opening: en`Your order deserves better than one more email. We are sorry for the trouble it has given you.`,
    calls: ({ owner, by }) => en`${owner} has your order in hand and calls you by ${by}.`,
    owner: en`Who is looking after it`,
    callBy: en`Call by`,
    next: en`There is nothing you need to do. If you would rather not wait, call us or reply to this email: all that was said is in front of us.`,
  },
};
