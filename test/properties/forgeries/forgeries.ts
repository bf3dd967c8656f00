import { Chance } from '../../../cli/simulate/chance.ts';
import { linksInMails } from './forged-links.ts';
import { webhooks } from './forged-webhooks.ts';

/** Something that opens a door, and how it might be forged. */
export interface Forgery {
  readonly name: string;
  /** Whether the real thing is let in: otherwise nothing would be shown by refusing the others. */
  readonly genuine: () => Promise<boolean>;
  /** One try; what was let in, if it was. */
  readonly forge: (chance: Chance) => Promise<string | undefined>;
}

export interface Tried {
  readonly name: string;
  readonly tries: number;
  readonly accepted: readonly string[];
}

const kinds: readonly Forgery[] = [webhooks, linksInMails];

/**
 * That many tries, half of them signatures of webhooks, half links. The same seed tries the same, but for the links:
 * their tokens are as random as real ones.
 *
 * @throws Error where the real thing is refused.
 */
export async function tryForgeries(
  { seed, tries }: { readonly seed: number; readonly tries: number },
  progress: (done: number) => void = () => {},
): Promise<readonly Tried[]> {
  const found: Tried[] = [];
  let done = 0;
  for (const { name, genuine, forge } of kinds) {
    if (!(await genuine())) throw new Error(`${name}: the real one is refused, so nothing would be shown`);
    const chance = new Chance(seed, 'forgeries', name);
    const accepted: string[] = [];
    const wanted = Math.ceil(tries / kinds.length);
    for (let tried = 0; tried < wanted; tried += 1) {
      const taken = await forge(chance);
      if (taken !== undefined) accepted.push(taken);
      done += 1;
      if (done % 10_000 === 0) progress(done);
    }
    found.push({ name, tries: wanted, accepted });
  }
  return found;
}
