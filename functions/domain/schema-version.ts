/**
 * Whatever is kept in the table or sent through a queue carries the version of its shape in `v`: items, the facts and
 * messages in an order, letters of queues, what a definition asks of the messenger. Without one it is of version 1, the
 * first; so a shape that never changed costs no byte.
 *
 * A shape that only gains a field keeps its version. Where old code would misread the new shape, the version here goes up
 * by one, whoever writes that shape writes `v`, and readers keep both (test/items says how).
 */
export const newestSchema = 1;

/** A younger release wrote this: what is not understood is not guessed at. Whoever reads it tries again, or sets it aside. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/** The same, of a version that this release knows. @throws NewerSchema */
export function readable<T>(written: T): T {
  const version = typeof written === 'object' && written !== null && 'v' in written ? written.v : 1;
  if (typeof version === 'number' && version <= newestSchema) return written;
  throw new NewerSchema(`of version ${String(version)}; this release reads up to ${newestSchema}`);
}
