// The shapes of dynalite's inside (version 4.0.0, pinned exactly), as far as we use them.

/** An attribute value in DynamoDB's JSON, such as `{ "S": "…" }`. */
export type AttributeValue = Record<string, unknown>;
export type Item = Record<string, AttributeValue>;

export interface KeySchemaElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface DynaliteTable {
  TableName: string;
  TableStatus: string;
  KeySchema: KeySchemaElement[];
  GlobalSecondaryIndexes?: Array<{ IndexName: string }>;
  LocalSecondaryIndexes?: Array<{ IndexName: string }>;
}

type Done<T = undefined> = (error: Error | null, value?: T) => void;

/** One prefix of the store: a table's items, or an index' entries. */
export interface DynaliteDb<Value = Item> {
  lock(key: string, work: (release: unknown) => void): void;
  get(key: string, done: Done<Value>): void;
  put(key: string, value: Value, done: Done): void;
  del(key: string, done: Done): void;
  batch(operations: Array<{ type: 'put'; key: string; value: Value }>, done: Done): void;
  createValueStream(options: object): AsyncIterable<Value>;
}

export interface DynaliteStore {
  db: {
    open(): Promise<void>;
    clear(range: { gte: string; lt: string }): Promise<void>;
    close(done: (error?: Error | null) => void): void;
  };
  tableDb: DynaliteDb<DynaliteTable> & { awsAccountId: string; awsRegion: string };
  getItemDb(table: string): DynaliteDb;
  getIndexDb(kind: 'Global' | 'Local', table: string, index: string): DynaliteDb;
}

export interface DynaliteError extends Error {
  statusCode?: number;
  body?: { __type: string; message?: string; Message?: string };
}

export type DynaliteAction = (
  store: DynaliteStore,
  input: Record<string, unknown>,
  done: (error: DynaliteError | null, output?: Record<string, unknown>) => void,
) => void;

export interface Dynalite {
  create(options: { path?: string; createTableMs?: number }): DynaliteStore;
  createKey(item: Item, table: DynaliteTable): string;
  itemSize(item: Item): number;
  getIndexActions(
    indexes: Array<{ IndexName: string }>,
    before: Item | null,
    after: Item | null,
    table: DynaliteTable,
  ): { puts: Array<{ index: string; key: string; item: Item }> };
}
