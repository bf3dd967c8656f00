import { describe, expect, it } from 'vitest';
import { InADay, OnDemand, Runners, Stock, TokenBucket } from '../../../cli/scale/model/buckets.ts';
import type { EpisodeClass } from '../../../cli/scale/model/classes.ts';
import { play, type Load } from '../../../cli/scale/model/play.ts';
import type { Needs, StageId } from '../../../cli/scale/model/stages.ts';
import { lost, quantile } from '../../../cli/scale/print.ts';
import type { Limits, QuotaId } from '../../../cli/scale/quotas.ts';
import { asItComes, leastRate, roundUp } from '../../../cli/scale/scenarios.ts';

describe('a bucket', () => {
  it('of tokens gives its burst at once, then what comes each second, and never saves more than its size', () => {
    const bucket = new TokenBucket(300, 1300);
    bucket.begin(0, 1);
    expect(bucket.free).toBe(1300);
    bucket.take(1300);
    bucket.begin(1, 1);
    expect(bucket.free).toBe(300);
    for (let second = 2; second < 20; second += 1) bucket.begin(second, 1);
    expect(bucket.free).toBe(1300);
    bucket.begin(20, 10);
    expect(bucket.free).toBe(3000);
  });

  it('of runners saves nothing for later', () => {
    const bucket = new Runners(() => 3);
    bucket.begin(0, 1);
    bucket.begin(1, 1);
    expect(bucket.free).toBe(3);
  });

  it('of a table on demand doubles what was taken, half an hour later, up to the quota', () => {
    const bucket = new OnDemand(4000, 20_000);
    const after = (at: number, taken: number): number => {
      bucket.begin(at, 1);
      bucket.take(taken);
      return bucket.most;
    };
    expect(after(0, 4000)).toBe(4000);
    expect(after(1799, 4000)).toBe(4000);
    expect(after(1800, 8000)).toBe(8000);
    expect(after(3599, 100)).toBe(8000);
    expect(after(3600, 16_000)).toBe(16_000);
    expect(after(5400, 0)).toBe(20_000);
  });

  it('of a day gives back each mail a day after it went', () => {
    const bucket = new InADay(100);
    bucket.begin(0);
    bucket.take(60);
    bucket.begin(3600);
    bucket.take(40);
    bucket.begin(86_399);
    expect(bucket.free).toBe(0);
    bucket.begin(86_400);
    expect(bucket.free).toBe(60);
    bucket.begin(90_000);
    expect(bucket.free).toBe(100);
  });

  it('of what stays gives nothing back', () => {
    const bucket = new Stock(5);
    bucket.take(5);
    bucket.begin();
    expect(bucket.free).toBe(0);
  });
});

describe('what a burst needs', () => {
  it('is its height where nobody may wait, and less where somebody may', () => {
    expect(leastRate(1, 10, 60, 0)).toBe(10);
    // 600 come in a minute; two minutes do them at 5 a second.
    expect(leastRate(1, 10, 60, 60)).toBe(5);
    expect(leastRate(7, 10, 60, 60)).toBe(7);
  });

  it('is rounded up to two digits', () => {
    expect([3.2, 10, 101, 23_817, 990].map(roundUp)).toEqual([4, 10, 110, 24_000, 990]);
  });
});

const plenty = 1e12;

function limits(rate: Partial<Record<QuotaId, number>>, burst: Limits['burst'] = {}): Limits {
  const all = Object.fromEntries(Object.keys(asItComes().rate).map((id) => [id, plenty]));
  const warm = { tableWrites: plenty, tableReads: plenty, indexWrites: plenty };
  return { rate: { ...(all as Record<QuotaId, number>), ...rate }, burst, warm };
}

const episode = (path: readonly (readonly [StageId, Needs])[], more: Partial<EpisodeClass> = {}): EpisodeClass => ({
  perOrder: 1,
  isArrival: true,
  confirms: false,
  opens: 1,
  path: path.map(([stage, needs]) => ({ stage, needs })),
  ...more,
});

const aMinute: Load = { phases: [{ seconds: 60, ordersPerSecond: 100 }], before: 100 };
const played = (classes: EpisodeClass[], given: Limits, more: object = {}) =>
  play({ classes, load: aMinute, limits: given, openBefore: 0, seed: 1, until: 100_000, ...more });

