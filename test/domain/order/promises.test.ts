import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { recorded, type Made, type Told } from '../../../functions/domain/order/order.ts';
import { promisesOf, type PromiseState } from '../../../functions/domain/order/promises.ts';
import { read } from '../../../functions/domain/order/reading.ts';
import { completion, delivery, on, order, shipment, word } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const placed = order(on('2026-11-24', '10:00'));
const shipBy = placed.shipBy.until;
const deliverBy = placed.deliverBy.until;

/** What became of the promises of that kind, at that instant. */
function promises(
  kind: Made['promise'],
  facts: readonly Fact[],
  said: readonly Told[],
  now: number,
): Pick<PromiseState, 'promise' | 'parcel' | 'until' | 'status' | 'warnedAt'>[] {
  const known = recorded(orderOf([placed, ...facts], said))!;
  return promisesOf(read(known), now).flatMap(({ promise, parcel, until, status, warnedAt }) =>
    promise === kind ? [{ promise, parcel, until, status, warnedAt }] : [],
  );
}

function told(message: Told['message'], at: number, made: readonly Made[], more: Partial<Told> = {}): Told {
  return {
    key: `${message}:${at}`,
    message,
    cause: String(at),
    at,
    owner: 'test',
    seen: 1,
    covers: [],
    promises: made,
    ...more,
  };
}

const confirmed = told('confirm-order', on('2026-11-24', '10:01'), [{ promise: 'deliver', ...placed.deliverBy }]);
const warning = (at: number, made: Made, level = 1): Told => told('warn-shipping-delay', at, [made], { level });
const write = (until: number): Made => ({ promise: 'write', of: 'shipment', until });
const ship = (until: number): Made => ({ promise: 'ship', until });
const announced = (at: number, until: number, parcel = 'p1'): Told =>
  told('announce-shipment', at, [{ promise: 'deliver', parcel, until }], { covers: [parcel], seen: 2 });

describe('the promise to ship', () => {
  it('is open until its instant, and broken from then on', () => {
    expect(promises('ship', [], [confirmed], shipBy - 1)).toMatchObject([{ status: 'open', until: shipBy }]);
    expect(promises('ship', [], [confirmed], shipBy)).toMatchObject([{ status: 'broken', warnedAt: undefined }]);
  });

  it('is kept when all of it left in time, told late or not', () => {
    const left = shipment('p1', shipBy);
    expect(promises('ship', [left], [confirmed], shipBy)).toMatchObject([{ status: 'kept' }]);
    const late = shipment('p1', shipBy + 1);
    expect(promises('ship', [late], [confirmed], shipBy + 2)).toMatchObject([{ status: 'broken' }]);
  });

  it('is not kept by some of it', () => {
    const some = shipment('p1', shipBy - 1000, { lines: [{ id: 'vase', quantity: 1 }] });
    expect(promises('ship', [some], [confirmed], shipBy - 1)).toMatchObject([{ status: 'open' }]);
    expect(promises('ship', [some], [confirmed], shipBy)).toMatchObject([{ status: 'broken' }]);
  });

  it('is moved by a new day that is told in time, and the new one is open', () => {
    const at = shipBy - 3600_000;
    const later = on('2026-12-01', '18:00');
    expect(promises('ship', [], [confirmed, warning(at, ship(later))], at)).toEqual([
      { promise: 'ship', parcel: undefined, until: shipBy, status: 'moved', warnedAt: at },
      { promise: 'ship', parcel: undefined, until: later, status: 'open' },
    ]);
  });

  it('is broken by a new day that comes too late', () => {
    const later = on('2026-12-01', '18:00');
    expect(promises('ship', [], [confirmed, warning(shipBy + 1, ship(later))], shipBy + 1)).toMatchObject([
      { status: 'broken', warnedAt: shipBy + 1 },
      { status: 'open' },
    ]);
  });

  it('that passes in silence is broken with a warning, and we promise to write', () => {
    const at = shipBy - 1000;
    const silent = [confirmed, warning(at, write(on('2026-11-28', '18:00')))];
    expect(promises('ship', [], silent, shipBy)).toMatchObject([{ status: 'broken', warnedAt: at }]);
    expect(promises('write', [], silent, shipBy)).toMatchObject([{ status: 'open' }]);
  });

  it('is no promise where nothing travels', () => {
    const card = { ...placed, lines: [{ id: 'card', quantity: 1, ships: false }] };
    const known = recorded(orderOf([card], [confirmed]))!;
    expect(promisesOf(read(known), shipBy)).toEqual([]);
  });
});

describe('the promise to write again', () => {
  const until = on('2026-11-28', '18:00');
  const first = warning(shipBy - 1000, write(until));

  it('is kept by writing, with a day or without', () => {
    const second = warning(until - 1000, write(until + 1000), 2);
    expect(promises('write', [], [confirmed, first, second], until)).toMatchObject([
      { status: 'kept' },
      { status: 'open' },
    ]);
  });

  it('is kept by the news that it has left', () => {
    const left = shipment('p1', until - 5000);
    const news = announced(until - 4000, on('2026-12-02', '20:00'));
    expect(promises('write', [left], [confirmed, first, news], until + 1)).toMatchObject([{ status: 'kept' }]);
  });

  it('is broken by silence', () => {
    expect(promises('write', [], [confirmed, first], until)).toMatchObject([{ status: 'broken' }]);
  });

  it('is kept by handing it all to a person', () => {
    const handed = told('hand-to-staff', until - 1000, []);
    expect(promises('write', [], [confirmed, first, handed], until)).toMatchObject([{ status: 'kept' }]);
  });
});

