import { describe, expect, it } from 'vitest';
import { judgePromises } from '../../../cli/simulate/judging/promises.ts';
import type { OrderRecord } from '../../../cli/simulate/judging/record.ts';
import { count, emptyTally, type Tally } from '../../../cli/simulate/judging/tally.ts';
import { isWell, tableOf, troublesOf } from '../../../cli/simulate/print.ts';
import type { Fact, OrderFact, Share } from '../../../functions/domain/order/facts.ts';
import type { Order, Told } from '../../../functions/domain/order/order.ts';
import { keyTag } from '../../../functions/send-message/mail-tags.ts';
import { delivery, on, order, payment, shipment, word } from '../../shop/facts.ts';

const placedAt = on('2026-11-23', '10:00');
const placed = order(placedAt);
const shipBy = placed.shipBy.until;
const deliverBy = placed.deliverBy.until;
const longAfter = on('2027-01-20', '10:00');

/** Something said to the customer, mailed at that instant. */
function said(message: Told['message'], at: number, more: Partial<Told> = {}): Told {
  const key = `${message}:${at}`;
  return { key, message, cause: String(at), at, owner: 'request-1', seen: 1, covers: [], promises: [], ...more };
}

function recordOf(facts: readonly Fact[], told: readonly Told[], more: Partial<Order> = {}): OrderRecord {
  const fates = Object.fromEntries(facts.map(({ id }) => [id, 'noted']));
  const closed = { run: 1, how: 'silent' };
  return {
    order: { shop: 'demo', order: '1001', version: 1, facts, told, fates, closed, ...more },
    mails: told
      .filter(({ unsent }) => unsent === undefined)
      .map(({ message, key, at }) => ({ message, key: keyTag(key), at })),
    executions: { longest: 40, statesEntered: 8, failed: 0 },
    accepted: facts.length,
  };
}

function judged(facts: readonly Fact[], told: readonly Told[], now = longAfter): string[] {
  return judgePromises(recordOf(facts, told), now).map(({ kind, outcome }) => `${kind} ${outcome}`);
}

const confirmed = said('confirm-order', placedAt);
const warned = (at: number, more: Partial<Told> = {}) =>
  said('warn-shipping-delay', at, {
    level: 1,
    promises: [{ promise: 'write', of: 'shipment', until: at + 1000 }],
    ...more,
  });

const shippedAt = (at: number) => [placed, shipment('p1', at), delivery('p1', deliverBy - 1)];
const check = (covers: string[], at: number) => said('ask-delivery-check', at, { covers, scanned: false });

describe('a promise to ship', () => {
  it('is kept when the last parcel leaves by that very instant', () => {
    expect(judged(shippedAt(shipBy), [confirmed])).toContain('ship kept');
    expect(judged(shippedAt(shipBy + 1), [confirmed])).toContain('ship broken');
  });

  it('is broken where only a part of the goods left in time', () => {
    const part = shipment('p1', shipBy - 1, { lines: [{ id: 'vase', quantity: 1 }] });
    const rest = shipment('p2', shipBy + 1, { lines: [{ id: 'bowl', quantity: 2 }] });
    expect(judged([placed, part, rest], [confirmed])).toContain('ship broken');
    expect(judged([placed, part, { ...rest, at: shipBy, learnedAt: shipBy }], [confirmed])).toContain('ship kept');
  });

  it('counts as warned when a mail went out within a second of it, and as broken a millisecond later', () => {
    expect(judged([placed], [confirmed, warned(shipBy + 1000)])).toContain('ship warned');
    expect(judged([placed], [confirmed, warned(shipBy + 1001)])).toContain('ship broken');
  });

  it('is not warned of by what was only meant to be said', () => {
    expect(judged([placed], [confirmed, warned(shipBy - 1, { unsent: 'the shop sends it itself' })])).toContain(
      'ship broken',
    );
  });

  it('moves when a later day is named in time, and that day is a promise of its own', () => {
    const moved = said('warn-shipping-delay', shipBy - 1, {
      level: 1,
      promises: [{ promise: 'ship', until: shipBy + 5000 }],
    });
    const ships = judged([placed], [confirmed, moved]).filter((line) => line.startsWith('ship'));
    expect(ships).toEqual(['ship moved', 'ship broken']);
  });

  it('stays open until its second has passed', () => {
    expect(judged([placed], [confirmed], shipBy + 999)).toContain('ship open');
    expect(judged([placed], [confirmed], shipBy + 1000)).toContain('ship broken');
  });

  it('had to be warned of where the shipment was told too late to know of it', () => {
    const late = { ...shipment('p1', shipBy - 1), learnedAt: shipBy + 5000 };
    expect(judged([placed, late], [confirmed])).toContain('ship broken');
    expect(judged([placed, late], [confirmed, warned(shipBy)])).toContain('ship kept');
  });

  it('that was past when we learned of the order is said at once, by the confirmation', () => {
    const lateOrder: OrderFact = { ...placed, learnedAt: shipBy + 10_000 };
    const promises = [{ promise: 'write' as const, of: 'shipment' as const, until: longAfter }];
    const at = lateOrder.learnedAt;
    expect(judged([lateOrder], [said('confirm-order', at, { level: 1, promises })])).toContain('ship warned');
    expect(judged([lateOrder], [said('confirm-order', at)])).toContain('ship broken');
  });
});

