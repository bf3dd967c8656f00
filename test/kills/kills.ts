import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Chance } from '../../cli/simulate/chance.ts';
import { mondayAtTen, Outside } from '../e2e/outside.ts';
import setup from '../setup/stack.ts';
import { judge, type Found, type Verdict } from './judge.ts';
import { RunningStack } from './running-stack.ts';
import { ShopBackend, wholeConversation } from './shop-backend.ts';

// Kills the embedded stack in the middle of load, again and again, and looks what became of the orders:
// npm run kills -- --times 200 [--seed 1]

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 30)) },
  },
});
const [times, seed] = [Number(values.times), Number(values.seed)];
const clerks = 4;
const ordersPerKill = 2;
/** It is killed when it has taken so many facts at most, a moment later. */
const mostFacts = 9;
const momentMs = 120;
/** Or after this time: it may be busy with what was left. */
const longestLifeMs = 15_000;
/** In so many of a hundred rounds it is killed while it starts. */
const killedWhileStarting = 12;

const chance = new Chance(seed, 'kills');

async function main(): Promise<number> {
  await setup();
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const stack = await RunningStack.in(folder);
  try {
    return await liveAndDie(stack);
  } finally {
    await stack.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function liveAndDie(stack: RunningStack): Promise<number> {
  const startedAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedAt) / 1000);
  const shop = new Outside(stack.url, stack.awsUrl, () => stack.kill());
  const backend = new ShopBackend(shop, times * ordersPerKill);
  await stack.start('--at', mondayAtTen(Date.now()));
  for (let killed = 0; killed < times; killed += 1) {
    if (killed > 0) stack.spawn();
    if (killed > 0 && chance.inHundred(killedWhileStarting)) {
      await sleep(chance.between(0, 10 * momentMs));
    } else {
      await stack.ready();
      await loadAndKill(stack, shop, backend);
    }
    await stack.kill();
    const left = Math.round((seconds() / (killed + 1)) * (times - killed - 1));
    const orders = `${backend.sold.length} orders, ${backend.accepted} facts accepted, ${backend.unanswered} cut off`;
    if ((killed + 1) % 10 === 0) process.stderr.write(`${killed + 1} of ${times} kills: ${orders}; ${left} s to go\n`);
  }
  await stack.start();
  await seeToTheEnd(shop, backend);
  const verdict = judge(await allOrders(shop, backend), wholeConversation);
  report(verdict, backend, seconds());
  return verdict.lost.length + verdict.troubles.length > 0 ? 1 : 0;
}

/** The shop tells and tells, time passes, and the lights go out. */
async function loadAndKill(stack: RunningStack, shop: Outside, backend: ShopBackend): Promise<void> {
  const stop = new AbortController();
  const [enough, until] = [backend.accepted + chance.between(0, mostFacts), Date.now() + longestLifeMs];
  const working = backend.work(clerks, stop.signal);
  // What is tried again after a while must be under way at some of the deaths, too.
  const moving = shop.advance(`PT${chance.between(1, 90)}S`).catch(() => {});
  const loaded = async (): Promise<void> => {
    while (backend.accepted < enough && Date.now() < until) await sleep(5);
  };
  // A call that is refused is a defect, and ends it all.
  await Promise.race([loaded(), working.then(loaded)]);
  await sleep(chance.between(0, momentMs));
  await stack.kill();
  stop.abort();
  await Promise.all([working, moving]);
}

/** All that is left to tell is told, and enough time passes for whatever had to wait for a while. */
async function seeToTheEnd(shop: Outside, backend: ShopBackend): Promise<void> {
  for (let hours = 0; !backend.isDone && hours < 24; hours += 1) {
    await shop.settle();
    await backend.work(clerks, new AbortController().signal);
    // A mail whose fate nobody knows goes out again after 20 minutes, 85 at most; at night nobody is asked.
    await shop.advance('PT1H');
  }
  await shop.advance('P1D');
}

async function allOrders(shop: Outside, { sold }: ShopBackend): Promise<Found[]> {
  const mails = (await shop.local('GET', '/_local/mails')) as { order: string; message: string }[];
  const resent = await sentAgain(shop);
  const found: Found[] = [];
  for (const { id, accepted, isInHurry } of sold) {
    const shown = await shop.shown(id);
    found.push({
      id,
      accepted,
      isInHurry,
      facts: shown?.facts ?? [],
      how: shown?.how,
      mails: mails.filter(({ order }) => order === id).map(({ message }) => message),
      resent: resent.get(id) ?? {},
    });
  }
  return found;
}

/** By order and message, as the table counts it. */
async function sentAgain({ awsUrl }: Outside): Promise<Map<string, { [message: string]: number }>> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: awsUrl, region: 'eu-west-1', credentials });
  const found = new Map<string, { [message: string]: number }>();
  const { TableNames: [TableName] = [] } = await client.send(new ListTablesCommand({}));
  const query = { TableName, FilterExpression: 'sk = :order', ExpressionAttributeValues: { ':order': { S: 'ORDER' } } };
  for await (const { Items = [] } of paginateScan({ client }, query)) {
    for (const { pk, told } of Items.map((item) => unmarshall(item))) {
      const entries = (told as { message: string; resent?: number }[]).map(({ message, resent = 0 }) => [
        message,
        resent,
      ]);
      found.set(String(pk).split('#').at(-1)!, Object.fromEntries(entries));
    }
  }
  client.destroy();
  return found;
}

function report({ lost, troubles, twice }: Verdict, backend: ShopBackend, seconds: number): void {
  for (const line of lost) process.stdout.write(`lost: ${line}\n`);
  for (const line of troubles) process.stdout.write(`${line}\n`);
  const figures = {
    seed,
    seconds,
    kills: times,
    orders: backend.sold.length,
    factsAccepted: backend.accepted,
    callsCutOff: backend.unanswered,
    factsLost: lost.length,
    mailsTwiceAndCounted: twice,
    troubles: troubles.length,
  };
  process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
}

process.exitCode = await main();
