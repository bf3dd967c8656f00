import { expect, it } from 'vitest';
import { RememberedShops } from '../../functions/adapters/remembered-shops.ts';
import type { Settings } from '../../functions/domain/shop/settings.ts';
import { MemoryShops } from '../../local/virtual/memory-ports.ts';
import { shop as complete } from '../shop/facts.ts';

function someShops(settings: Settings) {
  const shops = new MemoryShops();
  shops.shops.set('lyon', settings);
  let [now, looked] = [0, 0];
  const counted = { settings: (shop: string) => ((looked += 1), shops.settings(shop)) };
  const remembered = new RememberedShops(counted, () => now);
  return {
    change: (changed: Settings) => shops.shops.set('lyon', changed),
    at: (instant: number, shop = 'lyon') => ((now = instant), remembered.settings(shop)),
    looked: () => looked,
  };
}

it("looks a shop's settings up once in two seconds, and a change holds after them", async () => {
  const shop = someShops(complete);
  for (const instant of [0, 900, 1999]) expect(await shop.at(instant)).toEqual(complete);
  expect(shop.looked()).toBe(1);
  shop.change({ ...complete, phone: '+33 1' });
  expect(await shop.at(2000)).toMatchObject({ phone: '+33 1' });
});

it('lets a shop that lacks something complete its settings at once', async () => {
  const shop = someShops({ ...complete, phone: undefined });
  expect(await shop.at(0)).not.toHaveProperty('phone', expect.any(String));
  shop.change(complete);
  expect(await shop.at(1)).toEqual(complete);
});

it('asks again for a shop that nobody knew', async () => {
  const shop = someShops(complete);
  expect(await shop.at(0, 'paris')).toBeUndefined();
  expect(await shop.at(1, 'paris')).toBeUndefined();
  expect(shop.looked()).toBe(2);
});
