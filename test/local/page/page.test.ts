import { expect, test } from 'vitest';
import type { Overview } from '../../../local/page/overview.ts';
import { openShop } from '../corner-shop/open-shop.ts';

const startAt = Date.parse('2026-12-01T10:00:00Z');

test('the page is drawn from the state machine that the stack runs, and lets no foreign script in', async () => {
  const { stack } = await openShop();
  const response = await fetch(`${stack.apiUrl}/`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  const page = await response.text();
  for (const state of ['ConfirmOrder', 'AwaitShipment', 'WarnShippingDelay', 'AnnounceShipment'])
    expect(page).toContain(`id="state-${state}"`);
});

test('what the page needs comes from the stack itself', async () => {
  const { stack } = await openShop();
  const types = { 'page.css': 'text/css', 'page.js': 'text/javascript' };
  for (const [file, type] of Object.entries(types)) {
    const response = await fetch(`${stack.apiUrl}/_local/page/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(await response.text()).not.toMatch(/https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/);
  }
});

test('an order at a glance: where it is, and when its wait ends in silence', async () => {
  const { ask, order } = await openShop({ startAt });
  await order('1001');
  await ask('POST', '/_local/settle');
  const { body } = await ask<Overview>('GET', '/_local/page/overview');
  expect(body.executions).toMatchObject([{ name: '1001', status: 'RUNNING', state: 'AwaitShipment' }]);
  expect(body.mails).toMatchObject([{ order: '1001', toStaff: false }]);
  const { dueAt, events } = body.executions[0]!;
  // The corner shop ships within two days.
  expect(Date.parse(dueAt!) - startAt).toBeGreaterThan(86_400_000);

  await ask('POST', '/_local/clock', { to: dueAt });
  const later = (await ask<Overview>('GET', '/_local/page/overview')).body;
  expect(later.executions[0]!.events).toBeGreaterThan(events);
  expect(later.mails).toHaveLength(2);
  expect(later.executions[0]!.dueAt! > dueAt!).toBe(true);
});

test('looking is all that these paths allow', async () => {
  const { ask } = await openShop();
  expect((await ask('POST', '/_local/page/overview')).status).toBe(405);
  expect((await ask('GET', '/_local/page/../page.ts')).status).toBe(404);
  expect((await ask('GET', '/_local/page/nothing')).status).toBe(404);
});
