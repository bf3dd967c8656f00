import { Timers, type Clock, type Timer } from './clock.ts';
import { SharedClock } from './shared-clock.ts';

/** Node refuses a longer timer. */
const longestTimer = 2 ** 31 - 1;

/** Time never goes back: what happened has happened. */
export class ClockMovesBack extends Error {
  override readonly name = 'ClockMovesBack';
}

export interface MovingClockOptions {
  /** Milliseconds by which this clock is ahead of the machine's. */
  offset?: number;
  /** Told at every step of a move, so that a restart goes on from there. */
  moved?: (offset: number) => void;
}

/**
 * The clock of the running stack: it ticks with the machine's, and can be moved ahead.
 *
 * While it is being moved it stands still at each instant at which something falls due, until all that follows from it
 * is done. Then it ticks again from where it was moved to.
 */
export class MovingClock implements Clock {
  /** The same clock, for the functions' threads. */
  readonly shared: SharedClock;
  private readonly timers = new Timers();
  private readonly moved: (offset: number) => void;
  private alarm: NodeJS.Timeout | undefined;
  private alarmFor = Number.POSITIVE_INFINITY;
  private moves: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(options: MovingClockOptions = {}) {
    this.shared = SharedClock.create(options.offset ?? 0);
    this.moved = options.moved ?? (() => undefined);
  }

  now(): number {
    return this.shared.now();
  }

  at(dueAt: number, ring: () => void): Timer {
    const timer = this.timers.add(dueAt, ring);
    if (dueAt < this.alarmFor) this.setAlarm();
    return timer;
  }

  /**
   * Moves ahead to `instant`; `settled` is awaited after each thing that fell due on the way. Moves that are asked for
   * while another goes on wait their turn.
   * @throws ClockMovesBack when `instant` is past by the time it is this move's turn.
   */
  async moveTo(instant: number, settled: () => Promise<void>): Promise<void> {
    await this.move(() => instant, settled);
  }

  /** Moves ahead by `milliseconds`, from the instant at which this move's turn comes. */
  async advance(milliseconds: number, settled: () => Promise<void>): Promise<void> {
    await this.move(() => this.now() + milliseconds, settled);
  }

  /** Rings no more. */
  close(): void {
    this.closed = true;
    clearTimeout(this.alarm);
  }

  private async move(target: () => number, settled: () => Promise<void>): Promise<void> {
    const turn = this.moves.then(() => this.walk(target(), settled));
    this.moves = turn.catch(() => undefined);
    await turn;
  }

  private async walk(instant: number, settled: () => Promise<void>): Promise<void> {
    if (instant < this.now()) {
      throw new ClockMovesBack(`It is ${iso(this.now())} already; the clock cannot go back to ${iso(instant)}.`);
    }
    clearTimeout(this.alarm);
    this.freezeAt(this.now());
    try {
      await settled();
      for (;;) {
        const dueAt = this.timers.nextDueAt();
        if (dueAt === undefined || dueAt > instant || this.closed) break;
        this.freezeAt(Math.max(this.now(), dueAt));
        this.timers.takeDue(this.now())?.();
        await settled();
      }
      this.freezeAt(Math.max(this.now(), instant));
    } finally {
      this.shared.thaw();
      this.alarmFor = Number.POSITIVE_INFINITY;
      this.setAlarm();
    }
  }

  private freezeAt(instant: number): void {
    if (this.shared.freezeAt(instant)) this.moved(this.shared.offset());
  }

  /** Sets the machine's timer for the earliest of ours. */
  private setAlarm(): void {
    if (this.closed || this.shared.frozen()) return;
    clearTimeout(this.alarm);
    const dueAt = this.timers.nextDueAt();
    this.alarmFor = dueAt ?? Number.POSITIVE_INFINITY;
    if (dueAt === undefined) return;
    const wait = Math.min(Math.max(dueAt - this.now(), 0), longestTimer);
    this.alarm = setTimeout(() => this.ringDue(), wait);
  }

  private ringDue(): void {
    while (!this.shared.frozen() && !this.closed) {
      const ring = this.timers.takeDue(this.now());
      if (ring === undefined) break;
      ring();
    }
    this.setAlarm();
  }
}

const iso = (instant: number): string => new Date(instant).toISOString();
