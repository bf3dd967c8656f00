import * as z from 'zod';
import { AwsError, account } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import { md5OfAttributes, messageAttributes } from './message-attributes.ts';
import { MoveTasks } from './move-tasks.ts';
import { md5, type Message, type Queue } from './queue.ts';
import type { Queues } from './queues.ts';

const delay = z.coerce.number().int().min(0).max(900).optional();
const toQueue = z.object({ QueueUrl: z.string() });
const outgoing = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: delay,
  MessageAttributes: messageAttributes.optional(),
});
const receiving = toQueue.extend({
  MaxNumberOfMessages: z.coerce.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.coerce.number().int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
const visibility = z.object({
  ReceiptHandle: z.string(),
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200),
});
const deletion = z.object({ ReceiptHandle: z.string() });
// Strict: a destination or a speed of one's own is not known here.
const moving = z.strictObject({ SourceArn: z.string() });
const moves = z.object({ SourceArn: z.string(), MaxResults: z.coerce.number().int().min(1).max(10).default(1) });

type Operation = (input: unknown) => object | Promise<object>;

/** SQS's JSON protocol. */
export function sqsApi(queues: Queues, clock: Clock): (operation: string, input: unknown) => Promise<object> {
  const queueOf = (input: unknown): Queue => queues.at(parse(toQueue, input).QueueUrl);
  const moveTasks = new MoveTasks(queues, clock);

  const operations: Record<string, Operation> = {
    SendMessage: (input) => send(queueOf(input), parse(outgoing, input)),
    SendMessageBatch: (input) => batch(input, outgoing, (entry) => send(queueOf(input), entry)),
    ReceiveMessage: async (input) => {
      const asked = parse(receiving, input);
      const queue = queueOf(input);
      const messages = await waitFor(queue, clock, asked.WaitTimeSeconds ?? queue.description.waitSeconds, () =>
        queue.receive(asked.MaxNumberOfMessages, asked.VisibilityTimeout),
      );
      return messages.length === 0 ? {} : { Messages: messages.map((message) => received(message, asked)) };
    },
    DeleteMessage: (input) => {
      queueOf(input).delete(parse(deletion, input).ReceiptHandle);
      return {};
    },
    DeleteMessageBatch: (input) =>
      batch(input, deletion, (entry) => {
        queueOf(input).delete(entry.ReceiptHandle);
        return {};
      }),
    ChangeMessageVisibility: (input) => {
      const { ReceiptHandle, VisibilityTimeout } = parse(visibility, input);
      queueOf(input).changeVisibility(ReceiptHandle, VisibilityTimeout);
      return {};
    },
    ChangeMessageVisibilityBatch: (input) =>
      batch(input, visibility, (entry) => {
        queueOf(input).changeVisibility(entry.ReceiptHandle, entry.VisibilityTimeout);
        return {};
      }),
    PurgeQueue: (input) => {
      queueOf(input).purge();
      return {};
    },
    GetQueueUrl: (input) => ({
      QueueUrl: queues.at(parse(z.object({ QueueName: z.string() }), input).QueueName).description.url,
    }),
    GetQueueAttributes: (input) => {
      const names = parse(z.object({ AttributeNames: z.array(z.string()).default([]) }), input).AttributeNames;
      const all = Object.entries(attributesOf(queueOf(input)));
      return { Attributes: Object.fromEntries(all.filter(([name]) => names.includes('All') || names.includes(name))) };
    },
    ListQueues: (input) => {
      const prefix = parse(z.object({ QueueNamePrefix: z.string().default('') }), input).QueueNamePrefix;
      const found = queues.all().filter(({ description }) => description.name.startsWith(prefix));
      return { QueueUrls: found.map(({ description }) => description.url) };
    },
    // SQS writes this one in lower case.
    ListDeadLetterSourceQueues: (input) => ({
      queueUrls: moveTasks.sourcesOf(queueOf(input)).map(({ description }) => description.url),
    }),
    StartMessageMoveTask: (input) => moveTasks.start(parse(moving, input).SourceArn),
    ListMessageMoveTasks: (input) => {
      const { SourceArn, MaxResults } = parse(moves, input);
      return moveTasks.list(SourceArn, MaxResults);
    },
  };

  return async (operation, input) => {
    const run = operations[operation];
    if (run === undefined || !Object.hasOwn(operations, operation)) {
      throw new AwsError('UnknownOperationException', `The embedded SQS has no ${operation}.`);
    }
    return run(input);
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('InvalidParameterValue', z.prettifyError(parsed.error));
  return parsed.data;
}

function send(queue: Queue, message: z.infer<typeof outgoing>): object {
  const size = Buffer.byteLength(message.MessageBody);
  if (size > queue.description.maximumBytes) {
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.description.maximumBytes} bytes.`,
    );
  }
  const attributes = message.MessageAttributes ?? {};
  const { id } = queue.send(message.MessageBody, { delaySeconds: message.DelaySeconds, attributes });
  return {
    MessageId: id,
    MD5OfMessageBody: md5(message.MessageBody),
    ...(Object.keys(attributes).length > 0 && { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

function batch<Entry extends z.ZodObject>(
  input: unknown,
  schema: Entry,
  run: (entry: z.infer<Entry>) => object,
): object {
  const { Entries: entries } = parse(z.object({ Entries: z.array(z.looseObject({ Id: z.string() })) }), input);
  if (entries.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10)
    throw new AwsError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  const [successful, failed]: [object[], object[]] = [[], []];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry.Id, ...run(parse(schema, entry)) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, SenderFault: true, Code: error.name, Message: error.message });
    }
  }
  return { Successful: successful, Failed: failed };
}

/** A long poll: ends with the first message, or when the time is over on the movable clock. */
async function waitFor(queue: Queue, clock: Clock, seconds: number, take: () => Message[]): Promise<Message[]> {
  const atOnce = take();
  if (atOnce.length > 0 || seconds === 0) return atOnce;
  return new Promise((resolve) => {
    const stop = queue.onVisible(() => {
      const messages = take();
      if (messages.length > 0) finish(messages);
    });
    const timer = clock.at(clock.now() + seconds * 1000, () => finish([]));
    const finish = (messages: Message[]): void => {
      stop();
      timer.cancel();
      resolve(messages);
    };
  });
}

/** The attributes that SQS itself gives a message. */
export function systemAttributes(message: Message): Record<string, string> {
  return {
    SenderId: account,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}

function received(message: Message, asked: z.infer<typeof receiving>): object {
  const names = [...asked.AttributeNames, ...asked.MessageSystemAttributeNames];
  const wanted = Object.entries(systemAttributes(message)).filter(
    ([name]) => names.includes('All') || names.includes(name),
  );
  const custom = Object.entries(message.attributes).filter(
    ([name]) => asked.MessageAttributeNames.includes('All') || asked.MessageAttributeNames.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(wanted.length > 0 && { Attributes: Object.fromEntries(wanted) }),
    ...(custom.length > 0 && {
      MessageAttributes: Object.fromEntries(custom),
      MD5OfMessageAttributes: md5OfAttributes(Object.fromEntries(custom)),
    }),
  };
}

function attributesOf(queue: Queue): Record<string, string> {
  const { description } = queue;
  const { visible, delayed, inFlight } = queue.counts();
  return {
    QueueArn: description.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    DelaySeconds: String(description.delaySeconds),
    MaximumMessageSize: String(description.maximumBytes),
    MessageRetentionPeriod: String(description.retentionSeconds),
    ReceiveMessageWaitTimeSeconds: String(description.waitSeconds),
    VisibilityTimeout: String(description.visibilitySeconds),
    ...(description.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: description.redrive.arn,
        maxReceiveCount: description.redrive.maxReceiveCount,
      }),
    }),
  };
}
