import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` (base64) is the HMAC-SHA256 of these very bytes. The texts are compared, not what they decode to:
 * base64 has many spellings of the same bytes, and Shopify writes one. Takes the same time whatever is wrong, a missing
 * secret included: nobody can tell which shops there are.
 */
export function isSigned(bytes: Uint8Array, signature: string | undefined, secret: string | undefined): boolean {
  const digest = createHmac('sha256', secret ?? 'nobody knows this shop')
    .update(bytes)
    .digest('base64');
  const [expected, given] = [Buffer.from(digest), Buffer.from(signature ?? '')];
  // Of another length there is nothing to compare, and nothing to learn from the time that takes.
  const isEqual = timingSafeEqual(given.length === expected.length ? given : Buffer.alloc(expected.length), expected);
  // With an empty secret anybody can sign.
  return isEqual && secret !== undefined && secret !== '';
}
