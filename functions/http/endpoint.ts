import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { correlationIdOf } from '../domain/correlation.ts';
import { WrongBody } from '../domain/told-to-us/parsed.ts';
import { log } from '../log.ts';
import type { ApiKeys } from './authentication.ts';
import { Authentication } from './authentication.ts';
import { Call } from './call.ts';
import { headersOf, problemOf, Refused } from './problem.ts';
import type { Reply } from './reply.ts';
import { isBusy } from './trouble.ts';
import { wrongFields } from './wrong-fields.ts';

export type Endpoint = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
export type Decide = (call: Call) => Promise<Reply> | Reply;
/** The decision of a call that a shop's key opens. */
export type DecideForShop = (shop: string, call: Call) => Promise<Reply>;

/**
 * A Lambda function for HTTP: reads the call, decides, answers; whatever is refused becomes problem+json.
 * One line of log a call: the route, never the address; ids, never a person, a body or a token.
 */
export function endpoint(decide: Decide, now: () => number = Date.now): Endpoint {
  return async (event) => {
    const call = new Call(event, now());
    const reply = await answered(call, decide);
    const correlationId = correlationIn(reply);
    const { route, requestId: request } = call;
    log.info('call', { route, status: reply.status, request, ...reply.about, correlationId });
    return responseTo(call, reply, correlationId);
  };
}

/** The same for the shop's backend: a key says which shop it is. */
export function shopEndpoint(keys: ApiKeys, decide: DecideForShop, now: () => number = Date.now): Endpoint {
  const authentication = new Authentication(keys);
  return endpoint(async (call) => {
    const shop = await authentication.shopOf(call);
    try {
      const reply = await decide(shop, call);
      return { ...reply, about: { shop, ...reply.about } };
    } catch (error) {
      return { ...refusal(call, error), about: { shop } };
    }
  }, now);
}

/** Of a call that told a fact, or told it again. */
function correlationIn({ about: { shop, order, fact } = {} }: Reply): string | undefined {
  const isTold = shop !== undefined && order !== undefined && fact !== undefined;
  return isTold ? correlationIdOf(shop, order, fact) : undefined;
}

async function answered(call: Call, decide: Decide): Promise<Reply> {
  try {
    return await decide(call);
  } catch (error) {
    return refusal(call, error);
  }
}

/** What is not our refusal is our fault: it is logged by name and place, and answered without either. */
function refusal(call: Call, error: unknown): Reply {
  const refused = refusedBy(error) ?? troubleWith(call, error);
  return {
    status: refused.status,
    headers: { 'content-type': 'application/problem+json', ...headersOf(refused) },
    json: problemOf(refused),
  };
}

function refusedBy(error: unknown): Refused | undefined {
  if (error instanceof WrongBody) return wrongFields(error.wrong);
  return error instanceof Refused ? error : undefined;
}

function troubleWith(call: Call, error: unknown): Refused {
  const name = error instanceof Error ? error.name : typeof error;
  if (isBusy(error)) {
    log.warn('busy', { route: call.route, request: call.requestId, error: name });
    return new Refused('busy', 'Nothing was lost by this call: send it again in a moment.');
  }
  log.error('broken', { route: call.route, request: call.requestId, error: name, where: framesOf(error) });
  return new Refused('broken', `Tell us this: ${call.requestId}.`);
}

/** The stack without its message: messages may quote what a person wrote. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.split('\n').flatMap((each) => (/^\s+at /.test(each) ? [each.trim()] : []));
}

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function responseTo(
  call: Call,
  { status, headers, json, html }: Reply,
  correlationId: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8';
  const body = html ?? (json === undefined ? '' : JSON.stringify(json));
  return {
    statusCode: status,
    headers: {
      'content-type': type,
      ...always,
      ...(correlationId === undefined ? {} : { 'x-correlation-id': correlationId }),
      ...headers,
    },
    body: call.method === 'HEAD' ? '' : body,
  };
}
