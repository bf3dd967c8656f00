import type { IncomingMessage } from 'node:http';
import type { EmbeddedStack } from '../embedded-stack.ts';
import { shownMails } from '../mail/shown-mail.ts';
import { ClockMovesBack } from '../moving-clock.ts';
import { readClockMove } from './clock-request.ts';
import { executionShown, executionsShown, treesShown } from './executions-view.ts';
import { BodyTooLarge, jsonAnswer, readBody, type Answer } from './http-exchange.ts';
import { problem } from './problem.ts';
import { decode } from './routes.ts';

type Handler = (stack: EmbeddedStack, url: URL, request: IncomingMessage) => Promise<Answer> | Answer;

const maximumBodyBytes = 64 * 1024;

const paths: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/_local/ready': { GET: () => jsonAnswer(200, { ready: true }) },
  '/_local/clock': {
    GET: (stack) => jsonAnswer(200, nowOf(stack)),
    POST: async (stack, _, request) => moveClock(stack, request),
  },
  '/_local/settle': {
    POST: async (stack) => {
      await stack.settle();
      return jsonAnswer(200, nowOf(stack));
    },
  },
  '/_local/mails': {
    GET: (stack, { searchParams }) =>
      jsonAnswer(200, shownMails(stack.mail.all(), { order: searchParams.get('order'), to: searchParams.get('to') })),
  },
  '/_local/executions': { GET: (stack) => jsonAnswer(200, executionsShown(stack)) },
  '/_local/tree': { GET: (stack) => jsonAnswer(200, treesShown(stack)) },
};

/** The stack's own paths, which are never deployed. Asking them is not activity: nothing in the shop comes of it. */
export async function answerLocalPath(stack: EmbeddedStack, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://local');
  const methods = paths[url.pathname] ?? executionPath(url.pathname);
  if (methods === undefined) return problem(404, `There is no ${url.pathname}.`);
  const handler = methods[request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')];
  if (handler === undefined) {
    const allowed = Object.keys(methods).join(', ');
    const answer = problem(405, `${url.pathname} takes ${allowed}.`);
    return { ...answer, headers: { ...answer.headers, allow: allowed } };
  }
  return handler(stack, url, request);
}

function executionPath(path: string): Readonly<Record<string, Handler>> | undefined {
  const name = /^\/_local\/executions\/([^/]+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  return {
    GET: (stack) => {
      const shown = executionShown(stack, decode(name));
      return shown === undefined ? problem(404, 'There is no such execution.') : jsonAnswer(200, shown);
    },
  };
}

async function moveClock(stack: EmbeddedStack, request: IncomingMessage): Promise<Answer> {
  let given: unknown;
  try {
    given = JSON.parse((await readBody(request, maximumBodyBytes)).toString()) as unknown;
  } catch (error) {
    if (error instanceof BodyTooLarge) return problem(413, error.message);
    return problem(400, 'The body is not JSON.');
  }
  const read = readClockMove(given);
  if ('errors' in read) return problem(422, 'The clock does not understand where to go.', read.errors);
  try {
    if ('to' in read.move) await stack.clock.moveTo(read.move.to, stack.settle);
    else await stack.clock.advance(read.move.advance, stack.settle);
  } catch (error) {
    if (error instanceof ClockMovesBack)
      return problem(422, error.message, [{ pointer: '#/to', detail: error.message }]);
    throw error;
  }
  return jsonAnswer(200, nowOf(stack));
}

function nowOf(stack: EmbeddedStack): { now: string } {
  return { now: new Date(stack.clock.now()).toISOString() };
}
