import '../silence.ts';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../functions/http/endpoint.ts';
import { shopEndpoint } from '../../../functions/http/endpoint.ts';
import { openApi, type Api } from '../api.ts';
import { eventOf } from '../events.ts';
import { everythingIn } from '../table-for-tests.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});

/** An instance of a function that stays warm: it remembers keys on its own. */
function warm(): (key: string) => Promise<number | undefined> {
  const answers: Endpoint = shopEndpoint(
    api.keys,
    async () => ({ status: 200, json: {} }),
    () => api.now,
  );
  return async (key) => {
    const { event } = eventOf({ method: 'GET', url: '/shop', headers: { authorization: `Bearer ${key}` } });
    return (await answers(event)).statusCode;
  };
}

describe('a key that is revoked', () => {
  it('opens nothing a minute later, whichever instance is asked, and however often it was used in between', async () => {
    await api.keys.issue('stolen', 'lyon', api.now);
    const instances = [warm(), warm(), warm()];
    for (const instance of instances) {
      api.now += 7000;
      expect(await instance('stolen')).toBe(200);
    }
    const revokedAt = api.now;
    await api.keys.revoke('stolen', revokedAt);
    expect(await warm()('stolen')).toBe(401);
    for (let seconds = 1; seconds < 60; seconds += 1) {
      api.now = revokedAt + seconds * 1000;
      // To use it does not prolong it.
      for (const instance of instances) await instance('stolen');
    }
    api.now = revokedAt + 60_000;
    expect(await Promise.all(instances.map((instance) => instance('stolen')))).toEqual([401, 401, 401]);
  });

  it('leaves the other key of its shop alone: one is issued, the software switched, the first revoked', async () => {
    const instance = warm();
    expect(await instance('second')).toBe(401);
    await api.keys.issue('second', 'lyon', api.now);
    // That it opened nothing a moment ago is not remembered.
    expect(await instance('second')).toBe(200);
    expect(await instance('lyon-key')).toBe(200);
    await api.keys.revoke('lyon-key', api.now);
    api.now += 60_000;
    expect([await instance('lyon-key'), await instance('second')]).toEqual([401, 200]);
  });
});

describe('a secret', () => {
  it('of a shop is nowhere in the table in clear, but for what Shopify signs with', async () => {
    await api.put('/shop', { shopify: { secret: 'what-shopify-signs-with' } });
    const lying = (await everythingIn(api.table)).map((item) => JSON.stringify(item));
    expect(lying.filter((item) => item.includes('lyon-key'))).toEqual([]);
    expect(lying.filter((item) => item.includes('what-shopify-signs-with'))).toHaveLength(1);
  });

  it('is never compared letter by letter: that would take the longer the more of it is right', () => {
    const root = resolve(import.meta.dirname, '../../..');
    const compared = /(?<!typeof )\b\w*(secret|signature|digest|hmac|bearer|apiKey)\w* [!=]==? (?!undefined|null|'')/i;
    const found = globSync('functions/**/*.ts', { cwd: root }).filter((file) =>
      compared.test(readFileSync(resolve(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
    expect(readFileSync(resolve(root, 'functions/domain/shopify/signature.ts'), 'utf8')).toContain('timingSafeEqual(');
  });
});
