import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from './activity.ts';
import { AwsError, account } from './aws-error.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './dynamodb/tables.ts';
import type { EventBus } from './events/event-bus.ts';
import { eventsApi } from './events/events-api.ts';
import type { DirectAnswer, DirectRequest } from './functions/direct-requests.ts';
import type { Functions } from './functions/functions.ts';
import type { Gate } from './iam/gate.ts';
import { BodyTooLarge, ClientGone, jsonAnswer, readBody, writeAnswer, type Answer } from './http/http-exchange.ts';
import { decode } from './http/routes.ts';
import { ConnectionReset, type Mailbox } from './mail/mailbox.ts';
import { readOutgoing } from './mail/outgoing.ts';
import type { Queues } from './queue/queues.ts';
import { sqsApi } from './queue/sqs-api.ts';
import { statesApi } from './step-functions/api.ts';
import { Refusal } from './step-functions/refusals.ts';
import type { StepFunctions } from './step-functions/step-functions.ts';

const maximumBodyBytes = 16 * 1024 * 1024;

/** A service that speaks JSON; the operation is named in the header `X-Amz-Target`. */
interface JsonService {
  /** As in the names of its actions. */
  readonly name: string;
  readonly call: (operation: string, input: unknown) => Promise<object> | object;
}

/** What is asked, but for its body. */
type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export interface AwsEndpointOptions {
  gate: Gate;
  activity: Activity;
  clock: Clock;
  tables: Tables;
  stepFunctions: StepFunctions;
  queues: Queues;
  events: EventBus;
  functions: Functions;
  mailbox: Mailbox;
  /** Told of what should never happen: an error that is no answer of AWS's. */
  report: (error: unknown) => void;
}

/**
 * The AWS side of the stack: one address for every service, so that the ordinary CLI and SDKs work against it with
 * `AWS_ENDPOINT_URL`. Signatures are not checked, but what a function may do is: the id of its key says whose call it is.
 */
export class AwsEndpoint {
  private readonly options: AwsEndpointOptions;
  /** By the service's prefix in `X-Amz-Target`. */
  private readonly services: ReadonlyMap<string, JsonService>;

  constructor(options: AwsEndpointOptions) {
    this.options = options;
    const states = statesApi(options.stepFunctions);
    this.services = new Map<string, JsonService>([
      ['DynamoDB_20120810', { name: 'dynamodb', call: (operation, input) => options.tables.call(operation, input) }],
      [
        'AWSStepFunctions',
        { name: 'states', call: (operation, input) => states(`AWSStepFunctions.${operation}`, input) },
      ],
      ['AmazonSQS', { name: 'sqs', call: sqsApi(options.queues, options.clock) }],
      ['AWSEvents', { name: 'events', call: eventsApi(options.events) }],
    ]);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.answerOrBreak(request, () => readBody(request, maximumBodyBytes));
    if (answer === undefined) request.socket.destroy();
    else writeAnswer(request, response, answer);
  }

