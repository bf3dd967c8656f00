import { createHash } from 'node:crypto';
import type { Order, Told } from './order/order.ts';

/**
 * The one id by which a call that tells a fact, and all that follows from it, is found in the logs: in the lines of HTTP,
 * relay, messenger and mail, in the tags of the mail, and in the header by which the call was answered. It is derived, so
 * nothing keeps it, and the same fact told again has the same. 16 of A–Z a–z 0–9 _ -; 96 bits of SHA-256.
 */
export function correlationIdOf(shop: string, order: string, fact: string): string {
  return createHash('sha256').update(`${shop}/${order}/${fact}`).digest('base64url').slice(0, 16);
}

/** Of a message: that of the fact that led to it; of what fell due in silence, that of the order itself. */
export function correlationIdOfTold({ cause }: Pick<Told, 'cause'>, { shop, order, facts }: Order): string {
  const led = facts.find(({ id }) => id === cause) ?? facts.find(({ name }) => name === 'order');
  return correlationIdOf(shop, order, led?.id ?? cause);
}

/** Of the other facts that a message speaks of, so that none of their calls ends in nothing. */
export function alsoCovered({ key, cause }: Pick<Told, 'key' | 'cause'>, { shop, order, fates }: Order): string[] {
  return Object.entries(fates).flatMap(([fact, fate]) =>
    fate === key && fact !== cause ? [correlationIdOf(shop, order, fact)] : [],
  );
}
