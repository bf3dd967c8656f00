import type { IncomingMessage } from 'node:http';
import type { EmbeddedStack } from '../embedded-stack.ts';
import type { Answer } from '../http/http-exchange.ts';
import { problem } from '../http/problem.ts';

const paths = ['/_local/ready', '/_local/clock', '/_local/mails', '/_local/executions', '/_local/tree'];

/** The page for eyes: everything at `/` and under `/_local/page`. */
export async function answerPage(request: IncomingMessage, stack: EmbeddedStack): Promise<Answer> {
  if ((request.url ?? '/').split('?')[0] !== '/') return problem(404, `There is no ${request.url}.`);
  const links = paths.map((path) => `<li><a href="${path}">${path}</a></li>`).join('');
  const body = `<!doctype html><meta charset="utf-8"><title>${stack.description.name}</title><h1>${stack.description.name}</h1><ul>${links}</ul>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
