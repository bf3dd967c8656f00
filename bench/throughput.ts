import { EmbeddedShop, happyOrder } from './embedded-shop.ts';
import type { Figures, Progress } from './figures.ts';

const orders = 200;

/** How many orders a second the embedded stack takes from the first call to the last mail. */
export async function timeEmbeddedOrders(progress: Progress): Promise<Figures> {
  const shop = await EmbeddedShop.open();
  try {
    // Threads are started, and code is compiled, before the clock runs.
    for (const { path, body } of happyOrder) await shop.tellAll(idsFrom(0, 10), path, body);
    const ids = idsFrom(1000, orders);
    const mailsBefore = shop.stack.mail.all().length;
    const startedAt = performance.now();
    for (const [index, { path, body }] of happyOrder.entries()) {
      progress(`embedded stack: ${orders} orders, fact ${index + 1} of ${happyOrder.length}`);
      await shop.tellAll(ids, path, body);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const mails = shop.stack.mail.all().length - mailsBefore;
    return {
      title: 'Embedded stack',
      note: `${orders} orders from their call to their end over HTTP, 8 at a time; functions, workflow, table, mail and the caller in this one process. It is made to be true, not fast.`,
      columns: ['figure', 'value'],
      rows: [
        ['orders a second, end to end', (orders / seconds).toFixed(1)],
        ['mails a second', (mails / seconds).toFixed(1)],
        ['mails an order', (mails / orders).toFixed(2)],
      ],
    };
  } finally {
    await shop.stack.close();
  }
}

function idsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}
