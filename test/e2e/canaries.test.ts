import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../cli/simulate/chance.ts';
import { AwsError } from '../../local/aws-error.ts';
import type { EmbeddedStack } from '../../local/embedded-stack.ts';
import { canary, lifeOf, marks } from './canary-lives.ts';
import { Outside, stackOnMonday } from './outside.ts';

/** `CANARY_LIVES=300 npx vitest run test/e2e/canaries.test.ts` looks at more. */
const lives = Number(process.env['CANARY_LIVES'] ?? 16);
const atOnce = 8;
const hour = 3_600_000;

let stack: EmbeddedStack;
let shop: Outside;
/** Every line that a function wrote; metrics are lines too. */
const lines: string[] = [];
/** Everything that was put on a queue, whoever put it there. */
const queued: { readonly queue: string; readonly message: string }[] = [];
/** What EventBridge told of executions. */
const told: string[] = [];

beforeAll(async () => {
  stack = await stackOnMonday((line) => void lines.push(line));
  shop = new Outside(stack.apiUrl, stack.awsUrl, stack.close);
  for (const queue of stack.queues.all()) {
    const send = queue.send.bind(queue);
    queue.send = (body, options) => {
      queued.push({ queue: queue.description.name, message: JSON.stringify([body, options]) });
      return send(body, options);
    };
  }
  const invokeAsync = stack.functions.invokeAsync.bind(stack.functions);
  stack.functions.invokeAsync = (name, event) => {
    const text = JSON.stringify(event);
    if (text.includes('"aws.states"')) told.push(text);
    invokeAsync(name, event);
  };
  await live();
}, 1_200_000);
afterAll(() => shop.close());

/** Everybody lives at once; half of them while things break, until what failed is set aside. */
async function live(): Promise<void> {
  const waiting = Array.from({ length: lives }, (_, number) => lifeOf(number, new Chance(7, 'canary', number)));
  const work = async (): Promise<void> => {
    for (let life = waiting.pop(); life !== undefined; life = waiting.pop()) {
      for (const step of life) await step(shop);
    }
  };
  const half = waiting.splice(0, waiting.length / 2);
  await Promise.all(Array.from({ length: atOnce }, work));
  await stack.settle();
  // From here on SES is not to be reached, and some executions cannot be started.
  stack.mail.failNext({ when: 'before', how: 500, times: 40 });
  stack.mail.failNext({ when: 'after', how: 'reset', times: 5 });
  stack.mail.failNext({ when: 'before', how: 400, times: 5 });
  const start = stack.stepFunctions.startExecution.bind(stack.stepFunctions);
  const refused = new Set<string | undefined>();
  stack.stepFunctions.startExecution = (request) => {
    if (refused.size < 3) refused.add(request.name);
    // Of a kind that the SDK does not try again by itself.
    if (refused.has(request.name)) throw new AwsError('StateMachineDoesNotExist', 'not now');
    return start(request);
  };
  // Nobody can read this order, and both that follow the stream set it aside.
  const Item = { pk: { S: 'SHOP#demo#ORDER#torn' }, sk: { S: 'ORDER' }, facts: { S: `torn by ${canary}` } };
  await stack.tables.call('PutItem', { TableName: stack.description.tables[0]!.name, Item });
  waiting.push(...half);
  await Promise.all(Array.from({ length: atOnce }, work));
  await stack.advance(2 * hour);
  stack.stepFunctions.startExecution = start;
  await stack.advance(2 * hour);
  await shop.ask('DELETE', '/customers/k-1');
  await stack.advance(hour);
}

const withCanaries = (all: readonly string[]): string[] => all.filter((one) => marks.test(one));

describe('what is known of a customer', () => {
  it('is in the mails to them, and in the table: there was something to leak', () => {
    expect(withCanaries(stack.mail.all().map((mail) => JSON.stringify(mail))).length).toBeGreaterThan(lives / 2);
  });

  it('is in no line that a function writes, and in no metric', () => {
    expect(lines.length).toBeGreaterThan(lives * 5);
    expect(lines.filter((line) => line.includes('"CloudWatchMetrics"')).length).toBeGreaterThan(0);
    // Calls that were refused are among them, and functions that broke.
    expect(lines.filter((line) => /"status":4\d\d/.test(line)).length).toBeGreaterThan(lives);
    expect(lines.filter((line) => /"level":"(WARN|ERROR)"/.test(line)).length).toBeGreaterThan(0);
    expect(withCanaries(lines)).toEqual([]);
  });

  it('is in no execution: not in its name, its input and output, nor in any event', async () => {
    const [machine] = stack.description.stateMachines;
    const { executions } = stack.stepFunctions.listExecutions({ stateMachineArn: machine!.arn });
    expect(executions.length).toBeGreaterThan(lives / 4);
    const histories = executions.map(({ executionArn }) =>
      JSON.stringify([executionArn, stack.stepFunctions.wholeHistory(executionArn!)]),
    );
    expect(withCanaries(histories)).toEqual([]);
    expect(withCanaries(told)).toEqual([]);
  });

  it('is on no queue, and among no dead letters', () => {
    const aside = stack.queues.all().flatMap((queue) => {
      const name = queue.description.name;
      return queue.messages().map((message) => ({ name, message: JSON.stringify(message) }));
    });
    const dead = aside.filter(({ name }) => name.endsWith('-dead-letters'));
    // What the stream could not hand over lies there; of executions that could not be started the bells rang again.
    expect(dead.length).toBeGreaterThan(0);
    expect(queued.some(({ queue }) => queue.endsWith('-ring-again'))).toBe(true);
    expect(queued.filter(({ message }) => marks.test(message))).toEqual([]);
    expect(aside.filter(({ message }) => marks.test(message))).toEqual([]);
  });

  it('is in no address of ours, and beside no mail: not in its tags, not in its headers', () => {
    const mails = stack.mail.all();
    const beside = mails.map(({ tags, headers }) => JSON.stringify([tags, headers]));
    expect(withCanaries(beside)).toEqual([]);
    const ours = mails.flatMap(({ html, text }) => `${html} ${text}`.split(stack.apiUrl).slice(1));
    const addresses = ours.map((after) => /^[^\s"<>]*/.exec(after)![0]);
    expect(addresses.length).toBeGreaterThan(lives);
    expect(withCanaries(addresses)).toEqual([]);
  });
});
