import { request } from 'node:http';
import { DynamoDBClient, QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  SFNClient,
  StopExecutionCommand,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { profileKey } from '../../functions/adapters/keys.ts';
import { executionName } from '../../functions/domain/execution-name.ts';
import { clientOptions, type Outputs } from './cdk.ts';

/** Where a deployed shop runs, and the little that no SDK can tell of it. */
export interface Place {
  /** Who answers calls of the API, and under which name (the `Host` of a call). */
  readonly api: { readonly address: string; readonly host: string };
  readonly awsUrl: string;
  readonly outputs: Pick<Outputs, 'TableName' | 'StateMachineArn'>;
  /** SES does not show what it has sent. */
  readonly mailsTo: (address: string) => Promise<readonly Mail[]>;
  readonly now: () => number;
  /** Lets some of the time go by that is waited for, and all happen that happens meanwhile. */
  readonly letTimePass: () => Promise<void>;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One run of an order: what Step Functions has written down of it. */
export interface Run {
  readonly status: string;
  readonly events: readonly HistoryEvent[];
}

/** What stands on a customer's timeline, as far as it is asked here. */
interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly sent?: boolean;
  readonly detail?: { readonly delivered?: boolean };
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** One shop of the deployed stack, seen from outside: told over HTTP, read back through the AWS SDK. */
export class Shop {
  readonly place: Place;
  readonly name: string;
  private readonly key: string;
  private readonly sfn: SFNClient;
  private readonly dynamodb: DynamoDBClient;

  constructor(place: Place, name: string, key: string) {
    this.place = place;
    this.name = name;
    this.key = key;
    this.sfn = new SFNClient(clientOptions(place.awsUrl));
    this.dynamodb = new DynamoDBClient(clientOptions(place.awsUrl));
  }

  close(): void {
    this.sfn.destroy();
    this.dynamodb.destroy();
  }

  tell(path: string, body: object): Promise<Answer> {
    return this.post(path, JSON.stringify(body), { ...json, authorization: `Bearer ${this.key}` });
  }

  /** What a customer does on the page behind a mail's link: no key but the link. */
  answer(link: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.post(link, new URLSearchParams(fields).toString(), form);
  }

  /** The runs of an order there have been, each with its whole history. */
  async runs(order: string): Promise<Run[]> {
    const runs: Run[] = [];
    for (;;) {
      const executionArn = this.executionArn(order, runs.length + 1);
      const status = await this.statusOf(executionArn);
      if (status === undefined) return runs;
      runs.push({ status, events: await this.history(executionArn) });
    }
  }

  /** Stops a run as a person can in the console: it is ABORTED, wherever it is. */
  async stop(order: string, run: number): Promise<void> {
    await this.sfn.send(new StopExecutionCommand({ executionArn: this.executionArn(order, run) }));
  }

  /** The messages on the customer's timeline that were sent, oldest first: what the stream's other reader made of it. */
  async messages(customer: string): Promise<string[]> {
    const entries = await this.timeline(customer);
    return entries.filter(({ kind, sent }) => kind === 'message' && sent === true).map(({ name }) => name);
  }

  /** Those of which SES has said that they arrived, in no order: its events have none. */
  async delivered(customer: string): Promise<string[]> {
    const entries = await this.timeline(customer);
    return entries
      .filter(({ detail }) => detail?.delivered === true)
      .map(({ name }) => name)
      .sort();
  }

  private async timeline(customer: string): Promise<Entry[]> {
    const { pk } = profileKey(this.name, customer);
    const { Items: items = [] } = await this.dynamodb.send(
      new QueryCommand({
        TableName: this.place.outputs.TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entries)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':entries': { S: 'AT#' } },
        ConsistentRead: true,
      }),
    );
    return items.map((item: Record<string, AttributeValue>) => unmarshall(item)['entry'] as Entry);
  }

  private executionArn(order: string, run: number): string {
    const { StateMachineArn: arn } = this.place.outputs;
    return `${arn.replace(':stateMachine:', ':execution:')}:${executionName(this.name, order, run)}`;
  }

  private async statusOf(executionArn: string): Promise<string | undefined> {
    try {
      return (await this.sfn.send(new DescribeExecutionCommand({ executionArn }))).status;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  private async history(executionArn: string): Promise<HistoryEvent[]> {
    const events: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }));
      events.push(...(page.events ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return events;
  }

  /** Not with fetch: a `Host` of one's own is not for it to send. */
  private post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const { address, host } = this.place.api;
    return new Promise((resolve, reject) => {
      const call = request(new URL(path, address), { method: 'POST', headers: { ...headers, host } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
  }
}
