import { describe, expect, it } from 'vitest';
import { differencesIn } from '../../../cli/rehearse/differences.ts';
import { annesOrder, played } from './a-story.ts';

const received = `facts:
  - { at: 2026-11-24 15:00, tell: shipments, parcel: p1 }
  - { at: 2026-11-26 10:00, tell: deliveries, parcel: p1 }
  - { at: 2026-11-26 12:00, tell: words, by: customer, word: received }
`;

const fourMails = `expect:
  mails:
    - 2026-11-23 10:00 confirm-order
    - announce-shipment
    - 2026-11-26 10:00 ask-delivery-check
    - { mail: 2026-11-26 12:00 thank-customer, to: anne@customer.example }
`;

const differences = async (expected: string, facts = received): Promise<string[]> =>
  differencesIn(await played(`${annesOrder}${facts}${expected}`));

describe('a rehearsal whose expectations come true', () => {
  it('differs in nothing', async () => {
    const more =
      '  ended: received\n  tasks: []\n  promises: [{promise: ship, status: kept}, {promise: deliver, status: kept}, {promise: deliver, parcel: p1, status: kept}]\n';
    expect(await differences(`${fourMails}${more}`)).toEqual([]);
  });
});

describe('a rehearsal says what differs', () => {
  it.each([
    [
      'a mail that came at another hour',
      fourMails.replace('10:00 ask', '10:30 ask'),
      'mail 3: expected 2026-11-26 10:30 ask-delivery-check, and 2026-11-26 10:00 ask-delivery-check came',
    ],
    [
      'another mail',
      fourMails.replace('announce-shipment', 'open-case'),
      'mail 2: expected open-case, and 2026-11-24 15:00 announce-shipment came',
    ],
    [
      'a mail too many',
      fourMails.slice(0, fourMails.lastIndexOf('    -')),
      'mail 4: 2026-11-26 12:00 thank-customer came, and none was expected',
    ],
    ['a mail that did not come', `${fourMails}    - hand-to-staff\n`, 'mail 5: expected hand-to-staff, and none came'],
    [
      'a mail to somebody else',
      fourMails.replace('anne@', 'paul@'),
      'mail 4 went: expected to paul@customer.example, found to anne@customer.example',
    ],
    [
      'words that a mail lacks',
      'expect: {mails: [{mail: confirm-order, says: [Green vase]}, announce-shipment, ask-delivery-check, thank-customer]}',
      'mail 1 does not say "Green vase"',
    ],
    [
      'words that a mail should not have',
      'expect: {mails: [{mail: confirm-order, never: [Blue vase]}, announce-shipment, ask-delivery-check, thank-customer]}',
      'mail 1 says "Blue vase"',
    ],
    ['another end', 'expect: {ended: silent}', 'the order ended: expected silent, found received'],
    ['another place', 'expect: {stands: AwaitDelivery}', 'the order stands: expected AwaitDelivery, found CloseOrder'],
    [
      'a task that nobody got',
      'expect: {tasks: [{task: answer-case}]}',
      'task 1: expected task answer-case, and there is none',
    ],
    [
      'a promise that was kept after all',
      'expect: {promises: [{promise: ship, status: moved}, {promise: deliver, status: kept}, {promise: deliver, status: kept}]}',
      'promise 1: expected promise ship, status moved, found promise ship, status kept',
    ],
  ])('%s', async (_, expected, difference) => {
    expect(await differences(expected)).toEqual([difference]);
  });

  it('a task of another level', async () => {
    const question =
      'facts:\n  - { at: 2026-11-24 15:00, tell: words, by: phone, word: question }\nuntil: 2026-11-24 16:00\n';
    expect(await differences('expect: {tasks: [{task: answer-question, level: 2}]}', question)).toEqual([
      'task 1: expected task answer-question, level 2, found task answer-question, level 1, status open',
    ]);
    expect(await differences('expect: {tasks: []}', question)).toEqual([
      'task 1: task answer-question, level 1, status open is there, and none was expected',
    ]);
  });
});

describe('whatever a story expects', () => {
  it('a promise may not pass without a word to the customer', async () => {
    const rehearsal = await played(`${annesOrder}${received}`);
    const [ship, ...others] = rehearsal.promises;
    const broken = { ...ship!, status: 'broken' as const, warnedAt: undefined };
    expect(differencesIn({ ...rehearsal, promises: [broken, ...others] })).toEqual([
      'the promise to ship by 2026-11-25T17:00:00.000Z passed without a word',
    ]);
    expect(differencesIn(rehearsal)).toEqual([]);
  });

  it('every fact of an ended order has a fate', async () => {
    const rehearsal = await played(`${annesOrder}${received}`);
    const { 'delivery:p1': _, ...fates } = rehearsal.order.fates;
    expect(differencesIn({ ...rehearsal, order: { ...rehearsal.order, fates } })).toEqual([
      'nothing became of the fact delivery:p1',
    ]);
  });
});
