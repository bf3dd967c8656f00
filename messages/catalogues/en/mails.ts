import type { MailWords } from '../catalogue.ts';
import { en } from '../typography.ts';

export const mails: MailWords = {
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
    nextNothingToShip: en`There is nothing to ship, so there is nothing more for you to do.`,
    nextAlreadyShipped: en`It has even left already: the details follow in a separate email.`,
    warnedBefore: en`If anything should delay it, you will hear it from us, and beforehand.`,
    changeBeforeItLeaves: en`To change or cancel it before it leaves, reply to this email or call us.`,
    change: en`To change or cancel it, reply to this email or call us.`,
  },

  'announce-shipment': {
    subject: ({ order }) => en`Your order ${order} is on its way`,
    subjectExtra: ({ order }) => en`Order ${order}: one more parcel on its way`,
    title: (parcels) => (parcels === 1 ? en`Your parcel is on its way` : en`Your ${parcels} parcels are on their way`),
    titleExtra: en`One more parcel is on its way`,
    opening: (parcels) =>
      parcels === 1
        ? en`Good news: your parcel has left us. There is nothing left to ship.`
        : en`Good news: your parcels have left us. There is nothing left to ship.`,
    openingExtra: en`One more parcel has left us for your order, on top of those we told you about.`,
    next: (parcels) =>
      parcels === 1
        ? en`We are watching it for you. Once it has been delivered, we will ask whether all is well; if it runs late, we will write to you.`
        : en`We are watching them for you. Once they have been delivered, we will ask whether all is well; if one of them runs late, we will write to you.`,
  },

  'announce-partial-shipment': {
    subject: ({ order }) => en`Part of your order ${order} is on its way`,
    title: en`Part of your order is on its way`,
    opening: en`Rather than keep you waiting, we have already sent what was ready. The rest follows separately.`,
    restLeavesBy: en`The rest leaves us by`,
    nextRest: ({ by }) =>
      by === undefined
        ? en`We will write to you as soon as the rest leaves.`
        : en`The rest leaves us by ${by}, and we will write to you when it does.`,
    next: (parcels) =>
      parcels === 1
        ? en`We are watching the parcel that is on its way; if it runs late, we will write to you.`
        : en`We are watching the parcels that are on their way; if one of them runs late, we will write to you.`,
  },

  'warn-shipping-delay': {
    subject: ({ order, level }) =>
      ({
        1: en`Your order ${order} will leave later than planned`,
        2: en`Order ${order} has not left yet: our apologies`,
        3: en`Order ${order} is late: the choice is yours`,
      })[level],
    title: (level) =>
      ({
        1: en`Your order will leave later than planned`,
        2: en`We owe you an apology`,
        3: en`You have waited long enough: the choice is yours`,
      })[level],
    opening: ({ level, partly }) => {
      if (level === 1) {
        return partly
          ? en`Part of your order has not left yet and will leave later than we promised. You should hear that from us, and without having to ask.`
          : en`Your order has not left yet and will leave later than we promised. You should hear that from us, and without having to ask.`;
      }
      if (level === 2) {
        return partly
          ? en`Part of your order has still not left. That is not what we promised you, and we apologise.`
          : en`Your order has still not left. That is not what we promised you, and we apologise.`;
      }
      return partly
        ? en`Part of your order has still not left, in spite of what we promised. We are truly sorry.`
        : en`Your order has still not left, in spite of what we promised. We are truly sorry.`;
    },
    newDates: en`This is where things stand now:`,
    choice: ({ partly }) =>
      partly
        ? en`You can cancel what has not left, and we give you back what you paid for it, or ask us to call you to talk it over.`
        : en`You can cancel your order, and we give you back what you paid, or ask us to call you to talk it over.`,
    choose: en`Cancel or get a call`,
    late: en`What is late`,
    nextWithDate: ({ by }) =>
      by === undefined
        ? en`Should this date change again, you will hear it from us, and beforehand.`
        : en`We will write to you as soon as it leaves. Should this date change again, you will hear it from us, and beforehand.`,
    nextWithoutDate: ({ by }) =>
      by === undefined
        ? en`There is nothing you need to do: we will write to you as soon as it leaves.`
        : en`There is nothing you need to do: we will write to you as soon as it leaves, and by ${by} in any case.`,
    nextChoice: en`If you would rather wait, there is nothing you need to do: we keep looking after it, and keep writing to you.`,
  },

  'ask-delivery-check': {
    subject: ({ order, scanned }) =>
      scanned ? en`Has your order ${order} arrived safely?` : en`Order ${order}: has your parcel arrived?`,
    title: (parcels) => (parcels === 1 ? en`Has your parcel arrived?` : en`Have your parcels arrived?`),
    scanned: ({ parcels, toNeighbour, carrier, at }) => {
      const source = carrier === undefined ? en`According to the carrier` : en`According to ${carrier}`;
      const what = parcels === 1 ? en`your parcel was delivered` : en`your parcels were delivered`;
      const whom = toNeighbour ? en` to one of your neighbours` : en``;
      return at === undefined ? en`${source}, ${what}${whom}.` : en`${source}, ${what}${whom} on ${at}.`;
    },
    isAllWell: (parcels) =>
      parcels === 1
        ? en`Is it safely with you, and is everything as it should be?`
        : en`Are they safely with you, and is everything as it should be?`,
    unscannedToday: (parcels) =>
      parcels === 1
        ? en`Your parcel should be with you by today and the carrier has not confirmed it: has it arrived?`
        : en`Your parcels should be with you by today and the carrier has not confirmed it: have they arrived?`,
    unscannedSince: ({ parcels, by }) =>
      parcels === 1
        ? en`Your parcel should have been with you by ${by} and the carrier has not confirmed it: has it arrived?`
        : en`Your parcels should have been with you by ${by} and the carrier has not confirmed it: have they arrived?`,
    promo: ({ discount }) => en`To thank you for answering, whatever the answer: ${discount} off your next order.`,
    answer: en`Give my answer`,
    next: en`Just tell us yes, not yet, or what is wrong: we take care of the rest.`,
    nextNotThere: en`If it is not there, it is for us to find it, not for you.`,
  },

  'warn-delivery-delay': {
    subject: ({ order }) => en`Order ${order}: your parcel will arrive later`,
    title: en`Your parcel will arrive later than planned`,
    opening: en`Your parcel has been held up on its way. We would rather tell you now than leave you waiting for it.`,
    next: en`There is nothing you need to do: we are watching this parcel for you.`,
    nextWithDate: en`We are watching this parcel for you; should this date change again, you will hear it from us.`,
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

  'trace-parcel': {
    subject: ({ order }) => en`Order ${order}: we are looking for your parcel`,
    title: en`We are looking for your parcel`,
    opening: en`Your parcel has not arrived, and we apologise. It is not for you to chase it: we are doing that.`,
    whatWeKnow: ({ carrier, leftOn, trackingNumber }) => {
      const source = carrier === undefined ? en`According to the carrier` : en`According to ${carrier}`;
      const left = leftOn === undefined ? en`it has left us` : en`it left us on ${leftOn}`;
      const number = trackingNumber === undefined ? en`` : en`, under number ${trackingNumber}`;
      return en`${source}, ${left}${number}. Since then, nothing tells us that it reached you.`;
    },
    asking: en`We are asking the carrier right now where it is.`,
    writes: ({ signatory, by }) => en`${signatory} writes to you by ${by}, whether or not the carrier has answered.`,
    next: en`You have nobody to call and nothing to claim. If we cannot find it, we will settle it with you.`,
    itTurnedUp: en`Has it turned up in the meantime? A word from you, through the link above, and we stop looking.`,
  },

  'open-case': {
    subject: ({ order }) => en`Order ${order}: we are putting it right`,
    title: en`Noted: we are taking care of it`,
    opening: (about) =>
      ({
        damaged: en`You tell us that something arrived damaged. Thank you for letting us know, and we are sorry for the disappointment.`,
        wrong: en`You tell us that this is not what you ordered. Thank you for letting us know, and we are sorry for the mistake.`,
        missing: en`You tell us that something is missing. Thank you for letting us know, and we are sorry for the trouble.`,
        return: en`You would like to return something. Thank you for letting us know: we will sort it out with you.`,
        other: en`You tell us that something is wrong. Thank you for letting us know, and we are sorry for the trouble.`,
      })[about],
    answers: ({ owner, by }) => en`${owner} is looking after it personally and answers you by ${by}.`,
    owner: en`Who is looking after it`,
    answerBy: en`Answer by`,
    next: (about) =>
      about === 'damaged' || about === 'wrong'
        ? en`Please keep the item and its packaging if you can. A photo often helps: just reply to this email.`
        : en`There is nothing more you need to do. If you think of anything else, just reply to this email.`,
  },

  'apologise-for-wait': {
    subject: ({ order }) => en`Order ${order}: sorry for the wait`,
    title: en`We are sorry for the wait`,
    opening: (about) =>
      ({
        damaged: en`You are waiting for our answer about what arrived damaged. We promised it, you do not have it yet, and we apologise.`,
        wrong: en`You are waiting for our answer about what was not what you ordered. We promised it, you do not have it yet, and we apologise.`,
        missing: en`You are waiting for our answer about what is missing. We promised it, you do not have it yet, and we apologise.`,
        return: en`You are waiting for our answer about what you would like to return. We promised it, you do not have it yet, and we apologise.`,
        other: en`You are waiting for our answer. We promised it, you do not have it yet, and we apologise.`,
      })[about],
    answers: ({ owner, by }) => en`${owner} has it in hand and answers you by ${by}.`,
    next: en`You need not repeat anything: all that you told us is in front of us.`,
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
