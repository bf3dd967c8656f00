import type { Wrong } from '../domain/told-to-us/draft.ts';
import { pointerTo } from '../domain/told-to-us/parsed.ts';
import { Refused, type WrongField } from './problem.ts';

/** More than that nobody reads, and no body of ours has so many fields to get wrong. */
const mostErrors = 100;

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
