import { beforeMail, costOfAMillion, prices, type Asked } from './cost.ts';
import { EmbeddedShop } from './embedded-shop.ts';
import type { Figures, Progress } from './figures.ts';
import { Meter } from './meter.ts';
import { pricedStories, waits, type Happening, type PricedStory } from './priced-stories.ts';

const orders = 5;

interface Counted {
  readonly name: string;
  readonly asked: Asked;
  /** Of the longest of its executions. */
  readonly historyEvents: number;
  readonly meter: Meter;
}

/** What an order asks of AWS in six stories, and what a million of them cost: the README's table rests on it. */
export async function countFootprint(progress: Progress): Promise<readonly Figures[]> {
  const counted: Counted[] = [];
  for (const story of pricedStories) {
    progress(`footprint: an order that ${story.name}`);
    counted.push(await countStory(story));
  }
  return [perOrder(counted), aMillion(counted), whereWritesGo(counted[0]!)];
}

async function countStory(story: PricedStory): Promise<Counted> {
  const shop = await EmbeddedShop.open();
  try {
    await shop.set({ waits });
    await play(shop, story, '999', () => shop.stack.settle());
    const before = statesEntered(shop);
    const meter = new Meter(shop.stack, 'Shopkeeper-local-');
    // One by one: together they would share calls, and cost less.
    for (let index = 0; index < orders; index += 1) {
      await play(shop, story, String(1000 + index), () => meter.settle());
    }
    const after = statesEntered(shop);
    return {
      name: story.name,
      asked: meter.asked(orders, after.states - before.states),
      historyEvents: after.longest,
      meter,
    };
  } finally {
    await shop.stack.close();
  }
}

async function play(
  shop: EmbeddedShop,
  { happenings }: PricedStory,
  order: string,
  settle: () => Promise<void>,
): Promise<void> {
  for (const happening of happenings) {
    await letHappen(shop, happening, order);
    await settle();
  }
}

async function letHappen(shop: EmbeddedShop, happening: Happening, order: string): Promise<void> {
  const { stack } = shop;
  if ('silence' in happening) return stack.advance(happening.silence * 1000);
  if ('answer' in happening) return shop.answerLastMail(`${order}@customer.example`, happening.answer);
  const at = (seconds: number): string => new Date(stack.clock.now() + seconds * 1000).toISOString();
  const path = happening.tell === '' ? '/orders' : `/orders/${order}/${happening.tell}`;
  await shop.tell(path, happening.body(order, at));
}

function statesEntered({ stack }: EmbeddedShop): { readonly states: number; readonly longest: number } {
  const executions = stack.description.stateMachines.flatMap(
    ({ arn }) => stack.stepFunctions.listExecutions({ stateMachineArn: arn, maxResults: 1000 }).executions,
  );
  const histories = executions.map(
    ({ executionArn = '' }) => stack.stepFunctions.getExecutionHistory({ executionArn, maxResults: 1000 }).events,
  );
  const states = histories.flat().filter(({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined);
  return { states: states.length, longest: Math.max(...histories.map(({ length }) => length)) };
}

const shown = (figure: number): string => figure.toFixed(1);

function perOrder(counted: readonly Counted[]): Figures {
  const row = (what: string, of: (one: Counted) => number): string[] => [what, ...counted.map((one) => shown(of(one)))];
  const { tokenCharacters } = prices.assumed;
  return {
    title: 'What an order asks of AWS',
    note: `Averages of ${orders} orders, one by one: orders that come together share calls. Capacity as DynamoDB counts it, the index included, with task tokens of ${tokenCharacters.value} characters; SES's events come once the messenger is done. GB s rest on the milliseconds a call that [prices.json](prices.json) assumes. What runs by the clock is left out: see the standing costs in the README.`,
    columns: ['an order', ...counted.map(({ name }) => name)],
    rows: [
      row('states entered', ({ asked }) => asked.stateTransitions),
      row('events of its history', ({ historyEvents }) => historyEvents),
      row('DynamoDB write units', ({ asked }) => asked.writeUnits),
      row('DynamoDB read units', ({ asked }) => asked.readUnits),
      row('function calls', ({ asked }) => asked.functionCalls),
      row('function time, MB s', ({ asked }) => asked.gigabyteSeconds * 1024),
      row('API calls', ({ asked }) => asked.apiCalls),
      row('KiB answered', ({ asked }) => asked.answeredKiB),
      row('KiB logged', ({ asked }) => asked.loggedKiB),
      row('queue requests', ({ asked }) => asked.queueRequests),
      row('KiB kept in the table', ({ asked }) => asked.keptKiB),
      row('mails', ({ asked }) => asked.mails),
    ],
  };
}

function aMillion(counted: readonly Counted[]): Figures {
  const costs = counted.map(({ asked }) => costOfAMillion(asked));
  const row = (what: string, of: (cost: (typeof costs)[number]) => number): string[] => [
    what,
    ...costs.map((cost) => of(cost).toFixed(2)),
  ];
  return {
    title: 'What a million orders cost',
    note: `In dollars, at the list prices of ${prices.region} in [prices.json](prices.json), as of ${prices.asOf}: before free tiers and tax. What is kept is counted for ${prices.assumed.daysKept.value} days. Wanted: $250 before mail for an order that goes well. The eight states are $200 of it. The rest is too much because the order is written seventeen times whole, with a task token of 800 bytes in it while it waits, and because each fact and each wait move it in the index. What would help most: a wait in an item of its own ($8), the id of a sent mail written with the wait that follows ($5), a timeline that is derived when it is read ($6). Together they would come to some $267, and the second widens the time in which nobody can tell whether a mail went out.`,
    columns: ['a million orders', ...counted.map(({ name }) => name)],
    rows: [
      row('Step Functions', ({ stepFunctions }) => stepFunctions),
      row('DynamoDB, writes and reads', ({ dynamodb }) => dynamodb),
      row('DynamoDB, kept and backed up', ({ storage }) => storage),
      row('Lambda', ({ lambda }) => lambda),
      row('API Gateway and transfer', ({ api }) => api),
      row('CloudWatch logs', ({ logs }) => logs),
      row('SQS', ({ queues }) => queues),
      row('before mail', beforeMail),
      row('SES', ({ mails }) => mails),
      row('all of it', (cost) => beforeMail(cost) + cost.mails),
    ],
  };
}

function whereWritesGo({ name, meter }: Counted): Figures {
  const byUnits = [...meter.writesByKind].toSorted(([, left], [, right]) => right.units - left.units);
  const byCalls = [...meter.callsByFunction].toSorted(([, left], [, right]) => right - left);
  return {
    title: 'Where writes and calls go',
    note: `Of an order that ${name}. An order's units are its KB at each write, and what it moves in the index.`,
    columns: ['written or called', 'times', 'write units'],
    rows: [
      ...byUnits.map(([kind, { writes, units }]) => [kind, shown(writes / orders), shown(units / orders)]),
      ...byCalls.map(([called, times]) => [called, shown(times / orders), '']),
    ],
  };
}
