import { describe, expect, it } from 'vitest';
import type { Order } from '../../../functions/domain/order/order.ts';
import { responseTo } from '../../../functions/domain/order/ring.ts';
import { on } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const now = on('2026-11-24', '10:00');
const erased = (more: Partial<Order>): Order => orderOf([], [], { erased: now, ...more });
const token = 'token';

describe('an order that is erased', () => {
  it.each([
    [
      'waits: its wait ends, by a name that every release knows',
      { run: 1, awaiting: { token, stage: 'AwaitDelivery', until: now } },
      { do: 'fail', token, error: 'Noted', cause: 'erased' },
    ],
    ['was never begun: a run is begun, and says how it ended', {}, { do: 'start', run: 1 }],
    [
      'was to be taken up again: the next run ends it',
      { run: 2, closed: { run: 2, how: 'retake' } },
      { do: 'start', run: 3 },
    ],
    [
      'died three times: it is left alone',
      { run: 2, closed: { run: 2, how: 'retake' }, stalled: 3 },
      { do: 'nothing', why: 'the order was erased' },
    ],
    [
      'has ended: it is not taken up again',
      { run: 1, closed: { run: 1, how: 'received' } },
      { do: 'nothing', why: 'the order was erased' },
    ],
  ] as const)('and %s', (_, more, response) => {
    expect(responseTo(erased(more), now)).toEqual(response);
  });
});
