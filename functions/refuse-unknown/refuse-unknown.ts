import type { Decide } from '../http/endpoint.ts';
import { Refused } from '../http/problem.ts';

/** Calls of api.md that a later release brings. Until then they are refused by name, never half-handled. */
export const callsToCome = ['GET /customers/{id}/export', 'DELETE /customers/{id}'] as const;

const patterns = callsToCome.map((call) => ({
  call,
  pattern: new RegExp(`^${call.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Everything that no route names. */
export const refuseUnknown: Decide = ({ method, address }) => {
  const toCome = patterns.find(({ pattern }) => pattern.test(`${method} ${address}`))?.call;
  if (toCome === undefined) throw new Refused('not-offered', 'Nothing answers to this method at this address.');
  throw new Refused('not-offered', `${toCome} comes with a later release: this one does not offer it yet.`);
};
