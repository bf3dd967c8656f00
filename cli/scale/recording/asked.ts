/** Who asks something of AWS: a kind of function, or the workflow by itself. */
export const askers = ['http', 'relay', 'messenger', 'workflow', 'projection', 'note-mail', 'mail-staff'] as const;
export type Asker = (typeof askers)[number];

/** Units of DynamoDB's capacity that one key took, of the table or of its index. */
export interface KeyUse {
  readonly where: 'table' | 'index';
  /** The partition key's value. */
  readonly key: string;
  read: number;
  write: number;
}

/** What one asker did within an episode. */
export interface Work {
  calls: number;
  /** How long they ran, all together; reckoned from what they asked (durations.ts). */
  seconds: number;
  /** Units of capacity. */
  reads: number;
  writes: number;
  indexWrites: number;
}

/** How an episode began: a call to the API, a promise that fell due, something SES told of a mail. */
export type Beginning = 'told' | 'due' | 'mail';

/**
 * All that follows at once from one thing that happened to an order. A life is a chain of them, with hours and days
 * between.
 */
export interface Episode {
  readonly order: string;
  readonly shop: string;
  readonly begins: Beginning;
  /** Milliseconds since the first thing that we heard of the order. */
  readonly sinceMs: number;
  readonly work: { readonly [asker in Asker]: Work };
  /** Requests that API Gateway took. */
  readonly requests: number;
  readonly starts: number;
  readonly successes: number;
  readonly failures: number;
  /** States entered. */
  readonly transitions: number;
  readonly mails: number;
  readonly staffMails: number;
  /** Changes of the order that its stream told of. */
  readonly records: number;
  readonly keys: readonly KeyUse[];
  /** The order was confirmed in it: what a customer waits for first. */
  readonly confirms: boolean;
}

/** What was recorded of some lives. */
export interface Recording {
  readonly orders: number;
  readonly episodes: readonly Episode[];
  /** How long an execution was open, on average over the orders: all its runs together. */
  readonly openSeconds: number;
}
