import { beforeEach, describe, expect, it } from 'vitest';
import { shopify } from '../domain/shopify/payloads.ts';
import { openApi, type Api } from './api.ts';
import { secret, webhook } from './signed.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.put('/shop', { shopify: { secret } });
});

const at = (minute: number) => ({ 'x-shopify-triggered-at': `2026-11-24T08:${10 + minute}:00Z` });
const list = async (query = '') => (await api.get(`/webhooks/not-taken${query}`)).json;

describe('what Shopify told and nobody could use', () => {
  it('is a list that a person can read, newest first', async () => {
    await webhook(api, 'orders/create', { ...shopify.order, line_items: [] }, { id: 'first', headers: at(1) });
    await webhook(api, 'themes/publish', {}, { id: 'second#odd', headers: at(2) });
    await webhook(api, 'orders/create', shopify.order);
    expect(await list()).toEqual({
      notTaken: [
        { id: 'second#odd', at: '2026-11-24T08:12:00.000Z', topic: 'themes/publish', why: 'not a topic of ours' },
        {
          id: 'first',
          at: '2026-11-24T08:11:00.000Z',
          topic: 'orders/create',
          order: String(shopify.order.id),
          why: '#/lines: an order has at least one line',
        },
      ],
    });
  });

  it('comes in pages', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await webhook(api, 'themes/publish', {}, { id: `w${minute}`, headers: at(minute) });
    }
    const read: string[] = [];
    let next: string | undefined;
    do {
      const page = await list(`?limit=2${next === undefined ? '' : `&cursor=${next}`}`);
      read.push(...page.notTaken.map(({ id }: { id: string }) => id));
      next = page.next;
    } while (next !== undefined);
    expect(read).toEqual(['w4', 'w3', 'w2', 'w1', 'w0']);
  });

  it('is nobody else’s: neither the list nor its cursors', async () => {
    for (const id of ['a', 'b']) await webhook(api, 'themes/publish', {}, { id });
    const asOther = { authorization: 'Bearer other-key' };
    expect((await api.get('/webhooks/not-taken', asOther)).json).toEqual({ notTaken: [] });
    const { next } = await list('?limit=1');
    expect((await api.get(`/webhooks/not-taken?cursor=${next}`, asOther)).status).toBe(422);
    expect((await api.send({ method: 'GET', url: '/webhooks/not-taken' })).status).toBe(401);
  });

  it.each(['limit=0', 'limit=x', 'cursor=x', 'limit=201'])('is not asked for by ?%s', async (query) => {
    expect((await api.get(`/webhooks/not-taken?${query}`)).status).toBe(422);
  });
});

const redact = (customer: object) => webhook(api, 'customers/redact', { shop_id: 1, customer, orders_to_redact: [] });

describe('a person who is to be forgotten', () => {
  it('is, as by DELETE: nothing is left on the list for a person to do', async () => {
    await webhook(api, 'orders/create', shopify.order);
    const { id } = shopify.order.customer;
    expect((await redact({ id, email: shopify.order.customer.email })).json).toEqual({ taken: true });
    expect(await api.erasures.erasedAt('lyon', String(id))).toBe(api.now);
    expect((await list()).notTaken).toEqual([]);
  });

  it('is known as a guest by the hash that stands in their orders', async () => {
    await webhook(api, 'orders/create', { ...shopify.order, customer: null });
    const { customer } = (await api.get(`/orders/${shopify.order.id}`)).json;
    expect(customer.id).toMatch(/^guest-/);
    await redact({ id: null, email: 'Lea.Fontaine@customers.example' });
    expect(await api.erasures.erasedAt('lyon', customer.id)).toBe(api.now);
  });

  it('may be nobody we know, or not be named: Shopify hears 200 all the same, and the latter a person must look into', async () => {
    expect(await redact({ id: 7340012345907 })).toMatchObject({ status: 200, json: { taken: false } });
    expect((await list()).notTaken).toEqual([]);
    expect(await redact({ id: null })).toMatchObject({ status: 200, json: { taken: false } });
    expect((await list()).notTaken).toHaveLength(1);
    const { items } = await api.table.query({ condition: 'pk = :pk', values: { ':pk': 'SHOP#lyon#NOT-TAKEN' } });
    expect(items[0]).not.toHaveProperty('expires');
  });
});
