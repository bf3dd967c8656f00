const notFrozen = -(2n ** 63n);

/**
 * The instant that all threads agree on: the machine's clock and how far ahead we are, or the instant at which time
 * stands still. Two 64-bit numbers in shared memory, so that a function's `Date` costs no message.
 */
export class SharedClock {
  readonly memory: SharedArrayBuffer;
  private readonly cells: BigInt64Array;
  private readonly machineNow: () => number;

  /** `machineNow` is handed in because a function's thread replaces `Date.now` by this very clock. */
  constructor(memory: SharedArrayBuffer, machineNow: () => number = Date.now) {
    this.memory = memory;
    this.cells = new BigInt64Array(memory);
    this.machineNow = machineNow;
  }

  static create(offset: number): SharedClock {
    const clock = new SharedClock(new SharedArrayBuffer(16));
    Atomics.store(clock.cells, 0, BigInt(Math.round(offset)));
    Atomics.store(clock.cells, 1, notFrozen);
    return clock;
  }

  now(): number {
    const frozenAt = Atomics.load(this.cells, 1);
    if (frozenAt !== notFrozen) return Number(frozenAt);
    return this.machineNow() + Number(Atomics.load(this.cells, 0));
  }

  /** Milliseconds by which we are ahead of the machine's clock. */
  offset(): number {
    return this.now() - this.machineNow();
  }

  frozen(): boolean {
    return Atomics.load(this.cells, 1) !== notFrozen;
  }

  /** Stands still at `instant`. Answers whether that is another instant than before. */
  freezeAt(instant: number): boolean {
    const before = Atomics.exchange(this.cells, 1, BigInt(Math.round(instant)));
    return before !== BigInt(Math.round(instant));
  }

  /** Ticks again, from the instant at which it stood. */
  thaw(): void {
    Atomics.store(this.cells, 0, BigInt(Math.round(this.offset())));
    Atomics.store(this.cells, 1, notFrozen);
  }
}
