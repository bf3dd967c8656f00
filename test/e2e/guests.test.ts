import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

/** A guest's order; answers under which id the shop knows the guest. */
async function guestOf(id: string, email?: string): Promise<string> {
  await shop.order({ id, customer: { name: 'Sans Compte', ...(email === undefined ? {} : { email }) } });
  return (await shop.shown(id)).customer.id;
}

const ordersOf = async (guest: string): Promise<string[]> => {
  const { entries } = (await shop.get(`/customers/${guest}/timeline`)).json;
  return [...new Set<string>(entries.map(({ order }: { order: string }) => order))].sort();
};

test('a guest has one timeline however the address is written, and shares it with nobody', async () => {
  const guest = await guestOf('g1', 'anne.petit@customers.example');
  expect(await guestOf('g2', ' Anne.Petit@Customers.EXAMPLE')).toBe(guest);
  const others = [
    await guestOf('g3', 'annepetit@customers.example'),
    await guestOf('g4', 'anne.petit+shop@customers.example'),
    await guestOf('g5'),
    await guestOf('g6'),
  ];
  expect(new Set([guest, ...others]).size).toBe(5);
  expect(await ordersOf(guest)).toEqual(['g1', 'g2']);
  for (const [at, other] of others.entries()) expect(await ordersOf(other)).toEqual([`g${at + 3}`]);
});
