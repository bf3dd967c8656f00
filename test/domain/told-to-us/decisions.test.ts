import { describe, expect, it } from 'vitest';
import { WrongBody } from '../../../functions/domain/told-to-us/parsed.ts';
import { tellings } from '../../../functions/domain/told-to-us/tellings.ts';
import { on, shop } from '../../shop/facts.ts';

const now = on('2026-11-24', '10:00');
const telling = { settings: shop, now };
const told = (call: string, body: object) => tellings[call]!(body)(telling);

/** Where something is wrong with a body: the path of each wrong field. */
function wrongIn(call: string, body: object): string[] {
  try {
    told(call, body);
    return [];
  } catch (error) {
    if (!(error instanceof WrongBody)) throw error;
    return error.wrong.map(({ path }) => path.join('.'));
  }
}

const vase = [{ id: 'vase', quantity: 1 }];

describe('a stock-out', () => {
  it('names the lines, the day they are back and whether something replaces them', () => {
    const { fact } = told('stock-outs', { lines: vase, restockOn: '2026-12-01', replacement: { title: 'Green vase' } });
    expect(fact).toMatchObject({
      name: 'stock-out',
      lines: vase,
      restockOn: { until: on('2026-12-01', '18:00'), day: '2026-12-01' },
      hasReplacement: true,
    });
  });

  it('keeps the replacement’s title beside it', () => {
    const { fact, details } = told('stock-outs', { lines: vase, replacement: { title: 'Green vase' } });
    expect(JSON.stringify(fact)).not.toContain('Green');
    expect(details).toEqual({ replacement: { title: 'Green vase' } });
  });

  it('may know neither: then it has nothing beside it', () => {
    const { fact, details } = told('stock-outs', { lines: vase });
    expect(fact).toMatchObject({ hasReplacement: false, restockOn: undefined });
    expect(details).toBeUndefined();
  });

  it('is of something', () => {
    expect(wrongIn('stock-outs', { lines: [] })).toEqual(['lines']);
    expect(wrongIn('stock-outs', { lines: Array.from({ length: 251 }, () => vase[0]) })).toEqual(['lines']);
    expect(wrongIn('stock-outs', { lines: vase, replacement: { title: ' ' } })).toEqual(['replacement.title']);
  });
});

describe('an incident', () => {
  it('is of a parcel, and keeps what was noted beside it', () => {
    const { fact, details } = told('incidents', { parcel: 'p1', kind: 'damaged', note: 'wet through' });
    expect(fact).toMatchObject({ name: 'incident', parcel: 'p1', kind: 'damaged' });
    expect(details).toMatchObject({ note: 'wet through' });
    expect(JSON.stringify(fact)).not.toContain('wet');
  });

  it('at a pickup point is kept there until the evening of a day', () => {
    const pickup = { name: 'Tabac du Pont', address: '1 place du Pont', until: '2026-12-04' };
    const { fact, details } = told('incidents', { parcel: 'p1', kind: 'held-at-pickup', pickup });
    expect(fact).toMatchObject({ keptUntil: { until: on('2026-12-04', '20:00'), day: '2026-12-04' } });
    expect(details).toMatchObject({ pickup: { name: 'Tabac du Pont', address: '1 place du Pont' } });
    expect(JSON.stringify(fact)).not.toContain('Pont');
  });

  it('of another kind has no pickup point, whatever the body says', () => {
    const pickup = { name: 'Tabac du Pont', address: '1 place du Pont', until: '2026-12-04' };
    const { fact, details } = told('incidents', { parcel: 'p1', kind: 'lost', pickup });
    expect(fact).toMatchObject({ keptUntil: undefined });
    expect(details).toBeUndefined();
  });

  it('is of a kind that we know', () => {
    expect(wrongIn('incidents', { parcel: 'p1', kind: 'eaten' })).toEqual(['kind']);
    expect(wrongIn('incidents', { kind: 'lost', pickup: { name: '' } })).toEqual(
      expect.arrayContaining(['parcel', 'pickup.name', 'pickup.address']),
    );
  });
});

