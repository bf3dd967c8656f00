import { visible, type Seen } from '../seen.ts';
import { linesWith, type Rule } from './rule.ts';

/** What a value leaves behind that was not there. */
export const leftBehind = [
  /\b(?:undefined|null|NaN|Infinity|Invalid Date)\b/u,
  /\[object \w+\]/u,
  /\{\{|\}\}|\$\{/u,
  /\(\s*\)|«\s*»|“\s*”/u,
  // A label before the next one, or a line of nothing but its punctuation.
  /[:：]\s*·|·\s*·|·\s*$/u,
  /^\s*[,.;:!?·×]+\s*$/u,
];

/** Nothing is missing in the middle of a sentence, and no element stands there for nothing. */
export const holes: Rule = {
  name: 'holes',
  broken: (seen) => [...linesWith(seen.ours, leftBehind), ...emptyElements(seen), ...labelsAlone(seen)],
};

const standForThemselves = new Set(['BR', 'IMG', 'HR']);

function emptyElements(seen: Seen): readonly string[] {
  return visible(seen)
    .querySelectorAll('*')
    .filter(({ children, tagName, textContent }) => {
      return children.length === 0 && !standForThemselves.has(tagName) && textContent.trim() === '';
    })
    .map((element) => `html: an empty <${element.tagName.toLowerCase()} ${element.rawAttrs}>`);
}

/** In plain text what a label announces stands beside it, or below. */
function labelsAlone({ words: { text } }: Seen): readonly string[] {
  return /[:：]\s*\n*(?:--|$)/u.test(text.trim()) ? ['text: a label with nothing after it'] : [];
}
