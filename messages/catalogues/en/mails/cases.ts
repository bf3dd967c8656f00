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
};
