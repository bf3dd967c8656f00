import type { CaseMails } from '../../mail-words/cases.ts';
import { en } from '../../typography.ts';

export const cases: CaseMails = {
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

  'announce-progress': {
    subject: ({ order }) => en`Order ${order}: where we are`,
    title: en`Where we are`,
    opening: (about) =>
      ({
        damaged: en`We are working on what arrived damaged, and do not want to leave you without news.`,
        wrong: en`We are working on what was not what you ordered, and do not want to leave you without news.`,
        missing: en`We are working on what is missing, and do not want to leave you without news.`,
        return: en`We are working on your return, and do not want to leave you without news.`,
        other: en`We are working on what you told us, and do not want to leave you without news.`,
      })[about],
    writesAgain: ({ owner, by }) => en`${owner} keeps it in hand and writes to you again by ${by}.`,
    ownWords: (owner) => en`A word from ${owner}`,
    answerBy: en`Next news by`,
    next: en`There is nothing you need to do. If you have something to add, just reply to this email.`,
  },

  'announce-settlement': {
    subject: ({ order, outcome }) =>
      ({
        answered: en`Order ${order}: our answer`,
        refund: en`Order ${order}: we are refunding you`,
        replacement: en`Order ${order}: we are sending a replacement`,
      })[outcome],
    title: (outcome) =>
      ({
        answered: en`Our answer`,
        refund: en`We are refunding you`,
        replacement: en`We are sending you a replacement`,
      })[outcome],
    opening: (about) =>
      ({
        damaged: en`You told us that something arrived damaged. This is how we put it right.`,
        wrong: en`You told us that something was not what you ordered. This is how we put it right.`,
        missing: en`You told us that something was missing. This is how we put it right.`,
        return: en`You wanted to return something. This is how it goes on.`,
        other: en`You told us that something was wrong. This is our answer.`,
      })[about],
    replacementLeaves: ({ leavesBy, withYouBy }) =>
      en`We are preparing a replacement: it leaves us by ${leavesBy} and should be with you by ${withYouBy}.`,
    replacement: en`What we are sending you`,
    promo: ({ discount, by }) =>
      en`To thank you for your patience: ${discount} off your next order with this code, until ${by}.`,
    next: (outcome) =>
      ({
        answered: en`There is nothing more you need to do.`,
        refund: en`There is nothing more you need to do to get your money back.`,
        replacement: en`We will write to you as soon as the replacement leaves.`,
      })[outcome],
    stillWrong: (owner) =>
      en`If something is still not right, reply to this email or call us: ${owner} takes it up again with you.`,
  },
};
