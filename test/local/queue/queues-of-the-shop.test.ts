import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { minute, openShop } from '../corner-shop/open-shop.ts';

test('the ordinary client sends, receives and deletes, checksums included', async () => {
  const { sqs, queueUrl } = await openShop();
  const QueueUrl = queueUrl('DeadLetters');
  const attributes = { shop: { DataType: 'String', StringValue: 'demo' } };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'crème brûlée', MessageAttributes: attributes }));
  const batch = ['a', 'b'].map((Id) => ({ Id, MessageBody: Id }));
  expect((await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: batch }))).Successful).toHaveLength(2);
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  );
  expect(Messages!.map(({ Body }) => Body)).toEqual(['crème brûlée', 'a', 'b']);
  expect(Messages![0]).toMatchObject({ MessageAttributes: attributes, Attributes: { ApproximateReceiveCount: '1' } });
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages![0]!.ReceiptHandle }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '2', MessageRetentionPeriod: '1209600' });
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))).rejects.toBeInstanceOf(QueueDoesNotExist);
});

test('a long poll ends with the first message, and waiting for it is not activity', async () => {
  const { sqs, queueUrl, stack } = await openShop();
  const QueueUrl = queueUrl('DeadLetters');
  const poll = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  await stack.settle();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'at last' }));
  expect((await poll).Messages).toMatchObject([{ Body: 'at last' }]);
});

test('the queue calls its function; what fails comes again and ends with the dead letters', async () => {
  const { sqs, queueUrl, stack, itemsOf } = await openShop();
  const QueueUrl = queueUrl('RingAgain');
  const batch = ['one', 'fail', 'two'].map((Id) => ({ Id, MessageBody: Id }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: batch }));
  await stack.settle();
  expect((await itemsOf('RANG')).map(({ sk, count }) => [sk!.S, count!.S])).toEqual([
    ['one', '1'],
    ['two', '1'],
  ]);
  await stack.advance(20 * minute);
  expect(stack.queues.at(QueueUrl).messages()).toEqual([]);
  const dead = stack.queues.at(queueUrl('DeadLetters')).messages();
  expect(dead).toMatchObject([{ body: 'fail', receives: 3 }]);
});

test('what was set aside is put back where it came from, as new messages', async () => {
  const { sqs, queueUrl, stack } = await openShop();
  const [source, dead] = [stack.queues.at(queueUrl('RingAgain')), stack.queues.at(queueUrl('DeadLetters'))];
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl('RingAgain'), MessageBody: 'fail' }));
  await stack.advance(20 * minute);
  const [before] = dead.messages();
  const { queueUrls } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: queueUrl('DeadLetters') }));
  expect(queueUrls).toEqual([queueUrl('RingAgain')]);
  const SourceArn = dead.description.arn;
  expect((await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }))).TaskHandle).toBeDefined();
  expect((await sqs.send(new ListMessageMoveTasksCommand({ SourceArn }))).Results).toMatchObject([
    { Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1, ApproximateNumberOfMessagesToMove: 1 },
  ]);
  expect(dead.messages()).toEqual([]);
  expect(source.messages()).toMatchObject([{ body: 'fail' }]);
  expect(source.messages()[0]!.id).not.toBe(before!.id);
});

test('nothing is put back that no queue set aside', async () => {
  const { sqs, queueUrl, stack } = await openShop();
  const [source, dead] = [stack.queues.at(queueUrl('RingAgain')), stack.queues.at(queueUrl('DeadLetters'))];
  const start = (SourceArn: string) => sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  await expect(start(source.description.arn)).rejects.toThrow('must be configured as a Dead Letter Queue');
  await expect(start(`${source.description.arn}-gone`)).rejects.toThrow('does not exist');
  dead.send('from elsewhere');
  const { arn: SourceArn } = dead.description;
  await start(SourceArn);
  expect((await sqs.send(new ListMessageMoveTasksCommand({ SourceArn }))).Results).toMatchObject([
    { Status: 'FAILED', FailureReason: 'CouldNotDetermineMessageSource', ApproximateNumberOfMessagesMoved: 0 },
  ]);
  expect(dead.messages()).toHaveLength(1);
});
