import { STATUS_CODES } from 'node:http';
import { jsonAnswer, type Answer } from './http-exchange.ts';

export interface WrongField {
  /** A JSON pointer into the body, as in `#/advance`. */
  pointer: string;
  detail: string;
}

/** An error of the stack's own paths, as RFC 9457 has it. */
export function problem(status: number, detail: string, errors?: WrongField[]): Answer {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, errors };
  return jsonAnswer(status, body, 'application/problem+json');
}
