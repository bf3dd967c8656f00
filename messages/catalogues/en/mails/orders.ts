import type { OrderMails } from '../../mail-words/orders.ts';
import { en } from '../../typography.ts';

export const orders: OrderMails = {
  'confirm-order': {
    subject: ({ order }) => en`Thank you for your order ${order}`,
    subjectLate: ({ order }) => en`Order ${order}: confirmed, but running late`,
    title: en`Thank you, we have your order`,
    opening: (tone) =>
      ({
        neutral: en`Thank you for choosing us. Your order is in good hands; here is what we noted.`,
        security: en`Thank you. You can rest easy: we keep an eye on your order to the very end. Please see below that everything is right.`,
        pride: en`Thank you for making this choice with us: it is one that we gladly stand behind. Here is what we noted.`,
        novelty: en`Thank you. There is something to look forward to, and we are curious to hear how it pleases; here is what we noted.`,
        comfort: en`Thank you. You need not keep track of anything: we do that for you, and write when there is something to know. Here is what we noted.`,
        money: en`Thank you. You should know exactly what you get for your money: it is all set out below, with the total.`,
        sympathy: en`A warm thank you. To us every order is somebody who came in through our door, and that is how we look after yours; here is what we noted.`,
      })[tone],
    visit: ({ nth, afterLong }) => {
      if (nth <= 1) return en`Welcome: this is your first order with us, and we are glad to make your acquaintance.`;
      if (afterLong) return en`It is good to see you again: it has been a while.`;
      if (nth === 2) return en`This is your second order with us, and we are glad that you came back.`;
      if (nth === 3) return en`This is your third order with us, and it is a pleasure to have you back.`;
      if (nth === 4) return en`This is your fourth order with us, and it is a pleasure to have you back.`;
      return en`It is a pleasure to have you with us once more.`;
    },
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
    opening: (tone) =>
      ({
        neutral: en`You tell us that everything has arrived: thank you for taking the time to answer. It was a pleasure to prepare this order for you.`,
        security: en`You tell us that everything has arrived: thank you, it is good to know it safe with you. We stay within reach should you need us.`,
        pride: en`You tell us that everything has arrived: thank you for taking the time to answer. We hope that it does credit to your choice.`,
        novelty: en`You tell us that everything has arrived: thank you for taking the time to answer. The discovery is all yours now.`,
        comfort: en`You tell us that everything has arrived: thank you for taking the time to answer. That was all we needed from you.`,
        money: en`You tell us that everything has arrived: thank you for taking the time to answer. We hope that it serves you well.`,
        sympathy: en`You tell us that everything has arrived: thank you for answering. It does us good to hear from the people we work for.`,
      })[tone],
    openingMore: en`Thank you for taking the time to answer. We are not done yet: something is still to come.`,
    promo: ({ discount, by }) =>
      en`To thank you for your answer: ${discount} off your next order with this code, until ${by}.`,
    promoCode: en`Your code`,
    done: en`Your order is complete and there is nothing more for you to do. If something turns out to be wrong, even later, tell us and we will put it right.`,
    notDone: ({ by }) =>
      by === undefined
        ? en`We are looking after the rest and will write to you at each step.`
        : en`We are looking after the rest and will write to you at each step; the next one by ${by} at the latest.`,
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
