import { randomInt } from 'node:crypto';

/** No I, O, 0 or 1: a code is read aloud on the phone. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 10;

/** A promo code that nobody can guess. */
export const newCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
