import * as z from 'zod/mini';

/** Whatever a person wrote; in mails it is cut where it would break them, and escaped. */
export const longestText = 10_000;

const lengthOf = (value: string): number => (value.length <= longestText ? value.length : Array.from(value).length);
const notTooLong = z.refine<string>((value) => lengthOf(value) <= longestText, 'at most 10,000 characters');

/** One line: line breaks and runs of blanks become one blank, so that nothing of it can begin a new line in a header. */
export const oneLine = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value: string) => value.replaceAll(/\s+/gu, ' ').trim()),
  ),
  z.string().check(z.minLength(1, 'must not be empty'), notTooLong),
);

/** Lines of text, as they were written. */
export const freeText = z.string().check(z.trim(), notTooLong);

/** Control characters mean nothing in a text and break mails, tables and terminals; unpaired surrogates are no characters. */
export function withoutControls(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}
