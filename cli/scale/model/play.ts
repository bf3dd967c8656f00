import { poisson } from './poisson.ts';
import { InADay, OnDemand, Runners, Stock, TokenBucket } from './buckets.ts';
import type { EpisodeClass } from './classes.ts';
import { Queue, type Buckets } from './queue.ts';
import { entries } from './classes.ts';
import type { Limits, QuotaId } from '../quotas.ts';
import { partitionMost } from '../quotas.ts';
import { stageIds, stages, type StageId } from './stages.ts';

/** How many orders come: so many a second for so long, one after the other. */
export interface Load {
  readonly phases: readonly { readonly seconds: number; readonly ordersPerSecond: number }[];
  /** So many orders a second have come for weeks: their later facts come as often. */
  readonly before: number;
}

/** AWS raises the quotas while orders still wait. */
export interface Granted {
  readonly at: number;
  readonly limits: Limits;
}

export interface Play {
  readonly classes: readonly EpisodeClass[];
  readonly load: Load;
  readonly limits: Limits;
  readonly granted?: Granted | undefined;
  /** Executions that are open when it begins. */
  readonly openBefore: number;
  readonly seed: number;
  /** Seconds after which it is given up, however many still wait. */
  readonly until: number;
}

/** For how long whoever is first in line has waited at each stage, in seconds. */
export interface Moment {
  readonly at: number;
  readonly oldest: { readonly [stage in StageId]: number };
}

export interface Played {
  readonly orders: number;
  readonly queues: { readonly [stage in StageId]: Queue };
  readonly moments: readonly Moment[];
  /** What was asked of each thing in its busiest second, had nothing held anybody up. */
  readonly asked: { readonly [id in QuotaId]: { readonly steady: number; readonly peak: number } };
  /** Seconds from the order to its confirmation: how many waited how long. */
  readonly confirmed: ReadonlyMap<number, number>;
  readonly begun: number;
  readonly ended: number;
  /** Seconds after the last order until nobody waited any more; absent: somebody still does. */
  readonly drainedAfter: number | undefined;
  /** The first thing of which there was not enough. */
  readonly firstHeldUp: { readonly at: number; readonly by: QuotaId; readonly stage: StageId } | undefined;
}

/** Steps are a second as long as orders come and for an hour after it, then longer. */
const stepAt = (at: number, ordersEnd: number): number => (at < ordersEnd + 3600 ? 1 : 10);

/** Plays the load against the limits, and says who waited where for how long. */
export function play({ classes, load, limits, granted, openBefore, seed, until }: Play): Played {
  const queues = Object.fromEntries(stageIds.map((id) => [id, new Queue(id)])) as Record<StageId, Queue>;
  const ordersEnd = load.phases.reduce((sum, { seconds }) => sum + seconds, 0);
  const chance = poisson(seed);
  const moments: Moment[] = [];
  const confirmed = new Map<number, number>();
  let buckets = bucketsOf(limits, openBefore);
  let [at, begun, ended, orders] = [0, 0, 0, 0];
  let drainedAfter: number | undefined;
  let isGranted = false;

  while (at < until) {
    const seconds = stepAt(at, ordersEnd);
    if (granted !== undefined && !isGranted && at >= granted.at) {
      buckets = bucketsOf(granted.limits, openBefore + orders);
      isGranted = true;
    }
    for (const bucket of Object.values(buckets)) bucket.begin(at, seconds);
    const rate = rateAt(load, at);
    if (rate > 0) {
      for (const of of classes) {
        const count = chance(of.perOrder * (of.isArrival ? rate : load.before) * seconds);
        if (count === 0) continue;
        begun += count;
        if (of.opens > 0) orders += count;
        queues[of.path[0]!.stage].come({ of, step: 0, count, cameAt: at, beganAt: at });
      }
    }
    const waits = Object.values(queues).some(({ waiting }) => waiting > 1e-6);
    if (rate === 0 && !waits) {
      drainedAfter = at - ordersEnd;
      break;
    }
    tryAgain(queues, buckets, seconds);
    for (const share of sharesOf(queues, buckets)) {
      for (const id of stageIds) {
        queues[id].serve(at, buckets, share(id), (cohort) => {
          const { of, step, count, beganAt } = cohort;
          if (id === 'ses' && of.confirms) add(confirmed, Math.round(at - beganAt), count);
          const next = of.path[step + 1];
          if (next === undefined) ended += count;
          else queues[next.stage].come({ of, step: step + 1, count, cameAt: at, beganAt });
        });
      }
    }
    for (const queue of Object.values(queues)) queue.noteHeldUp(at);
    // Of the burst each second is shown.
    if (at % 10 === 0 || Math.abs(at - ordersEnd) < 400) moments.push(momentAt(at, queues));
    at += seconds;
  }
  const firstHeldUp = stageIds
    .flatMap((stage) => {
      const held = queues[stage].firstHeldUp;
      return held === undefined ? [] : [{ ...held, stage }];
    })
    .toSorted((a, b) => a.at - b.at)[0];
  return { orders, queues, moments, asked: askedOf(classes, load), confirmed, begun, ended, drainedAfter, firstHeldUp };
}