describe('a load that is played', () => {
  it('passes at once where there is enough', () => {
    const out = played([episode([['api', { apiStage: 1 }]])], limits({}));
    expect(out.firstHeldUp).toBeUndefined();
    expect(out.ended).toBe(out.begun);
    expect(out.drainedAfter).toBe(0);
    expect(quantile(out.queues.api.waited, 1)).toBe(0);
  });

  it('queues where there is half of it, as arithmetic says', () => {
    const out = played([episode([['start', { startExecution: 1 }]])], limits({ startExecution: 50 }));
    // 6,000 orders in 60 s at 50 a second take two minutes: the last waits a minute, half of them half a minute.
    expect(out.begun).toBeGreaterThan(5700);
    expect(out.drainedAfter).toBeGreaterThan(55);
    expect(out.drainedAfter).toBeLessThan(65);
    expect(quantile(out.queues.start.waited, 1)).toBeGreaterThan(55);
    expect(quantile(out.queues.start.waited, 1)).toBeLessThan(65);
    expect(Math.abs(quantile(out.queues.start.waited, 0.5) - 30)).toBeLessThan(4);
    expect(out.firstHeldUp).toMatchObject({ stage: 'start', by: 'startExecution', at: 0 });
    expect(lost(out)).toEqual([]);
  });

  it('uses the burst of a bucket before anybody waits', () => {
    const given = limits({ startExecution: 50 }, { startExecution: 1000 });
    const out = played([episode([['start', { startExecution: 1 }]])], given);
    // 1,000 tokens and 50 a second carry 100 a second for 20 seconds.
    expect(Math.abs(out.firstHeldUp!.at - 20)).toBeLessThan(4);
  });

  it('hands each from stage to stage, and a narrow one keeps crowds away from those behind it', () => {
    const path = [
      ['api', { apiStage: 1 }],
      ['ses', { sesRate: 1 }],
    ] as const;
    const out = played([episode(path, { confirms: true })], limits({ apiStage: 20, sesRate: 20 }));
    expect(out.queues.ses.firstHeldUp).toBeUndefined();
    expect(out.queues.ses.left).toBeCloseTo(out.begun, 3);
    expect(quantile(out.confirmed, 1)).toBe(quantile(out.queues.api.waited, 1));
  });

  it('shares what two stages need, so that neither starves', () => {
    const classes = [
      episode([['http', { tableWrites: 1 }]]),
      episode([['timeline', { tableWrites: 1 }]], { opens: 0 }),
    ];
    const given = {
      ...limits({ tableWrites: 100 }),
      warm: { tableWrites: 100, tableReads: plenty, indexWrites: plenty },
    };
    const { queues } = played(classes, given, { until: 30 });
    expect(queues.http.left / queues.timeline.left).toBeCloseTo(1, 0);
    expect(queues.http.left + queues.timeline.left).toBeCloseTo(3000, -2);
  });

  it('says who still waits when it is given up, and loses nobody', () => {
    const out = played([episode([['start', { openExecutions: 1 }]])], limits({ openExecutions: 1000 }), { until: 600 });
    expect(out.queues.start.left).toBeCloseTo(1000, 3);
    expect(out.queues.start.waiting).toBeCloseTo(out.begun - 1000, 3);
    expect(out.drainedAfter).toBeUndefined();
    expect(lost(out)).toEqual([]);
  });

  it('goes on once AWS has raised the quota', () => {
    const granted = { at: 300, limits: limits({}) };
    const out = played([episode([['start', { openExecutions: 1 }]])], limits({ openExecutions: 1000 }), { granted });
    expect(out.ended).toBeCloseTo(out.begun, 3);
    expect(out.drainedAfter).toBe(241);
  });

  it('is told where a record of the stream comes to its turn after the stream has forgotten it', () => {
    const given = limits({ timelineReaders: 0.05 / 1e9 });
    const late = played([episode([['timeline', { timelineReaders: 1 }]])], given, { until: 200_000 });
    expect(lost(late)).toEqual([expect.stringContaining('too late')]);
    expect(lost({ ...late, begun: late.begun + 1000 })).toEqual([
      expect.stringContaining('nowhere'),
      expect.anything(),
    ]);
  });

  it('is the same again with the same seed', () => {
    const run = (seed: number) => played([episode([['api', { apiStage: 1 }]])], limits({ apiStage: 70 }), { seed });
    expect(run(5).begun).toBe(run(5).begun);
    expect(run(5).begun).not.toBe(run(6).begun);
  });
});
