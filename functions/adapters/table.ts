import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { readable } from '../domain/schema-version.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export type Item = Record<string, unknown>;

/** A DynamoDB update, in its own expression language, with plain values. */
export interface Update {
  readonly set?: readonly string[];
  readonly remove?: readonly string[];
  readonly add?: readonly string[];
  readonly condition?: string;
  readonly names?: { readonly [placeholder: string]: string };
  readonly values?: { readonly [placeholder: string]: unknown };
}

export interface Query {
  readonly index?: string;
  readonly condition: string;
  readonly names?: { readonly [placeholder: string]: string };
  readonly values: { readonly [placeholder: string]: unknown };
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly after?: Item | undefined;
  readonly consistent?: boolean;
}

/**
 * The one table, with plain JavaScript values. Undefined fields are left out; sets are Sets. Items of a version that only a
 * younger release knows are not read: NewerSchema.
 */
export class Table {
  private readonly client: DynamoDBClient;
  private readonly name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.client = client;
    this.name = name;
  }

  async get(key: Key, { consistent = true } = {}): Promise<Item | undefined> {
    const { Item: item } = await this.client.send(
      new GetItemCommand({ TableName: this.name, Key: toItem(key), ConsistentRead: consistent }),
    );
    return item === undefined ? undefined : readable(unmarshall(item));
  }

  /** False where the condition does not hold. */
  async put(
    item: Key & Item,
    condition?: string,
    values?: { readonly [placeholder: string]: unknown },
  ): Promise<boolean> {
    return holds(() =>
      this.client.send(
        new PutItemCommand({
          TableName: this.name,
          Item: toItem(item),
          ConditionExpression: condition,
          ExpressionAttributeValues: values === undefined ? undefined : toItem(values),
        }),
      ),
    );
  }

  /** False where the condition does not hold. */
  async update(key: Key, update: Update): Promise<boolean> {
    return holds(() =>
      this.client.send(
        new UpdateItemCommand({
          TableName: this.name,
          Key: toItem(key),
          UpdateExpression: [
            ...clause('SET', update.set),
            ...clause('REMOVE', update.remove),
            ...clause('ADD', update.add),
          ].join(' '),
          ConditionExpression: update.condition,
          ExpressionAttributeNames: update.names === undefined ? undefined : { ...update.names },
          ExpressionAttributeValues: update.values === undefined ? undefined : toItem(update.values),
        }),
      ),
    );
  }

  /** False where the condition does not hold. */
  async delete(
    key: Key,
    { condition, names, values }: Pick<Update, 'condition' | 'names' | 'values'> = {},
  ): Promise<boolean> {
    return holds(() =>
      this.client.send(
        new DeleteItemCommand({
          TableName: this.name,
          Key: toItem(key),
          ConditionExpression: condition,
          ExpressionAttributeNames: names === undefined ? undefined : { ...names },
          ExpressionAttributeValues: values === undefined ? undefined : toItem(values),
        }),
      ),
    );
  }

  /** One page. */
  async query(query: Query): Promise<{ items: Item[]; next?: Item | undefined }> {
    const { Items, LastEvaluatedKey } = await this.client.send(
      new QueryCommand({
        TableName: this.name,
        IndexName: query.index,
        KeyConditionExpression: query.condition,
        ExpressionAttributeNames: query.names === undefined ? undefined : { ...query.names },
        ExpressionAttributeValues: toItem(query.values),
        ScanIndexForward: query.newestFirst !== true,
        Limit: query.limit,
        ConsistentRead: query.consistent,
        ExclusiveStartKey: query.after === undefined ? undefined : toItem(query.after),
      }),
    );
    return {
      items: (Items ?? []).map((item) => readable(unmarshall(item))),
      next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
    };
  }

  /** All pages. */
  async *each(query: Query): AsyncIterable<Item> {
    let after = query.after;
    do {
      const page = await this.query({ ...query, after });
      yield* page.items;
      after = page.next;
    } while (after !== undefined);
  }
}

/** What lies in one partition of the index of what is to be looked at, and is due at that instant. */
export function dueIn(watch: string, instant: number): Query {
  return {
    index: 'watch',
    condition: 'watch = :watch AND checkAt <= :instant',
    values: { ':watch': watch, ':instant': instant },
  };
}

/** One clause of an update expression, where there is anything in it. */
function clause(word: string, parts: readonly string[] = []): string[] {
  return parts.length === 0 ? [] : [`${word} ${parts.join(', ')}`];
}

function toItem(value: object): Record<string, AttributeValue> {
  return marshall(value, { removeUndefinedValues: true });
}

async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
