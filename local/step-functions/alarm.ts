import type { Clock, Timer } from '../clock.ts';

/**
 * A timer that lets go of what it would have rung when it is cancelled. The clock keeps cancelled timers until they come
 * up: an execution's own deadline is a year away, and would hold thousands of finished executions until then.
 */
export class Alarm {
  private ring: (() => void) | undefined;
  private readonly timer: Timer;

  constructor(clock: Clock, dueAt: number, ring: () => void) {
    this.ring = ring;
    this.timer = clock.at(dueAt, () => {
      const rings = this.ring;
      this.ring = undefined;
      rings?.();
    });
  }

  cancel(): void {
    this.ring = undefined;
    this.timer.cancel();
  }
}
