import type { Seen } from '../seen.ts';
import type { Rule } from './rule.ts';

/** What a phone shows of a subject. */
const longestSubject = 60;
const longestPreheader = 141;

/** The subject fits, names the order, and is not cut; what comes after it in the inbox adds something to it. */
export const subject: Rule = {
  name: 'subject',
  broken: ({ words, letter, preheader }) => {
    const length = [...new Intl.Segmenter().segment(words.subject)].length;
    const number = numberOf(letter);
    return [
      ...(words.subject.trim() === '' ? ['subject: empty'] : []),
      ...(length > longestSubject ? [`subject: ${length} characters: ${words.subject}`] : []),
      ...(words.subject.endsWith('…') ? [`subject: cut: ${words.subject}`] : []),
      ...(words.subject.endsWith('.') ? [`subject: ends like a sentence: ${words.subject}`] : []),
      ...(/[\p{Cc}\u2028\u2029\u2066-\u2069]/u.test(words.subject) ? ['subject: a character that no inbox shows'] : []),
      ...(number !== undefined && !words.subject.includes(number)
        ? [`subject: no order number: ${words.subject}`]
        : []),
      ...(preheader === '' ? ['preheader: empty'] : []),
      ...(preheader === words.subject ? ['preheader: says what the subject says'] : []),
      ...(preheader.length > longestPreheader ? [`preheader: ${preheader.length} characters`] : []),
    ];
  },
};

function numberOf(letter: Seen['letter']): string | undefined {
  if ('head' in letter) return letter.head.order.number;
  return letter.message === 'staff-task' ? letter.order.number : undefined;
}
