import { createHash } from 'node:crypto';

/** What makes a fact the same fact when it is told again: its id, and the hash of what was told. */
export interface Identity {
  readonly id: string;
  readonly hash: string;
  /** The id comes from the body (an order's, a parcel's …), not from its hash or from an Idempotency-Key. */
  readonly natural: boolean;
}

/** Where an Idempotency-Key counts (api.md). */
export interface RequestKey {
  readonly shop: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
}

const hashLength = 32;
const idLength = 16;

/**
 * `body` is what was parsed, known fields only, so that neither order nor spelling nor unknown fields make a difference.
 *
 * Without a natural id an Idempotency-Key becomes part of the fact's own id: two keys are two facts, and the order
 * itself remembers the key, however a call ended.
 */
export function identify(
  name: string,
  body: object,
  { natural, key }: { readonly natural?: string | undefined; readonly key?: RequestKey | undefined },
): Identity {
  const hash = hashOf(body);
  if (natural !== undefined) return { id: `${name}:${natural}`, hash, natural: true };
  const seed = key === undefined ? hash : sha256(canonical(['key', key.method, key.path, key.key]));
  return { id: `${name}:${seed.slice(0, idLength)}`, hash, natural: false };
}

export function hashOf(value: unknown): string {
  return sha256(canonical(value)).slice(0, hashLength);
}

/** JSON whose keys are in one order and whose absent fields are absent. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

/** By it two spellings of an address are known to be one, and none is kept: blanks around it and capitals make no other. */
export const hashOfAddress = (address: string): string => sha256(address.trim().toLowerCase());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
