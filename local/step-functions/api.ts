import * as z from 'zod';
import { Refusal, validationFailed } from './refusals.ts';
import type { StepFunctions } from './step-functions.ts';

const text = z.string();
const paging = { maxResults: z.number().optional(), nextToken: text.min(1).optional() };
const why = { error: text.optional(), cause: text.optional() };

/** The operations of the AWS JSON 1.0 protocol: what each takes, and what it does. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    StartExecution: operation(
      { stateMachineArn: text, name: text.optional(), input: text.optional() },
      (stepFunctions, request) => stepFunctions.startExecution(request),
    ),
    StopExecution: operation({ executionArn: text, ...why }, (stepFunctions, request) =>
      stepFunctions.stopExecution(request),
    ),
    DescribeExecution: operation({ executionArn: text }, (stepFunctions, request) =>
      stepFunctions.describeExecution(request),
    ),
    ListExecutions: operation(
      {
        stateMachineArn: text,
        statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
        ...paging,
      },
      (stepFunctions, request) => stepFunctions.listExecutions(request),
    ),
    GetExecutionHistory: operation(
      {
        executionArn: text,
        reverseOrder: z.boolean().optional(),
        includeExecutionData: z.boolean().optional(),
        ...paging,
      },
      (stepFunctions, request) => stepFunctions.getExecutionHistory(request),
    ),
    SendTaskSuccess: operation({ taskToken: text, output: text }, (stepFunctions, request) =>
      stepFunctions.sendTaskSuccess(request),
    ),
    SendTaskFailure: operation({ taskToken: text, ...why }, (stepFunctions, request) =>
      stepFunctions.sendTaskFailure(request),
    ),
    SendTaskHeartbeat: operation({ taskToken: text }, (stepFunctions, request) =>
      stepFunctions.sendTaskHeartbeat(request),
    ),
    DescribeStateMachine: operation({ stateMachineArn: text }, (stepFunctions, request) =>
      stepFunctions.describeStateMachine(request),
    ),
    DescribeStateMachineForExecution: operation({ executionArn: text }, (stepFunctions, request) =>
      stepFunctions.describeStateMachineForExecution(request),
    ),
    ListStateMachines: operation(paging, (stepFunctions, request) => stepFunctions.listStateMachines(request)),
  }),
);

type Operation = (stepFunctions: StepFunctions, body: unknown) => object | void;

function operation<Shape extends z.ZodRawShape>(
  shape: Shape,
  answer: (stepFunctions: StepFunctions, request: z.infer<z.ZodObject<Shape>>) => object | void,
): Operation {
  const schema = z.object(shape);
  return (stepFunctions, body) => {
    const request = schema.safeParse(body);
    if (request.success) return answer(stepFunctions, request.data);
    const [issue] = request.error.issues;
    throw validationFailed(issue?.path.join('.') ?? '', issue?.message ?? 'Member must satisfy its type');
  };
}

/**
 * Step Functions over the AWS JSON 1.0 protocol, without the HTTP around it: answers the body for an `X-Amz-Target`
 * ("AWSStepFunctions.StartExecution") and a parsed body. Throws errors with AWS's names.
 */
export function statesApi(stepFunctions: StepFunctions): (target: string, body: unknown) => Promise<object> {
  return async (target, body) => {
    const [service, name = ''] = target.split('.');
    const known = service === 'AWSStepFunctions' ? OPERATIONS.get(name) : undefined;
    if (known === undefined) throw new Refusal('UnknownOperationException', `${target} is not supported`);
    return entriesOnTheWire(known(stepFunctions, body) ?? {});
  };
}

/** Dates go over the wire as seconds since the epoch; what is undefined does not go at all. */
function onTheWire(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(onTheWire);
  return typeof value === 'object' && value !== null ? entriesOnTheWire(value) : value;
}

function entriesOnTheWire(value: object): object {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.map(([key, part]) => [key, onTheWire(part)]));
}
