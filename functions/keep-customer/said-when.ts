import type { RequestKey } from '../domain/told-to-us/identity.ts';
import type { KeptKeys } from '../domain/told-to-us/record.ts';
import { refuse } from '../http/problem.ts';

/** When the shop said it; a call told again with its Idempotency-Key was said when it was told first. */
export interface Said {
  readonly at: number;
  readonly again: boolean;
}

/** `hash`: of the body. Throws a Refused where the key stands for something else. */
export async function saidWhen(
  key: RequestKey | undefined,
  hash: string,
  now: number,
  keys: Pick<KeptKeys, 'reserve'>,
): Promise<Said> {
  if (key === undefined) return { at: now, again: false };
  const reservation = { fact: `told:${now}`, hash };
  const held = await keys.reserve(key, reservation, now);
  if (held.hash !== reservation.hash) refuse({ result: 'key-used', first: held.fact });
  return { at: Number(held.fact.split(':')[1]), again: held.fact !== reservation.fact };
}
