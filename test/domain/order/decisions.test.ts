import { describe, expect, it } from 'vitest';
import { answerFor, withClaim } from '../../../functions/domain/order/answer.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { judge, type Claim } from '../../../functions/domain/order/judge.ts';
import { newsOf } from '../../../functions/domain/order/news.ts';
import { recorded, type Order, type RecordedOrder } from '../../../functions/domain/order/order.ts';
import { read } from '../../../functions/domain/order/reading.ts';
import { responseTo } from '../../../functions/domain/order/ring.ts';
import { stageOf } from '../../../functions/domain/order/stage.ts';
import type { Act } from '../../../functions/domain/vocabulary.ts';
import { delivery, on, order, shipment, shippingDelay, shop, word } from '../../shop/facts.ts';

const placed = on('2026-11-23', '10:00');
const tuesday = on('2026-11-24', '10:00');

/** An order with these facts, of which nothing was said yet. */
function withFacts(...facts: Fact[]): RecordedOrder {
  const item: Order = { shop: 'demo', order: '1001', version: 1, facts, told: [], fates: {} };
  return recorded(item)!;
}

function claimOf(act: Act, known: RecordedOrder, now: number): Claim | undefined {
  const judged = judge(act, read(known), { settings: shop, now, owner: 'request', newCode: () => 'CODE' });
  return 'claim' in judged ? judged.claim : undefined;
}

/** The order after that was said. */
function said(act: Act, known: RecordedOrder, now: number): RecordedOrder {
  const claim = claimOf(act, known, now);
  if (claim === undefined) throw new Error(`${act} is not true now`);
  return withClaim(known, claim);
}

describe('the news of an order', () => {
  it('is the first open fact that is due, in the order in which facts were learned', () => {
    const known = withFacts(order(placed), shipment('p1', tuesday), word('question', tuesday));
    expect(newsOf(read(known), tuesday)).toMatchObject({ act: 'ConfirmOrder' });
    const confirmed = said('ConfirmOrder', known, placed);
    expect(newsOf(read(confirmed), tuesday)).toMatchObject({ act: 'AnnounceShipment', fact: { id: 'shipment:p1' } });
  });

  it('passes over a fact whose turn comes later, and comes back to it', () => {
    const night = on('2026-11-25', '23:00');
    const shipped = said(
      'AnnounceShipment',
      said('ConfirmOrder', withFacts(order(placed), shipment('p1', tuesday)), placed),
      tuesday,
    );
    const scanned = { ...shipped, facts: [...shipped.facts, delivery('p1', night)] };
    expect(newsOf(read(scanned), night)).toBeUndefined();
    expect(newsOf(read(scanned), on('2026-11-26', '08:00'))).toMatchObject({ act: 'AskDeliveryCheck' });
  });
});

describe('where an order stands', () => {
  it('waits for its shipment, then for its delivery, then for the word', () => {
    const confirmed = said('ConfirmOrder', withFacts(order(placed)), placed);
    expect(stageOf(read(confirmed), placed)).toBe('AwaitShipment');
    const shipped = said(
      'AnnounceShipment',
      { ...confirmed, facts: [...confirmed.facts, shipment('p1', tuesday)] },
      tuesday,
    );
    expect(stageOf(read(shipped), tuesday)).toBe('AwaitDelivery');
    const asked = said('AskDeliveryCheck', { ...shipped, facts: [...shipped.facts, delivery('p1', tuesday)] }, tuesday);
    expect(stageOf(read(asked), tuesday)).toBe('AwaitCustomerWord');
    expect(stageOf(read(asked), on('2027-01-04', '10:00'))).toBe('CloseOrder');
  });

  it('is a wait while a fact is open, never the end', () => {
    const asked = withFacts(order(placed), word('received', tuesday));
    const confirmed = said('ConfirmOrder', asked, placed);
    expect(stageOf(read(confirmed), tuesday)).toBe('AwaitCustomerWord');
  });

  it('is the end at once for an order in which nothing travels', () => {
    const giftCard = order(placed, { lines: [{ id: 'card', quantity: 1, ships: false }] });
    expect(stageOf(read(said('ConfirmOrder', withFacts(giftCard), placed)), placed)).toBe('CloseOrder');
  });
});

describe('what may be said', () => {
  it('is judged against all facts: no warning about what has left, though the delay came first', () => {
    const known = said(
      'ConfirmOrder',
      withFacts(order(placed), shippingDelay(tuesday, '2026-11-30'), shipment('p1', tuesday)),
      placed,
    );
    expect(claimOf('WarnShippingDelay', known, tuesday)).toBeUndefined();
    expect(claimOf('AnnounceShipment', known, tuesday)?.fates).toEqual({
      'shipment:p1': 'announce-shipment:shipment:p1',
    });
  });

  it('is said once: the same cause never leads to the same message twice', () => {
    const confirmed = said('ConfirmOrder', withFacts(order(placed)), placed);
    expect(claimOf('ConfirmOrder', confirmed, tuesday)).toBeUndefined();
  });

  it('is not said before it is due, and due from one second before its instant', () => {
    const confirmed = said('ConfirmOrder', withFacts(order(placed)), placed);
    const shipBy = on('2026-11-25', '18:00');
    expect(claimOf('WarnShippingDelay', confirmed, shipBy - 1001)).toBeUndefined();
    expect(claimOf('WarnShippingDelay', confirmed, shipBy - 1000)?.told.level).toBe(1);
  });

  it('of several delays the last one counts, and all of them are answered by it', () => {
    const [first, second] = [
      shippingDelay(tuesday, '2026-11-27'),
      shippingDelay(tuesday, '2026-11-30', 'delay:second'),
    ];
    const claim = claimOf(
      'WarnShippingDelay',
      said('ConfirmOrder', withFacts(order(placed), first, second), placed),
      tuesday,
    )!;
    expect(claim.told.promises[0]).toMatchObject({ promise: 'ship', day: '2026-11-30' });
    expect(Object.keys(claim.fates)).toEqual([first.id, second.id]);
  });

  it('names a deliver-by the shop gave, moved by as many days as shipping is', () => {
    const deliverBy = { until: on('2026-11-27', '20:00'), day: '2026-11-27' };
    const named = order(placed, { deliverBy, deliverByNamed: true });
    const claim = claimOf(
      'WarnShippingDelay',
      said('ConfirmOrder', withFacts(named, shippingDelay(tuesday, '2026-11-30')), placed),
      tuesday,
    );
    expect(claim?.told.promises).toMatchObject([{ promise: 'ship' }, { promise: 'deliver', day: '2026-12-02' }]);
  });
});

