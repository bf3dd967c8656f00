import { correlationIdOf } from '../../../functions/domain/correlation.ts';
import '../silence.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShipmentFact } from '../../../functions/domain/order/facts.ts';
import { log } from '../../../functions/log.ts';
import { anOrder, openApi, type Api } from '../api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The table answers like this from now on. */
function failWith(error: Error): void {
  vi.spyOn(api.orders, 'append').mockRejectedValue(error);
}

const named = (name: string, more: object = {}): Error =>
  Object.assign(new Error('Anne Petit at anne@customers.example'), { name, ...more });

describe('when the table has too much to do, or is not there', () => {
  it.each([
    named('ProvisionedThroughputExceededException'),
    named('ThrottlingException'),
    named('InternalServerError', { $metadata: { httpStatusCode: 500 } }),
    named('TimeoutError'),
    named('Error', { code: 'ECONNREFUSED' }),
    named('Unheard', { $metadata: { httpStatusCode: 503 } }),
  ])('a call is answered 503, and when to come again', async (error) => {
    failWith(error);
    const answer = await api.post('/orders', anOrder);
    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
    });
  });

  it('nothing is lost: the same call again is taken', async () => {
    failWith(named('ThrottlingException'));
    await api.post('/orders', anOrder, { 'idempotency-key': 'k' });
    vi.restoreAllMocks();
    const answer = await api.post('/orders', anOrder, { 'idempotency-key': 'k' });
    expect(answer).toMatchObject({ status: 202, json: { duplicate: false } });
  });
});

describe('when something of ours is broken', () => {
  it('a call is answered 500 without a word about what', async () => {
    failWith(named('TypeError'));
    const answer = await api.post('/orders', anOrder);
    expect(answer).toMatchObject({ status: 500, json: { status: 500, detail: expect.stringContaining('request-1') } });
    expect(answer.text).not.toMatch(/Anne|TypeError|at /);
  });

  it('the log says what and where, and names nobody', async () => {
    const error = vi.spyOn(log, 'error').mockReturnValue();
    failWith(named('TypeError'));
    await api.post('/orders', anOrder);
    const said = JSON.stringify(error.mock.calls);
    expect(said).toContain('TypeError');
    expect(said).toContain('.ts:');
    expect(said).not.toMatch(/Anne|customers\.example/);
  });
});

describe('the log', () => {
  it('has one line for each call, with ids and no person, body, key or link', async () => {
    const lines = vi.spyOn(log, 'info').mockReturnValue();
    const about = { shop: 'lyon', order: '1001', message: 'm', expiresAt: api.now + 1000 };
    await api.links.put('a-token-of-annes-mails', { word: 'secret' }, about);
    await api.post('/orders', anOrder);
    await api.get('/orders/1001');
    await api.send({ method: 'GET', url: '/c/a-token-of-annes-mailssecret' });
    await api.send({ method: 'GET', url: '/who/is/anne@customers.example?name=Anne' });
    await api.post('/orders', { customer: { name: 'Anne Petit' } });
    expect(lines).toHaveBeenCalledTimes(5);
    expect(lines.mock.calls[0]).toEqual([
      'call',
      {
        route: 'POST /orders',
        status: 202,
        request: 'request-1',
        shop: 'lyon',
        order: '1001',
        fact: 'order:1001',
        correlationId: correlationIdOf('lyon', '1001', 'order:1001'),
      },
    ]);
    expect(JSON.stringify(lines.mock.calls)).not.toMatch(/Anne|anne@|Petit|secret|lyon-key|vase/);
  });
});

/** Parcels with these lines, until no other fits. */
async function fillWith(lines: ShipmentFact['lines']): Promise<void> {
  for (let index = 0; ; index += 1) {
    const parcel = `${lines?.length ?? 0}-${index}`;
    const told = { id: `shipment:${parcel}`, at: api.now, learnedAt: api.now, hash: 'hash' };
    const { result } = await api.orders.append('lyon', '1001', { ...told, name: 'shipment', parcel, lines });
    if (result === 'full') return;
  }
}

describe('an order with more than its share of facts', () => {
  beforeEach(async () => {
    await api.post('/orders', anOrder);
    const all = Array.from({ length: 250 }, (_, index) => ({ id: `line-${index}`.padEnd(64, '-'), quantity: 1 }));
    for (const lines of [all, all.slice(0, 20), all.slice(0, 2), undefined]) await fillWith(lines);
  });

  it('takes no other, says so, and still knows those it has', async () => {
    const refused = await api.post('/orders/1001/words', { word: 'question', by: 'phone', parcel: 'p'.repeat(64) });
    expect(refused).toMatchObject({ status: 422, json: { title: 'The order has more than its share of facts' } });
    expect((await api.post('/orders', anOrder)).json).toMatchObject({ duplicate: true });
  });
});
