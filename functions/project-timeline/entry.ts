/** One line of a customer's timeline, as api.md shows it. */
export interface Entry {
  readonly at: string;
  readonly learnedAt: string;
  readonly kind: 'fact' | 'message' | 'word' | 'task' | 'promise' | 'preference';
  readonly name: string;
  /** Absent of what is about no order. */
  readonly order?: string | undefined;
  readonly sent?: boolean | undefined;
  readonly why?: string | undefined;
  readonly by?: string | undefined;
  readonly detail?: { readonly [field: string]: unknown } | undefined;
}

/** An entry and its place: the same thing always lands in the same place. */
export interface Placed {
  readonly id: string;
  readonly entry: Entry;
}

/**
 * The place of what was said about an order, among all of the customer's orders: two are often told the same in the same
 * second. It sorts behind every fact of that instant, for it is said because of them; what follows from it sorts behind it.
 */
export const placeOfTold = (order: string, key: string): string => `~${order}#${key}`;

export const iso = (instant: number): string => new Date(instant).toISOString();
