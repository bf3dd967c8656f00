import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';
import { sendTo, type } from './typed.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

test('the doctor finds the embedded stack well, and says what it has nothing of', async () => {
  const { code, out, aside } = await type(shop, 'doctor');
  expect({ code, aside }).toEqual({ code: 0, aside: 'All is well.' });
  const lines = out.split('\n').map((line) => line.split(/ {2,}/));
  expect(lines.filter(([health]) => health === 'not here').map(([, about]) => about)).toEqual([
    'backups',
    'SES account',
    'alarms',
  ]);
  expect(lines.filter(([health]) => health === 'ok').map(([, about]) => about)).toEqual(
    expect.arrayContaining(['table', 'shop demo', 'sender bonjour@maison-lumiere.example of demo']),
  );
});

test('what is broken makes it fail, with what to do', async () => {
  await sendTo(shop, 'staff-mail-dead-letters', 'a task');
  const { code, out, aside } = await type(shop, 'doctor');
  expect(code).toBe(1);
  expect(out).toMatch(/broken +local-staff-mail-dead-letters +1 message lies there: .*npm run shop -- redrive/);
  expect(aside).toBe('Broken: 1. Warnings: 0.');
});

test('a stage that nobody knows is refused, with those there are', async () => {
  const { code, aside } = await type(shop, 'doctor --stage prod');
  expect({ code, aside }).toEqual({ code: 1, aside: 'prod is none of the stages: local, test, production.' });
});