describe('the promise to deliver', () => {
  const left = shipment('p1', on('2026-11-26', '09:00'));
  const news = announced(on('2026-11-26', '09:01'), deliverBy);

  it('is the order’s before anything left, and each parcel’s afterwards', () => {
    expect(promises('deliver', [], [], placed.at)).toMatchObject([
      { parcel: undefined, until: deliverBy, status: 'open' },
    ]);
    const both = promises('deliver', [left], [confirmed, news], on('2026-11-26', '10:00'));
    expect(both).toMatchObject([
      { parcel: undefined, status: 'open' },
      { parcel: 'p1', status: 'open' },
    ]);
  });

  it('is kept by the scan, or by the customer’s word', () => {
    const inTime = deliverBy - 1;
    const kept = [{ status: 'kept' }, { status: 'kept', parcel: 'p1' }];
    expect(promises('deliver', [left, delivery('p1', inTime)], [confirmed, news], deliverBy)).toMatchObject(kept);
    expect(promises('deliver', [left, word('received', inTime)], [confirmed, news], deliverBy)).toMatchObject(kept);
  });

  it('is broken by a scan that comes too late; the check that asked was the warning', () => {
    const check = told('ask-delivery-check', deliverBy - 1000, [], { scanned: false, covers: ['p1'], seen: 2 });
    const late = [left, delivery('p1', deliverBy + 1)];
    expect(promises('deliver', late, [confirmed, news, check], deliverBy + 2)).toMatchObject([
      { status: 'broken', warnedAt: check.at },
      { status: 'broken', warnedAt: check.at, parcel: 'p1' },
    ]);
  });

  it('of the order is moved where its parcel was promised for a later day', () => {
    const later = announced(news.at, deliverBy + 24 * 3600_000);
    expect(promises('deliver', [left], [confirmed, later], news.at)).toMatchObject([
      { status: 'moved', warnedAt: later.at },
      { status: 'open', parcel: 'p1' },
    ]);
  });

  it('of a parcel is moved by the carrier’s new day, told in time', () => {
    const newDay = on('2026-12-02', '20:00');
    const at = on('2026-11-28', '12:00');
    const late = told('warn-delivery-delay', at, [{ promise: 'deliver', parcel: 'p1', until: newDay }], {
      covers: ['p1'],
    });
    expect(promises('deliver', [left], [confirmed, news, late], at).filter(({ parcel }) => parcel === 'p1')).toEqual([
      { promise: 'deliver', parcel: 'p1', until: deliverBy, status: 'moved', warnedAt: at },
      { promise: 'deliver', parcel: 'p1', until: newDay, status: 'open' },
    ]);
  });
});

describe('the promise to answer', () => {
  const at = on('2026-11-27', '10:00');
  const until = on('2026-11-29', '10:00');
  const task = {
    task: '1001.1',
    why: 'answer-case',
    dueAt: until,
    level: 1,
    owner: { name: 'Hugo', email: 'h@x.example' },
  } as const;
  const opened = told('open-case', at, [{ promise: 'answer', until }], {
    case: { id: 'case-1', about: 'damaged', parcels: [] },
    task,
    seen: 2,
  });
  const complaint = word('problem', at - 1000, { about: 'damaged' });

  it('is kept when staff are done in time', () => {
    const done = completion('1001.1', until - 1);
    expect(promises('answer', [complaint], [confirmed, opened], until - 2)).toMatchObject([{ status: 'open' }]);
    expect(promises('answer', [complaint, done], [confirmed, opened], until)).toMatchObject([{ status: 'kept' }]);
  });

  it('is broken when they are not; the apology was the warning, and a new promise', () => {
    const apology = told('apologise-for-wait', until - 1000, [{ promise: 'answer', until: until + 1000 }], {
      case: { id: 'case-1', about: 'damaged', parcels: [] },
    });
    expect(promises('answer', [complaint], [confirmed, opened, apology], until)).toMatchObject([
      { status: 'broken', warnedAt: apology.at },
      { status: 'open' },
    ]);
  });
});

it('a trace promises to write, and is kept by the parcel’s arrival', () => {
  const left = shipment('p1', on('2026-11-26', '09:00'));
  const at = on('2026-11-28', '09:00');
  const until = on('2026-12-01', '18:00');
  const traced = told('trace-parcel', at, [{ promise: 'write', of: 'trace', until }], { covers: ['p1'], seen: 3 });
  const facts = [left, word('not-yet', at - 1000)];
  const before = [confirmed, announced(on('2026-11-26', '09:01'), deliverBy), traced];
  const ofTrace = (more: readonly Fact[], now: number) => promises('write', [...facts, ...more], before, now);
  expect(ofTrace([], at)).toMatchObject([{ parcel: 'p1', until, status: 'open' }]);
  expect(ofTrace([delivery('p1', until - 1)], until)).toMatchObject([{ status: 'kept' }]);
  expect(ofTrace([], until)).toMatchObject([{ status: 'broken' }]);
});
