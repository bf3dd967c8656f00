import { limits, show, showLines } from '../../../messages/shown.ts';
import type { AnyLetter } from '../matrix/cases.ts';

/**
 * What somebody typed, a shop or a customer, is not ours to lint. Before the words around it are judged, it makes room
 * for one character that means nothing in any language.
 */
export const placeholder = '\uFFFC';

/** Fields whose text is typed; every other text in a letter is one of our own codes, a day, a zone or an address. */
const typedFields: ReadonlySet<string> = new Set([
  'name',
  'phone',
  'email',
  'address',
  'role',
  'number',
  'giftOf',
  'recipient',
  'title',
  'titles',
  'carrier',
  'trackingNumber',
  'method',
  'owner',
  'reader',
  'customer',
  'order',
  'text',
  'note',
  'means',
  'id',
]);

/** Typed where it is a text; `reason` of a delay has fields of its own. `code` is typed in a promo only. */
function isTyped(field: string, within: string): boolean {
  return typedFields.has(field) || field === 'reason' || (field === 'code' && within === 'promo');
}

/** Everything typed in a letter, as it may be shown: whole, by its lines, and cut at each length that we cut at. */
export function typedIn(letter: AnyLetter): readonly string[] {
  const found = new Set<string>();
  collect(letter, '', '', found);
  return [...found].sort((one, other) => other.length - one.length);
}

function collect(value: unknown, field: string, within: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (!isTyped(field, within)) return;
    for (const limit of Object.values(limits)) found.add(show(value, limit));
    for (const line of showLines(value, { limit: limits.note, lines: 60 })) found.add(line);
    found.delete('');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (Array.isArray(value)) collect(each, field, within, found);
    else collect(each, name, field, found);
  }
}

/** The same text with a placeholder for each thing typed, and for each address of a page. */
export function withoutTyped(text: string, typed: readonly string[]): string {
  let left = text.replaceAll(/(?:https?:\/\/|tel:)\S+/gu, placeholder);
  for (const each of typed) left = left.replaceAll(each, placeholder);
  return left;
}
