import {
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  paginateListQueues,
  StartMessageMoveTaskCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetters, Move } from './redrive.ts';

/** As infra/constructs/house-queue.ts names such queues. */
const suffix = '-dead-letters';

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** The dead-letter queues of stacks whose names begin so, as SQS knows them. */
export class StackQueues {
  private readonly sqs: SQSClient;
  private readonly prefix: string;

  /** `prefix`: `Shopkeeper-production-`. */
  constructor(sqs: SQSClient, prefix: string) {
    this.sqs = sqs;
    this.prefix = prefix;
  }

  /** By name. SQS counts roughly. */
  async deadLetters(): Promise<DeadLetters[]> {
    const found: DeadLetters[] = [];
    for await (const { QueueUrls: urls = [] } of paginateListQueues(
      { client: this.sqs },
      { QueueNamePrefix: this.prefix },
    )) {
      for (const url of urls) if (url.endsWith(suffix)) found.push(await this.describe(url));
    }
    return found.sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** @throws what SQS throws, among it that a move runs already. */
  async beginMove(arn: string): Promise<void> {
    await this.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn }));
  }

  async lastMove(arn: string): Promise<Move | undefined> {
    const { Results: results = [] } = await this.sqs.send(
      new ListMessageMoveTasksCommand({ SourceArn: arn, MaxResults: 1 }),
    );
    const [last] = results;
    if (last === undefined) return undefined;
    const { Status: status, FailureReason: failure } = last;
    return {
      isRunning: status === 'RUNNING' || status === 'CANCELLING',
      startedAt: last.StartedTimestamp ?? 0,
      moved: last.ApproximateNumberOfMessagesMoved ?? 0,
      toMove: last.ApproximateNumberOfMessagesToMove ?? 0,
      failure:
        status === 'FAILED'
          ? (failure ?? 'SQS does not say why')
          : status === 'CANCELLED'
            ? 'it was cancelled'
            : undefined,
    };
  }

  private async describe(url: string): Promise<DeadLetters> {
    const asked = ['QueueArn', 'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const { Attributes: attributes = {} } = await this.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...asked] }),
    );
    // One of ours has one source at most.
    const { queueUrls = [] } = await this.sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: url }));
    const [arn, waiting, inHand] = asked.map((name) => attributes[name]);
    return {
      arn: arn!,
      name: this.shortened(nameOf(url)),
      waiting: Number(waiting),
      inHand: Number(inHand),
      sources: queueUrls.map((source) => this.shortened(nameOf(source))),
    };
  }

  private shortened(name: string): string {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
  }
}
