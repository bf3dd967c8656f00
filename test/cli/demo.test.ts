import { expect, test } from 'vitest';
import { expectationsOf } from '../../cli/demo/expectations.ts';
import { timeline } from '../../cli/demo/print.ts';

type Story = Parameters<typeof expectationsOf>;

const mailed = [
  'confirm-order',
  'warn-shipping-delay',
  'announce-partial-shipment',
  'announce-shipment',
  'ask-delivery-check',
  'thank-customer',
];

/** A story as it should be, with what each case spoils. */
function judged(spoilt: {
  mails?: readonly string[];
  errors?: readonly string[];
  promise?: object;
  arrived?: string;
  how?: string;
  redemptions?: readonly [number, number];
}): string[] {
  const { mails = mailed, errors = ['ShippingDelayed', 'PartlyShipped', 'Noted'], redemptions = [201, 409] } = spoilt;
  const promise = { promise: 'ship', until: '2026-11-24T17:00:00Z', status: 'kept', ...spoilt.promise };
  const parcels = ['received', spoilt.arrived ?? 'received'].map((status) => ({ parcel: 'p', status }));
  const met = expectationsOf(
    { redemptions } as unknown as Story[0],
    { stage: 'CloseOrder', how: spoilt.how ?? 'received', promises: [promise], parcels },
    { name: '', status: 'SUCCEEDED', states: errors.map((error) => ({ name: '', enteredAt: '', error })) },
    mails.map((message) => ({ message })) as unknown as Story[3],
  );
  return met.filter(({ isMet }) => !isMet).map(({ text }) => text);
}

test('a story that went as it should has nothing to complain of', () => {
  expect(judged({})).toEqual([]);
  expect(judged({ promise: { status: 'broken', warnedAt: '2026-11-24T16:00:00Z' } })).toEqual([]);
});

test.each([
  ['a mail came twice', { mails: [...mailed, 'thank-customer'] }, 'mails'],
  ['a mail did not come', { mails: mailed.slice(1) }, 'mails'],
  ['an execution died on the way', { errors: ['ShippingDelayed', 'States.Timeout'] }, 'main path'],
  ['a promise passed unsaid', { promise: { status: 'broken' } }, 'promised day'],
  ['it was said too late', { promise: { status: 'broken', warnedAt: '2026-11-24T17:00:01Z' } }, 'promised day'],
  ['a parcel is still under way', { arrived: 'under-way' }, 'parcels'],
  ['nobody answered', { how: 'silent' }, 'received'],
  ['the promo was redeemed twice', { redemptions: [201, 201] as const }, 'once only'],
])('the demonstration fails when %s', (_, spoilt, complaint) => {
  expect(judged(spoilt)).toEqual([expect.stringContaining(complaint)]);
});

test("the timeline is by the days of the shop's own calendar", () => {
  const at = Date.parse('2026-11-23T23:30:00Z');
  const lines = timeline([{ at, kind: 'mail', what: 'Merci', because: 'ShippingDelayed' }], 'Europe/Paris');
  expect(lines[1]).toContain('Tuesday, 24 November 2026');
  expect(lines[2]).toMatch(/00:30:00.*mail.*Merci.*\(ShippingDelayed\)/);
});
