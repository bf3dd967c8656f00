import { withoutControls } from '../domain/told-to-us/written.ts';
import { Refused } from './problem.ts';

/** Bodies are no longer than that, decoded (api.md). */
export const mostBytes = 256 * 1024;
/** No field of ours lies deeper: what does is unknown, and unknown fields are ignored. */
const deepest = 16;

/** The JSON that a body holds, with its texts cleaned. Throws Refused: too large, or no JSON. */
export function jsonFrom(bytes: Buffer): unknown {
  if (bytes.byteLength > mostBytes) throw tooLarge();
  const read = parseJson(bytes);
  if (read === undefined) throw new Refused('not-json', 'The body could not be read as JSON in UTF-8.');
  return read.json;
}

export const tooLarge = (): Refused => new Refused('too-large', `A body has at most ${mostBytes} bytes.`);

/** The JSON of the bytes, with its texts cleaned; undefined where there is none. */
export function parseJson(bytes: Buffer): { readonly json: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { json: cleaned(JSON.parse(text) as unknown, 0) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Plain objects with plain keys: nothing of a body can reach a prototype, a table or a mail broken. */
function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutControls(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, each]) => [withoutControls(key), cleaned(each, depth + 1)]),
  );
}
