import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Something that may happen, and how often among its alternatives. */
export type Weighted<T> = readonly [weight: number, what: T];

/**
 * Chance that can be repeated: the same seed and the same words give the same luck, whoever else draws meanwhile. Every
 * order draws from streams of its own, so that its life is the same whichever thread lives it.
 */
export class Chance {
  private readonly source;

  constructor(seed: number, ...words: readonly (string | number)[]) {
    const digest = createHash('sha256')
      .update([seed, ...words].join('\n'))
      .digest();
    this.source = xoroshiro128plus(digest.readInt32LE(0));
  }

  /** A whole number from `least` to `most`, both included; instants and spans are milliseconds. */
  between(least: number, most: number): number {
    return most <= least ? least : uniformInt(this.source, Math.round(least), Math.round(most));
  }

  /** True in so many of a hundred. */
  inHundred(percent: number): boolean {
    return this.between(1, 10_000) <= percent * 100;
  }

  oneOf<T>(alternatives: readonly Weighted<T>[]): T {
    const total = alternatives.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.between(1, total * 1000) / 1000;
    for (const [weight, what] of alternatives) {
      left -= weight;
      if (left <= 0) return what;
    }
    return alternatives.at(-1)![1];
  }
}
