import * as z from 'zod/mini';
import { longestText } from './written.ts';

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
