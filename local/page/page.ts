import type { IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedStack } from '../embedded-stack.ts';
import { jsonAnswer, type Answer } from '../http/http-exchange.ts';
import { problem } from '../http/problem.ts';
import { localKey } from '../seed.ts';
import { clientScript } from './client-script.ts';
import { overviewOf } from './overview.ts';
import { shell } from './shell.ts';

type Show = (stack: EmbeddedStack) => Promise<Answer> | Answer;

const paths: Readonly<Record<string, Show>> = {
  '/': async (stack) => ({
    status: 200,
    headers: { ...headersFor('text/html'), 'content-security-policy': contentPolicy },
    body: await shell(stack.description.stateMachines[0]?.definition, { shop: 'demo', key: localKey }),
  }),
  '/_local/page/page.css': async () => text('text/css', await readFile(join(import.meta.dirname, 'page.css'), 'utf8')),
  '/_local/page/page.js': async () => text('text/javascript', await clientScript()),
  '/_local/page/overview': (stack) => {
    const answer = jsonAnswer(200, overviewOf(stack));
    return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
  },
};

/** Mails are shown in frames without scripts; their own styles and pictures are theirs. */
const contentPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; frame-ancestors 'none'; base-uri 'self'; form-action 'none'";

/** The page for eyes: everything at `/` and under `/_local/page`. Looking is not activity: nothing in the shop comes of it. */
export async function answerPage(request: IncomingMessage, stack: EmbeddedStack): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const show = paths[path];
  if (show === undefined) return problem(404, `There is no ${path}.`);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const answer = problem(405, `${path} takes GET.`);
    return { ...answer, headers: { ...answer.headers, allow: 'GET' } };
  }
  return show(stack);
}

function text(type: string, body: string): Answer {
  return { status: 200, headers: headersFor(type), body };
}

function headersFor(type: string): Record<string, string> {
  return { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
}
