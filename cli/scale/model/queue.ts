import type { QuotaId } from '../quotas.ts';
import { entries, type EpisodeClass } from './classes.ts';
import type { Bucket } from './buckets.ts';
import { stages, type Needs, type StageId } from './stages.ts';

/** Episodes of one class that came to a stage at the same instant. */
export interface Cohort {
  readonly of: EpisodeClass;
  /** Which stage of the class' path it is at. */
  readonly step: number;
  count: number;
  /** Seconds: when they came to this stage, and when they began. */
  readonly cameAt: number;
  readonly beganAt: number;
}

export type Buckets = { readonly [id in QuotaId]: Bucket };

/** Less than this of an episode is nothing: what is shared out has no whole numbers. */
const nothing = 1e-9;

/** Who waits at a stage, in the order in which they came, and how long those waited who got through. */
export class Queue {
  readonly stage: StageId;
  waiting = 0;
  arrived = 0;
  left = 0;
  /** Of those who got through, by whole seconds that they waited. */
  readonly waited = new Map<number, number>();
  /** When anybody first had to wait, and what for. */
  firstHeldUp: { readonly at: number; readonly by: QuotaId } | undefined;
  private heldUpBy: QuotaId | undefined;
  private cohorts: Cohort[] = [];
  private head = 0;
  private readonly wanted = new Map<QuotaId, number>();

  constructor(stage: StageId) {
    this.stage = stage;
  }

  come(cohort: Cohort): void {
    this.cohorts.push(cohort);
    this.waiting += cohort.count;
    this.arrived += cohort.count;
    this.want(cohort, cohort.count);
  }

  /** For how long whoever is first has waited. */
  oldest(at: number): number {
    const first = this.cohorts[this.head];
    return first === undefined ? 0 : at - first.cameAt;
  }

  /** At the end of a step. */
  noteHeldUp(at: number): void {
    if (this.heldUpBy !== undefined) this.firstHeldUp ??= { at, by: this.heldUpBy };
  }

  /** What those who wait need, all together, as far as `most` of it. */
  wants(id: QuotaId, most: number): number {
    return Math.min(this.wanted.get(id) ?? 0, most);
  }

  private want(cohort: Cohort, count: number): void {
    for (const [id, each] of entries(needsOf(cohort))) {
      this.wanted.set(id, Math.max(0, (this.wanted.get(id) ?? 0) + each * count));
    }
  }

  /** Lets through whom the buckets allow, first come first served; `share` of a bucket is all that this stage may take. */
  serve(at: number, buckets: Buckets, share: (id: QuotaId) => number, through: (cohort: Cohort) => void): void {
    this.heldUpBy = undefined;
    while (this.head < this.cohorts.length) {
      const cohort = this.cohorts[this.head]!;
      const { count, heldBy } = this.allowed(cohort, at, buckets, share);
      if (count > nothing) {
        this.waiting -= count;
        this.left += count;
        this.want(cohort, -count);
        const waited = Math.round(at - cohort.cameAt);
        this.waited.set(waited, (this.waited.get(waited) ?? 0) + count);
        through({ ...cohort, count });
      }
      cohort.count -= count;
      if (cohort.count > nothing) {
        this.heldUpBy = heldBy;
        break;
      }
      this.head += 1;
    }
    if (this.head > 4096 && this.head * 2 > this.cohorts.length) {
      this.cohorts = this.cohorts.slice(this.head);
      this.head = 0;
    }
  }

  private allowed(
    cohort: Cohort,
    at: number,
    buckets: Buckets,
    share: (id: QuotaId) => number,
  ): { readonly count: number; readonly heldBy: QuotaId | undefined } {
    const again = at > cohort.cameAt ? (stages[this.stage].again ?? {}) : {};
    const needs = [...entries(needsOf(cohort)), ...entries(again)];
    let { count } = cohort;
    let heldBy: QuotaId | undefined;
    for (const [id, each] of needs) {
      const allows = Math.max(0, share(id)) / each;
      if (allows >= count) continue;
      count = allows;
      heldBy = id;
    }
    if (count <= nothing) return { count: 0, heldBy };
    for (const [id, each] of needs) buckets[id].take(each * count);
    return { count, heldBy };
  }
}

const needsOf = ({ of, step }: Cohort): Needs => of.path[step]!.needs;
