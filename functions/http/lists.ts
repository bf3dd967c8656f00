import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import { Refused } from './problem.ts';

/** A page of a list, and the key after which the next one begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** Which part of a list a call asks for. */
export interface Slice {
  readonly limit: number;
  /** The key after which it begins. */
  readonly after: string | undefined;
}

const usualLimit = 50;
const mostLimit = 200;
const longestKey = 1000;

/**
 * `?limit=50&cursor=…` of a list; a cursor counts for the list that gave it, of the shop that got it.
 * `keys` is what every key in the list looks like: beyond it there is nothing to begin after.
 */
export function sliceOf(call: Call, list: string, keys: RegExp): Slice {
  const limit = call.query('limit') ?? String(usualLimit);
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostLimit) {
    throw wrongParameter('limit', `a number from 1 to ${mostLimit}`);
  }
  const cursor = call.query('cursor');
  return { limit: Number(limit), after: cursor === undefined ? undefined : positionIn(cursor, list, keys) };
}

/** The cursor of the page that begins after `position`. */
export function cursorAt(position: string | undefined, list: string): string | undefined {
  if (position === undefined) return undefined;
  return Buffer.from(JSON.stringify([signOf(list), position])).toString('base64url');
}

export function wrongParameter(parameter: string, detail: string): Refused {
  return new Refused('wrong-fields', `${parameter}: ${detail}.`, [{ parameter, detail }]);
}

function positionIn(cursor: string, list: string, keys: RegExp): string {
  const read: unknown = jsonIn(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [sign, position]: unknown[] = Array.isArray(read) ? read : [];
  if (sign === signOf(list) && typeof position === 'string' && position.length <= longestKey && keys.test(position))
    return position;
  throw wrongParameter('cursor', 'none that this list gave');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const signOf = (list: string): string => createHash('sha256').update(list).digest('base64url').slice(0, 8);