describe('a promise to deliver a parcel', () => {
  const until = shipBy + 50_000;
  const announced = said('announce-shipment', shipBy - 10, {
    covers: ['p1'],
    promises: [{ promise: 'deliver', parcel: 'p1', until }],
  });
  const left = [placed, shipment('p1', shipBy - 10)];

  it('is kept by the scan, or by the customer who has it', () => {
    expect(judged([...left, delivery('p1', until)], [confirmed, announced])).toContain('deliver kept');
    expect(judged([...left, word('received', until)], [confirmed, announced])).toContain('deliver kept');
  });

  it('takes the place of the day of the order, once all goods have one: it is not counted twice', () => {
    const promises = [{ promise: 'deliver' as const, parcel: 'p1', until: deliverBy }];
    const same = said('announce-shipment', shipBy - 10, { covers: ['p1'], promises });
    const delivers = (facts: readonly Fact[]) =>
      judged(facts, [confirmed, same]).filter((line) => line.startsWith('deliver'));
    expect(delivers([...left, delivery('p1', deliverBy)])).toEqual(['deliver kept']);
    const part = shipment('p1', shipBy - 10, { lines: [{ id: 'vase', quantity: 1 }] });
    expect(delivers([placed, part, delivery('p1', deliverBy)])).toEqual(['deliver broken', 'deliver kept']);
  });

  it('is not warned of by a message about another parcel', () => {
    expect(judged(left, [confirmed, announced, check(['p1'], until)])).toContain('deliver warned');
    expect(judged(left, [confirmed, announced, check(['p2'], until)]).at(-1)).toBe('deliver broken');
  });
});

describe('a promise to write again', () => {
  it('is kept by any message in time', () => {
    const until = shipBy + 1000;
    const last = judged([placed], [confirmed, warned(shipBy), said('hand-to-staff', until)]);
    expect(last).toContain('write warned');
    expect(judged([placed], [confirmed, warned(shipBy), warned(until)])).toContain('write kept');
    expect(judged([placed], [confirmed, warned(shipBy)])).toContain('write broken');
  });
});

const told = (name: string, at: number) => ({ id: `${name}:${at}`, at, learnedAt: at, hash: `hash-of-${name}` });
const cancelling = (at: number, lines?: readonly { id: string; quantity: number }[]): Fact => ({
  ...told('cancellation', at),
  name: 'cancellation',
  by: 'customer',
  lines,
});
const confirmedAt = (at: number) => said('confirm-cancellation', at);
const money = (at: number): Fact => ({ ...told('refund', at), name: 'refund', refund: 'r1', amount: 7900 });

