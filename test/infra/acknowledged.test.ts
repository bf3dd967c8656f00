import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { seed } from '../../local/seed.ts';
import { stackName } from './assembly-with.ts';
import { anOrder, Talk } from './talk.ts';

// What infra/acknowledged.ts rests on.

let stack: EmbeddedStack;
let talk: Talk;

beforeAll(async () => {
  const startAt = Date.parse('2026-11-23T09:00:00Z');
  stack = await startEmbeddedStack({ assembly: 'cdk.out', template: stackName, seed, startAt, port: 0, awsPort: 0 });
  talk = new Talk(stack);
});

afterAll(() => stack.close());

describe('no route has an authorizer, and', () => {
  it('whoever has neither key nor signature nor token is refused on every route of the template', async () => {
    const routes = stack.description.routes.map(({ routeKey }) => routeKey).filter((key) => key !== '$default');
    expect(routes.length).toBeGreaterThan(30);
    const statuses = await Promise.all(
      routes.map(async (route) => {
        const [method = '', path = ''] = route.split(' ');
        const url = stack.apiUrl + path.replaceAll(/\{\w+\}/g, 'demo');
        const response = await fetch(url, { method, ...(method === 'POST' && { body: '{}' }) });
        return [route, response.status] as const;
      }),
    );
    const open = statuses.filter(([route, status]) => status !== (route.includes(' /c/') ? 404 : 401));
    expect(open).toEqual([['GET /health', 200]]);
  });
});

describe('an execution writes no log of its steps, and', () => {
  it('a log of them would be 9 KB at the least, and more than all the lines that are written about the order', async () => {
    await talk.ask('POST', '/orders', anOrder('good'));
    await talk.ask('POST', '/orders/good/shipments', { parcel: 'p' });
    await stack.settle();
    await talk.ask('POST', '/orders/good/deliveries', { parcel: 'p' });
    await stack.settle();
    await talk.ask('POST', '/orders/good/words', { word: 'received', by: 'phone' });
    await stack.settle();
    const { events } = stack.stepFunctions.getExecutionHistory({ executionArn: executionOf('good') });
    expect(events.at(-1)?.type).toBe('ExecutionSucceeded');
    // Without the data of the steps, a line names the event, its kind and the execution.
    const lines = events.map(({ id, previousEventId, timestamp, type }) => {
      const execution_arn = executionOf('good');
      return JSON.stringify({
        id,
        type,
        previous_event_id: previousEventId,
        event_timestamp: timestamp,
        execution_arn,
      });
    });
    const ours = stack.functionLog.recent().filter((line) => line.includes('"good"'));
    const sizeOf = (those: readonly string[]): number => those.join('\n').length;
    expect(ours.length).toBeGreaterThanOrEqual(4);
    expect([events.length, Math.round(sizeOf(lines) / 1000)]).toEqual([45, 9]);
    expect(sizeOf(lines)).toBeGreaterThan(sizeOf(ours));
  });
});

describe('nothing is traced by X-Ray, and', () => {
  it("an order's number leads from the call to the execution and to the mail", () => {
    const calls = stack.functionLog.recent().filter((line) => line.includes('"POST /orders"'));
    expect(calls.filter((line) => line.includes('"order":"good"'))).toHaveLength(1);
    expect(stack.stepFunctions.describeExecution({ executionArn: executionOf('good') }).name).toBe('demo.good');
    const mails = stack.mail.all().filter(({ tags }) => tags['order'] === 'good');
    expect(mails.map(({ tags }) => tags['message'])).toContain('confirm-order');
  });
});

function executionOf(order: string): string {
  return `${stack.description.stateMachines[0]?.arn.replace(':stateMachine:', ':execution:')}:demo.${order}`;
}
