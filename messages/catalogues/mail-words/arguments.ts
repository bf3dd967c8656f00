import type { Shown } from '../../shown.ts';

/** What many sentences are given: the order's number, and a promised day or hour. */

export type Order = { readonly order: Shown };
export type By = { readonly by: Shown };
