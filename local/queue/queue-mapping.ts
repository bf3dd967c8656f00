import * as z from 'zod';
import type { Activity } from '../activity.ts';
import { region } from '../aws-error.ts';
import { compilePattern, type Matcher } from '../events/pattern.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { MappingDescription } from '../template/stack-description.ts';
import { md5, type Message, type Queue } from './queue.ts';
import { systemAttributes } from './sqs-api.ts';

export interface QueueMappingOptions {
  mapping: MappingDescription;
  queue: Queue;
  activity: Activity;
  invoke: (functionName: string, event: object) => Promise<InvocationResult>;
}

const response = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().optional() })).nullish(),
});

const defaultConcurrency = 4;

/**
 * The event source mapping from a queue to a function. What the function does not get done stays hidden until its
 * visibility time-out passes (the function may move that), and comes again.
 */
export class QueueMapping {
  private readonly options: QueueMappingOptions;
  private readonly filters: Matcher[];
  private readonly concurrency: number;
  private running = 0;
  private asked = false;
  private stopped = false;

  constructor(options: QueueMappingOptions) {
    this.options = options;
    this.filters = options.mapping.filters.map(compilePattern);
    this.concurrency = options.mapping.concurrency ?? defaultConcurrency;
  }

  start(): void {
    this.options.queue.onVisible(() => this.pump());
    this.pump();
  }

  stop(): void {
    this.stopped = true;
  }

  private pump(): void {
    if (this.asked || this.stopped) return;
    this.asked = true;
    // One turn of the event loop, so that what is sent together goes together.
    this.options.activity.inBackground(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      this.asked = false;
      this.takeBatches();
    });
  }

  private takeBatches(): void {
    const { queue, mapping, activity } = this.options;
    while (this.running < this.concurrency && !this.stopped) {
      const messages = queue.receive(mapping.batchSize);
      if (messages.length === 0) return;
      this.running += 1;
      activity.inBackground(async () => {
        await this.process(messages);
        this.running -= 1;
        this.pump();
      });
    }
  }

  private async process(received: Message[]): Promise<void> {
    const { mapping, queue, invoke } = this.options;
    const messages = received.filter((message) => this.passes(message));
    // What the filter does not let through is deleted, as Lambda does.
    for (const message of received) if (!messages.includes(message)) queue.delete(message.receipt!);
    if (messages.length === 0) return;
    const receipts = messages.map(({ receipt }) => receipt!);
    const result = await invoke(mapping.functionName, { Records: messages.map((message) => this.recordOf(message)) });
    if ('functionError' in result) return;
    const failed = this.failedIn(result.payload, messages);
    messages.forEach(({ id }, at) => {
      if (!failed.has(id)) queue.delete(receipts[at]!);
    });
  }

  private failedIn(payload: unknown, messages: Message[]): ReadonlySet<string> {
    const all = new Set(messages.map(({ id }) => id));
    if (!this.options.mapping.reportsItemFailures || typeof payload !== 'object' || payload === null) return new Set();
    const parsed = response.safeParse(payload);
    const named = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
    const understood = parsed.success && named.every((id) => id !== undefined && all.has(id));
    return understood ? new Set(named.filter((id) => id !== undefined)) : all;
  }

  private passes(message: Message): boolean {
    if (this.filters.length === 0) return true;
    const body = jsonIn(message.body);
    return this.filters.some((matches) => matches({ ...this.recordOf(message), body }));
  }

  private recordOf(message: Message): object {
    return {
      messageId: message.id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: systemAttributes(message),
      messageAttributes: Object.fromEntries(
        Object.entries(message.attributes).map(([name, value]) => [
          name,
          { dataType: value.DataType, stringValue: value.StringValue, binaryValue: value.BinaryValue },
        ]),
      ),
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: this.options.queue.description.arn,
      awsRegion: region,
    };
  }
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
