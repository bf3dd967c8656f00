import type { PageWords } from '../page-words.ts';
import { en } from '../typography.ts';

export const pages: PageWords = {
  help: ({ phone }) => en`Would you rather talk to us? Call us on ${phone}, or reply to any of our emails.`,

  titleAsked: (parcels) => (parcels > 1 ? en`Have your parcels arrived?` : en`Has your parcel arrived?`),
  titleOrder: en`Where your order stands`,
  status: {
    'under-way': en`On its way`,
    'at-pickup': en`Waiting for you at the pickup point`,
    delivered: en`Delivered, according to the carrier`,
    'with-neighbour': en`Left with one of your neighbours, according to the carrier`,
    lost: en`Lost: we are taking care of it`,
    returned: en`Back with us: we are taking care of it`,
  },
  deliveredAt: ({ at }) => en`on ${at}`,
  nothingLeftYet: en`Being prepared`,
  yourAnswer: en`Your answer`,
  somethingToSay: en`Something to tell us?`,
  saidBefore: {
    received: en`You told us that everything arrived, thank you. If anything has changed, tell us here.`,
    'not-yet': en`You told us that it had not arrived yet. If anything has changed, tell us here.`,
    problem: en`You told us about a problem and we are taking care of it. You can add something here.`,
    question: en`We have your question and will answer it. You can add something here.`,
  },
  word: {
    received: en`Yes, everything arrived`,
    'not-yet': en`No, not yet`,
    problem: en`There is a problem`,
    question: en`I have a question`,
  },
  receivedUnasked: en`Everything has arrived already`,
  wordHint: {
    received: en`and all is well`,
    'not-yet': en`we look for it for you`,
    problem: en`damaged, wrong, missing, return`,
    question: en`a person answers you`,
  },

  aboutWhat: en`What is it about?`,
  about: {
    damaged: en`It arrived damaged`,
    wrong: en`It is not what I ordered`,
    missing: en`Something is missing`,
    return: en`I would like to return something`,
    other: en`Something else`,
  },
  whichParcel: en`Which parcel?`,
  wholeOrder: en`The whole order`,
  tellUs: en`In a few words (optional)`,
  yourQuestion: en`Your question`,
  send: en`Send`,

  titleChoice: en`The choice is yours`,
  titleSettled: en`This question is settled`,
  settled: en`There is nothing left to choose here. If you have changed your mind, call us or reply to any of our emails.`,
  choiceOpening: ({ about, partly, count }) => {
    if (about === 'stock-out') {
      return count === 1
        ? en`This item of your order is out of stock, and we apologise. What would you like?`
        : en`These items of your order are out of stock, and we apologise. What would you like?`;
    }
    return partly
      ? en`Part of your order has still not left, and we are truly sorry. What would you like?`
      : en`Your order has still not left, and we are truly sorry. What would you like?`;
  },
  choice: {
    wait: ({ count, by }) => {
      if (by === undefined) return en`I'll wait`;
      return count > 1 ? en`I'll wait: they leave by ${by}` : en`I'll wait: it leaves by ${by}`;
    },
    replace: ({ replacement }) =>
      replacement === undefined ? en`Send me the replacement` : en`Send me ${replacement} instead`,
    'cancel-items': ({ count }) => (count === 1 ? en`Cancel this item` : en`Cancel these items`),
    'cancel-order': ({ partly }) => (partly ? en`Cancel everything that has not left` : en`Cancel my whole order`),
    call: en`Call me`,
  },
  choiceHint: {
    wait: en`we write to you when it leaves`,
    replace: ({ by }) => (by === undefined ? en`in place of what is out of stock` : en`it leaves by ${by}`),
    'cancel-items': ({ goods, partly }) => {
      if (goods === undefined) return en`we give you back what you paid for this`;
      return partly
        ? en`${goods}. The rest goes on; we give you back what you paid for this.`
        : en`${goods}. We give you back what you paid for this.`;
    },
    'cancel-order': ({ goods, partly }) => {
      if (goods !== undefined) return en`${goods}. We give you back what you paid for this.`;
      return partly
        ? en`all that is still with us, not only what this is about; we give you back what you paid for it.`
        : en`all of it; we give you back what you paid.`;
    },
    call: en`a person calls you to talk it over`,
  },
  chosenBefore: {
    wait: en`You chose to wait: we have noted it.`,
    replace: en`You chose the replacement: we have noted it.`,
    'cancel-items': en`You asked to cancel what is out of stock: we have noted it.`,
    'cancel-order': en`You asked to cancel: we have noted it.`,
    call: en`You asked us to call you: we have noted it.`,
  },
  orWait: en`Would you rather wait? There is nothing you need to do: we keep looking after it, and keep writing to you.`,

  thanks: en`Thank you!`,
  alreadyAnswered: en`You have already answered`,
  alreadyNoted: en`We noted it the first time: there is nothing you need to do again.`,
  noted: {
    received: en`We have noted that everything arrived.`,
    'not-yet': en`We have noted that it has not arrived yet, and we apologise.`,
    problem: en`We have noted that something is wrong, and we apologise.`,
    question: en`We have your question.`,
    wait: en`We have noted that you would like to wait.`,
    replace: en`We have noted that you take the replacement.`,
    'cancel-items': en`We have noted that you would like to cancel what is out of stock.`,
    'cancel-order': en`We have noted that you would like to cancel everything that has not left.`,
    call: en`We have noted that you would like a call.`,
  },
  leavesBy: ({ said, by }) => (said === 'wait' ? en`It leaves us by ${by}.` : en`The replacement leaves us by ${by}.`),
  nextBy: ({ said, owner, by }) => {
    if (said === 'call') return en`${owner} calls you by ${by}.`;
    if (said === 'not-yet') return en`${owner} is asking the carrier and writes to you by ${by}.`;
    if (said === 'wait' || said === 'replace') return en`${owner} is seeing to it, by ${by} at the latest.`;
    if (said === 'cancel-items' || said === 'cancel-order')
      return en`${owner} is seeing to it and confirms it to you by ${by}.`;
    return en`${owner} is seeing to it and answers you by ${by}.`;
  },
  nextInMessage: {
    received: en`A word from us follows by email.`,
    'not-yet': en`It is for us to find it, not for you. An email follows: it tells you who writes to you, and when.`,
    problem: en`A person is seeing to it. An email follows: it tells you who, and when you will have an answer.`,
    question: en`A person will answer you.`,
    wait: en`We will write to you as soon as it leaves.`,
    replace: en`We will write to you as soon as it leaves.`,
    'cancel-items': en`A person is seeing to it and will confirm it to you.`,
    'cancel-order': en`A person is seeing to it and will confirm it to you.`,
    call: en`A person will call you.`,
  },
  promo: ({ discount, by }) => en`${discount} off your next order, until ${by}.`,
  promoCode: en`Your code`,
  mayClose: en`You can close this page.`,

  ownName: en`English`,
  titlePreferences: en`How we write to you`,
  preferencesOpening: en`It is for you to say. Whatever you choose, you are told all that concerns your orders.`,
  saved: en`Saved. This is how we write to you from now on.`,
  whichLanguage: en`In which language?`,
  whichTone: en`What would you like to read first in our messages?`,
  toneHint: en`Only the first words change: the facts are always all there.`,
  tone: {
    '': en`Whatever the shop finds fitting`,
    neutral: en`Nothing in particular: just the facts`,
    security: en`That all is taken care of`,
    pride: en`What I chose`,
    novelty: en`What there is to discover`,
    comfort: en`That I have little to do`,
    money: en`What I get for my money`,
    sympathy: en`A personal word`,
  },
  whichChannel: en`If something goes wrong`,
  channel: { email: en`Write to me by email`, phone: en`Call me, and write to me too` },
  whetherOffers: en`May we make you an offer now and then, such as a discount to thank you?`,
  offers: { yes: en`Yes, you may`, no: en`No, please do not` },
  offersHint: en`Messages about your orders come either way.`,
  save: en`Save`,

  titleUnsubscribe: en`Rather no offers?`,
  unsubscribeOpening: en`One press, and we make you no more offers.`,
  unsubscribe: en`End all offers`,
  titleUnsubscribed: en`No more offers`,
  unsubscribed: en`Done: we make you no more offers.`,
  ordersStillCome: en`Messages about your orders still come.`,

  titleNotFound: en`This link no longer leads anywhere`,
  notFound: en`It may be incomplete, or too old.`,
  notFoundReach: en`Reply to the message you found it in: a person will read it.`,
  reach: ({ shop, phone }) => en`Or call ${shop} on ${phone}.`,
};
