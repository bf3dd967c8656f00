import { EmbeddedShop, happyOrder } from './embedded-shop.ts';
import type { Figures, Progress } from './figures.ts';

const orders = 20;

interface Counted {
  readonly invocations: Map<string, number>;
  readonly capacity: { read: number; written: number };
}

/** What an order that goes well asks of AWS: what the README's arithmetic of its cost rests on. */
export async function countFootprint(progress: Progress): Promise<Figures> {
  progress(`footprint: ${orders} orders, one by one`);
  const shop = await EmbeddedShop.open();
  try {
    const before = await bytesKept(shop);
    const counted = count(shop);
    // One by one: together they would share calls of the relay, and cost less.
    for (let index = 0; index < orders; index += 1) {
      for (const { path, body } of happyOrder) await shop.tellAll([String(1000 + index)], path, body);
    }
    const each = (total: number): string => (total / orders).toFixed(1);
    const states = statesEntered(shop);
    const byFunction = [...counted.invocations].toSorted(([, left], [, right]) => right - left);
    const all = byFunction.reduce((sum, [, times]) => sum + times, 0);
    return {
      title: 'What an order asks of AWS',
      note: `An order that goes well, alone; averages of ${orders}. Capacity as DynamoDB would count it. The calls of the relay and of the timeline are as many as the stream delivers batches: fewer where orders come together.`,
      columns: ['asked', 'an order'],
      rows: [
        ['states entered', each(states)],
        ['function calls', each(all)],
        ...byFunction.map(([name, times]) => [`— ${name}`, each(times)]),
        ['DynamoDB write units', each(counted.capacity.written)],
        ['DynamoDB read units', each(counted.capacity.read)],
        ['KiB kept in the table', each(((await bytesKept(shop)) - before) / 1024)],
        ['mails', each(shop.stack.mail.all().length)],
      ],
    };
  } finally {
    await shop.stack.close();
  }
}

function count({ stack }: EmbeddedShop): Counted {
  const counted: Counted = { invocations: new Map(), capacity: { read: 0, written: 0 } };
  for (const { name } of stack.description.functions) {
    const pool = stack.functions.find(name);
    const short = name.replace('Shopkeeper-local-', '');
    const invoke = pool.invoke.bind(pool);
    pool.invoke = async (payload) => {
      counted.invocations.set(short, (counted.invocations.get(short) ?? 0) + 1);
      return invoke(payload);
    };
  }
  const call = stack.tables.call.bind(stack.tables);
  stack.tables.call = async (operation, input, by) => {
    const output = await call(operation, { ...(input as object), ReturnConsumedCapacity: 'TOTAL' }, by);
    const units = (output['ConsumedCapacity'] as { CapacityUnits?: number } | undefined)?.CapacityUnits ?? 0;
    const isRead = operation === 'GetItem' || operation === 'Query';
    counted.capacity[isRead ? 'read' : 'written'] += units;
    return output;
  };
  return counted;
}

async function bytesKept({ stack }: EmbeddedShop): Promise<number> {
  let bytes = 0;
  for (const { name } of stack.description.tables)
    for await (const item of stack.tables.items(name)) bytes += stack.tables.sizeOf(item);
  return bytes;
}

function statesEntered({ stack }: EmbeddedShop): number {
  const executions = stack.description.stateMachines.flatMap(
    ({ arn }) => stack.stepFunctions.listExecutions({ stateMachineArn: arn, maxResults: 1000 }).executions,
  );
  return executions
    .flatMap(
      ({ executionArn = '' }) => stack.stepFunctions.getExecutionHistory({ executionArn, maxResults: 1000 }).events,
    )
    .filter(({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined).length;
}
