import { describe, expect, it } from 'vitest';
import { completionBody, completionDraft, orderOfTask } from '../../../functions/domain/told-to-us/completion.ts';
import { delayBody, delayDraft } from '../../../functions/domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../../../functions/domain/told-to-us/delivery.ts';
import { shipmentBody, shipmentDraft } from '../../../functions/domain/told-to-us/shipment.ts';
import { customerWordDraft, wordBody, wordDraft } from '../../../functions/domain/told-to-us/word.ts';
import { on, shop } from '../../shop/facts.ts';

const now = on('2026-11-24', '10:00');
const telling = { settings: shop, now };
const shipment = (body: object) => shipmentDraft(shipmentBody.parse({ parcel: 'p1', ...body }), telling);
const delivery = (body: object) => deliveryDraft(deliveryBody.parse({ parcel: 'p1', ...body }), telling);
const delay = (body: object) => delayDraft(delayBody.parse({ of: 'shipment', ...body }), telling);
const word = (body: object) => wordDraft(wordBody.parse({ word: 'question', by: 'phone', ...body }), telling);

describe('a shipment', () => {
  it('happened when it was shipped, before any other instant it names', () => {
    const draft = shipment({ shippedAt: '2026-11-23T17:00:00+01:00', at: '2026-11-24T08:00:00+01:00' });
    expect(draft.fact).toMatchObject({ at: on('2026-11-23', '17:00'), learnedAt: now });
    expect(shipment({ at: '2026-11-24T08:00:00+01:00' }).fact.at).toBe(on('2026-11-24', '08:00'));
    expect(shipment({}).fact.at).toBe(now);
  });

  it('that will be is not told yet', () => {
    expect(shipment({ shippedAt: '2026-11-26T00:00:00Z' }).wrong).toMatchObject([{ path: ['shippedAt'] }]);
  });

  it('promises a day of delivery until 20:00', () => {
    expect(shipment({ deliverBy: '2026-11-27' }).fact.deliverBy).toEqual({
      until: on('2026-11-27', '20:00'),
      day: '2026-11-27',
    });
  });

  it('carries all that no other parcel names, unless it names lines itself', () => {
    expect(shipment({}).fact.lines).toBeUndefined();
    expect(shipmentBody.safeParse({ parcel: 'p1', lines: [] }).success).toBe(false);
  });
});

describe('a delivery', () => {
  it('is in the customer’s hands, or in a neighbour’s', () => {
    expect(delivery({}).fact.toNeighbour).toBe(false);
    expect(delivery({ to: 'neighbour' }).fact.toNeighbour).toBe(true);
    expect(deliveryBody.safeParse({ parcel: 'p1', to: 'the dog' }).success).toBe(false);
  });
});

describe('a delay', () => {
  it('of shipping ends its day at the closing hour, of delivery at 20:00', () => {
    expect(delay({ until: '2026-12-01' }).fact.until).toEqual({ until: on('2026-12-01', '18:00'), day: '2026-12-01' });
    expect(delay({ of: 'delivery', until: '2026-12-01' }).fact.until?.until).toBe(on('2026-12-01', '20:00'));
  });

  it('keeps its reason beside it, its code within', () => {
    const { fact, details } = delay({ reason: 'the kiln broke', code: 'supplier' });
    expect(fact.code).toBe('supplier');
    expect(JSON.stringify(fact)).not.toContain('kiln');
    expect(details).toEqual({ reason: 'the kiln broke' });
  });

  it('without a reason has nothing beside it', () => {
    expect(delay({ reason: '  ' }).details).toBeUndefined();
  });
});

describe('a word', () => {
  it('is about something only where it is a problem', () => {
    expect(word({ word: 'problem', about: 'damaged' }).fact.about).toBe('damaged');
    expect(word({ word: 'received', about: 'damaged' }).fact.about).toBeUndefined();
  });

  it('keeps its text beside it', () => {
    const { fact, details } = word({ text: 'Is it blue?' });
    expect(JSON.stringify(fact)).not.toContain('blue');
    expect(details).toEqual({ text: 'Is it blue?' });
  });

  it('comes by phone, e-mail or chat: the customer’s own words come by the page', () => {
    expect(wordBody.safeParse({ word: 'received', by: 'customer' }).success).toBe(false);
  });
});

const say = (more: object) => customerWordDraft({ word: 'problem', after: undefined, ...more }, telling).fact;

describe('a word on the customer’s page', () => {
  it('is the same for the same form sent twice, and another after another word', () => {
    expect(say({}).id).toBe(say({}).id);
    expect(say({ after: 'word:1' }).id).not.toBe(say({}).id);
    expect(say({ text: 'It leaks.' }).id).not.toBe(say({}).id);
  });

  it('is the customer’s', () => expect(say({}).by).toBe('customer'));
});

describe('a completion', () => {
  it('belongs to the order that its task is of, whatever dashes that bears', () => {
    expect(orderOfTask('A-10_1.12')).toBe('A-10_1');
    for (const none of ['1001', '1001.', '.1', '1001.x', '1001.1.1 ', 'a b.1'])
      expect(orderOfTask(none)).toBeUndefined();
  });

  it('says who, beside the fact', () => {
    const { fact, details } = completionDraft('1001.1', completionBody.parse({ by: 'Hugo', note: 'called' }), telling);
    expect(fact).toMatchObject({ id: 'completion:1001.1', task: '1001.1' });
    expect(details).toEqual({ by: 'Hugo', note: 'called' });
  });
});

it('a fact older than the shop looks back is marked as old', () => {
  expect(delivery({ deliveredAt: '2026-11-16T10:00:00+01:00' }).fact.old).toBe(true);
  expect(delivery({ deliveredAt: '2026-11-18T10:00:00+01:00' }).fact.old).toBeUndefined();
});
