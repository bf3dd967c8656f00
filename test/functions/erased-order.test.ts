import { beforeEach, describe, expect, it } from 'vitest';
import { orderKey } from '../../functions/adapters/keys.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import { Elsewhere } from '../../functions/send-message/errors.ts';
import { runAct, type MessengerPorts } from '../../functions/send-message/run-act.ts';
import { on, order as placed, shipment, shop } from '../shop/facts.ts';
import { emptyTable, everythingIn } from './table-for-tests.ts';

const now = on('2026-11-24', '10:00');
const details = { customer: { name: 'Anne' } };

let orders: OrdersTable;
let table: Awaited<ReturnType<typeof emptyTable>>;
let before: Order;
beforeEach(async () => {
  table = await emptyTable();
  orders = new OrdersTable(table);
  await orders.append('lyon', '1001', placed(now), details);
  before = (await orders.find('lyon', '1001'))!;
});

describe('an order that is erased', () => {
  it('is erased as it was seen: what came in between is looked at first', async () => {
    await orders.append('lyon', '1001', shipment('p1', now));
    expect(await orders.erase('lyon', '1001', before, now)).toBe(false);
  });

  it('takes no fact, no claim, and nothing beside it', async () => {
    await orders.erase('lyon', '1001', before, now);
    const there = await everythingIn(table);
    expect(await orders.append('lyon', '1001', shipment('p1', now))).toEqual({ result: 'erased' });
    expect(await orders.append('lyon', '1001', placed(now), details)).toEqual({ result: 'erased' });
    expect(await orders.note(before, { 'order:1001': 'whatever' })).toBe(false);
    expect(await everythingIn(table)).toEqual(there);
  });

  it('lets its execution note that it died, and is taken up to be ended', async () => {
    await orders.erase('lyon', '1001', before, now);
    expect(await orders.retake('lyon', '1001', 1)).toBe(true);
    expect(await table.get(orderKey('lyon', '1001'))).toMatchObject({ facts: [], closed: { how: 'retake' } });
  });

  it('has nothing more said about it: the messenger answers that the end is next, and how', async () => {
    await orders.erase('lyon', '1001', before, now);
    const ports = { orders, shops: { settings: async () => shop }, customers: {}, now: () => now };
    const asked = { shop: 'lyon', order: '1001', run: 1, act: 'TakeNote', startedAt: now } as const;
    // It needs no more than these.
    const messenger = ports as unknown as MessengerPorts;
    expect(await runAct(asked, 'request', messenger)).toMatchObject({
      told: false,
      stage: 'CloseOrder',
      how: 'erased',
    });
    const onMainPath = { ...asked, act: 'ConfirmOrder', expects: 'AwaitShipment' } as const;
    await expect(runAct(onMainPath, 'request', messenger)).rejects.toThrow(Elsewhere);
  });
});
