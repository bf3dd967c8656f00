import { describe, expect, it } from 'vitest';
import { remembered, rememberedOf } from '../../functions/domain/remembered.ts';

describe('what is remembered', () => {
  it('is worked out once', () => {
    let asked = 0;
    const twice = remembered((word: string) => ((asked += 1), word + word));
    expect([twice('a'), twice('a'), twice('b')]).toEqual(['aa', 'aa', 'bb']);
    expect(asked).toBe(2);
  });

  it('tells questions of several words apart, and remembers that there is no answer', () => {
    let asked = 0;
    const ask = remembered((left: string, right: string) => ((asked += 1), left === right ? left : undefined));
    expect([ask('a', 'b c'), ask('a b', 'c'), ask('a', 'b c'), ask('a', 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
      'a',
    ]);
    expect(asked).toBe(3);
  });

  it('is bounded: after ten thousand other questions it is worked out anew', () => {
    let asked = 0;
    const same = remembered((word: string) => ((asked += 1), word));
    for (let other = 0; other <= 10_000; other += 1) same(String(other));
    expect(same('0')).toBe('0');
    expect(asked).toBe(10_002);
  });
});

describe('what is remembered of a value', () => {
  it('is worked out once for that value, not for one that looks the same', () => {
    let asked = 0;
    const count = rememberedOf((facts: readonly string[]) => ((asked += 1), facts.length || undefined));
    const none: string[] = [];
    expect([count(none), count(none), count(['a']), count(['a'])]).toEqual([undefined, undefined, 1, 1]);
    expect(asked).toBe(3);
  });
});
