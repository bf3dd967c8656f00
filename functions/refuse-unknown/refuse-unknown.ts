import type { Decide } from '../http/endpoint.ts';
import { Refused } from '../http/problem.ts';

/** Everything that no route names. */
export const refuseUnknown: Decide = () => {
  throw new Refused('not-offered', 'Nothing answers to this method at this address.');
};