describe('a promise that came to nothing', () => {
  it('is not broken where all of it was cancelled, and the customer knows', () => {
    expect(judged([placed, cancelling(shipBy - 1)], [confirmed, confirmedAt(shipBy - 1)])).toContain('ship warned');
    expect(judged([placed, cancelling(shipBy - 1)], [confirmed])).toContain('ship broken');
  });

  it('is still to be kept for what was not cancelled', () => {
    const facts = [placed, cancelling(shipBy - 1, [{ id: 'vase', quantity: 1 }])];
    const rest = shipment('p1', shipBy, { lines: [{ id: 'bowl', quantity: 2 }] });
    expect(judged(facts, [confirmed, confirmedAt(shipBy - 1)])).toContain('ship broken');
    expect(judged([...facts, rest], [confirmed, confirmedAt(shipBy - 1)])).toContain('ship kept');
  });

  it('counts without what is out of stock only once the customer was asked about that', () => {
    const out: Fact = {
      ...told('stock-out', shipBy - 10),
      name: 'stock-out',
      lines: [{ id: 'vase', quantity: 1 }],
      hasReplacement: false,
    };
    const rest = shipment('p1', shipBy, { lines: [{ id: 'bowl', quantity: 2 }] });
    expect(judged([placed, out, rest], [confirmed, said('warn-out-of-stock', shipBy - 10)])).toContain('ship kept');
    expect(judged([placed, out, rest], [confirmed])).toContain('ship broken');
  });

  it('that only the money gave is warned of by the question that came before it, if that was about all of it', () => {
    const outOf = (...lines: Share[]): Fact => ({
      ...told('stock-out', placedAt + 10),
      name: 'stock-out',
      lines,
      hasReplacement: false,
    });
    const facts = (out: Fact): Fact[] => [{ ...placed, payment: 'awaited' }, out, payment('paid', placedAt + 20)];
    const asked = [said('confirm-order', placedAt), said('warn-out-of-stock', placedAt + 10)];
    const [vase, bowls] = [
      { id: 'vase', quantity: 1 },
      { id: 'bowl', quantity: 2 },
    ];
    expect(judged(facts(outOf(vase, bowls)), asked)).toContain('ship warned');
    expect(judged(facts(outOf(vase)), asked)).toContain('ship broken');
    expect(judged(facts(outOf(vase, bowls)), asked.slice(0, 1))).toContain('ship broken');
  });

  it('to pay back is kept by the money, and warned of by an honest word in time', () => {
    const until = shipBy + 5000;
    const owing = said('confirm-cancellation', shipBy - 1, { promises: [{ promise: 'refund', until }] });
    const facts = [placed, cancelling(shipBy - 1)];
    expect(judged([...facts, money(until)], [confirmed, owing])).toContain('refund kept');
    expect(judged([...facts, money(until + 1)], [confirmed, owing])).toContain('refund broken');
    expect(judged(facts, [confirmed, owing, said('escalate-refund', until - 1)])).toContain('refund warned');
  });

  it('rests on nothing that was taken back before it was due', () => {
    const scan = delivery('p1', deliverBy - 50);
    const facts = [placed, shipment('p1', shipBy), scan];
    const correction: Fact = { ...told('correction', deliverBy - 10), name: 'correction', fact: scan.id };
    expect(judged(facts, [confirmed])).toContain('deliver kept');
    expect(judged([...facts, correction], [confirmed])).toContain('deliver broken');
    expect(judged([...facts, correction], [confirmed, said('correct-what-we-said', deliverBy - 10)])).toContain(
      'deliver warned',
    );
    const takenBack: Fact = { ...told('correction', deliverBy - 5), name: 'correction', fact: correction.id };
    expect(judged([...facts, correction, takenBack], [confirmed])).toContain('deliver kept');
  });
});

describe('the table', () => {
  function tallyOf(record: OrderRecord): Tally {
    const tally = emptyTally();
    count(tally, record, longAfter);
    return tally;
  }
  const fine = recordOf([placed, shipment('p1', shipBy), delivery('p1', deliverBy)], [confirmed]);

  it('of an order that went well has no trouble', () => {
    expect(troublesOf(tallyOf(fine))).toEqual([]);
    expect(isWell(tallyOf(fine))).toBe(true);
  });

  it('names the order whose promise passed and nobody was warned, and all is not well', () => {
    const tally = tallyOf(recordOf([placed], [confirmed]));
    expect(troublesOf(tally)[0]).toBe(
      `demo 1001: the promise to ship by ${new Date(shipBy).toISOString()} passed and nobody was warned`,
    );
    expect(isWell(tally)).toBe(false);
    expect(tableOf(tally)).toMatch(/^ship +0 +0 +0 +1 +0$/m);
  });

  it.each([
    ['is stuck between two states', { ...fine, order: { ...fine.order, closed: undefined } }, /neither at its end/],
    [
      'waits for an instant that has passed',
      {
        ...fine,
        order: {
          ...fine.order,
          closed: undefined,
          awaiting: { token: 't', stage: 'AwaitDelivery' as const, until: longAfter - 1 },
        },
      },
      /neither at its end/,
    ],
    ['died', { ...fine, executions: { ...fine.executions, failed: 1 } }, /executions failed/],
    ['lost a fact', { ...fine, accepted: 4 }, /1 facts were lost/],
    ['ended with an open fact', { ...fine, order: { ...fine.order, fates: {} } }, /has no fate/],
    ['was told the same twice', { ...fine, mails: [...fine.mails, ...fine.mails] }, /sent twice/],
  ])('complains of an order that %s', (_, record, trouble) => {
    expect(troublesOf(tallyOf(record)).join('\n')).toMatch(trouble);
    expect(isWell(tallyOf(record))).toBe(false);
  });
});
