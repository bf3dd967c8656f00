import { VirtualShop } from '../local/virtual/virtual-shop.ts';
import { delivery, on, order, orderDetails, shipment, shop as settings, word } from '../test/shop/facts.ts';
import { synthesisedDefinition } from '../workflows/definition.ts';
import type { Figures, Progress } from './figures.ts';

const orders = 1000;

/** What an order costs in virtual time: what simulations and property tests are made of. */
export async function timeVirtualOrders(progress: Progress): Promise<Figures> {
  const shop = new VirtualShop(synthesisedDefinition(), on('2026-11-23', '09:00'));
  shop.open('demo', settings);
  await life(shop, idsFrom(0, 50));
  const startedAt = performance.now();
  progress(`virtual time: ${orders} orders`);
  await life(shop, idsFrom(1000, orders), 7);
  const milliseconds = performance.now() - startedAt;
  const ended = [...shop.orders.all()].filter(({ closed }) => closed?.how === 'received').length;
  if (ended !== orders + 50) throw new Error(`${orders + 50 - ended} orders did not end well.`);
  return {
    title: 'Virtual time',
    note: `${orders} orders that go well, at once, on the interpreter with everything in memory; every mail rendered.`,
    columns: ['figure', 'value'],
    rows: [
      ['ms an order', (milliseconds / orders).toFixed(2)],
      ['orders a second', (orders / (milliseconds / 1000)).toFixed(0)],
    ],
  };
}

/** From the order to the thanks, all orders at the same instants. */
async function life(shop: VirtualShop, ids: readonly string[], daysLater = 0): Promise<void> {
  const instant = (day: number, time: string): number => on('2026-11-23', time) + (day + daysLater) * 86_400_000;
  const steps = [
    order(instant(0, '10:00')),
    shipment('p1', instant(1, '15:00')),
    delivery('p1', instant(3, '11:00')),
    word('received', instant(3, '19:00')),
  ];
  for (const fact of steps) {
    await shop.moveTo(fact.learnedAt);
    for (const id of ids) await shop.tell('demo', id, fact, fact.name === 'order' ? { ...orderDetails } : undefined);
  }
}

function idsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}
