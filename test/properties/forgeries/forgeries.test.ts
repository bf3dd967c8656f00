import '../../functions/silence.ts';
import { describe, expect, it } from 'vitest';
import { Chance } from '../../../cli/simulate/chance.ts';
import { isSigned } from '../../../functions/domain/shopify/signature.ts';
import { tryForgeries } from './forgeries.ts';
import { mutated } from './mutated.ts';

describe('who has no secret', () => {
  it('opens no link and signs no webhook, in twenty thousand tries', async () => {
    const tried = await tryForgeries({ seed: 1, tries: 20_000 });
    expect(tried.map(({ name, tries, accepted }) => ({ name, tries, accepted }))).toEqual([
      { name: 'webhooks', tries: 10_000, accepted: [] },
      { name: 'links', tries: 10_000, accepted: [] },
    ]);
  });

  it('is not helped by base64, in which the same bytes have many spellings', () => {
    const genuine = 'OJsvVMVmR4cGW2jHiLfFlvCMQzMEWJxVdBhmu0GYt+4=';
    const chance = new Chance(1);
    const spellings = new Set(Array.from({ length: 20_000 }, () => mutated(genuine, chance)));
    const bytes = Buffer.from(genuine, 'base64');
    const same = [...spellings].filter((spelling) => Buffer.from(spelling, 'base64').equals(bytes));
    // Without padding, for addresses, with a blank in it, with other unused bits: all of them were tried above.
    expect(same.length).toBeGreaterThan(20);
    for (const spelling of same) expect(spelling).not.toBe(genuine);
  });

  it('signs nothing for a shop whose secret is empty, or that has none', () => {
    const body = Buffer.from('{}');
    const withNothing = 'thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=';
    expect(isSigned(Buffer.alloc(0), 'thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=', '')).toBe(false);
    expect(isSigned(body, withNothing, undefined)).toBe(false);
  });
});
