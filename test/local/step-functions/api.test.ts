import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statesApi } from '../../../local/step-functions/api.ts';
import { statesOf } from '../../../local/step-functions/states-of.ts';
import { awaiting, Bench, MACHINE } from './workflow-bench.ts';

let bench: Bench;
let server: Server;
let client: SFNClient;

/** The HTTP around the API as AWS has it, in a few lines. */
function serve(answer: ReturnType<typeof statesApi>): Server {
  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const target = String(request.headers['x-amz-target']);
    const [status, json] = await answer(target, JSON.parse(body)).then(
      (result) => [200, result] as const,
      (error: Error) => [400, { __type: error.name, message: error.message }] as const,
    );
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(json));
  };
  return createServer((request, response) => void exchange(request, response));
}

function named(name: string) {
  return expect.objectContaining({ name });
}

beforeEach(async () => {
  bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 600, HeartbeatSeconds: 60 }) });
  server = serve(statesApi(bench.stepFunctions));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SFNClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials, maxAttempts: 1 });
});
afterEach(() => {
  client.destroy();
  server.close();
});

describe('the API with the ordinary SDK', () => {
  it('starts, answers and describes an execution, and reads its history', async () => {
    const request = { stateMachineArn: MACHINE, name: 'demo.1001', input: '{"order":"1001"}' };
    const { executionArn, startDate } = await client.send(new StartExecutionCommand(request));
    expect(startDate).toEqual(new Date('2026-11-23T12:00:00.000Z'));
    await bench.settled();
    await bench.pass(30.5);
    await client.send(new SendTaskHeartbeatCommand({ taskToken: bench.token }));
    await client.send(new SendTaskSuccessCommand({ taskToken: bench.token, output: '{"shipped":true}' }));
    await bench.settled();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"shipped":true}',
      stopDate: new Date('2026-11-23T12:00:30.500Z'),
      redriveStatus: 'NOT_REDRIVABLE',
    });
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: false }));
    expect(events).toHaveLength(8);
    expect(events?.[2]?.taskScheduledEventDetails).toMatchObject({ timeoutInSeconds: 600, heartbeatInSeconds: 60 });
    expect(statesOf(events ?? [])).toEqual([
      { name: 'Await', enteredAt: '2026-11-23T12:00:00.000Z', leftAt: '2026-11-23T12:00:30.500Z' },
    ]);
  });

  it('lists and stops', async () => {
    const started = await client.send(
      new StartExecutionCommand({ stateMachineArn: MACHINE, name: 'a', input: '{"order":"1"}' }),
    );
    await bench.settled();
    const running = new ListExecutionsCommand({ stateMachineArn: MACHINE, statusFilter: 'RUNNING', maxResults: 1 });
    expect((await client.send(running)).executions?.map(({ name }) => name)).toEqual(['a']);
    await client.send(new StopExecutionCommand({ executionArn: started.executionArn, error: 'Erased' }));
    expect((await client.send(running)).executions).toEqual([]);
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines).toEqual([
      { stateMachineArn: MACHINE, name: 'Order', type: 'STANDARD', creationDate: new Date('2026-11-23T12:00:00.000Z') },
    ]);
    const ofMachine = await client.send(new DescribeStateMachineCommand({ stateMachineArn: MACHINE }));
    const own = await client.send(new DescribeStateMachineForExecutionCommand({ executionArn: started.executionArn }));
    expect(own.definition).toBe(ofMachine.definition);
  });

  it('throws the SDK’s own exceptions', async () => {
    const missing = `${MACHINE.replace(':stateMachine:', ':execution:')}:nobody`;
    await expect(client.send(new DescribeExecutionCommand({ executionArn: missing }))).rejects.toThrow(
      named('ExecutionDoesNotExist'),
    );
    await expect(client.send(new SendTaskFailureCommand({ taskToken: 'nonsense' }))).rejects.toThrow(
      named('InvalidToken'),
    );
    await bench.start({ order: '1' });
    const taskToken = bench.token;
    await client.send(new SendTaskFailureCommand({ taskToken, error: 'Delayed' }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toThrow(
      named('TaskTimedOut'),
    );
  });

  it('refuses what it does not know, and what has the wrong shape', async () => {
    const answer = statesApi(bench.stepFunctions);
    for (const target of [
      'AWSStepFunctions.CreateStateMachine',
      'DynamoDB_20120810.GetItem',
      '',
      'AWSStepFunctions.constructor',
    ]) {
      await expect(answer(target, {})).rejects.toMatchObject({ name: 'UnknownOperationException' });
    }
    for (const body of [{}, null, { stateMachineArn: 7 }, { stateMachineArn: MACHINE, input: {} }]) {
      await expect(answer('AWSStepFunctions.StartExecution', body)).rejects.toMatchObject({
        name: 'ValidationException',
      });
    }
  });
});
