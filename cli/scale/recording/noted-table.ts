import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Table, type Item } from '../../../functions/adapters/table.ts';
import { Tables } from '../../../local/dynamodb/tables.ts';
import { indexWrites } from './index-writes.ts';
import type { Notebook } from './notebook.ts';

export interface Changed {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

const name = 'shopkeeper';
const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
const schema = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    ...['pk', 'sk', 'watch'].map((each) => ({ AttributeName: each, AttributeType: 'S' })),
    { AttributeName: 'checkAt', AttributeType: 'N' },
  ],
  KeySchema: key('pk', 'sk'),
  GlobalSecondaryIndexes: [
    { IndexName: 'watch', KeySchema: key('watch', 'checkAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  ],
};

/** The one table, in memory behind the real adapters, with every unit of capacity noted by the key that took it. */
export class NotedTable {
  readonly table: Table;
  private readonly tables: Tables;
  private readonly notebook: Notebook;

  private constructor(notebook: Notebook, changed: (change: Changed) => void) {
    this.notebook = notebook;
    this.tables = new Tables({
      changed: ({ before, after }) => {
        for (const watch of indexWrites({ before, after })) notebook.units('index', watch, { write: 1 });
        changed({ before: before && unmarshall(before as never), after: after && unmarshall(after as never) });
      },
    });
    const send = async ({ constructor, input }: { constructor: { name: string }; input: object }) =>
      this.call(constructor.name.replace('Command', ''), input);
    this.table = new Table({ send } as unknown as DynamoDBClient, name);
  }

  static async open(notebook: Notebook, changed: (change: Changed) => void): Promise<NotedTable> {
    const noted = new NotedTable(notebook, changed);
    await noted.tables.open([{ name, arn: `arn:aws:dynamodb:eu-west-1:000000000000:table/${name}`, schema }]);
    return noted;
  }

  close(): Promise<void> {
    return this.tables.close();
  }

  /** One operation, as an adapter or the workflow asks for it. */
  async call(operation: string, input: object): Promise<Record<string, unknown>> {
    const isRead = operation === 'GetItem' || operation === 'Query';
    this.notebook.took('dynamodb');
    try {
      const output = await this.tables.call(operation, { ...input, ReturnConsumedCapacity: 'TOTAL' });
      const units = (output['ConsumedCapacity'] as { CapacityUnits: number }).CapacityUnits;
      this.note(input, isRead ? { read: units } : { write: units });
      return output;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
      // A write that its condition forbids is paid for, too.
      this.note(input, { write: 1 });
      throw new ConditionalCheckFailedException({ message: error.message, $metadata: {} });
    }
  }

  private note(input: object, units: { read?: number; write?: number }): void {
    const { Key, Item: item, IndexName, ExpressionAttributeValues: values } = input as Asking;
    const pk = (Key ?? item)?.['pk']?.S ?? values?.[IndexName === undefined ? ':pk' : ':watch']?.S;
    if (pk === undefined) throw new Error(`nobody can tell which key this is about: ${JSON.stringify(input)}`);
    this.notebook.units(IndexName === undefined ? 'table' : 'index', pk, units);
  }
}

type Values = { readonly [name: string]: { readonly S?: string } | undefined };
interface Asking {
  readonly Key?: Values;
  readonly Item?: Values;
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Values;
}
