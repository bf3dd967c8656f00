/**
 * Counts what is under way in the embedded stack (requests, function calls, stream batches, queue messages that may be
 * received now, state transitions), so that "nothing more can happen" is something we know and not something we guess.
 */
export class Activity {
  private underWay = 0;
  private waiting: Array<() => void> = [];
  private gathering = 0;
  private gatherers: Array<{ readonly milliseconds: number; readonly resolve: () => void }> = [];
  private readonly report: (error: unknown) => void;

  /** `report` is told of the failures of work that nobody waits for; without it they end the process. */
  constructor(report?: (error: unknown) => void) {
    this.report = report ?? ((error) => setImmediate(() => raise(error)));
  }

  begin(): void {
    this.underWay += 1;
  }

  end(): void {
    this.underWay -= 1;
    if (this.underWay === this.gathering) setImmediate(() => this.wake());
  }

  /** Counts `work` from now until it settles, and passes its result on. */
  async during<T>(work: () => Promise<T> | T): Promise<T> {
    this.begin();
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  /** Counts `work` that nobody waits for. */
  inBackground(work: () => Promise<void>): void {
    this.during(work).catch((error: unknown) => this.report(error));
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    // One turn of the event loop lets what was just asked for begin.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.underWay > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /**
   * For work that is under way and gathers what comes: resolves once nothing is under way but such work, at the latest
   * after so long. Who would gather longest is the last: what the others then do may bring more.
   */
  async othersSettled(milliseconds: number): Promise<void> {
    this.gathering += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    const gatherer = { milliseconds, resolve };
    this.gatherers.push(gatherer);
    const timer = setTimeout(() => {
      this.gatherers = this.gatherers.filter((one) => one !== gatherer);
      resolve();
    }, milliseconds);
    setImmediate(() => this.wake());
    await promise;
    clearTimeout(timer);
    this.gathering -= 1;
  }

  private wake(): void {
    if (this.underWay > this.gathering) return;
    const shortest = Math.min(...this.gatherers.map(({ milliseconds }) => milliseconds));
    const gathered = this.gatherers.filter(({ milliseconds }) => milliseconds === shortest);
    this.gatherers = this.gatherers.filter(({ milliseconds }) => milliseconds !== shortest);
    for (const { resolve } of gathered) resolve();
    if (this.underWay > 0) return;
    const woken = this.waiting;
    this.waiting = [];
    for (const resolve of woken) resolve();
  }
}

function raise(error: unknown): never {
  throw error;
}
