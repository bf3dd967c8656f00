import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { Wrong } from './draft.ts';

// Whoever tells us a fact is told in words what is wrong with it.
z.config(en());

const longestPointer = 200;

/** A body in which something is wrong, with all that is. The edge answers it with a 422. */
export class WrongBody extends Error {
  override readonly name = 'WrongBody';
  readonly wrong: readonly Wrong[];

  constructor(wrong: readonly Wrong[]) {
    super('the body is not what the call takes');
    this.wrong = wrong;
  }
}

/** The value as its schema shapes it. Throws a WrongBody that names all that is wrong with it. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new WrongBody(wrongIn(result.error.issues));
}

/** What a schema found, in our words; of each field what it found first. */
export function wrongIn(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Wrong[] {
  const first = new Map(
    issues.toReversed().map(({ path, message }) => [pointerTo(path), { path, detail: worded(message) }]),
  );
  return [...first.values()].toReversed();
}

function worded(message: string): string {
  if (message.endsWith('received undefined')) return 'is missing';
  return message.replace(/^Invalid (?:input|option|string|key in record|element in array): /, '');
}

/** A JSON pointer (RFC 6901) as a URI fragment: `#/customer/email`; the whole body is `#`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const tokens = path.map((each) => encodeURIComponent(String(each).replaceAll('~', '~0').replaceAll('/', '~1')));
  return ['#', ...tokens].join('/').slice(0, longestPointer);
}
