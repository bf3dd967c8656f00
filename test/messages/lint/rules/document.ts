import { visible, type Seen } from '../seen.ts';
import type { Rule } from './rule.ts';

/** A large mail service hides what comes after 102 KB, and the signature and the address come last. */
const mostBytes = 100_000;

export const size: Rule = {
  name: 'size',
  broken: ({ words: { html } }) => {
    const bytes = Buffer.byteLength(html);
    return bytes > mostBytes ? [`html: ${bytes} bytes`] : [];
  },
};

/** Who cannot see a picture is told what it shows, or, with an empty text, that it shows nothing. */
export const pictures: Rule = {
  name: 'alt texts',
  broken: (seen) =>
    visible(seen)
      .querySelectorAll('img')
      .filter((picture) => picture.getAttribute('alt') === undefined)
      .map((picture) => `html: no alt text: ${picture.getAttribute('src')}`),
};

/** What a screen reader goes by: the language, the title, the headings, and that tables are for looks only. */
export const structure: Rule = {
  name: 'structure',
  broken: (seen) => [
    ...(seen.document.querySelector('html')?.getAttribute('lang') === seen.locale ? [] : ['html: another language']),
    ...(seen.document.querySelector('title')?.textContent === seen.words.subject
      ? []
      : ['html: the title is not the subject']),
    ...headings(seen),
    ...visible(seen)
      .querySelectorAll('table')
      .filter((table) => table.getAttribute('role') !== 'presentation')
      .map((table) => `html: a table that is read as one: ${table.rawAttrs}`),
  ],
};

function headings(seen: Seen): readonly string[] {
  const levels = visible(seen)
    .querySelectorAll('h1,h2,h3,h4,h5,h6')
    .map(({ tagName }) => Number(tagName.slice(1)));
  const firsts = levels.filter((level) => level === 1).length;
  const skips = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    ...(firsts === 1 ? [] : [`html: ${firsts} headings of the first level`]),
    ...(skips ? [`html: a level of headings is skipped: ${levels.join(' ')}`] : []),
  ];
}

/** Both forms say the same: each sentence and each heading of the HTML stands in the plain text. */
export const sameWords: Rule = {
  name: 'same words',
  broken: (seen) => {
    const text = spaced(seen.words.text);
    return visible(seen)
      .querySelectorAll('h1,h2,p,li')
      .map((element) => spaced(element.textContent))
      .filter((said) => !text.includes(said))
      .map((said) => `text: missing: ${said}`);
  },
};

function spaced(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/gu, ' ').trim();
}
