import { availableParallelism } from 'node:os';
import { cpuOfBareCall } from './bare-client.ts';
import { EmbeddedShop, happyOrder } from './embedded-shop.ts';
import type { Figures, Progress } from './figures.ts';
import { bytesHeld, spentBy, watchMemory, type Spending } from './spending.ts';

const orders = 200;
/** Told before: threads are started, and what is called often is compiled. */
const ordersBefore = 100;
const prefix = 'Shopkeeper-local-';

/** How many orders a second the embedded stack takes from the first call to the last mail; what they cost, and where. */
export async function timeEmbeddedOrders(progress: Progress): Promise<Figures> {
  const shop = await EmbeddedShop.open();
  const tellAll = async (ids: readonly string[]): Promise<void> => {
    for (const [index, { path, body }] of happyOrder.entries()) {
      progress(`embedded stack: ${ids.length} orders, fact ${index + 1} of ${happyOrder.length}`);
      await shop.tellAll(ids, path, body);
    }
  };
  try {
    await tellAll(idsFrom(0, ordersBefore));
    const mailsBefore = shop.stack.mail.all().length;
    const heldBefore = bytesHeld();
    const mostHeld = watchMemory();
    const asked = countCalls(shop);
    const spentBefore = await spentBy(shop.stack);
    const startedAt = performance.now();
    await tellAll(idsFrom(1000, orders));
    const seconds = (performance.now() - startedAt) / 1000;
    const spent = spentBetween(spentBefore, await spentBy(shop.stack));
    const peak = mostHeld();
    const held = bytesHeld() - heldBefore;
    const mails = shop.stack.mail.all().length - mailsBefore;
    const calls = asked() / orders;
    progress('embedded stack: what bare clients of the SDK take for as many calls');
    const bare = calls * (await cpuOfBareCall());
    return {
      title: 'Embedded stack',
      note: `${orders} orders from their call to their end over HTTP, 8 calls at a time, after ${ordersBefore} others; functions, workflow, table, mail and the caller in this one process. It is made to be true first: the bundles that are deployed, with the SDK in them, a thread for each function, every call signed, checked against its policies and answered by a whole DynamoDB. What else runs on the machine shows in the orders a second; the CPU time says what an order needs, and where it goes. Wanted: 50 orders a second. On two such cores that is 40 ms an order, of which the bare clients of the SDK take the part below for its calls, without a table, a function or a thread to cross.`,
      columns: ['figure', 'value'],
      rows: [
        ['orders a second, end to end', (orders / seconds).toFixed(1)],
        ['mails a second', (mails / seconds).toFixed(1)],
        ['mails an order', (mails / orders).toFixed(2)],
        ['cores that the run got', (spent.whole / 1000 / seconds).toFixed(2)],
        ['CPU ms an order', (spent.whole / orders).toFixed(1)],
        ...parts(spent).map(([part, time]) => [`— ${part}`, (time / orders).toFixed(1)]),
        ['calls of the table, an order', calls.toFixed(1)],
        ['CPU ms that bare clients of the SDK take for these', bare.toFixed(1)],
        ['orders a second that this alone would leave room for', ((availableParallelism() * 1000) / bare).toFixed(1)],
        ['peak memory of the process, MiB', (peak / 2 ** 20).toFixed(0)],
        ['KiB of memory kept for an order', (held / 1024 / orders).toFixed(0)],
      ],
    };
  } finally {
    await shop.stack.close();
  }
}

/** Counts the calls of the table, the workflow's own included, until it is asked for them. */
function countCalls({ stack: { tables } }: EmbeddedShop): () => number {
  const call = tables.call.bind(tables);
  let calls = 0;
  tables.call = (...asked: Parameters<typeof call>) => {
    calls += 1;
    return call(...asked);
  };
  return () => calls;
}

function spentBetween(before: Spending, after: Spending): Spending {
  const functions = [...after.functions].map(
    ([name, time]) => [name, time - (before.functions.get(name) ?? 0)] as const,
  );
  return { whole: after.whole - before.whole, stack: after.stack - before.stack, functions: new Map(functions) };
}

/** Who spent what, the functions by what they took. */
function parts({ whole, stack, functions }: Spending): Array<readonly [string, number]> {
  const busy = [...functions].filter(([, time]) => time > 0).toSorted(([, left], [, right]) => right - left);
  const beside = whole - stack - busy.reduce((sum, [, time]) => sum + time, 0);
  return [
    ['the stack: HTTP API, table, workflow, mail; the caller', stack],
    ...busy.map(([name, time]) => [`function ${name.replace(prefix, '')}`, time] as const),
    ['V8, which compiles and collects beside them', beside],
  ];
}

function idsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}
