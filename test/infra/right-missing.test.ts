import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedStack } from '../../local/embedded-stack.ts';
import { MissingRight } from '../../local/iam/check-rights.ts';
import { seed } from '../../local/seed.ts';
import { assemblyWith, stackName, takeAway, takeAwayCall, type Resources } from './assembly-with.ts';
import { anne, anOrder, Talk } from './talk.ts';

// What the shop and its customers see of a right that is missing, and that nothing is lost by it.

const minute = 60_000;
const hour = 60 * minute;

async function stackWithout(change: (resources: Resources) => void): Promise<Talk> {
  const assembly = assemblyWith(change);
  onTestFinished(assembly.remove);
  const startAt = Date.parse('2026-11-23T09:00:00Z');
  const options = { assembly: assembly.folder, template: stackName, seed, startAt };
  const stack = await startEmbeddedStack({ ...options, port: 0, awsPort: 0 });
  onTestFinished(stack.close);
  return new Talk(stack);
}

async function placed(talk: Talk, id: string): Promise<void> {
  await talk.ask('POST', '/orders', anOrder(id));
  await talk.stack.settle();
}

const messagesTo = ({ stack }: Talk, order: string): (string | undefined)[] =>
  stack.mail
    .all()
    .filter(({ tags }) => tags['order'] === order)
    .map(({ tags }) => tags['message']);

const executionsOf = ({ stack }: Talk): { name?: string | undefined; status?: string | undefined }[] => {
  const stateMachineArn = stack.description.stateMachines[0]!.arn;
  return stack.stepFunctions.listExecutions({ stateMachineArn }).executions ?? [];
};

const historyOf = ({ stack }: Talk, order: string): string =>
  JSON.stringify(
    stack.stepFunctions.getExecutionHistory({
      executionArn: `${stack.description.stateMachines[0]!.arn.replace(':stateMachine:', ':execution:')}:demo.${order}`,
      maxResults: 1000,
    }),
  );

