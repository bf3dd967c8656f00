import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { clientOf, hour, openShop } from '../corner-shop/open-shop.ts';

test('an execution that is stopped is told to the rule that waits for it', async () => {
  const { stack, order, ask, seen } = await openShop();
  await order('1001');
  const states = new SFNClient(clientOf(stack));
  const executionArn = `${stack.description.stateMachines[0]!.arn.replace(':stateMachine:', ':execution:')}:1001`;
  await states.send(new StopExecutionCommand({ executionArn, error: 'Tried', cause: 'a test' }));
  await stack.settle();
  expect((await ask('GET', '/_local/executions')).body).toMatchObject([{ status: 'ABORTED' }]);
  expect(await seen('Step Functions Execution Status Change')).toMatchObject([
    { source: 'aws.states', resources: [executionArn], detail: { status: 'ABORTED', name: '1001', error: 'Tried' } },
  ]);
});

test('a schedule fires at its instants, each seen at its own', async () => {
  const { stack, seen } = await openShop({ startAt: Date.parse('2026-12-01T10:00:00Z') });
  await stack.advance(5 * hour);
  const fired = await seen('Scheduled Event');
  expect(fired).toHaveLength(5);
  for (const { time, seenAt } of fired) expect(seenAt.slice(0, 19)).toBe(time.slice(0, 19));
});

test('an event that somebody puts reaches the rules that match', async () => {
  const { stack, seen } = await openShop();
  const bus = new EventBridgeClient(clientOf(stack));
  const entry = { Source: 'aws.ses', DetailType: 'Email Sent', Detail: '{"mail":{"messageId":"m1"}}' };
  const { FailedEntryCount, Entries } = await bus.send(
    new PutEventsCommand({ Entries: [entry, { ...entry, DetailType: 'Email Opened' }, { ...entry, Detail: 'no' }] }),
  );
  expect(FailedEntryCount).toBe(1);
  expect(Entries!.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, undefined, 'MalformedDetail']);
  await stack.settle();
  expect(await seen('Email Sent')).toMatchObject([{ detail: { mail: { messageId: 'm1' } } }]);
});
