import type { CollectedWords } from '../../collected-words.ts';
import { en } from '../../typography.ts';
import { mails } from '../mails.ts';

type Cases = Pick<
  CollectedWords['mails'],
  'open-case' | 'apologise-for-wait' | 'announce-progress' | 'announce-settlement'
>;

/** A problem with what was collected. */
export const cases: Cases = {
  'open-case': {
    ...mails['open-case'],
    opening: (about) =>
      about === 'damaged'
        ? en`You tell us that something is damaged. Thank you for letting us know, and we are sorry for the disappointment.`
        : mails['open-case'].opening(about),
  },
  'apologise-for-wait': {
    ...mails['apologise-for-wait'],
    opening: (about) =>
      about === 'damaged'
        ? en`You are waiting for our answer about what is damaged. We promised it, you do not have it yet, and we apologise.`
        : mails['apologise-for-wait'].opening(about),
  },
  'announce-progress': {
    ...mails['announce-progress'],
    opening: (about) =>
      about === 'damaged'
        ? en`We are working on what is damaged, and do not want to keep you without news.`
        : mails['announce-progress'].opening(about),
  },
  'announce-settlement': {
    ...mails['announce-settlement'],
    subject: ({ order, outcome }) =>
      outcome === 'replacement'
        ? en`Order ${order}: a replacement for you`
        : mails['announce-settlement'].subject({ order, outcome }),
    title: (outcome) =>
      outcome === 'replacement' ? en`We have a replacement for you` : mails['announce-settlement'].title(outcome),
    opening: (about) =>
      about === 'damaged'
        ? en`You told us that something was damaged. This is how we put it right.`
        : mails['announce-settlement'].opening(about),
    replacementLeaves: ({ leavesBy }) =>
      en`We are preparing a replacement: it is ready for you to collect by ${leavesBy}.`,
    replacement: en`What we are preparing for you`,
    next: (outcome) =>
      outcome === 'replacement'
        ? en`We will write to you as soon as the replacement is ready.`
        : mails['announce-settlement'].next(outcome),
  },
};
