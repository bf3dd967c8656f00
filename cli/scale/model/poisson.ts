import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How many come where so many come on average, each of its own accord; the same seed, the same numbers. */
export function poisson(seed: number): (mean: number) => number {
  const source = xoroshiro128plus(seed);
  const uniform = (): number => (uniformInt(source, 0, 0x7fff_fffe) + 1) / 0x7fff_ffff;
  return (mean) => {
    if (mean <= 0) return 0;
    // With many, the bell curve is as good, and quicker.
    if (mean > 50) {
      const bell = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
      return Math.max(0, Math.round(mean + bell * Math.sqrt(mean)));
    }
    const least = Math.exp(-mean);
    let [count, product] = [0, uniform()];
    while (product > least) {
      count += 1;
      product *= uniform();
    }
    return count;
  };
}
