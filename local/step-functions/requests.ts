import { type Json, parseJson, PAYLOAD_LIMIT_BYTES } from './json.ts';
import {
  invalidArn,
  invalidExecutionInput,
  invalidName,
  invalidOutput,
  Refusal,
  validationFailed,
} from './refusals.ts';

/** The checks AWS makes of what a request says, before it looks at anything else. */

export function checkArn(arn: unknown): asserts arn is string {
  if (typeof arn !== 'string' || arn === '') throw validationFailed('arn', 'Member must not be null');
  if (!arn.startsWith('arn:')) throw invalidArn(arn);
}

/** 1–80 characters, none of which is white space, a bracket, a wildcard or special. */
export function checkExecutionName(name: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001F\u007F-\u009F]/u;
  if (name.length === 0 || name.length > 80 || forbidden.test(name)) throw invalidName(name);
}

export function checkInput(input: string): void {
  checkLength('input', input, PAYLOAD_LIMIT_BYTES);
  try {
    parseJson(input);
  } catch (error) {
    throw invalidExecutionInput(String(error));
  }
}

export function parsedOutput(output: unknown): Json {
  if (typeof output !== 'string') throw validationFailed('output', 'Member must not be null');
  checkLength('output', output, PAYLOAD_LIMIT_BYTES);
  try {
    return parseJson(output);
  } catch (error) {
    throw invalidOutput(String(error));
  }
}

export function checkErrorAndCause(error: string | undefined, cause: string | undefined): void {
  if (error !== undefined) checkLength('error', error, 256);
  if (cause !== undefined) checkLength('cause', cause, 32_768);
}

function checkLength(member: string, text: string, limit: number): void {
  if (Buffer.byteLength(text, 'utf8') > limit) {
    throw validationFailed(member, `Member must have length less than or equal to ${limit}`);
  }
}

/** How many to list at once: 100 unless told, 1,000 at most, and 0 means "as usual". */
export function pageSize(maxResults: number | undefined): number {
  if (maxResults === undefined || maxResults === 0) return 100;
  if (!Number.isInteger(maxResults) || maxResults < 0) {
    throw validationFailed('maxResults', 'Member must have value greater than or equal to 0');
  }
  if (maxResults > 1000) throw validationFailed('maxResults', 'Member must have value less than or equal to 1000');
  return maxResults;
}

/** One page of `items` and where the next begins. */
export function page<Item>(items: readonly Item[], request: PageRequest): { items: Item[]; nextToken?: string } {
  const from = request.nextToken === undefined ? 0 : positionIn(request.nextToken);
  const to = from + pageSize(request.maxResults);
  const nextToken = to < items.length ? { nextToken: pageToken(to) } : {};
  return { items: items.slice(from, to), ...nextToken };
}

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export function pageToken(position: number): string {
  return Buffer.from(`from ${position}`, 'utf8').toString('base64url');
}

export function positionIn(nextToken: string): number {
  const [, position] = /^from (\d+)$/.exec(Buffer.from(nextToken, 'base64url').toString('utf8')) ?? [];
  if (position === undefined) throw new Refusal('InvalidToken', `Invalid Token: 'Invalid token'`);
  return Number(position);
}