/** What is asked of each thing each second by that load, on average: steadily, and at the highest. */
export function askedOf(classes: readonly EpisodeClass[], { phases, before }: Load): Played['asked'] {
  const highest = Math.max(...phases.map(({ ordersPerSecond }) => ordersPerSecond));
  const asked = Object.fromEntries(quotaIds.map((id) => [id, { steady: 0, peak: 0 }])) as Record<
    QuotaId,
    { steady: number; peak: number }
  >;
  for (const { path, perOrder, isArrival } of classes) {
    for (const { needs } of path) {
      for (const [id, each] of entries(needs)) {
        asked[id].steady += each * perOrder * before;
        asked[id].peak += each * perOrder * (isArrival ? highest : before);
      }
    }
  }
  return asked;
}

export const quotaIds = Object.keys({
  apiStage: 0,
  apiAccount: 0,
  lambda: 0,
  startExecution: 0,
  taskSuccess: 0,
  taskFailure: 0,
  transitions: 0,
  openExecutions: 0,
  tableWrites: 0,
  tableReads: 0,
  indexWrites: 0,
  messengers: 0,
  sesRate: 0,
  sesDay: 0,
  mailEvents: 0,
  relayReaders: 0,
  timelineReaders: 0,
  ringAgain: 0,
  staffReaders: 0,
} satisfies { [id in QuotaId]: number }) as QuotaId[];

function rateAt({ phases }: Load, at: number): number {
  let from = 0;
  for (const { seconds, ordersPerSecond } of phases) {
    if (at < from + seconds) return ordersPerSecond;
    from += seconds;
  }
  return 0;
}

function bucketsOf({ rate, burst, warm }: Limits, open: number): Buckets {
  const tokens = (id: QuotaId): TokenBucket => new TokenBucket(rate[id], burst[id]);
  const tableWrites = new OnDemand(warm.tableWrites, rate.tableWrites);
  // A stream has a reader for each partition of its table: those of `rate` are for one.
  const partitions = (): number => Math.ceil(tableWrites.most / partitionMost.write);
  return {
    apiStage: tokens('apiStage'),
    apiAccount: tokens('apiAccount'),
    lambda: new Runners(() => rate.lambda),
    startExecution: tokens('startExecution'),
    taskSuccess: tokens('taskSuccess'),
    taskFailure: tokens('taskFailure'),
    transitions: tokens('transitions'),
    openExecutions: new Stock(rate.openExecutions - open),
    tableWrites,
    tableReads: new OnDemand(warm.tableReads, rate.tableReads),
    indexWrites: new OnDemand(warm.indexWrites, rate.indexWrites),
    messengers: new Runners(() => rate.messengers),
    sesRate: tokens('sesRate'),
    sesDay: new InADay(rate.sesDay),
    mailEvents: tokens('mailEvents'),
    relayReaders: new Runners(() => rate.relayReaders * partitions()),
    timelineReaders: new Runners(() => rate.timelineReaders * partitions()),
    ringAgain: new Runners(() => rate.ringAgain),
    staffReaders: new Runners(() => rate.staffReaders),
  };
}

/** Whoever waits tries again now and then, and each try costs something: half of what there is at most, as others ask too. */
function tryAgain(queues: Record<StageId, Queue>, buckets: Buckets, seconds: number): void {
  for (const id of stageIds) {
    const { tries } = stages[id];
    if (tries === undefined || queues[id].waiting === 0) continue;
    const attempts = (queues[id].waiting / tries.everySeconds) * seconds;
    for (const [what, cost] of entries(tries.cost)) {
      buckets[what].take(Math.min(attempts * cost, Math.max(0, buckets[what].free) / 2));
    }
  }
}

type Share = (stage: StageId) => (id: QuotaId) => number;

/** Where stages want more of a thing than there is, each gets its part of it first; then whoever comes takes what is left. */
function sharesOf(queues: Record<StageId, Queue>, buckets: Buckets): Share[] {
  const parts = new Map<QuotaId, Map<StageId, number>>();
  for (const id of shared) {
    const { free } = buckets[id];
    const wants = stageIds.map((stage) => [stage, queues[stage].wants(id, Math.max(0, free))] as const);
    const all = wants.reduce((sum, [, want]) => sum + want, 0);
    if (all > free) parts.set(id, new Map(wants.map(([stage, want]) => [stage, (free * want) / all])));
  }
  const left = (): ((id: QuotaId) => number) => (id) => buckets[id].free;
  if (parts.size === 0) return [left];
  return [
    (stage) => {
      const before = new Map([...parts.keys()].map((id) => [id, buckets[id].free]));
      return (id) => {
        const part = parts.get(id)?.get(stage);
        return part === undefined ? buckets[id].free : part - (before.get(id)! - buckets[id].free);
      };
    },
    left,
  ];
}

/** What more than one stage needs. */
const shared: readonly QuotaId[] = ['lambda', 'tableWrites', 'tableReads', 'indexWrites', 'sesRate', 'sesDay'];

function momentAt(at: number, queues: Record<StageId, Queue>): Moment {
  const oldest = Object.fromEntries(stageIds.map((id) => [id, queues[id].oldest(at)])) as Moment['oldest'];
  return { at, oldest };
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
