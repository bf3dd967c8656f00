import { AwsError } from '../aws-error.ts';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { FunctionDescription } from '../template/stack-description.ts';
import type { FunctionInstanceOptions } from './function-instance.ts';
import type { FunctionLog } from './function-log.ts';
import { FunctionPool } from './function-pool.ts';
import type { InvocationResult } from './invocation.ts';

export interface FunctionsOptions {
  descriptions: readonly FunctionDescription[];
  sharedClock: SharedArrayBuffer;
  clock: Clock;
  activity: Activity;
  awsUrl: string;
  askAws: FunctionInstanceOptions['askAws'];
  log: FunctionLog;
  /** Takes what an asynchronous call of a function failed on for good, where the template names a place for it. */
  setAside: (targetArn: string, body: unknown, functionName: string) => void;
}

/** Lambda's own waits before it tries an asynchronous call again. */
const asyncWaits = [60_000, 120_000];

/** All functions of the stack, by name or ARN. */
export class Functions {
  private readonly pools = new Map<string, FunctionPool>();
  private readonly options: FunctionsOptions;

  constructor(options: FunctionsOptions) {
    this.options = options;
    for (const description of options.descriptions) {
      this.pools.set(
        description.name,
        new FunctionPool({
          description,
          clock: options.sharedClock,
          awsUrl: options.awsUrl,
          askAws: options.askAws,
          log: options.log,
        }),
      );
    }
  }

  /**
   * Calls a function and waits for its result.
   * @throws AwsError `ResourceNotFoundException` when there is no such function.
   */
  async invoke(nameOrArn: string, payload: unknown): Promise<InvocationResult> {
    const pool = this.find(nameOrArn);
    return this.options.activity.during(() => pool.invoke(payload));
  }

  /** Calls a function without waiting, as EventBridge does: a failure is tried again after one and after two minutes. */
  invokeAsync(nameOrArn: string, payload: unknown): void {
    const pool = this.find(nameOrArn);
    this.attempt(pool, payload, 0);
  }

  find(nameOrArn: string): FunctionPool {
    const name = /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
    const pool = this.pools.get(name);
    if (pool === undefined) throw new AwsError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, 404);
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }

  private attempt(pool: FunctionPool, payload: unknown, failures: number): void {
    const { activity, clock, log, setAside } = this.options;
    const { name, arn, asyncRetries, asyncFailureArn } = pool.description;
    activity.inBackground(async () => {
      const result = await pool.invoke(payload);
      if (!('functionError' in result)) return;
      log.write(name, JSON.stringify(result.functionError));
      if (failures < asyncRetries) {
        const wait = asyncWaits[failures] ?? asyncWaits.at(-1)!;
        clock.at(clock.now() + wait, () => this.attempt(pool, payload, failures + 1));
      } else if (asyncFailureArn !== undefined) {
        const body = {
          version: '1.0',
          timestamp: new Date(clock.now()).toISOString(),
          requestContext: {
            functionArn: `${arn}:$LATEST`,
            condition: 'RetriesExhausted',
            approximateInvokeCount: failures + 1,
          },
          requestPayload: payload,
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: result.functionError,
        };
        setAside(asyncFailureArn, body, name);
      }
    });
  }
}
