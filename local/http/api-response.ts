import * as z from 'zod';
import type { Answer } from './http-exchange.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const fullResponse = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * What API Gateway makes of a function's result: a full response, or any other value as JSON with 200.
 * @returns undefined for a response that is malformed
 */
export function apiAnswer(result: unknown): Answer | undefined {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = fullResponse.safeParse(result);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const written: Record<string, string | readonly string[]> = Object.fromEntries(named);
  delete written['content-length'];
  if (body) written['content-type'] ??= 'text/plain;charset=UTF-8';
  if (cookies && cookies.length > 0) written['set-cookie'] = cookies;
  return {
    status: statusCode,
    headers: written,
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
