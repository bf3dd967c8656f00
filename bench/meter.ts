import { indexWrites } from '../cli/scale/recording/index-writes.ts';
import type { EmbeddedStack } from '../local/embedded-stack.ts';
import type { Change } from '../local/dynamodb/tables.ts';
import { prices, type Asked } from './cost.ts';

type Item = NonNullable<Change['after']>;

const { tokenCharacters, itemOverheadBytes, logEventBytes, accessLogBytes, responseHeaderBytes, milliseconds } =
  prices.assumed;

/** They run by the clock, whatever orders there are: a standing cost. */
const byTheClock: ReadonlySet<string> = new Set(['sweep', 'mail-morning-list', 'send-offers', 'erase-customer']);

/**
 * Reads off what orders ask of AWS, on the embedded stack: capacity by DynamoDB's rules (UTF-8 bytes of names and values,
 * whole KB written and 4 KB read, what a write changes in the index, failed conditions), with task tokens as long as
 * AWS's. SES's events come once the messenger is done, as they do in seconds.
 */
export class Meter {
  readonly writesByKind = new Map<string, { writes: number; units: number }>();
  readonly callsByFunction = new Map<string, number>();
  private readonly stack: EmbeddedStack;
  private readonly prefix: string;
  private readonly held: (() => void)[] = [];
  private readUnits = 0;
  private gigabyteSeconds = 0;
  private apiCalls = 0;
  private answeredBytes = 0;
  private loggedBytes = 0;
  private queueRequests = 0;
  private keptBytes = 0;
  private readonly mailsBefore: number;

  constructor(stack: EmbeddedStack, prefix: string) {
    this.stack = stack;
    this.prefix = prefix;
    this.mailsBefore = stack.mail.all().length;
    this.watchTable();
    this.watchFunctions();
    this.watchQueues();
    this.holdMailEvents();
  }

  /** Until all that follows is done, what SES tells of the mails included. */
  async settle(): Promise<void> {
    await this.stack.settle();
    while (this.held.length > 0) {
      for (const tell of this.held.splice(0)) tell();
      await this.stack.settle();
    }
  }

  /** `orders`: how many were served since it was made. */
  asked(orders: number, stateTransitions: number): Asked {
    const sum = (of: Iterable<number>): number => [...of].reduce((total, each) => total + each, 0);
    const each = (total: number): number => total / orders;
    return {
      stateTransitions: each(stateTransitions),
      writeUnits: each(sum([...this.writesByKind.values()].map(({ units }) => units))),
      readUnits: each(this.readUnits),
      functionCalls: each(sum(this.callsByFunction.values())),
      gigabyteSeconds: each(this.gigabyteSeconds),
      apiCalls: each(this.apiCalls),
      answeredKiB: each(this.answeredBytes) / 1024,
      loggedKiB: each(this.loggedBytes) / 1024,
      queueRequests: each(this.queueRequests),
      keptKiB: each(this.keptBytes) / 1024,
      mails: each(this.stack.mail.all().length - this.mailsBefore),
    };
  }

