import { config } from '../../infra/config.ts';
import { messengersFor } from '../../infra/constructs/messenger.ts';
import { ringAgainReaders } from '../../infra/constructs/relay.ts';
import { staffMailReaders, timelineReadersOfOne } from '../../infra/constructs/timeline.ts';
import { perOrder, type EpisodeClass } from './model/classes.ts';
import { askedOf, quotaIds, type Load } from './model/play.ts';
import { givenByAws, newTable, partitionMost, type Limits, type QuotaId } from './quotas.ts';

/** An hour of a very large shop, and what comes when it is on television. */
export const load: Load = {
  phases: [
    { seconds: 3600, ordersPerSecond: 1000 },
    { seconds: 60, ordersPerSecond: 10_000 },
  ],
  before: 1000,
};

/** A new account, and `production` as infra/config.ts has it. */
export function asItComes(): Limits {
  const { throttling } = config.production;
  const aws = Object.entries(givenByAws) as [QuotaId, { readonly rate: number; readonly burst?: number }][];
  const messengers = messengersFor(config.production)!;
  const rates: Partial<Record<QuotaId, number>> = Object.fromEntries(aws.map(([id, { rate }]) => [id, rate]));
  return {
    rate: {
      ...(rates as Record<QuotaId, number>),
      lambda: givenByAws.lambda.rate - messengers,
      apiStage: throttling.requestsPerSecond,
      messengers,
      relayReaders: 1,
      timelineReaders: timelineReadersOfOne,
      ringAgain: ringAgainReaders,
      staffReaders: staffMailReaders,
    },
    burst: {
      ...Object.fromEntries(aws.flatMap(([id, { burst }]) => (burst === undefined ? [] : [[id, burst]]))),
      apiStage: throttling.burst,
    },
    warm: newTable,
  };
}

/** Seconds for which a burst may keep anybody waiting there; where callers or the database are refused, none. */
const patience: { readonly [id in QuotaId]: number } = {
  apiStage: 0,
  apiAccount: 0,
  lambda: 0,
  tableWrites: 0,
  tableReads: 0,
  indexWrites: 0,
  // What is refused goes by the queue ring-again, which is slower than anything else.
  startExecution: 0,
  taskSuccess: 0,
  taskFailure: 0,
  transitions: 20,
  openExecutions: 0,
  messengers: 20,
  sesRate: 20,
  sesDay: 0,
  mailEvents: 60,
  relayReaders: 0,
  timelineReaders: 60,
  ringAgain: 0,
  staffReaders: 600,
};

/** Of what a load needs on average: chance, and what was not thought of. */
const headroom = 1.25;

/** What is to be asked for, so that the load passes with nobody waiting longer than `patience`. */
export function toAskFor(classes: readonly EpisodeClass[], asked: Load, openSeconds: number): Limits {
  const needed = askedOf(classes, asked);
  const burst = asked.phases.at(-1)!;
  const comes = asItComes();
  const rates = Object.fromEntries(
    quotaIds.map((id) => {
      const { steady, peak } = needed[id];
      return [id, roundUp(headroom * leastRate(steady, peak, burst.seconds, patience[id]))];
    }),
  ) as Record<QuotaId, number>;
  const tableWrites = Math.max(rates.tableWrites, newTable.tableWrites);
  const partitions = Math.ceil(tableWrites / partitionMost.write);
  const orders = asked.phases.reduce((sum, { seconds, ordersPerSecond }) => sum + seconds * ordersPerSecond, 0);
  const mails = perOrder(classes).sesDay! * asked.before * 86_400;
  const rate: Record<QuotaId, number> = {
    ...rates,
    tableWrites,
    openExecutions: roundUp(asked.before * openSeconds + orders),
    sesDay: roundUp(headroom * mails),
    relayReaders: Math.max(1, Math.ceil(rates.relayReaders / partitions)),
    timelineReaders: Math.max(timelineReadersOfOne, Math.ceil(rates.timelineReaders / partitions)),
    ringAgain: comes.rate.ringAgain,
    staffReaders: Math.max(comes.rate.staffReaders, rates.staffReaders),
  };
  for (const id of quotaIds) {
    const isOfTable = id === 'relayReaders' || id === 'timelineReaders';
    if (!isOfTable && id !== 'lambda') rate[id] = Math.max(rate[id], comes.rate[id]);
  }
  const warm = { tableWrites: rate.tableWrites, tableReads: rate.tableReads, indexWrites: rate.indexWrites };
  return { rate, burst: {}, warm };
}

/**
 * What must flow so that a burst of so many seconds keeps nobody longer than `patienceSeconds`: all that comes while it
 * lasts is done that much after its end, and what comes always is done as it comes.
 */
export function leastRate(steady: number, peak: number, burstSeconds: number, patienceSeconds: number): number {
  return Math.max(steady, (peak * burstSeconds) / (burstSeconds + patienceSeconds));
}

/** To two digits: who asks AWS for 23,817 of anything? */
export function roundUp(value: number): number {
  if (value <= 10) return Math.ceil(value);
  const digit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / digit) * digit;
}
