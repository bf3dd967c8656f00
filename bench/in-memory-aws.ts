import { join, resolve } from 'node:path';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AwsError } from '../local/aws-error.ts';
import { StreamWriter, type StreamRecord } from '../local/dynamodb/stream-record.ts';
import { Tables } from '../local/dynamodb/tables.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { describeStack } from '../local/template/describe-stack.ts';

const assembly = join(resolve(import.meta.dirname, '..'), 'cdk.out');

/**
 * The clients of the AWS SDK in this process, answered from memory: the table by the embedded one, everything else at
 * once. Nothing is serialised, nothing leaves the process: what remains of a handler's time is ours, and the table's.
 */
export class InMemoryAws {
  readonly tableName: string;
  /** What the stack gives the functions, all of them together. */
  readonly environment: Readonly<Record<string, string>>;
  /** The last mail's text: links are in it. */
  lastMail = '';
  private records: StreamRecord[] = [];
  private readonly tables: Tables;
  private open = 0;
  private busySince = 0;
  private busyMs = 0;

  private constructor(tables: Tables, tableName: string, environment: Readonly<Record<string, string>>) {
    this.tables = tables;
    this.tableName = tableName;
    this.environment = environment;
  }

  /** Needs `npm run synth` before. */
  static async start(): Promise<InMemoryAws> {
    const urls = { apiUrl: 'http://127.0.0.1:1', awsUrl: 'http://127.0.0.1:1' };
    const { tables: described, functions } = describeStack(readAssembly(assembly, 'Shopkeeper-local'), urls);
    const [table] = described;
    if (table?.stream === undefined) throw new Error('The stack has no table with a stream.');
    const tables = new Tables({ changed: (change) => aws.records.push(writer.recordOf(change)) });
    const writer = new StreamWriter(tables, table.stream, Date.now);
    const aws = new InMemoryAws(
      tables,
      table.name,
      Object.assign({}, ...functions.map(({ environment }) => environment)) as Record<string, string>,
    );
    await tables.open(described);
    answer(DynamoDBClient, (operation, input) => aws.fromTable(operation, input));
    answer(SFNClient, async () => ({ executionArn: 'arn', startDate: new Date() }));
    answer(SQSClient, async () => ({ MessageId: 'message' }));
    answer(SESv2Client, async (_, input) => {
      aws.lastMail = JSON.stringify(input);
      return { MessageId: 'mail' };
    });
    return aws;
  }

  /** What changed in the table since the last time. */
  takeRecords(): StreamRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }

  /** For how many milliseconds the table was at work since the last time; calls at the same time count once. */
  takeTableMs(): number {
    const { busyMs } = this;
    this.busyMs = 0;
    return busyMs;
  }

  async close(): Promise<void> {
    // The other benches of this process have real answers again.
    for (const client of clients) Reflect.deleteProperty(client.prototype, 'send');
    await this.tables.close();
  }

  private async fromTable(operation: string, input: unknown): Promise<unknown> {
    if ((this.open += 1) === 1) this.busySince = performance.now();
    try {
      return await this.tables.call(operation, input);
    } catch (error) {
      if (!(error instanceof AwsError) || error.name !== 'ConditionalCheckFailedException') throw error;
      throw new ConditionalCheckFailedException({ message: error.message, $metadata: {}, ...error.fields });
    } finally {
      if ((this.open -= 1) === 0) this.busyMs += performance.now() - this.busySince;
    }
  }
}

const clients = [DynamoDBClient, SFNClient, SQSClient, SESv2Client];

/** Has every client of a class, also one made already, answer like this. */
function answer(client: { prototype: object }, to: (operation: string, input: unknown) => Promise<unknown>): void {
  Object.defineProperty(client.prototype, 'send', {
    configurable: true,
    value: (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) =>
      to(command.constructor.name.replace(/Command$/, ''), command.input),
  });
}
