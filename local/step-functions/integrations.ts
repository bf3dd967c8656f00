import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** How a task's work is done outside: the two ports, and ids for the requests. */
export interface OutsideWorld {
  invokeFunction(functionArn: string, payload: Json, roleArn: string): Promise<FunctionAnswer>;
  /** Throws an error whose `name` is the AWS exception's. */
  callAws(service: string, action: string, args: JsonObject, roleArn: string): Promise<unknown>;
  newId(): string;
}

export type FunctionAnswer =
  | { payload: Json | undefined }
  | { functionError: { errorType: string; errorMessage: string; trace?: string[] } };

/** What became of a task, or of one call for it. */
export type Outcome =
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly error: string | undefined; readonly cause: string | undefined };

/** What a Task's `Resource` stands for. */
export interface Integration {
  /** As the history names them: "lambda" and "invoke", "aws-sdk:dynamodb" and "updateItem.waitForTaskToken". */
  readonly resourceType: string;
  readonly resource: string;
  /** The call alone does not end the task: an answer with its token does. */
  readonly waitsForToken: boolean;
  /** The first argument that is missing or not supported. */
  wrongArgument(names: readonly string[]): { field: string; why: string } | undefined;
  /** `roleArn`: the execution's role, in which the call is made. */
  call(world: OutsideWorld, args: JsonObject, roleArn: string): Promise<Outcome>;
}

/** An AWS service as the `aws-sdk:` integrations know it. */
interface SdkService {
  /** Before the names of its errors. */
  readonly prefix: string;
  readonly actions: readonly string[];
  /** The exceptions that have a name of their own; all others are `<prefix>.<prefix>Exception`. */
  readonly exceptions: readonly string[];
}

/** Another SDK action is one more word here. */
const SDK_SERVICES: Readonly<Record<string, SdkService>> = {
  dynamodb: {
    prefix: 'DynamoDb',
    actions: ['updateItem'],
    exceptions: [
      'ConditionalCheckFailedException',
      'InternalServerErrorException',
      'ItemCollectionSizeLimitExceededException',
      'LimitExceededException',
      'ProvisionedThroughputExceededException',
      'ReplicatedWriteConflictException',
      'RequestLimitExceededException',
      'ResourceInUseException',
      'ResourceNotFoundException',
      'ThrottlingException',
      'TransactionConflictException',
    ],
  },
};

const LAMBDA_INVOKE: Integration = {
  resourceType: 'lambda',
  resource: 'invoke',
  waitsForToken: false,
  wrongArgument(names) {
    const unknown = names.find((name) => name !== 'FunctionName' && name !== 'Payload');
    if (unknown !== undefined) return { field: unknown, why: 'is not supported' };
    return names.includes('FunctionName') ? undefined : { field: 'FunctionName', why: 'is required' };
  },
  async call(world, args, roleArn) {
    const { FunctionName: functionArn, Payload: payload = {} } = args;
    if (typeof functionArn !== 'string') {
      return { ok: false, error: 'States.Runtime', cause: 'FunctionName must be the name or ARN of a function.' };
    }
    try {
      const answer = await world.invokeFunction(functionArn, payload, roleArn);
      if ('functionError' in answer) return functionFailed(answer.functionError);
      return { ok: true, result: invocation(answer.payload ?? null, world.newId()) };
    } catch (error) {
      const { name, message } = asError(error);
      // Lambda's client of the workflow service knows no exception of its own for a right that is missing.
      const isRefused = name === 'AccessDeniedException';
      const known = isRefused ? 'AWSLambdaException' : name.endsWith('Exception') ? name : 'SdkClientException';
      return { ok: false, error: `Lambda.${known}`, cause: `${message} (Service: AWSLambda; Error Code: ${name})` };
    }
  },
};

function functionFailed(failure: { errorType?: string; errorMessage: string; trace?: string[] }): Outcome {
  return { ok: false, error: failure.errorType || 'Lambda.Unknown', cause: JSON.stringify(failure) };
}

function invocation(payload: Json, requestId: string): JsonObject {
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}

function sdkIntegration(serviceName: string, service: SdkService, action: string, waitsForToken: boolean): Integration {
  return {
    resourceType: `aws-sdk:${serviceName}`,
    resource: waitsForToken ? `${action}.waitForTaskToken` : action,
    waitsForToken,
    wrongArgument: () => undefined,
    async call(world, args, roleArn) {
      try {
        const result = await world.callAws(serviceName, action, args, roleArn);
        return { ok: true, result: isJsonObject(result) ? withoutMetadata(result) : {} };
      } catch (error) {
        return sdkFailed(service, asError(error), world.newId());
      }
    },
  };
}

/** What SDK version 3 adds to every answer, and the workflow service does not show. */
function withoutMetadata(result: JsonObject): JsonObject {
  if (result['$metadata'] === undefined) return result;
  const { $metadata: _metadata, ...rest } = result;
  return rest;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** `DynamoDb.ConditionalCheckFailedException`, with the text AWS makes of it. */
function sdkFailed(service: SdkService, error: Error, requestId: string): Outcome {
  const name = error.name.endsWith('Exception') ? error.name : `${error.name}Exception`;
  const known = service.exceptions.includes(name);
  const fromService = known || error.name.endsWith('Exception') || '$fault' in error;
  const suffix = known ? name : `${fromService ? service.prefix : 'SdkClient'}Exception`;
  const cause = `${error.message} (Service: ${service.prefix}, Status Code: 400, Request ID: ${requestId})`;
  return { ok: false, error: `${service.prefix}.${suffix}`, cause: fromService ? cause : error.message };
}

const INTEGRATIONS: ReadonlyMap<string, Integration> = new Map([
  ['arn:aws:states:::lambda:invoke', LAMBDA_INVOKE],
  ...Object.entries(SDK_SERVICES).flatMap(([name, service]) =>
    service.actions.flatMap((action): Array<[string, Integration]> => [
      [`arn:aws:states:::aws-sdk:${name}:${action}`, sdkIntegration(name, service, action, false)],
      [`arn:aws:states:::aws-sdk:${name}:${action}.waitForTaskToken`, sdkIntegration(name, service, action, true)],
    ]),
  ),
]);

/** The integration behind a `Resource`, if there is one here. */
export function integrationFor(resource: string): Integration | undefined {
  return INTEGRATIONS.get(resource);
}
