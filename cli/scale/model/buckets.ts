/** Something of which there is only so much: how much is free in a step, and what is taken of it. */
export interface Bucket {
  /** Begins a step of that many seconds at that instant (seconds). */
  begin(at: number, seconds: number): void;
  readonly free: number;
  take(amount: number): void;
}

/** AWS's token bucket: so many tokens come each second, and so many may gather. */
export class TokenBucket implements Bucket {
  free: number;
  private readonly perSecond: number;
  private readonly most: number;

  constructor(perSecond: number, most = perSecond) {
    this.perSecond = perSecond;
    this.most = most;
    this.free = most;
  }

  begin(_at: number, seconds: number): void {
    // A step may be longer than it takes to fill the bucket: what flows through it meanwhile is not lost.
    this.free = Math.min(Math.max(this.most, this.perSecond * seconds), this.free + this.perSecond * seconds);
  }

  take(amount: number): void {
    this.free -= amount;
  }
}

/** So many may run at once: seconds of running, none of which can be saved for later. */
export class Runners implements Bucket {
  free = 0;
  private readonly most: () => number;

  constructor(most: () => number) {
    this.most = most;
  }

  begin(_at: number, seconds: number): void {
    this.free = this.most() * seconds;
  }

  take(amount: number): void {
    this.free -= amount;
  }
}

const halfAnHour = 1800;

/**
 * A table on demand, as its documentation promises and no better: it takes twice its highest load so far, and a load that
 * doubles that only half an hour later. Never more than the account's quota.
 */
export class OnDemand implements Bucket {
  free = 0;
  /** What it takes now, in units a second. */
  most: number;
  private readonly quota: number;
  private highest = 0;
  private since = 0;
  private taken = 0;
  private seconds = 1;

  constructor(warm: number, quota: number) {
    this.most = Math.min(warm, quota);
    this.quota = quota;
  }

  begin(at: number, seconds: number): void {
    this.highest = Math.max(this.highest, this.taken / this.seconds);
    if (at - this.since >= halfAnHour) {
      this.most = Math.min(this.quota, Math.max(this.most, 2 * this.highest));
      this.since = at;
    }
    this.taken = 0;
    this.seconds = seconds;
    this.free = this.most * seconds;
  }

  take(amount: number): void {
    this.taken += amount;
    this.free -= amount;
  }
}

const day = 86_400;

/** So many in any 24 hours. */
export class InADay implements Bucket {
  free: number;
  private readonly most: number;
  private readonly taken: { readonly at: number; amount: number }[] = [];
  private at = 0;

  constructor(most: number) {
    this.most = most;
    this.free = most;
  }

  begin(at: number): void {
    this.at = at;
    while (this.taken.length > 0 && this.taken[0]!.at + day <= at) this.free += this.taken.shift()!.amount;
    this.free = Math.min(this.free, this.most);
  }

  take(amount: number): void {
    this.free -= amount;
    const last = this.taken.at(-1);
    // A minute's mails come free together.
    if (last !== undefined && this.at - last.at < 60) last.amount += amount;
    else this.taken.push({ at: this.at, amount });
  }
}

/** So many at the same time, of things that stay for weeks: within the hours that are played none goes. */
export class Stock implements Bucket {
  free: number;

  constructor(most: number) {
    this.free = most;
  }

  begin(): void {}

  take(amount: number): void {
    this.free -= amount;
  }
}
