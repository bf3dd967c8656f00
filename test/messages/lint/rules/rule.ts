import type { Line, Seen } from '../seen.ts';

/** One thing that holds of every mail. */
export interface Rule {
  readonly name: string;
  /** Each place where it does not hold, in words that lead there; none: it holds. */
  readonly broken: (seen: Seen) => readonly string[];
}

/** One that needs nothing but words, and so holds of a page as well. */
export interface RuleOfWords {
  readonly name: string;
  readonly broken: (seen: Pick<Seen, 'ours' | 'locale'>) => readonly string[];
}

/** Each line in which one of these patterns is found, with what surrounds it. */
export function linesWith(lines: readonly Line[], patterns: readonly RegExp[]): readonly string[] {
  return lines.flatMap(({ part, words }) =>
    patterns.flatMap((pattern) => {
      const found = pattern.exec(words);
      return found === null ? [] : [`${part}: ${around(words, found.index, found[0].length)}`];
    }),
  );
}

const context = 24;

function around(words: string, index: number, length: number): string {
  const start = Math.max(0, index - context);
  const end = Math.min(words.length, index + length + context);
  return `${start > 0 ? '…' : ''}${words.slice(start, end)}${end < words.length ? '…' : ''}`;
}