describe('who shops are silent about', () => {
  it('an order that is history is written to nobody, and taken up by a younger fact', () => {
    const known = withFacts(order(placed, { history: true }));
    const judged = judge('ConfirmOrder', read(known), {
      settings: shop,
      now: placed,
      owner: 'request',
      newCode: () => 'CODE',
    });
    expect(judged).toEqual({ note: { 'order:1001': 'history: on record, nobody is written to' } });
    const noted = { ...known, fates: { 'order:1001': 'history' } };
    expect(stageOf(read(noted), placed)).toBe('CloseOrder');
    const young = { ...noted, facts: [...noted.facts, shipment('p1', tuesday)] };
    expect(newsOf(read(young), tuesday)).toMatchObject({ act: 'AnnounceShipment' });
  });
});

describe('the answer to the workflow', () => {
  it('names the earliest promise of the whole order', () => {
    const confirmed = said('ConfirmOrder', withFacts(order(placed)), placed);
    expect(answerFor(confirmed, placed, placed, { told: true })).toMatchObject({
      stage: 'AwaitShipment',
      promise: 'ship-by',
      until: '2026-11-25T17:00:00.000Z',
    });
  });

  it('never waits beyond three hundred days of an execution: then a new one takes over', () => {
    const far = order(placed, { shipBy: { until: placed + 400 * 24 * 3600 * 1000 } });
    const answer = answerFor(said('ConfirmOrder', withFacts(far), placed), placed, placed, { told: true });
    expect(answer).toMatchObject({ promise: 'year-ends', how: 'retake' });
    expect(Date.parse(answer.until) - placed).toBe(300 * 24 * 3600 * 1000);
  });

  it('is the end where nothing is open any more, however old the execution', () => {
    const known = withFacts(order(placed, { history: true }));
    const noted = { ...known, fates: { 'order:1001': 'history' } };
    const answer = answerFor(noted, placed, placed - 290 * 24 * 3600 * 1000, { told: false });
    expect(answer).toMatchObject({ stage: 'CloseOrder', how: 'silent' });
  });
});

describe('the doorbell', () => {
  const confirmed = said('ConfirmOrder', withFacts(order(placed)), placed);
  const until = on('2026-11-25', '18:00');
  const waiting: Order = { ...confirmed, run: 1, awaiting: { token: 'token', stage: 'AwaitShipment', until } };
  const shipped: Order = { ...waiting, facts: [...waiting.facts, shipment('p1', tuesday)] };

  it('rings for nothing while facts wait for their order', () => {
    const orphan: Order = { ...confirmed, facts: [shipment('p1', tuesday)] };
    expect(responseTo(orphan, tuesday)).toMatchObject({ do: 'nothing' });
  });

  it('starts the first execution', () => {
    expect(responseTo(withFacts(order(placed)), placed)).toEqual({ do: 'start', run: 1 });
  });

  it('answers a wait with what it hopes for, or with the name of what came instead', () => {
    expect(responseTo(waiting, tuesday)).toMatchObject({ do: 'nothing' });
    expect(responseTo(shipped, tuesday)).toEqual({ do: 'succeed', token: 'token' });
    const partly = {
      ...waiting,
      facts: [...waiting.facts, shipment('p1', tuesday, { lines: [{ id: 'vase', quantity: 1 }] })],
    };
    expect(responseTo(partly, tuesday)).toMatchObject({ do: 'fail', error: 'PartlyShipped' });
  });

  it('wakes a wait that would end after something is due', () => {
    const late: Order = { ...waiting, awaiting: { ...waiting.awaiting!, until: until + 1 } };
    expect(responseTo(late, tuesday)).toMatchObject({ do: 'fail', error: 'SoonerDue' });
  });

  it('takes a closed order up again for news and for nothing else', () => {
    const ended: Order = { ...shipped, awaiting: undefined, closed: { run: 1, how: 'retake' } };
    expect(responseTo(ended, tuesday)).toEqual({ do: 'start', run: 2 });
    const done = withFacts(order(placed, { lines: [{ id: 'card', quantity: 1, ships: false }] }));
    const closed: Order = { ...said('ConfirmOrder', done, placed), closed: { run: 1, how: 'nothing-to-ship' } };
    expect(responseTo(closed, tuesday)).toMatchObject({ do: 'nothing' });
    expect(responseTo({ ...closed, facts: [...closed.facts, word('problem', tuesday)] }, tuesday)).toEqual({
      do: 'start',
      run: 2,
    });
  });
});
