import { fc, test } from '@fast-check/vitest';
import { beforeAll, expect } from 'vitest';
import { shopify } from '../domain/shopify/payloads.ts';
import { openApi, type Api } from './api.ts';
import { secret, webhook } from './signed.ts';

const payloads: { readonly [topic: string]: object } = {
  'orders/create': shopify.order,
  'orders/paid': shopify.order,
  'orders/edited': shopify.order,
  'orders/cancelled': { ...shopify.order, cancelled_at: '2026-11-26T09:00:00+01:00' },
  'fulfillments/create': shopify.fulfillment,
  'fulfillments/update': shopify.update,
  'fulfillment_events/create': shopify.event,
  'refunds/create': shopify.refund,
  'customers/redact': { customer: { id: 1, email: 'a@b.example' } },
};

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, '', ' ', -1, 0, 1e300, 2 ** 53, 'null', '2026-02-30T00:00:00Z', 'cancel', 'pos', 'pending'),
);

/** The payload with one of its values, however deep, replaced or taken away. */
function broken(payload: object): fc.Arbitrary<unknown> {
  const paths = pathsIn(payload);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), fc.option(odd, { nil: undefined })), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = structuredClone(payload);
      for (const [path, value] of changes) put(copy, path, value);
      return copy;
    });
}

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function put(target: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || key === undefined) return;
  if (rest.length > 0) put((target as { [key: string]: unknown })[key], rest, value);
  else (target as { [key: string]: unknown })[key] = value;
}

let busy: Api;
beforeAll(async () => {
  busy = await openApi();
  await busy.put('/shop', { shopify: { secret } });
  busy.now = Date.parse('2026-11-27T12:00:00+01:00');
});

const anything = fc
  .constantFrom(...Object.keys(payloads))
  .chain((topic) =>
    fc.tuple(
      fc.constant(topic),
      fc.oneof({ weight: 6, arbitrary: broken(payloads[topic]!) }, { weight: 1, arbitrary: fc.jsonValue() }),
    ),
  );

test.prop([anything], { numRuns: 150 })(
  'whatever is signed and can be parsed is answered with 200, taken or not, and if not with why',
  async ([topic, payload]) => {
    const answer = await webhook(busy, topic, JSON.stringify(payload));
    expect(answer.status).toBe(200);
    if (answer.json.taken !== true) expect(answer.json.why).toMatch(/./);
  },
);
