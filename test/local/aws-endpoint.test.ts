import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { clientOf, openShop } from './corner-shop/open-shop.ts';

const awsError = z.object({ __type: z.string() });

test('the ordinary Step Functions client lists, reads and answers', async () => {
  const { stack, order, itemsOf } = await openShop();
  await order('1001');
  const states = new SFNClient(clientOf(stack));
  const { executions } = await states.send(
    new ListExecutionsCommand({ stateMachineArn: stack.description.stateMachines[0]!.arn }),
  );
  expect(executions).toMatchObject([{ name: '1001', status: 'RUNNING' }]);
  const token = (await itemsOf('ORDER#1001'))[0]!['awaiting']!.S!;
  await states.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
  await stack.settle();
  const { events } = await states.send(
    new GetExecutionHistoryCommand({ executionArn: executions![0]!.executionArn, maxResults: 1000 }),
  );
  expect(events!.at(-1)).toMatchObject({ type: 'ExecutionSucceeded' });
  await expect(states.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
});

test('a function can be called by name, its error marked as Lambda marks it', async () => {
  const { stack } = await openShop();
  const clumsy = stack.description.functions.find(({ name }) => name.includes('clumsy'))!.name;
  const call = (name: string, payload: object, type = 'RequestResponse') =>
    fetch(`${stack.awsUrl}/2015-03-31/functions/${name}/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': type },
      body: JSON.stringify(payload),
    });
  const misbehave = { pathParameters: { how: 'throw' } };
  const failed = await call(clumsy, misbehave);
  expect([failed.status, failed.headers.get('x-amz-function-error')]).toEqual([200, 'Unhandled']);
  expect(await failed.json()).toMatchObject({ errorType: 'RangeError' });
  expect((await call(clumsy, { pathParameters: { how: 'bare' } }, 'Event')).status).toBe(202);
  const nobody = await call('nobody', {});
  expect([nobody.status, await nobody.json()]).toMatchObject([404, { __type: 'ResourceNotFoundException' }]);
});

test('what nobody here knows is refused in AWS’s shape', async () => {
  const { stack } = await openShop();
  const ask = async (target: string, body: string) => {
    const response = await fetch(stack.awsUrl, { method: 'POST', headers: { 'x-amz-target': target }, body });
    return [response.status, awsError.parse(await response.json()).__type];
  };
  expect(await ask('Kinesis_20131202.PutRecord', '{}')).toEqual([400, 'UnknownOperationException']);
  expect(await ask('DynamoDB_20120810.CreateBackup', '{}')).toEqual([400, 'UnknownOperationException']);
  expect(await ask('AmazonSQS.CreateQueue', '{}')).toEqual([400, 'UnknownOperationException']);
  expect(await ask('AWSStepFunctions.CreateStateMachine', '{}')).toEqual([400, 'UnknownOperationException']);
  expect(await ask('DynamoDB_20120810.GetItem', '{')).toEqual([400, 'SerializationException']);
  expect((await fetch(`${stack.awsUrl}/bucket/key`)).status).toBe(404);
});