  /** The same for a function of this process, without a socket between. Undefined: the connection breaks. */
  async answerDirectly(request: DirectRequest): Promise<DirectAnswer['answer']> {
    const { body } = request;
    const answer = await this.answerOrBreak(request, () => {
      if (body.length > maximumBodyBytes) throw new BodyTooLarge(`A body of more than ${maximumBodyBytes} bytes.`);
      return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    });
    if (answer === undefined) return undefined;
    const { status, body: said = '' } = answer;
    const length: Record<string, string> = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(said)) };
    return { status, headers: { ...plain(answer.headers), ...length }, body: said };
  }

  /** @throws ClientGone */
  private async answerOrBreak(request: Asked, read: () => Promise<Buffer> | Buffer): Promise<Answer | undefined> {
    const answer = await this.answer(request, read).catch((error: unknown) => {
      if (error instanceof ClientGone) throw error;
      return error instanceof ConnectionReset ? undefined : this.errorAnswer(request, error);
    });
    if (answer === undefined) return undefined;
    // SDKs measure their clock against this header, and ours is the functions' clock too.
    const date = new Date(this.options.clock.now()).toUTCString();
    return { ...answer, headers: { date, 'x-amzn-requestid': randomUUID(), ...answer.headers } };
  }

  private async answer(request: Asked, read: () => Promise<Buffer> | Buffer): Promise<Answer> {
    const target = String(request.headers['x-amz-target'] ?? '');
    const work = async (): Promise<Answer> => {
      const body = await read();
      return target === '' ? this.rest(request, body) : this.json(request, target, body);
    };
    // Who waits for a message makes nothing happen.
    return target === 'AmazonSQS.ReceiveMessage' ? work() : this.options.activity.during(work);
  }

  private async json(request: Asked, target: string, body: Buffer): Promise<Answer> {
    const at = target.lastIndexOf('.');
    const service = this.services.get(target.slice(0, at));
    if (service === undefined) throw new AwsError('UnknownOperationException', `Nothing here knows ${target}.`);
    const [operation, input] = [target.slice(at + 1), jsonIn(body)];
    this.admit(request, service.name, operation, input);
    const output = await service.call(operation, input);
    return jsonAnswer(200, output, contentTypeOf(request));
  }

  private async rest(request: Asked, body: Buffer): Promise<Answer> {
    const path = (request.url ?? '/').split('?')[0]!.replace(/\/$/, '');
    const asked = `${request.method} ${path}`;
    if (asked === 'POST /v2/email/outbound-emails') {
      const mail = jsonIn(body);
      this.admit(request, 'ses', 'SendEmail', mail);
      return jsonAnswer(200, { MessageId: this.options.mailbox.send(await readOutgoing(mail)) });
    }
    const functionName = /^POST \/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(asked)?.[1];
    if (functionName !== undefined) return this.invoke(request, decode(functionName), body);
    this.admit(request, 'rest', asked, undefined);
    const identity = /^GET \/v2\/email\/identities\/(.+)$/.exec(asked)?.[1];
    if (identity !== undefined) return jsonAnswer(200, verified(decode(identity)));
    if (asked === 'GET /v2/email/identities') return jsonAnswer(200, { EmailIdentities: [] });
    if (body.toString().includes('Action=GetCallerIdentity')) return callerIdentity;
    throw new AwsError('UnknownOperationException', `Nothing here answers ${asked || 'that'}.`, 404);
  }

  private async invoke(request: Asked, name: string, body: Buffer): Promise<Answer> {
    const { functions } = this.options;
    this.admit(request, 'lambda', 'Invoke', functions.find(name).description.arn);
    const payload = body.length === 0 ? {} : jsonIn(body);
    const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
    if (type === 'DryRun') return { status: 204 };
    if (type === 'Event') {
      functions.invokeAsync(name, payload);
      return { status: 202 };
    }
    const result = await functions.invoke(name, payload);
    const executed = { 'x-amz-executed-version': '$LATEST' };
    if ('payload' in result) {
      const answer = jsonAnswer(200, result.payload ?? null);
      return { ...answer, headers: { ...answer.headers, ...executed } };
    }
    const answer = jsonAnswer(200, result.functionError);
    return { ...answer, headers: { ...answer.headers, ...executed, 'x-amz-function-error': 'Unhandled' } };
  }

  /** @throws AwsError where whoever signed the request may not do this. */
  private admit(request: Asked, service: string, operation: string, input: unknown): void {
    const { gate } = this.options;
    const caller = gate.callerBehind(request.headers.authorization);
    if (caller !== undefined) gate.admit(caller, service, operation, input);
  }

  private errorAnswer(request: Asked, error: unknown): Answer {
    const { name, message, statusCode, fields } = this.asAwsError(error);
    const answer = jsonAnswer(statusCode, { __type: name, message, ...fields }, contentTypeOf(request));
    return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': name } };
  }

  private asAwsError(error: unknown): AwsError {
    if (error instanceof AwsError) return error;
    if (error instanceof Refusal) return new AwsError(error.name, error.message);
    if (error instanceof BodyTooLarge) return new AwsError('RequestEntityTooLarge', error.message, 413);
    this.options.report(error);
    return new AwsError('InternalFailure', 'The embedded stack has a defect: its own output says which.', 500);
  }
}

function plain(headers: Answer['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function contentTypeOf(request: Asked): string {
  const asked = request.headers['content-type'] ?? '';
  return asked.startsWith('application/x-amz-json') ? asked : 'application/json';
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}') as unknown;
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON.');
  }
}

function verified(identity: string): object {
  return {
    IdentityType: identity.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN',
    FeedbackForwardingStatus: true,
    VerifiedForSendingStatus: true,
    VerificationStatus: 'SUCCESS',
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
  };
}

const callerIdentity: Answer = {
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body:
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    `<Arn>arn:aws:iam::${account}:root</Arn><UserId>${account}</UserId><Account>${account}</Account>` +
    '</GetCallerIdentityResult></GetCallerIdentityResponse>',
};
