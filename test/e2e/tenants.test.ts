import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { correlationIdOf } from '../../functions/domain/correlation.ts';
import { type Answer, otherKey, Outside } from './outside.ts';
import {
  addressOf,
  call,
  NobodyHasSaid,
  opensWithoutKey,
  routesOfTheTemplate,
  type Things,
  thingsOf,
  thingsOfNobody,
} from './routes.ts';

let shop: Outside;
let theirs: Things;
let nobodys: Things;
beforeAll(async () => {
  shop = await Outside.open();
  theirs = await thingsOf(shop);
  nobodys = thingsOfNobody(theirs);
});
afterAll(() => shop.close());

const all = routesOfTheTemplate();
const byKey = all.filter((route) => !opensWithoutKey(route));
const named = byKey.filter(({ path }) => path.includes('{'));
/** A fact may come before its order: it is taken, for whatever order the calling shop will give that id. */
const tellsAFact = (key: string): boolean => /^(POST|PUT) \/orders\/\{id\}(?!\/messages)/.test(key);
/** Of each call different: when, which, how long it took. */
const passing = /^(date|apigw-requestid|x-amzn-.*|connection|keep-alive)$/;

/** The id that follows from what the caller itself told: of its own shop, and of nothing that lies there. */
function correlationIn(text: string): string | undefined {
  const told = toldInAnswer.safeParse(text === '' ? undefined : JSON.parse(text));
  return told.success ? correlationIdOf('other', told.data.order, told.data.fact) : undefined;
}
const toldInAnswer = z.object({ order: z.string(), fact: z.string() });

/** An answer as far as it may say something of whose it is: the ids it was asked with, and what is counted from them, aside. */
function said({ status, headers, text }: Answer, things: Things): object {
  const plain = (words: string): string => {
    let left = words;
    for (const [name, id] of Object.entries(things)) left = left.replaceAll(id as string, `<${name}>`);
    return left.replaceAll(/[0-9a-f]{16,}/g, '<hash>');
  };
  const correlation = correlationIn(text);
  const kept = [...headers]
    .filter(([name]) => !passing.test(name))
    .map(([name, value]) => [name, value === correlation ? '<of what was told>' : plain(value)]);
  return { status, headers: kept, text: plain(text) };
}

describe("to another shop's key", () => {
  it.each(named)('$key says the same of what is ours as of what never was', async (route) => {
    const ours = await call(shop, route, theirs, otherKey);
    const never = await call(shop, route, nobodys, otherKey);
    expect(said(ours, theirs)).toEqual(said(never, nobodys));
    expect(ours.status).toBe(tellsAFact(route.key) ? 202 : 404);
  });

  it('nothing of ours was changed by all these calls, and nothing of it is to be seen', async () => {
    const [order, customer] = [await shop.shown(theirs.order), (await shop.get('/customers/jeanne-1/export')).json];
    for (const route of named) await call(shop, route, theirs, otherKey);
    await shop.settle();
    expect(await shop.shown(theirs.order)).toEqual(order);
    expect((await shop.get('/customers/jeanne-1/export')).json).toEqual(customer);
    const lists = byKey.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
    for (const route of lists) {
      expect((await call(shop, route, theirs, otherKey)).text, route.key).not.toMatch(/jeanne|Maison Lumi/i);
    }
  });
});

describe('without a key of a shop', () => {
  it.each(byKey)('$key is a 401, and says nothing else', async (route) => {
    const answers = [];
    for (const key of [null, 'nobody', `${otherKey}x`, '']) {
      const { status, headers, text } = await call(shop, route, theirs, key);
      expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json']);
      answers.push(text);
      // Whether there is such a thing or not.
      expect((await call(shop, route, nobodys, key)).text).toBe(text);
    }
    expect(new Set(answers).size).toBeLessThanOrEqual(2);
  });

  it('three things answer, and no others: that it is there, a signed webhook, the page behind a mail', () => {
    expect(all.filter(opensWithoutKey).map(({ key }) => key)).toEqual([
      'GET /c/{token}',
      'GET /health',
      'HEAD /c/{token}',
      'POST /c/{token}',
      'POST /webhooks/shopify/{shop}',
    ]);
  });

  it('a webhook that is not signed learns nothing of which shops there are', async () => {
    const ask = (name: string) => shop.ask('POST', `/webhooks/shopify/${name}`, {}, { key: null });
    const [there, never] = [await ask(theirs.shop), await ask(nobodys.shop)];
    expect(there.status).toBe(401);
    expect(said(there, theirs)).toEqual(said(never, nobodys));
  });

  it('the page behind a mail is opened by its token alone', async () => {
    expect((await shop.get(`/c/${theirs.token}`, { key: null })).status).toBe(200);
    expect((await shop.get(`/c/${nobodys.token}`, { key: null })).status).toBe(404);
  });
});

it('a route that is new is called here too, or somebody is asked to say how', async () => {
  const unknown = { key: 'POST /orders/{id}/songs', method: 'POST', path: '/orders/{id}/songs' };
  await expect(call(shop, unknown, theirs, otherKey)).rejects.toThrow(
    'Say in test/e2e/routes.ts which body POST /orders/{id}/songs takes.',
  );
  expect(() => addressOf({ ...unknown, path: '/songs/{song}' }, theirs)).toThrow(NobodyHasSaid);
});
