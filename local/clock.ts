/**
 * The clock of the embedded stack, and of the tests that run weeks in a second.
 *
 * Everything that waits here (state time-outs, retries, queue delays, schedules) asks this clock, never the machine's.
 * Instants are milliseconds since the epoch.
 */
export interface Clock {
  now(): number;
  /** Rings once at `dueAt`, or at once when that is past. What is due at the same instant rings in the order it was asked for. */
  at(dueAt: number, ring: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

interface Entry {
  dueAt: number;
  order: number;
  ring: () => void;
  cancelled: boolean;
}

const nothing = (): void => undefined;

/** The timers, earliest first: a binary heap, because a simulation holds tens of thousands of them. */
export class Timers {
  private readonly heap: Entry[] = [];
  private asked = 0;

  add(dueAt: number, ring: () => void): Timer {
    const entry: Entry = { dueAt, order: this.asked++, ring, cancelled: false };
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
    return {
      cancel: () => {
        entry.cancelled = true;
        // The entry stays until its instant comes up: it must not hold on to what it would have rung.
        entry.ring = nothing;
      },
    };
  }

  /** The instant of the earliest timer that still counts. */
  nextDueAt(): number | undefined {
    while (this.heap[0]?.cancelled) this.removeFirst();
    return this.heap[0]?.dueAt;
  }

  /** Takes the earliest timer if it is due at `now`. */
  takeDue(now: number): (() => void) | undefined {
    const dueAt = this.nextDueAt();
    if (dueAt === undefined || dueAt > now) return undefined;
    return this.removeFirst()?.ring;
  }

  private removeFirst(): Entry | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first !== last && last !== undefined) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  private sink(from: number): void {
    let index = from;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [left, right] = [this.heap[a]!, this.heap[b]!];
    return left.dueAt < right.dueAt || (left.dueAt === right.dueAt && left.order < right.order);
  }

  private swap(a: number, b: number): void {
    const held = this.heap[a]!;
    this.heap[a] = this.heap[b]!;
    this.heap[b] = held;
  }
}

/** A clock that stands still until it is moved: for tests and simulations. */
export class StandingClock implements Clock {
  private readonly timers = new Timers();
  private instant: number;

  constructor(startAt: number | string) {
    this.instant = typeof startAt === 'number' ? startAt : Date.parse(startAt);
  }

  now(): number {
    return this.instant;
  }

  at(dueAt: number, ring: () => void): Timer {
    return this.timers.add(dueAt, ring);
  }

  nextDueAt(): number | undefined {
    return this.timers.nextDueAt();
  }

  /**
   * Moves to `instant`. All that falls due on the way happens in order, each at its own instant, and `settled`
   * is awaited after each, so that one thing is finished before the next begins.
   */
  async moveTo(instant: number, settled: () => Promise<void>): Promise<void> {
    await settled();
    for (;;) {
      const dueAt = this.timers.nextDueAt();
      if (dueAt === undefined || dueAt > instant) break;
      this.instant = Math.max(this.instant, dueAt);
      this.timers.takeDue(this.instant)?.();
      await settled();
    }
    this.instant = Math.max(this.instant, instant);
    await settled();
  }
}
