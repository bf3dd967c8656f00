import type { PageWords } from '../page-words.ts';
import { en } from '../typography.ts';

export const pages: PageWords = {
  orderLine: ({ order }) => en`Order ${order}`,
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
  choiceOpening: ({ partly }) =>
    partly
      ? en`Part of your order has still not left, and we are truly sorry. What would you like?`
      : en`Your order has still not left, and we are truly sorry. What would you like?`,
  choice: {
    'cancel-order': en`Cancel`,
    call: en`Get a call`,
  },
  choiceHint: {
    'cancel-order': en`what has not left; we give you back what you paid for it`,
    call: en`a person calls you to talk it over`,
  },
  chosenBefore: {
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
    'cancel-order': en`We have noted that you would like to cancel.`,
    call: en`We have noted that you would like a call.`,
  },
  nextBy: ({ said, owner, by }) => {
    if (said === 'call') return en`${owner} calls you by ${by}.`;
    if (said === 'not-yet') return en`${owner} is asking the carrier and writes to you by ${by}.`;
    if (said === 'cancel-order') return en`${owner} is seeing to it and confirms it to you by ${by}.`;
    return en`${owner} is seeing to it and answers you by ${by}.`;
  },
  nextInMessage: {
    received: en`A word from us follows by email.`,
    'not-yet': en`It is for us to find it, not for you. An email follows: it tells you who writes to you, and when.`,
    problem: en`A person is seeing to it. An email follows: it tells you who, and when you will have an answer.`,
    question: en`A person will answer you.`,
    'cancel-order': en`A person is seeing to it and will confirm it to you.`,
    call: en`A person will call you.`,
  },
  promo: ({ discount, by }) => en`${discount} off your next order, until ${by}.`,
  promoCode: en`Your code`,
  mayClose: en`You can close this page.`,

  titleNotFound: en`This link no longer leads anywhere`,
  notFound: en`It may be incomplete, or too old.`,
  notFoundReach: en`Reply to the message you found it in: a person will read it.`,
  reach: ({ shop, phone }) => en`Or call ${shop} on ${phone}.`,
};
