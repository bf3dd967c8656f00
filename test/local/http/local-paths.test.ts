import { expect, test } from 'vitest';
import type { StateStay } from '../../../local/step-functions/states-of.ts';
import { openShop } from '../corner-shop/open-shop.ts';

interface Now {
  now: string;
}

interface Problem {
  errors: Array<{ pointer: string }>;
}

const startAt = Date.parse('2026-12-01T10:00:00Z');

test('an order is looked after by itself while the clock moves', async () => {
  const { ask, order } = await openShop({ startAt });
  expect(await ask('GET', '/_local/ready')).toMatchObject({ status: 200 });
  await order('1001');
  const moved = await ask<Now>('POST', '/_local/clock', { advance: 'P4DT1H' });
  expect(moved.body.now).toMatch(/^2026-12-05T11:00:0/);
  await ask('POST', '/orders/1001/shipments');
  expect((await ask('POST', '/_local/settle')).status).toBe(200);

  const mails = (await ask<Array<Record<string, string>>>('GET', '/_local/mails?order=1001')).body;
  expect(mails.map(({ message }) => message)).toEqual([
    'confirm-order',
    'warn-shipping-delay',
    'warn-shipping-delay',
    'announce-shipment',
  ]);
  expect(mails[1]).toMatchObject({
    order: '1001',
    to: '1001@customer.example',
    from: 'Corner <corner@shop.example>',
    replyTo: 'people@shop.example',
    headers: { 'X-Shop': 'corner' },
    html: '<p>Merci</p>',
  });
  // The function's own clock stood at the instant at which the warning fell due.
  expect(mails[1]!.text).toBe(`It is ${mails[1]!.at}`);

  expect((await ask('GET', '/_local/executions')).body).toMatchObject([{ name: '1001', status: 'SUCCEEDED' }]);
  const { states } = (await ask<{ states: StateStay[] }>('GET', '/_local/executions/1001')).body;
  expect(states.map(({ name, error }) => (error ? `${name} ${error}` : name))).toEqual([
    'ConfirmOrder',
    'AwaitShipment States.Timeout',
    'WarnShippingDelay',
    'AwaitShipment States.Timeout',
    'WarnShippingDelay',
    'AwaitShipment',
    'AnnounceShipment',
  ]);
});

test.each([
  [{ advance: 'P1M' }, '#/advance'],
  [{ advance: 'P1Y' }, '#/advance'],
  [{ advance: 'P' }, '#/advance'],
  [{ advance: '-P1D' }, '#/advance'],
  [{ advance: 2 }, '#/advance'],
  [{ to: 'tomorrow' }, '#/to'],
  [{ to: '2026-12-02T00:00:00' }, '#/to'],
  [{ to: '2026-11-30T10:00:00Z' }, '#/to'],
  [{}, '#'],
  [{ to: '2026-12-02T00:00:00Z', advance: 'P1D' }, '#'],
  [[], '#'],
])('the clock refuses %j', async (body, pointer) => {
  const { ask } = await openShop({ startAt });
  const { status, headers, body: problem } = await ask<Problem>('POST', '/_local/clock', body);
  expect(status).toBe(422);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(problem.errors[0]!.pointer).toBe(pointer);
});

test('the clock takes weeks, fractions of seconds and offsets', async () => {
  const { ask } = await openShop({ startAt });
  const after = async (body: object): Promise<string> =>
    (await ask<Now>('POST', '/_local/clock', body)).body.now.slice(0, 19);
  expect(await after({ advance: 'P1W' })).toBe('2026-12-08T10:00:00');
  expect(await after({ to: '2026-12-24T18:00:00.500+01:00' })).toBe('2026-12-24T17:00:00');
  expect(await after({ advance: 'P1DT2H3M4.5S' })).toBe('2026-12-25T19:03:05');
});

test('what the stack does not know, it says so', async () => {
  const { ask, stack } = await openShop();
  expect(await ask('GET', '/_local/nothing')).toMatchObject({ status: 404, body: { status: 404, title: 'Not Found' } });
  expect(await ask('GET', '/_local/executions/nobody')).toMatchObject({ status: 404 });
  expect(await ask('DELETE', '/_local/clock')).toMatchObject({ status: 405 });
  const notJson = await fetch(`${stack.apiUrl}/_local/clock`, { method: 'POST', body: 'later' });
  expect(notJson.status).toBe(400);
});
