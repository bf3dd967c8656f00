import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { Activity } from '../../../local/activity.ts';
import { StandingClock } from '../../../local/clock.ts';
import { Journal } from '../../../local/journal.ts';
import type { StatusChange } from '../../../local/step-functions/descriptions.ts';
import type { FunctionAnswer } from '../../../local/step-functions/integrations.ts';
import type { JournalEntry } from '../../../local/step-functions/journal-entries.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../local/step-functions/json.ts';
import { StepFunctions } from '../../../local/step-functions/step-functions.ts';

export const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order';
export const ROLE = 'arn:aws:iam::000000000000:role/Order';
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

/** A failure as a Lambda function reports it. */
export function failing(errorType: string, errorMessage = 'it did not work'): FunctionAnswer {
  return { functionError: { errorType, errorMessage, trace: [`${errorType}: ${errorMessage}`] } };
}

export interface BenchOptions {
  at?: number;
  journal?: string;
  random?: () => number;
}

/**
 * A state machine on a clock that stands still, with a world around it that answers what the test says. Everything that
 * was asked of that world is kept.
 */
export class Bench {
  readonly clock: StandingClock;
  readonly activity = new Activity();
  readonly stepFunctions: StepFunctions;
  readonly changes: StatusChange[] = [];
  readonly payloads: Json[] = [];
  readonly awsCalls: Array<{ service: string; action: string; args: JsonObject }> = [];
  /** What functions answer, by the payload they get. */
  invoke: (payload: Json, functionArn: string) => FunctionAnswer | Promise<FunctionAnswer> = () => ({ payload: {} });
  /** What AWS answers to the SDK actions of tasks. */
  aws: (args: JsonObject) => unknown = () => ({});

  constructor({ at = NOON, journal, random = () => 0.5 }: BenchOptions = {}) {
    this.clock = new StandingClock(at);
    let ids = 0;
    this.stepFunctions = new StepFunctions({
      clock: this.clock,
      activity: this.activity,
      invokeFunction: async (functionArn, payload) => {
        this.payloads.push(payload);
        return this.invoke(payload, functionArn);
      },
      callAws: async (service, action, args) => {
        this.awsCalls.push({ service, action, args });
        return this.aws(args);
      },
      statusChanged: (change) => this.changes.push(change),
      random,
      newId: () => `id-${++ids}`,
      ...(journal === undefined ? {} : { journal: new Journal<JournalEntry>(journal) }),
    });
  }

  /** Puts the states as the machine "Order"; the first one named is where it starts. */
  put(states: Record<string, object>, more: object = {}): this {
    this.stepFunctions.putStateMachine({
      arn: MACHINE,
      name: 'Order',
      roleArn: ROLE,
      definition: machine(states, more),
    });
    return this;
  }

  /** Starts an execution and lets it come to rest. */
  async start(input: Json = {}, name?: string): Promise<string> {
    const request = { stateMachineArn: MACHINE, input: JSON.stringify(input), name };
    const { executionArn } = this.stepFunctions.startExecution(request);
    await this.settled();
    return executionArn;
  }

  settled(): Promise<void> {
    return this.activity.settled();
  }

  async pass(seconds: number): Promise<void> {
    await this.clock.moveTo(this.clock.now() + seconds * 1000, () => this.activity.settled());
  }

  /** The token that the last waiting task gave away. */
  get token(): string {
    const { args } = this.awsCalls.at(-1)!;
    const values = args['ExpressionAttributeValues'];
    const token = isJsonObject(values) ? values[':token'] : undefined;
    if (!isJsonObject(token) || typeof token['S'] !== 'string') throw new Error('The last call gave no token away');
    return token['S'];
  }

  async succeed(output: Json, token = this.token): Promise<void> {
    this.stepFunctions.sendTaskSuccess({ taskToken: token, output: JSON.stringify(output) });
    await this.settled();
  }

  async fail(error: string, cause?: string, token = this.token): Promise<void> {
    this.stepFunctions.sendTaskFailure({ taskToken: token, error, cause });
    await this.settled();
  }

  history(executionArn: string): HistoryEvent[] {
    return this.stepFunctions.wholeHistory(executionArn);
  }

  types(executionArn: string): string[] {
    return this.history(executionArn).map(({ type }) => String(type));
  }

  /** The names of the states it entered, in order. */
  path(executionArn: string): string[] {
    return this.history(executionArn).flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []);
  }

  /** What the execution put out. */
  output(executionArn: string): Json {
    const { status, output, error, cause } = this.stepFunctions.describeExecution({ executionArn });
    if (output === undefined) throw new Error(`${status}, ${error}: ${cause}`);
    const value: Json = JSON.parse(output);
    return value;
  }

  /** How the execution ended. */
  end(executionArn: string): { status: string; error?: string; cause?: string } {
    const { status, error, cause } = this.stepFunctions.describeExecution({ executionArn });
    return {
      status: String(status),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  }
}

export function machine(states: Record<string, object>, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
}

/** A task that calls a function with the state's input, or with `payload`. */
export function calling(more: object = {}, payload: Json = '{% $states.input %}'): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'messenger', Payload: payload },
    Output: '{% $states.result.Payload %}',
    ...('Next' in more ? {} : { End: true }),
    ...more,
  };
}

/** A task that writes its token into a table and waits for an answer. */
export function awaiting(more: object = {}): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
    Arguments: {
      TableName: 'shop',
      Key: { pk: { S: "{% 'ORDER#' & $states.input.order %}" } },
      ExpressionAttributeValues: { ':token': { S: '{% $states.context.Task.Token %}' } },
    },
    ...('Next' in more ? {} : { End: true }),
    ...more,
  };
}

/** A task that writes into a table and waits for nothing more. */
export function writing(): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem',
    Arguments: { TableName: 'shop', Key: { pk: { S: "{% 'ORDER#' & $states.input.order %}" } } },
    End: true,
  };
}

/** A Pass that ends the execution with `output`. */
export function ending(output: Json): object {
  return { Type: 'Pass', Output: output, End: true };
}
