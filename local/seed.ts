import type { Seed } from './plant-seed.ts';

/** The key of the shop `demo`. */
export const localKey = 'local-shop-key';

/** Makes the shops `demo` and `other`. */
export const seed: Seed = async () => undefined;
