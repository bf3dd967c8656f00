import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { RouteDescription } from '../template/stack-description.ts';
import { apiEvent } from './api-event.ts';
import { apiAnswer } from './api-response.ts';
import { BodyTooLarge, jsonAnswer, readBody, writeAnswer, type Answer } from './http-exchange.ts';
import { Routes } from './routes.ts';

const maximumBodyBytes = 10 * 1024 * 1024;

export interface HttpApiOptions {
  apiId: string;
  routes: readonly RouteDescription[];
  clock: Clock;
  activity: Activity;
  /** Calls the function of a route. */
  invoke: (routeKey: string, functionArn: string, event: object) => Promise<InvocationResult>;
}

/** The HTTP API: routes to functions, with API Gateway's own answers where no function answers. */
export class HttpApi {
  private readonly options: HttpApiOptions;
  private readonly routes: Routes<RouteDescription>;

  constructor(options: HttpApiOptions) {
    this.options = options;
    this.routes = new Routes(options.routes.map((target) => ({ routeKey: target.routeKey, target })));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const answer = await this.options.activity.during(() => this.answer(request, requestId));
    response.setHeader('apigw-requestid', requestId);
    writeAnswer(request, response, answer);
  }

  private async answer(request: IncomingMessage, requestId: string): Promise<Answer> {
    const { apiId, clock, invoke } = this.options;
    let body: Buffer;
    try {
      body = await readBody(request, maximumBodyBytes);
    } catch (error) {
      if (error instanceof BodyTooLarge) return message(413, 'Request Entity Too Large');
      throw error;
    }
    const path = (request.url ?? '/').split('?')[0]!;
    const match = this.routes.match(request.method ?? 'GET', path);
    if (match === undefined) return message(404, 'Not Found');
    const { routeKey, functionArn, timeoutMilliseconds } = match.route.target;
    const { pathParameters } = match;
    const event = apiEvent({ request, body, routeKey, pathParameters, apiId, requestId, at: clock.now() });
    const result = await within(timeoutMilliseconds, invoke(routeKey, functionArn, event));
    if (result === undefined) return message(503, 'Service Unavailable');
    if ('functionError' in result) {
      const tooLarge = result.functionError.errorType === 'RequestEntityTooLargeException';
      return tooLarge ? message(413, 'Request Entity Too Large') : message(500, 'Internal Server Error');
    }
    return apiAnswer(result.payload) ?? message(500, 'Internal Server Error');
  }
}

function message(status: number, text: string): Answer {
  return jsonAnswer(status, { message: text });
}

/** The result, or undefined when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
