/** So many random bytes that nobody guesses a key: 160 bits. */
const randomLength = 20;

/** A new API key. It tells whose it is, so that a key found in a log can be revoked by whoever finds it. */
export function newKey(shop: string, randomBytes: (length: number) => Buffer): string {
  return `sk_${shop}_${randomBytes(randomLength).toString('hex')}`;
}
