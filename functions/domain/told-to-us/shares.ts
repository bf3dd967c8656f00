import * as z from 'zod/mini';
import { id } from '../ids.ts';

export const mostLines = 250;
export const quantity = z.int().check(z.minimum(1), z.maximum(10_000));

/** Some of an order's lines. `none`: what it means to leave the field out. */
export const shares = (none?: string) =>
  z
    .array(z.object({ id, quantity }))
    .check(
      z.minLength(1, none === undefined ? 'at least one line' : `at least one line, or leave the field out: ${none}`),
      z.maxLength(mostLines),
    );
