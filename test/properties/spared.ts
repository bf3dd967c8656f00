import type { LifeRecord } from './record.ts';

/**
 * Stories that are known to go wrong and not mended yet, so that the search finds others. Each says what a customer
 * would see. Mend one, and its entry goes.
 */
interface Spared {
  readonly story: string;
  readonly matches: RegExp;
  readonly where?: (record: LifeRecord) => boolean;
}

export const spared: readonly Spared[] = [];

/** What is broken and not known to be. */
export function notSpared(broken: readonly string[], record: LifeRecord): string[] {
  return broken.filter((what) => sparedAs(what, record) === undefined);
}

export function sparedAs(what: string, record: LifeRecord): string | undefined {
  return spared.find(({ matches, where }) => matches.test(what) && (where?.(record) ?? true))?.story;
}
