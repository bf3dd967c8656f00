import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { Wrong } from '../domain/told-to-us/draft.ts';
import { Refused, type WrongField } from './problem.ts';

// Whoever tells us a fact is told in words what is wrong with it.
z.config(en());

/** More than that nobody reads, and no body of ours has so many fields to get wrong. */
const mostErrors = 100;
const longestPointer = 200;

/** A 422 that names every field that is wrong. */
export function wrongFields(wrong: readonly Wrong[]): Refused {
  const errors = wrong
    .slice(0, mostErrors)
    .map(({ path, detail }): WrongField => ({ pointer: pointerTo(path), detail }));
  const only = errors.length === 1 && 'pointer' in errors[0]! ? errors[0].pointer : undefined;
  return new Refused(
    'wrong-fields',
    only === undefined ? `${wrong.length} fields are wrong.` : `${only}: ${wrong[0]!.detail}.`,
    errors,
  );
}

/** The value as its schema shapes it. Throws a Refused that names all that is wrong with it. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wrongFields(wrongIn(result.error.issues));
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