  private watchTable(): void {
    const { tables } = this.stack;
    const feed = tables as unknown as { changed: (change: Change) => void };
    const changed = feed.changed.bind(tables);
    feed.changed = (change) => {
      this.write(change);
      changed(change);
    };
    const call = tables.call.bind(tables);
    tables.call = async (operation, input, by) => {
      try {
        const output = await call(operation, { ...(input as object), ReturnConsumedCapacity: 'TOTAL' }, by);
        if (operation === 'GetItem' || operation === 'Query') this.read(operation, input as Reading, output);
        return output;
      } catch (error) {
        // A write whose condition fails is paid like one that overwrites what is there.
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') {
          const { TableName, Key, Item: put } = input as { TableName: string; Key?: Item; Item?: Item };
          const key = Key ?? tables.keyOf(TableName, put!);
          const { Item: there } = (await call('GetItem', { TableName, Key: key })) as { Item?: Item };
          this.count(kindOf(key), writeUnits(this.sizeOf(there)));
        }
        throw error;
      }
    };
  }

  private write({ before, after, expired }: Change): void {
    // What its time to live takes away costs nothing.
    if (expired) {
      this.keptBytes -= this.kept(before);
      return;
    }
    const units = writeUnits(Math.max(this.sizeOf(before), this.sizeOf(after)));
    this.count(kindOf(after ?? before!), units + indexWrites({ before, after }).length);
    this.keptBytes += this.kept(after) - this.kept(before);
  }

  private count(kind: string, units: number): void {
    const so = this.writesByKind.get(kind) ?? { writes: 0, units: 0 };
    this.writesByKind.set(kind, { writes: so.writes + 1, units: so.units + units });
  }

  private read(operation: string, { ConsistentRead, IndexName }: Reading, output: Record<string, unknown>): void {
    if (IndexName !== undefined) return;
    const { ConsumedCapacity, Item: item } = output as { ConsumedCapacity: { CapacityUnits: number }; Item?: Item };
    const least = ConsistentRead === true ? 1 : 0.5;
    const units =
      operation === 'GetItem' ? Math.ceil(this.sizeOf(item) / 4096) * least : ConsumedCapacity.CapacityUnits;
    this.readUnits += Math.max(units, least);
  }

  private sizeOf(item: Item | undefined): number {
    if (item === undefined) return 0;
    const token = (item['awaiting'] as { M?: { token?: { S?: string } } } | undefined)?.M?.token?.S;
    const longer = token === undefined ? 0 : Math.max(0, tokenCharacters.value - token.length);
    return this.stack.tables.sizeOf(item) + longer;
  }

  private kept(item: Item | undefined): number {
    return item === undefined ? 0 : this.stack.tables.sizeOf(item) + itemOverheadBytes.value;
  }

  private watchFunctions(): void {
    const answering = new Set(this.stack.description.routes.map(({ functionArn }) => functionArn));
    for (const { name, arn, memoryMegabytes } of this.stack.description.functions) {
      const short = name.replace(this.prefix, '');
      if (byTheClock.has(short)) continue;
      const pool = this.stack.functions.find(name);
      const invoke = pool.invoke.bind(pool);
      pool.invoke = async (payload) => {
        const result = await invoke(payload);
        const billed = milliseconds.value[short] ?? milliseconds.value.default;
        this.callsByFunction.set(short, (this.callsByFunction.get(short) ?? 0) + 1);
        this.gigabyteSeconds += (billed / 1000) * (memoryMegabytes / 1024);
        if (answering.has(arn)) this.answer(result);
        return result;
      };
    }
    const { functionLog } = this.stack;
    const write = functionLog.write.bind(functionLog);
    functionLog.write = (name, text) => {
      const lines = text.split('\n').filter((line) => line !== '');
      if (!byTheClock.has(name.replace(this.prefix, ''))) {
        for (const line of lines) this.loggedBytes += Buffer.byteLength(line) + logEventBytes.value;
      }
      write(name, text);
    };
  }

  private answer(result: object): void {
    const body = 'payload' in result ? (result.payload as { body?: string } | null)?.body : undefined;
    this.apiCalls += 1;
    this.loggedBytes += accessLogBytes.value + logEventBytes.value;
    this.answeredBytes += Buffer.byteLength(body ?? '') + responseHeaderBytes.value;
  }

  /** Sent, received and deleted. */
  private watchQueues(): void {
    for (const queue of this.stack.queues.all()) {
      const send = queue.send.bind(queue);
      queue.send = (...message: Parameters<typeof send>) => {
        this.queueRequests += 3;
        return send(...message);
      };
    }
  }

  private holdMailEvents(): void {
    const { events } = this.stack;
    const put = events.put.bind(events);
    events.put = (...event: Parameters<typeof put>) => {
      if (event[0] !== 'aws.ses') return put(...event);
      this.held.push(() => put(...event));
      return 'held';
    };
  }
}

interface Reading {
  readonly ConsistentRead?: boolean;
  readonly IndexName?: string;
}

const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/** What kind of item it is, by its key (functions/adapters/keys.ts). */
function kindOf({ pk, sk }: Item): string {
  const [partition, sort] = [(pk as { S: string }).S, (sk as { S: string }).S];
  if (sort.startsWith('DETAILS#')) return 'details';
  if (sort.startsWith('AT#')) return 'timeline';
  if (sort === 'ORDER' || sort === 'PROFILE') return sort.toLowerCase();
  return (/^(?:SHOP#[^#]+#)?([A-Z-]+)/.exec(partition)?.[1] ?? 'other').toLowerCase();
}
