import { randomUUID } from 'node:crypto';
import type { FunctionDescription } from '../template/stack-description.ts';
import { failure, FunctionInstance, maximumPayloadBytes, type FunctionInstanceOptions } from './function-instance.ts';
import type { InvocationResult } from './invocation.ts';

/** What waits for an instance. */
interface Job {
  event: string;
  askedAt: number;
  done: (result: InvocationResult) => void;
}

const maximumInstances = 4;
/**
 * How long a request waits, with none of its function being answered, before another instance is started for it. An
 * instance is a thread with an SDK of its own to load and to compile, on a machine of few cores: while those that are
 * there get on, however slowly the machine lets them, another would only take the time from them. But one that is held
 * up must not hold up all others.
 */
const patienceMilliseconds = 2000;

/** Runs one function: in an instance when it is first needed, in a few when one is held up, else in turn. */
export class FunctionPool {
  readonly description: FunctionDescription;
  private readonly options: FunctionInstanceOptions;
  private readonly limit: number;
  private readonly instances = new Set<FunctionInstance>();
  private readonly idle: FunctionInstance[] = [];
  private readonly jobs: Job[] = [];
  private starting = false;
  /** When an instance was last ready for another request. */
  private lastReadyAt = 0;
  private impatience: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(options: FunctionInstanceOptions) {
    this.options = options;
    this.description = options.description;
    this.limit = Math.min(options.description.concurrency ?? maximumInstances, maximumInstances);
  }

  /** Runs the function once. Its own failure, time-out and death are results, told as Lambda tells them. */
  async invoke(payload: unknown): Promise<InvocationResult> {
    const event = JSON.stringify(payload) ?? 'null';
    if (Buffer.byteLength(event) > maximumPayloadBytes) {
      return failure('RequestEntityTooLargeException', `Request must be smaller than ${maximumPayloadBytes} bytes`);
    }
    return new Promise((done) => {
      this.jobs.push({ event, askedAt: performance.now(), done });
      this.dispatch();
    });
  }

  /** The time that the function's instances took of a core: those that are there, since they began. */
  async cpuMilliseconds(): Promise<number> {
    const alive = [...this.instances].filter((instance) => instance.alive);
    const times = await Promise.all(alive.map((instance) => instance.cpuMilliseconds()));
    return times.reduce((sum, time) => sum + time, 0);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.impatience);
    await Promise.all([...this.instances].map((instance) => instance.end()));
  }

  /** Gives what waits to who is idle, and sees to it that what still waits is served. */
  private dispatch(): void {
    for (let instance = this.takeIdle(); instance !== undefined; instance = this.takeIdle()) {
      void this.serve(instance, this.jobs.shift()!);
    }
    const first = this.jobs[0];
    if (first === undefined || this.starting || this.closed || this.instances.size >= this.limit) return;
    const waitsSince = Math.max(first.askedAt, this.lastReadyAt);
    const patience = this.instances.size === 0 ? 0 : waitsSince + patienceMilliseconds - performance.now();
    clearTimeout(this.impatience);
    if (patience > 0) this.impatience = setTimeout(() => this.dispatch(), patience);
    else void this.start();
  }

  private takeIdle(): FunctionInstance | undefined {
    if (this.jobs.length === 0) return undefined;
    for (let instance = this.idle.pop(); instance !== undefined; instance = this.idle.pop()) {
      if (instance.alive) return instance;
      this.instances.delete(instance);
    }
    return undefined;
  }

  private async start(): Promise<void> {
    this.starting = true;
    const instance = new FunctionInstance(this.options);
    this.instances.add(instance);
    const error = await instance.ready;
    this.starting = false;
    this.lastReadyAt = performance.now();
    if (error === undefined) this.idle.push(instance);
    else {
      this.instances.delete(instance);
      // As on Lambda, the request that the instance was started for fails with it.
      this.jobs.shift()?.done({ functionError: error });
      await instance.end();
    }
    this.dispatch();
  }

  private async serve(instance: FunctionInstance, job: Job): Promise<void> {
    const result = await instance.run(randomUUID(), job.event);
    this.lastReadyAt = performance.now();
    if (instance.alive) this.idle.push(instance);
    else this.instances.delete(instance);
    job.done(result);
    this.dispatch();
  }
}
