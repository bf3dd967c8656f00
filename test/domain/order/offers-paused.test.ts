import { describe, expect, it } from 'vitest';
import { withClaim, withNotes } from '../../../functions/domain/order/answer.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { judge } from '../../../functions/domain/order/judge.ts';
import { offersPausedBy, pausedByAnother, type OffersPause } from '../../../functions/domain/order/offers-paused.ts';
import { recorded, type RecordedOrder } from '../../../functions/domain/order/order.ts';
import { read } from '../../../functions/domain/order/reading.ts';
import type { Act } from '../../../functions/domain/vocabulary.ts';
import {
  cancellation,
  completion,
  delivery,
  incident,
  on,
  order,
  outcome,
  refund,
  shipment,
  shippingDelay,
  shop,
  word,
} from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const placed = on('2026-11-23', '10:00');
const day = 24 * 3600_000;

/** An order's life, step by step: what we learn, and what is said at which instant. */
class Life {
  private known: RecordedOrder = recorded(orderOf([order(placed)]))!;

  constructor() {
    this.say('ConfirmOrder', placed);
  }

  learn(fact: Fact, act: Act): this {
    this.known = recorded({ ...this.known, facts: [...this.known.facts, fact] })!;
    return this.say(act, fact.learnedAt);
  }

  say(act: Act, now: number): this {
    const circumstances = { settings: shop, now, owner: 'request', newCode: () => 'CODE' };
    const judged = judge(act, read(this.known), circumstances);
    if ('nothing' in judged) throw new Error(`${act} is not true now`);
    this.known = 'claim' in judged ? withClaim(this.known, judged.claim) : withNotes(this.known, judged.note);
    return this;
  }

  pausesAt(now: number): OffersPause | undefined {
    return offersPausedBy(read(this.known), now);
  }
}

const shipped = (): Life => new Life().learn(shipment('p1', on('2026-11-24', '09:00')), 'AnnounceShipment');

describe('offers go on', () => {
  it('while an order goes as promised, to its end', () => {
    const life = new Life();
    expect(life.pausesAt(on('2026-11-25', '17:00'))).toBeUndefined();
    life.learn(shipment('p1', on('2026-11-25', '17:30')), 'AnnounceShipment');
    expect(life.pausesAt(on('2026-11-26', '10:00'))).toBeUndefined();
    life.learn(delivery('p1', on('2026-11-27', '11:00')), 'AskDeliveryCheck');
    life.learn(word('received', on('2026-11-27', '19:00')), 'ThankCustomer');
    expect(life.pausesAt(on('2027-03-01', '10:00'))).toBeUndefined();
  });

  it('when a day was moved with notice', () => {
    const life = new Life().learn(shippingDelay(on('2026-11-24', '10:00'), '2026-12-01'), 'WarnShippingDelay');
    expect(life.pausesAt(on('2026-11-30', '10:00'))).toBeUndefined();
  });
});

describe('offers pause', () => {
  it('from the instant at which an order should have left, until it leaves', () => {
    const due = on('2026-11-25', '18:00');
    const life = new Life();
    expect(life.pausesAt(due - 1)).toBeUndefined();
    expect(life.pausesAt(due)).toEqual({ why: 'it is late' });
    life.say('WarnShippingDelay', due - 1000);
    expect(life.pausesAt(due - 1000)).toEqual({ why: 'it is late' });
    life.learn(shipment('p1', on('2026-11-26', '09:00')), 'AnnounceShipment');
    expect(life.pausesAt(on('2026-11-26', '09:00'))).toBeUndefined();
  });

  it('while nobody can say when it leaves', () => {
    const life = new Life().learn(shippingDelay(on('2026-11-24', '10:00')), 'WarnShippingDelay');
    expect(life.pausesAt(on('2026-11-24', '10:00'))).toEqual({ why: 'it is late' });
  });

  it('while a parcel should have come, until the customer has it', () => {
    const due = on('2026-11-27', '20:00');
    const life = shipped();
    expect(life.pausesAt(due - 1)).toBeUndefined();
    expect(life.pausesAt(due)).toEqual({ why: 'it is late' });
    life.say('AskDeliveryCheck', due - 1000);
    expect(life.pausesAt(due - 1000)).toEqual({ why: 'it is late' });
    life.learn(word('received', on('2026-11-28', '10:00')), 'ThankCustomer');
    expect(life.pausesAt(on('2026-11-28', '10:00'))).toBeUndefined();
  });

  it('while a case is open, and for fourteen days after we learned that it was settled', () => {
    const settled = on('2026-11-26', '10:00');
    const life = shipped().learn(incident('p1', 'lost', on('2026-11-25', '09:00')), 'WarnDeliveryIncident');
    expect(life.pausesAt(on('2026-11-25', '09:00'))).toEqual({ why: 'a case is open' });
    life.learn(outcome('answered', settled), 'AnnounceSettlement');
    expect(life.pausesAt(settled)).toEqual({
      why: 'there was a problem less than two weeks ago',
      until: settled + 14 * day,
    });
    expect(life.pausesAt(settled + 14 * day - 1)).toBeDefined();
    expect(life.pausesAt(settled + 14 * day)).toBeUndefined();
  });

  it('while money is owed, until it is back', () => {
    const life = new Life().learn(cancellation('customer', on('2026-11-23', '15:00')), 'ConfirmCancellation');
    expect(life.pausesAt(on('2026-11-23', '15:00'))).toEqual({ why: 'money is owed' });
    life.learn(refund('r1', 7900, on('2026-11-24', '15:00')), 'AnnounceRefund');
    expect(life.pausesAt(on('2026-11-24', '15:00'))).toBeUndefined();
  });

  it('while it is with staff, until they say that it is done; after a case fourteen days from then', () => {
    const life = shipped().learn(incident('p1', 'lost', on('2026-11-25', '09:00')), 'WarnDeliveryIncident');
    life.say('RemindStaff', on('2026-11-26', '09:00')).say('ApologiseForWait', on('2026-11-27', '09:00'));
    life.say('ApologiseForWait', on('2026-11-29', '09:00')).say('HandToStaff', on('2026-12-01', '09:00'));
    expect(life.pausesAt(on('2027-02-01', '10:00'))).toEqual({ why: 'it is with staff' });
    const done = on('2027-02-01', '10:00');
    life.learn(completion('1001.2', done), 'TakeNote');
    expect(life.pausesAt(done)).toEqual({
      why: 'there was a problem less than two weeks ago',
      until: done + 14 * day,
    });
  });
});

describe('on another order', () => {
  const pauses = { '1001': { why: 'it is late' }, '1002': { why: 'a problem', until: 2000 } };

  it('a pause counts, and the reason names the order', () => {
    expect(pausedByAnother(pauses, '1002', 1000)).toBe('order 1001: it is late');
    expect(pausedByAnother(pauses, '1001', 1999)).toBe('order 1002: a problem');
  });

  it('it does not where it is over, or the order’s own', () => {
    expect(pausedByAnother(pauses, '1001', 2000)).toBeUndefined();
    expect(pausedByAnother({}, '1001', 0)).toBeUndefined();
  });
});