describe('a choice', () => {
  it.each(['wait', 'replace', 'cancel-items', 'cancel-order', 'call'])(
    'may be “%s”, for some lines or for all',
    (choice) => {
      expect(told('choices', { choice }).fact).toMatchObject({ name: 'choice', choice, lines: undefined });
      expect(told('choices', { choice, lines: vase }).fact).toMatchObject({ lines: vase });
    },
  );

  it('is none of ours otherwise', () => expect(wrongIn('choices', { choice: 'haggle' })).toEqual(['choice']));
});

describe('a cancellation', () => {
  it('is of all, or of some lines; who wanted it stands in it, why beside it', () => {
    const { fact, details } = told('cancellations', { by: 'customer', reason: 'found it cheaper', lines: vase });
    expect(fact).toMatchObject({ name: 'cancellation', by: 'customer', lines: vase });
    expect(details).toEqual({ reason: 'found it cheaper' });
    expect(told('cancellations', { by: 'shop' }).fact).toMatchObject({ by: 'shop', lines: undefined });
  });

  it('is somebody’s', () => expect(wrongIn('cancellations', {})).toEqual(['by']));
});

describe('a refund', () => {
  it('is minor units of the order’s currency, or an amount with its currency', () => {
    expect(told('refunds', { refund: 'r1', amount: 4900 }).fact).toMatchObject({ id: 'refund:r1', amount: 4900 });
    const named = told('refunds', { refund: 'r1', amount: { amount: 4900, currency: 'EUR' } });
    expect(named).toMatchObject({ fact: { amount: 4900 }, currency: 'EUR' });
  });

  it('happened when it was refunded, by means that stand beside it', () => {
    const { fact, details } = told('refunds', {
      refund: 'r1',
      amount: 1,
      means: 'card',
      refundedAt: '2026-11-23T17:00:00+01:00',
      at: '2026-11-24T08:00:00+01:00',
      lines: vase,
    });
    expect(fact).toMatchObject({ at: on('2026-11-23', '17:00'), refund: 'r1', lines: vase });
    expect(details).toEqual({ means: 'card' });
  });

  it.each([
    [0, 'amount'],
    [-5, 'amount'],
    [1.5, 'amount'],
    ['49', 'amount'],
    [null, 'amount'],
    [undefined, 'amount'],
    [[4900], 'amount'],
    [{ amount: 0, currency: 'EUR' }, 'amount.amount'],
    [{ amount: 1 }, 'amount.currency'],
    [{ amount: 1, currency: 'euro' }, 'amount.currency'],
  ])('is not of %j', (amount, path) => {
    expect(wrongIn('refunds', { refund: 'r1', amount })).toContain(path);
  });

  it('that lies in the future has not happened', () => {
    const { wrong } = told('refunds', { refund: 'r1', amount: 1, refundedAt: '2026-11-26T00:00:00Z' });
    expect(wrong).toMatchObject([{ path: ['refundedAt'] }]);
  });
});

describe('an outcome', () => {
  const answered = { case: 'case-1', outcome: 'answered', text: 'It is meant to be blue.' };

  it('is about a case, with the words of whoever answers beside it', () => {
    const { fact, details } = told('outcomes', answered);
    expect(fact).toMatchObject({ name: 'outcome', case: 'case-1', outcome: 'answered', promo: false });
    expect(details).toEqual({ text: 'It is meant to be blue.' });
    expect(JSON.stringify(fact)).not.toContain('blue');
  });

  it('that refunds may say how much; any other says nothing about money', () => {
    expect(told('outcomes', { ...answered, outcome: 'refund', amount: 4900 }).fact).toMatchObject({ amount: 4900 });
    expect(told('outcomes', { ...answered, outcome: 'refund' }).fact).toMatchObject({ amount: undefined });
    const foreign = told('outcomes', { ...answered, amount: { amount: 4900, currency: 'USD' } });
    expect(foreign).toMatchObject({ fact: { amount: undefined }, currency: undefined });
  });

  it('in hand, or replaced, has a day that ends like a shipping day', () => {
    for (const outcome of ['in-hand', 'replacement']) {
      const { fact } = told('outcomes', { ...answered, outcome, until: '2026-11-27' });
      expect(fact).toMatchObject({ until: { until: on('2026-11-27', '18:00'), day: '2026-11-27' } });
    }
    expect(told('outcomes', { ...answered, until: '2026-11-27' }).fact).toMatchObject({ until: undefined });
  });

  it('gives the promo only where staff say so', () => {
    expect(told('outcomes', { ...answered, promo: true }).fact).toMatchObject({ promo: true });
    expect(wrongIn('outcomes', { ...answered, promo: 'yes' })).toEqual(['promo']);
  });

  it('has words for the customer', () => {
    expect(wrongIn('outcomes', { ...answered, text: ' \n ' })).toEqual(['text']);
    expect(wrongIn('outcomes', {})).toEqual(['case', 'outcome', 'text']);
  });
});

