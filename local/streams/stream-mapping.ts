import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { StreamRecord } from '../dynamodb/stream-record.ts';
import { compilePattern, type Matcher } from '../events/pattern.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { MappingDescription } from '../template/stack-description.ts';
import { leadingSuccesses } from './leading-successes.ts';

export interface StreamMappingOptions {
  mapping: MappingDescription;
  clock: Clock;
  activity: Activity;
  invoke: (functionName: string, event: { Records: StreamRecord[] }) => Promise<InvocationResult>;
  /** Takes word of the records that a function gives up. */
  setAside: (targetArn: string, body: unknown, functionName: string) => void;
}

interface Batch {
  records: StreamRecord[];
  failures: number;
}

/** How many batches may be under way at once. Records of one partition key always go the same way, so they keep their order. */
const laneCount = 4;
/** Lambda asks a stream four times a second: what is written meanwhile is handed over together. */
const pollMilliseconds = 250;
/** A stream keeps its records for a day. */
const keptSeconds = 86_400;
const longestWaitSeconds = 60;

/**
 * The event source mapping from the table's stream to a function: filter, batches, retries with a back-off on the
 * movable clock, halving of a failing batch, and the failure destination at the end.
 *
 * Nothing of it is kept over a restart: the stack then shows every item of the table as a record once more
 * (`INSERT`, the new image only), because the consumers of a stream are idempotent and level-triggered here: a record
 * is a doorbell, never the truth.
 */
export class StreamMapping {
  private readonly options: StreamMappingOptions;
  private readonly filters: Matcher[];
  private readonly lanes: Lane[];

  constructor(options: StreamMappingOptions) {
    this.options = options;
    this.filters = options.mapping.filters.map(compilePattern);
    this.lanes = Array.from({ length: laneCount }, (_, shard) => new Lane(options, `shardId-${shard}`));
  }

  /** Takes a record of the stream. */
  take(record: StreamRecord, partitionKey: string): void {
    if (this.filters.length > 0 && !this.filters.some((matches) => matches(record))) return;
    this.lanes[hash(partitionKey) % this.lanes.length]!.take(record);
  }

  stop(): void {
    for (const lane of this.lanes) lane.stop();
  }

  get functionName(): string {
    return this.options.mapping.functionName;
  }
}

class Lane {
  private readonly options: StreamMappingOptions;
  private readonly shard: string;
  private waiting: StreamRecord[] = [];
  private busy = false;
  private stopped = false;

  constructor(options: StreamMappingOptions, shard: string) {
    this.options = options;
    this.shard = shard;
  }

  take(record: StreamRecord): void {
    this.waiting.push(record);
    if (this.busy || this.stopped) return;
    this.busy = true;
    this.options.activity.inBackground(() => this.run());
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0 && !this.stopped) {
      const { batchSize, windowSeconds } = this.options.mapping;
      // Once nothing else is under way a longer wait would gather nothing more: nobody here waits for its end.
      await this.options.activity.othersSettled(Math.max(windowSeconds * 1000, pollMilliseconds));
      const records = this.waiting.slice(0, batchSize);
      this.waiting = this.waiting.slice(batchSize);
      await this.process({ records, failures: 0 });
    }
    this.busy = false;
  }

  /** Sees a batch through: whatever of it fails is tried until it passes or is given up. */
  private async process(whole: Batch): Promise<void> {
    const { mapping, invoke } = this.options;
    const batches = [whole];
    for (let batch = batches.shift(); batch !== undefined && !this.stopped; batch = batches.shift()) {
      const { records } = batch;
      const passed = leadingSuccesses(await invoke(mapping.functionName, { Records: records }), records, mapping);
      if (passed === records.length) continue;
      const left = records.slice(passed);
      const failures = batch.failures + 1;
      if (passed === 0 && mapping.bisect && left.length > 1) {
        // Halving does not count as a retry.
        const middle = Math.ceil(left.length / 2);
        const halves = [left.slice(0, middle), left.slice(middle)];
        batches.unshift(...halves.map((half) => ({ records: half, failures: batch.failures })));
      } else if (this.givesUp(left, failures)) {
        this.setAside(left, failures);
      } else {
        await this.wait(Math.min(2 ** (failures - 1), longestWaitSeconds) * 1000);
        batches.unshift({ records: left, failures });
      }
    }
  }

  private givesUp(records: StreamRecord[], failures: number): boolean {
    const { maximumRetries, maximumAgeSeconds } = this.options.mapping;
    if (maximumRetries >= 0 && failures > maximumRetries) return true;
    const oldest = records[0]!.dynamodb.ApproximateCreationDateTime;
    const limit = maximumAgeSeconds < 0 ? keptSeconds : Math.min(maximumAgeSeconds, keptSeconds);
    return this.options.clock.now() / 1000 - oldest > limit;
  }

  /** Time that must pass is not activity. */
  private async wait(milliseconds: number): Promise<void> {
    const { clock, activity } = this.options;
    await new Promise<void>((resolve) => {
      clock.at(clock.now() + milliseconds, () => {
        activity.begin();
        resolve();
      });
      activity.end();
    });
  }

  private setAside(records: StreamRecord[], failures: number): void {
    const { mapping, clock, setAside } = this.options;
    if (mapping.failureArn === undefined) return;
    const [first, last] = [records[0]!, records.at(-1)!];
    const body = {
      requestContext: {
        functionArn: mapping.functionName,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: failures,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId: this.shard,
        startSequenceNumber: first.dynamodb.SequenceNumber,
        endSequenceNumber: last.dynamodb.SequenceNumber,
        approximateArrivalOfFirstRecord: arrivalOf(first),
        approximateArrivalOfLastRecord: arrivalOf(last),
        batchSize: records.length,
        streamArn: first.eventSourceARN,
      },
    };
    setAside(mapping.failureArn, body, mapping.functionName);
  }
}

function arrivalOf(record: StreamRecord): string {
  return new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
}

function hash(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) >>> 0;
  return value;
}
