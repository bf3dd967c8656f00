import type { Asker } from './asked.ts';

/**
 * How long calls take, in milliseconds: what the model reckons the functions' running times from. The services' are
 * their usual medians within a region; the functions' own are generous readings of bench/README.md.
 */
export const callMs = { dynamodb: 5, stepFunctions: 30, ses: 75, sqs: 10 } as const;

/** What a function does by itself in one call; rendering a mail takes most of the messenger's. */
export const ownMs: { readonly [asker in Asker]: number } = {
  http: 5,
  relay: 2,
  messenger: 25,
  workflow: 0,
  projection: 2,
  'note-mail': 5,
  'mail-staff': 25,
};
