import * as z from 'zod/mini';

const isWebAddress = (value: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
};
export const webAddress = z.string().check(z.maxLength(1000), z.refine(isWebAddress, 'an http or https address'));
