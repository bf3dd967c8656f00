/** An order as it was found in a file: in the shape of Shopify's webhooks, so that it is read and judged like those. */
export interface FoundOrder {
  readonly order: unknown;
  /** What else the file knows of it, each as the webhook that would have told it. */
  readonly rest: readonly { readonly topic: string; readonly payload: object }[];
  /** Where in the file a person finds what is wrong. */
  readonly where: (path: readonly PropertyKey[]) => Spot;
}

export interface Spot {
  readonly row: number;
  /** The column, or a pointer into the order. */
  readonly field: string;
}

/** A file that is no order export at all. */
export class WrongOrders extends Error {
  override readonly name = 'WrongOrders';
}
