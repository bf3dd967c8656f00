import { asShown, type Shown } from '../shown.ts';

/** Writes a sentence of one language: its own words are typeset, the values in it are left as they are. */
export type Say = (words: TemplateStringsArray, ...values: readonly (Shown | number)[]) => Shown;

const noBreak = '\u00A0';

function saying(typeset: (words: string) => string): Say {
  return (words, ...values) =>
    asShown(words.reduce((said, piece, index) => `${said}${values[index - 1] ?? ''}${typeset(piece)}`, ''));
}

/** French: no-break spaces before ; : ! ? % and inside « », the apostrophe ’. Catalogues are typed with plain ones. */
export const fr = saying((words) =>
  words
    .replaceAll("'", '’')
    .replace(/ (?=[;:!?»%×])/gu, noBreak)
    .replace(/(?<=«) /gu, noBreak),
);

/** English: the apostrophe ’. Quotation marks are typed as they are to be read: “ ”. */
export const en = saying((words) => words.replaceAll("'", '’'));
