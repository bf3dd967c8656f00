import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { StreamWriter, type StreamRecord } from '../dynamodb/stream-record.ts';
import type { Change, Tables } from '../dynamodb/tables.ts';
import { TimeToLive } from '../dynamodb/time-to-live.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { MappingDescription, TableDescription } from '../template/stack-description.ts';
import { StreamMapping } from './stream-mapping.ts';

export interface TableStreamOptions {
  table: TableDescription;
  tables: Tables;
  mappings: readonly MappingDescription[];
  clock: Clock;
  activity: Activity;
  invoke: (functionName: string, event: { Records: StreamRecord[] }) => Promise<InvocationResult>;
  setAside: (targetArn: string, body: unknown, functionName: string) => void;
}

/** What follows from the changes of one table: its stream to the functions that listen, and its time to live. */
export class TableStream {
  readonly table: TableDescription;
  private readonly tables: Tables;
  private readonly writer: StreamWriter | undefined;
  private readonly mappings: StreamMapping[];
  private readonly timeToLive: TimeToLive | undefined;

  constructor({ table, tables, mappings, clock, activity, invoke, setAside }: TableStreamOptions) {
    this.table = table;
    this.tables = tables;
    this.writer = table.stream && new StreamWriter(tables, table.stream, () => clock.now());
    this.mappings = mappings.map((mapping) => new StreamMapping({ mapping, clock, activity, invoke, setAside }));
    const attribute = table.timeToLiveAttribute;
    this.timeToLive =
      attribute === undefined ? undefined : new TimeToLive({ tables, table: table.name, attribute, clock, activity });
  }

  changed(change: Change): void {
    this.timeToLive?.see(change);
    if (this.writer === undefined || this.mappings.length === 0) return;
    const record = this.writer.recordOf(change);
    const partitionKey = JSON.stringify(Object.values(record.dynamodb.Keys)[0]);
    for (const mapping of this.mappings) mapping.take(record, partitionKey);
  }

  /**
   * Shows every item once more, as if it had just been written: what was on its way through the stream when the process
   * was killed is made good by this.
   */
  async replay(): Promise<void> {
    const { name } = this.table;
    for await (const after of this.tables.items(name)) {
      this.changed({ table: name, before: undefined, after, expired: false });
    }
  }

  stop(): void {
    for (const mapping of this.mappings) mapping.stop();
  }
}
