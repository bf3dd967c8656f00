import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import type { TableDescription } from '../template/stack-description.ts';
import { read } from './read-input.ts';
import type { Asked } from './statement.ts';

type AttributeValue = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, AttributeValue>>;

// Looked into, not checked: that is the table's own part, once the call was let in.
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const item = z.custom<Item>(isObject);
const named = z.object({ TableName: z.string() });
const oneItem = named.extend({ Key: item.optional(), Item: item.optional() });
const search = named.extend({
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: item.optional(),
});
const batchOfKeys = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(item) })) });
const batchOfWrites = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: item }).optional(),
        DeleteRequest: z.object({ Key: item }).optional(),
      }),
    ),
  ),
});

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexes = z.array(z.looseObject({ IndexName: z.string(), KeySchema: keySchema })).default([]);

/** What calls of DynamoDB ask of IAM: an action on a table or an index, for items under certain partition keys. */
export class DynamoDbAsks {
  private readonly arnOf: (table: string) => string;
  /** The partition keys' names, by the ARN of the table or the index. */
  private readonly partitionKeys = new Map<string, string>();

  constructor(tables: readonly TableDescription[], arnOf: (table: string) => string) {
    this.arnOf = arnOf;
    for (const { arn, schema } of tables) {
      // Of a table that the template only names nobody knows the keys: whoever may call it may call it for any item.
      if (schema === undefined) continue;
      const { KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } = schema;
      this.partitionKeys.set(arn, partitionKeyIn(KeySchema));
      for (const index of [...indexes.parse(GlobalSecondaryIndexes), ...indexes.parse(LocalSecondaryIndexes)]) {
        this.partitionKeys.set(`${arn}/index/${index.IndexName}`, partitionKeyIn(index.KeySchema));
      }
    }
  }

  /** Undefined for an operation of which nobody has told what it asks for. */
  of(operation: string, input: unknown): Asked[] | undefined {
    switch (operation) {
      case 'GetItem':
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem': {
        const { TableName, Key, Item } = read(oneItem, input);
        return [this.items(operation, TableName, [Key ?? Item ?? {}])];
      }
      case 'Query':
        return [this.query(read(search, input))];
      case 'Scan': {
        const { TableName, IndexName } = read(search, input);
        return [{ action: 'dynamodb:Scan', resource: this.resource(TableName, IndexName) }];
      }
      case 'BatchGetItem':
        return Object.entries(read(batchOfKeys, input).RequestItems).map(([table, { Keys }]) =>
          this.items(operation, table, Keys),
        );
      case 'BatchWriteItem':
        return Object.entries(read(batchOfWrites, input).RequestItems).map(([table, requests]) => {
          const items = requests.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {});
          return this.items(operation, table, items);
        });
      default:
        return undefined;
    }
  }

  private items(operation: string, table: string, items: readonly Item[]): Asked {
    const resource = this.resource(table);
    const name = this.partitionKeys.get(resource);
    const values = name === undefined ? [] : items.flatMap((each) => textOf(each[name]));
    return { action: `dynamodb:${operation}`, resource, context: { 'dynamodb:LeadingKeys': values } };
  }

  /** A query is about one partition key, and says which in an equation. */
  private query(asked: z.infer<typeof search>): Asked {
    const resource = this.resource(asked.TableName, asked.IndexName);
    const partitionKey = this.partitionKeys.get(resource);
    const equations = (asked.KeyConditionExpression ?? '').matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g);
    for (const [, name = '', placeholder = ''] of equations) {
      // Where nobody knows it, the first equation is taken for the one.
      if (partitionKey !== undefined && (asked.ExpressionAttributeNames[name] ?? name) !== partitionKey) continue;
      const values = textOf(asked.ExpressionAttributeValues?.[placeholder]);
      return { action: 'dynamodb:Query', resource, context: { 'dynamodb:LeadingKeys': values } };
    }
    // Without a value `ForAllValues` would hold, and what the query is about go unjudged.
    throw new AwsError('ValidationException', 'Query condition missed key schema element: no partition key is known.');
  }

  private resource(table: string, index?: string): string {
    const arn = this.arnOf(table);
    return index === undefined ? arn : `${arn}/index/${index}`;
  }
}

function partitionKeyIn(schema: unknown): string {
  const found = keySchema.parse(schema).find(({ KeyType }) => KeyType === 'HASH');
  return found?.AttributeName ?? '';
}

/** A key is a text, a number or bytes; each of them travels as a text. */
function textOf(value: AttributeValue | undefined): string[] {
  const text = value?.['S'] ?? value?.['N'] ?? value?.['B'];
  return typeof text === 'string' ? [text] : [];
}
