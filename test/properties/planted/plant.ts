/** A bug: one rule of the charter or the architecture, taken out of the source. */
export interface Plant {
  /** The rule, in words. */
  readonly rule: string;
  /** The source file, from the project's root. */
  readonly file: string;
  /** What implements the rule there: found exactly once, or the rule has moved and the plant with it. */
  readonly find: string;
  /** The source without the rule. */
  readonly replace: string;
  /** A rule that stands twice in its file is taken out in both places. */
  readonly and?: Pick<Plant, 'find' | 'replace'> | undefined;
}

export class RuleHasMoved extends Error {
  override readonly name = 'RuleHasMoved';
}

/** The source with the bug in it. Throws RuleHasMoved where the rule is not exactly where it was. */
export function planted({ file, find, replace, and }: Plant, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new RuleHasMoved(`found ${parts.length - 1} times in ${file}: ${find}`);
  const without = parts.join(replace);
  return and === undefined ? without : planted({ rule: '', file, ...and }, without);
}
