import { describe, expect, it } from 'vitest';
import { withClaim } from '../../../functions/domain/order/answer.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { judge } from '../../../functions/domain/order/judge.ts';
import { recorded, type RecordedOrder } from '../../../functions/domain/order/order.ts';
import { read } from '../../../functions/domain/order/reading.ts';
import { tasksOf } from '../../../functions/domain/order/tasks.ts';
import type { Act } from '../../../functions/domain/vocabulary.ts';
import { completion, correction, on, order, shipment, shippingDelay, shop } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const placed = on('2026-11-23', '10:00');
const tuesday = on('2026-11-24', '10:00');
const wednesday = on('2026-11-25', '10:00');

const learn = (known: RecordedOrder, ...facts: Fact[]): RecordedOrder =>
  recorded({ ...known, facts: [...known.facts, ...facts] })!;

function say(known: RecordedOrder, act: Act, now: number, mailable?: boolean): RecordedOrder {
  const judged = judge(act, read(known), { settings: shop, now, owner: 'request', newCode: () => 'CODE', mailable });
  if (!('claim' in judged)) throw new Error(`${act} is not true now`);
  return withClaim(known, judged.claim);
}

const confirmed = say(recorded(orderOf([order(placed, { mailable: false })]))!, 'ConfirmOrder', placed);
const shipped = say(learn(confirmed, shipment('p1', tuesday)), 'AnnounceShipment', tuesday);
const shown = (known: RecordedOrder) =>
  tasksOf(known).map(({ task, name, status, level, dueAt }) => ({ task, name, status, level, dueAt }));
const first = { task: '1001.1', name: 'call-customer', status: 'open', level: 1, dueAt: placed };

describe('a customer without an e-mail address', () => {
  it('is called once for all that there is to say: the call grows, as early and as loud as it was', () => {
    expect(shown(confirmed)).toEqual([first]);
    expect(shown(shipped)).toEqual([first]);
    expect(shipped.told.map(({ unsent }) => unsent)).toEqual(Array(2).fill('the customer has no e-mail address'));
  });

  it('is no second time in the mail to staff who have heard of it', () => {
    const [told] = confirmed.told;
    const heard = { ...confirmed, told: [{ ...told!, task: { ...told!.task!, mailId: 'mail-1' } }] };
    const known = say(learn(heard, shipment('p1', tuesday)), 'AnnounceShipment', tuesday);
    expect(known.told.at(-1)?.task).toMatchObject({ task: '1001.1', mailId: 'mail-1' });
  });

  it('is called again for what is to be said after the call', () => {
    const called = learn(confirmed, completion('1001.1', tuesday), shipment('p1', tuesday));
    expect(shown(say(called, 'AnnounceShipment', tuesday))).toEqual([
      { ...first, status: 'done' },
      { ...first, task: '1001.2', dueAt: tuesday },
    ]);
  });

  it('is still called for the rest, when what the call began with was taken back', () => {
    const called = learn(confirmed, completion('1001.1', tuesday));
    const warned = say(learn(called, shippingDelay(tuesday, '2026-12-01', 'delay:d')), 'WarnShippingDelay', tuesday);
    const announced = say(learn(warned, shipment('p1', wednesday)), 'AnnounceShipment', wednesday);
    const corrected = learn(announced, correction('delay:d', wednesday));
    expect(tasksOf(corrected).map(({ task, status }) => `${task} ${status}`)).toEqual(['1001.1 done', '1001.2 open']);
  });

  it('is written to once there is one, and not called', () => {
    const known = say(learn(confirmed, shipment('p1', tuesday)), 'AnnounceShipment', tuesday, true);
    expect(known.told.at(-1)).toMatchObject({ message: 'announce-shipment', unsent: undefined, task: undefined });
  });
});
