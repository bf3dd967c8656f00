import db from 'dynalite/db/index.js';
import * as z from 'zod';
import { AwsError, account, region } from '../aws-error.ts';
import type { TableDescription } from '../template/stack-description.ts';
import { callDynalite } from './dynalite-calls.ts';
import type { DynaliteDb, DynaliteStore, DynaliteTable, Item } from './dynalite-types.ts';
import { sameJson } from './same-item.ts';

/** One write that changed an item. */
export interface Change {
  table: string;
  before: Item | undefined;
  after: Item | undefined;
  /** DynamoDB's own deletion of an item whose time had come. */
  expired: boolean;
}

export interface TablesOptions {
  /** A folder to keep the items in; in memory without. */
  path?: string | undefined;
  /** Told of every change while the item's key is still locked, so that changes of one item come in their order. */
  changed: (change: Change) => void;
}

/**
 * The embedded DynamoDB: dynalite's store and operations, plus what dynalite lacks and we need: a feed of changes, and
 * the item of a failed condition (`ReturnValuesOnConditionCheckFailure`).
 *
 * There are no transactions: `TransactWriteItems` is refused.
 */
export class Tables {
  private readonly store: DynaliteStore;
  private readonly changed: (change: Change) => void;
  private readonly schemas = new Map<string, DynaliteTable>();
  private readonly descriptions = new Map<string, TableDescription>();

  constructor(options: TablesOptions) {
    this.changed = options.changed;
    this.store = db.create(
      options.path === undefined ? { createTableMs: 0 } : { path: options.path, createTableMs: 0 },
    );
    this.store.tableDb.awsAccountId = account;
    this.store.tableDb.awsRegion = region;
  }

  /** Makes the tables, or takes up those that are kept from an earlier run. */
  async open(tables: readonly TableDescription[]): Promise<void> {
    await this.store.db.open();
    for (const table of tables) await this.openTable(table);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve, reject) => this.store.db.close((error) => (error ? reject(error) : resolve())));
  }

  /**
   * One DynamoDB operation, by the name that stands in `X-Amz-Target`.
   * @throws AwsError as DynamoDB would answer.
   */
  async call(operation: string, input: unknown, by: { expiry?: boolean } = {}): Promise<Record<string, unknown>> {
    // Asked before the call: dynalite takes out of the input what it does not know.
    const showsItem = wantsItemOfFailedCondition(input);
    let judged: Item | undefined;
    const watched: DynaliteStore = {
      ...this.store,
      getItemDb: (table) =>
        this.watch(table, by.expiry === true, (item) => {
          judged = item;
        }),
    };
    try {
      const answer = await callDynalite(watched, operation, input);
      return this.asDescribed(operation, input, answer);
    } catch (error) {
      if (showsItem && judged !== undefined && isFailedCondition(error)) {
        throw new AwsError(error.name, error.message, error.statusCode, { Item: judged });
      }
      throw error;
    }
  }

  /** Every item of a table, in the order of the store. */
  items(table: string): AsyncIterable<Item> {
    return this.store.getItemDb(table).createValueStream({});
  }

  keyOf(table: string, item: Item): Item {
    const schema = this.schemas.get(table)!;
    return Object.fromEntries(schema.KeySchema.map(({ AttributeName: name }) => [name, item[name]!]));
  }

  sizeOf(item: Item): number {
    return db.itemSize(item);
  }

  /** dynalite knows neither of the stream nor of the time to live that its items have here. */
  private asDescribed(operation: string, input: unknown, answer: Record<string, unknown>): Record<string, unknown> {
    if (operation !== 'DescribeTable' && operation !== 'DescribeTimeToLive') return answer;
    const described = this.descriptions.get(z.looseObject({ TableName: z.string() }).parse(input).TableName);
    const { stream, timeToLiveAttribute: AttributeName } = described ?? {};
    if (operation === 'DescribeTimeToLive') {
      return AttributeName === undefined
        ? answer
        : { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName } };
    }
    if (stream === undefined) return answer;
    const StreamSpecification = { StreamEnabled: true, StreamViewType: stream.viewType };
    return { Table: { ...(answer['Table'] as object), StreamSpecification, LatestStreamArn: stream.arn } };
  }

  /** A view of a table's items that sees what an operation reads and writes while it holds the key. */
  private watch(table: string, expired: boolean, judged: (item: Item | undefined) => void): DynaliteDb {
    const items = this.store.getItemDb(table);
    const before = new Map<string, Item | undefined>();
    const written = (key: string, after: Item | undefined): void => {
      const old = before.get(key);
      if (!sameJson(old, after)) this.changed({ table, before: old, after, expired });
    };
    return {
      ...items,
      get: (key, done) =>
        items.get(key, (error, item) => {
          before.set(key, item);
          judged(item);
          done(error, item);
        }),
      put: (key, item, done) =>
        items.put(key, item, (error) => {
          if (!error) written(key, item);
          done(error);
        }),
      del: (key, done) =>
        items.del(key, (error) => {
          if (!error) written(key, undefined);
          done(error);
        }),
    };
  }

  /**
   * A table of the template is described anew at every start, and its indexes are filled anew from its items: a template that has
   * changed since, or a kill between an index' write and the item's, leaves nothing behind.
   */
  private async openTable(table: TableDescription): Promise<void> {
    const { tableDb } = this.store;
    this.descriptions.set(table.name, table);
    if (table.schema === undefined) {
      await callDynalite(this.store, 'DescribeTable', { TableName: table.name });
    } else {
      await new Promise<void>((resolve, reject) =>
        tableDb.del(table.name, (error) => (error ? reject(error) : resolve())),
      );
      await callDynalite(this.store, 'CreateTable', { ...table.schema, TableName: table.name });
    }
    const schema = await this.active(table.name);
    this.schemas.set(table.name, schema);
    await this.fillIndexes(schema, 'Global', schema.GlobalSecondaryIndexes ?? []);
    await this.fillIndexes(schema, 'Local', schema.LocalSecondaryIndexes ?? []);
  }

  private async active(name: string): Promise<DynaliteTable> {
    const { tableDb } = this.store;
    for (;;) {
      const table = await new Promise<DynaliteTable | undefined>((resolve, reject) =>
        tableDb.get(name, (error, found) => (error ? reject(error) : resolve(found))),
      );
      if (table?.TableStatus === 'ACTIVE') return table;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  private async fillIndexes(
    table: DynaliteTable,
    kind: 'Global' | 'Local',
    indexes: Array<{ IndexName: string }>,
  ): Promise<void> {
    for (const { IndexName: index } of indexes) {
      const prefix = `index-${kind.toLowerCase()}~${table.TableName}~${index}~`;
      await this.store.db.clear({ gte: prefix, lt: `${prefix}\xFF` });
    }
    if (indexes.length === 0) return;
    for await (const item of this.items(table.TableName)) {
      for (const put of db.getIndexActions(indexes, null, item, table).puts) {
        const entries = this.store.getIndexDb(kind, table.TableName, put.index);
        await new Promise<void>((resolve, reject) =>
          entries.put(put.key, put.item, (error) => (error ? reject(error) : resolve())),
        );
      }
    }
  }
}

const wantsItem = z.object({ ReturnValuesOnConditionCheckFailure: z.literal('ALL_OLD') });

function wantsItemOfFailedCondition(input: unknown): boolean {
  return wantsItem.safeParse(input).success;
}

function isFailedCondition(error: unknown): error is AwsError {
  return error instanceof AwsError && error.name === 'ConditionalCheckFailedException';
}