describe('a correction', () => {
  it('takes one fact back, and keeps beside it who says so and why', () => {
    const { fact, details } = told('corrections', { fact: 'shipment:p1', by: 'Hugo', reason: 'the wrong order' });
    expect(fact).toMatchObject({ id: 'correction:shipment:p1', name: 'correction', fact: 'shipment:p1' });
    expect(details).toEqual({ by: 'Hugo', reason: 'the wrong order' });
  });

  it('is somebody’s, and of a fact', () => {
    expect(wrongIn('corrections', { fact: 'a fact', by: '' })).toEqual(['fact', 'by']);
  });
});

const corrected = (body: object) => told('shipment-corrections', { parcel: 'p1', ...body }).fact;

describe('a corrected shipment', () => {
  it('says what has changed of a parcel, and nothing of the rest', () => {
    expect(corrected({ trackingNumber: '6A2', deliverBy: '2026-11-27' })).toMatchObject({
      name: 'shipment-correction',
      parcel: 'p1',
      carrier: undefined,
      trackingNumber: '6A2',
      deliverBy: { until: on('2026-11-27', '20:00'), day: '2026-11-27' },
    });
  });

  it('is another for another parcel', () => {
    expect(corrected({ carrier: 'DHL' }).id).not.toBe(corrected({ parcel: 'p2', carrier: 'DHL' }).id);
  });

  it('corrects something', () => {
    expect(wrongIn('shipment-corrections', { parcel: 'p1' })).toEqual(['']);
    expect(wrongIn('shipment-corrections', { parcel: 'p1', at: '2026-11-24T08:00:00Z' })).toEqual(['']);
    expect(wrongIn('shipment-corrections', { parcel: 'p1', trackingUrl: 'javascript:alert(1)' })).toEqual([
      'trackingUrl',
    ]);
  });
});

describe('every telling', () => {
  const bodies: { readonly [call: string]: object } = {
    shipments: { parcel: 'p1' },
    'shipment-corrections': { parcel: 'p1', carrier: 'DHL' },
    deliveries: { parcel: 'p1' },
    delays: { of: 'shipment' },
    words: { word: 'question', by: 'phone' },
    'stock-outs': { lines: vase },
    incidents: { parcel: 'p1', kind: 'lost' },
    choices: { choice: 'call' },
    cancellations: { by: 'shop' },
    refunds: { refund: 'r1', amount: 100 },
    outcomes: { case: 'case-1', outcome: 'answered', text: 'Yes.' },
    corrections: { fact: 'shipment:p1', by: 'Hugo' },
    payments: { status: 'paid' },
    changes: { shipBy: '2026-12-01' },
  };

  it('has a body here', () => expect(Object.keys(bodies).sort()).toEqual(Object.keys(tellings).sort()));

  it.each(Object.entries(bodies))('of %s happened when it says, and else now', (call, body) => {
    expect(told(call, { ...body, at: '2026-11-20T08:00:00+01:00' }).fact).toMatchObject({
      at: on('2026-11-20', '08:00'),
      learnedAt: now,
    });
    expect(told(call, body).fact.at).toBe(now);
    expect(told(call, { ...body, at: '2026-11-26T00:00:00Z' }).wrong).toMatchObject([{ path: ['at'] }]);
    expect(wrongIn(call, { ...body, at: 'yesterday' })).toEqual(['at']);
  });

  it.each(Object.entries(bodies))(
    'of %s is the same fact when it is told again, whatever else the body bears',
    (call, body) => {
      const again = told(call, { unknown: 'field', ...body }).fact;
      expect(again).toEqual(told(call, body).fact);
    },
  );
});