describe('where a function may not', () => {
  it('write orders, a call is a 500 that says so to us and not to the caller, and no order is half there', async () => {
    const talk = await stackWithout(takeAway('dynamodb:UpdateItem', /RecordOrder/, /ORDER/));
    const { status, said } = await talk.tell('POST', '/orders', anOrder('lost'));
    expect(status).toBe(500);
    expect(said).toMatchObject({ type: expect.stringContaining('urn:shopkeeper:problem:'), status: 500 });
    expect(JSON.stringify(said)).not.toMatch(/arn:|AccessDenied|dynamodb/);
    expect((await talk.tell('GET', '/orders/lost')).status).toBe(404);
    expect(talk.stack.gate.refusals()).toEqual([
      expect.stringMatching(
        /^User: arn:aws:sts::000000000000:assumed-role\/\S+RecordOrder\S+\/Shopkeeper-local-record-order is not authorized to perform: dynamodb:UpdateItem on resource: arn:aws:dynamodb:eu-west-1:000000000000:table\/\S+ because no identity-based policy allows the dynamodb:UpdateItem action$/,
      ),
    ]);
    expect(talk.stack.functionLog.recent().join('\n')).toContain('AccessDeniedException');
  });

  it('see items of one kind, it still sees those of the others', async () => {
    const talk = await stackWithout((resources) => {
      const [, policy] = Object.entries(resources).find(
        ([id, { Type }]) => Type === 'AWS::IAM::Policy' && /ShowOrder/.test(id),
      )!;
      // All that an API key needs is left.
      policy.Properties = JSON.parse(JSON.stringify(policy.Properties).replaceAll('SHOP#*#ORDER#*', 'SHOP#*#OTHER#*'));
    });
    await placed(talk, 'hidden');
    expect((await talk.tell('GET', '/orders/hidden')).status).toBe(500);
    expect((await talk.tell('GET', '/orders/hidden', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('start executions, the order is taken all the same, and rung for until it may', async () => {
    const talk = await stackWithout(takeAway('states:StartExecution', /Relay/));
    await placed(talk, 'waiting');
    expect(executionsOf(talk)).toEqual([]);
    const { delayed, visible, inFlight } = talk.stack.queues.at('Shopkeeper-local-ring-again').counts();
    expect(delayed + visible + inFlight).toBe(1);
    expect(talk.stack.functionLog.recent().join('\n')).toMatch(/rings again.*waiting|waiting.*rings again/);
    expect(talk.stack.gate.refusals().join()).toContain('states:StartExecution');
  });

  it('send to a queue, what it was to send is tried for, and set aside with word of it', async () => {
    const talk = await stackWithout(takeAway('sqs:SendMessage', /ProjectTimeline/, /StaffMail/));
    await placed(talk, 'wrong');
    await talk.ask('POST', '/orders/wrong/words', { word: 'problem', about: 'damaged', by: 'phone' });
    await talk.stack.settle();
    await talk.stack.advance(hour);
    expect(talk.stack.gate.refusals()).toEqual([expect.stringContaining('sqs:sendmessage')]);
    expect(talk.stack.queues.at('Shopkeeper-local-project-timeline-dead-letters').counts().visible).toBeGreaterThan(0);
  });

  it('mail in the name of the shop, SES refuses the sender, and the order waits with its mail unsaid', async () => {
    const talk = await stackWithout((resources) => {
      const text = JSON.stringify(resources).replaceAll(':identity/*', ':identity/other.example');
      Object.assign(resources, JSON.parse(text));
    });
    await placed(talk, 'unsaid');
    expect(messagesTo(talk, 'unsaid')).toEqual([]);
    expect(talk.stack.functionLog.recent().join('\n')).toContain('SES refuses the sender');
    expect(talk.stack.gate.refusals()).toEqual([
      expect.stringMatching(
        /^User `\S+' is not authorized to perform `ses:SendEmail' on resource `\S+:identity\/bonjour@/,
      ),
    ]);
    expect(executionsOf(talk)).toMatchObject([{ status: 'RUNNING' }]);
  });

  it('write its log, its lines are lost and it works', async () => {
    const talk = await stackWithout(takeAway('logs:PutLogEvents', /RecordOrder/));
    await placed(talk, 'silent');
    expect(messagesTo(talk, 'silent')).toEqual(['confirm-order']);
    expect(talk.stack.functionLog.recent().some((line) => line.startsWith('Shopkeeper-local-record-order'))).toBe(
      false,
    );
  });
});

describe('where the state machine may not', () => {
  it('write the table, the customer has the confirmation, the execution fails, and staff hear of it', async () => {
    const talk = await stackWithout(takeAway('dynamodb:UpdateItem', /WorkflowRole/));
    await placed(talk, 'stuck');
    expect(messagesTo(talk, 'stuck')).toContain('confirm-order');
    expect(historyOf(talk, 'stuck')).toContain('DynamoDb.DynamoDbException');
    expect(executionsOf(talk).map(({ status }) => status)).toContain('FAILED');
    expect(talk.stack.functionLog.recent().join('\n')).toContain('an execution died');
  });

  it('call the messenger, nothing is said and the order is not forgotten', async () => {
    const talk = await stackWithout(takeAway('lambda:InvokeFunction', /WorkflowRole/));
    await placed(talk, 'mute');
    expect(messagesTo(talk, 'mute')).toEqual([]);
    expect(historyOf(talk, 'mute')).toContain('Lambda.AWSLambdaException');
    expect((await talk.tell('GET', '/orders/mute')).status).toBe(200);
  });
});

describe('where a service may not call a function', () => {
  it("a route is API Gateway's own 500", async () => {
    const talk = await stackWithout(takeAwayCall('apigateway.amazonaws.com', /POSTorders[^i]*Permission/));
    expect(await talk.tell('POST', '/orders', anOrder('unheard'))).toEqual({
      status: 500,
      said: { message: 'Internal Server Error' },
    });
    expect((await talk.tell('GET', '/shop')).status).toBe(200);
  });

  it('an event is dropped, and what nobody noted the sweep finds within the hour', async () => {
    const talk = await stackWithout(takeAwayCall('events.amazonaws.com', /ExecutionDied/));
    await placed(talk, 'killed');
    const { stepFunctions, description } = talk.stack;
    const executionArn = `${description.stateMachines[0]!.arn.replace(':stateMachine:', ':execution:')}:demo.killed`;
    stepFunctions.stopExecution({ executionArn });
    await talk.stack.settle();
    expect(executionsOf(talk)).toHaveLength(1);
    await talk.stack.advance(hour + minute);
    expect(executionsOf(talk)).toMatchObject([{ name: 'demo.killed.2', status: 'RUNNING' }, { status: 'ABORTED' }]);
  });
});

describe('what could not be deployed does not start', () => {
  it.each<[string, (resources: Resources) => void, RegExp]>([
    [
      'a stream that its reader may not read',
      takeAway('dynamodb:GetRecords', /Relay/),
      /relay: its role may not dynamodb:GetRecords/,
    ],
    [
      'a queue that its reader may not empty',
      takeAway('sqs:DeleteMessage', /MailStaff/),
      /mail-staff: its role may not sqs:DeleteMessage/,
    ],
    [
      'a place for failures where they may not go',
      takeAway('sqs:SendMessage', /ProjectTimeline/, /DeadLetters/),
      /project-timeline: its role may not sqs:SendMessage .*dead-letters/,
    ],
    [
      'a role that the service may not act in',
      (resources) => {
        const role = Object.entries(resources).find(([id]) => id.startsWith('WorkflowRole'))![1];
        role.Properties = JSON.parse(
          JSON.stringify(role.Properties).replace('states.amazonaws.com', 'ec2.amazonaws.com'),
        );
      },
      /order: the role .* cannot be assumed by states.amazonaws.com/,
    ],
  ])('%s', async (_, change, said) => {
    const assembly = assemblyWith(change);
    onTestFinished(assembly.remove);
    const starting = startEmbeddedStack({ assembly: assembly.folder, template: stackName, port: 0, awsPort: 0 });
    await expect(starting).rejects.toThrow(MissingRight);
    await expect(starting).rejects.toThrow(said);
  });
});

it('a person with keys of their own is the administrator', async () => {
  const talk = await stackWithout(() => undefined);
  await talk.ask('POST', '/orders', anOrder('seen', { ...anne, id: 'ada' }));
  const response = await fetch(talk.stack.awsUrl, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20261123/eu-west-1/dynamodb/aws4_request',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.Scan',
    },
    body: JSON.stringify({ TableName: talk.stack.description.tables[0]!.name }),
  });
  expect(response.status).toBe(200);
});
