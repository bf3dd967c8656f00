import type { Recorded } from './history/recorded.ts';

/**
 * What is written down so that a killed process goes on where it was. `x` is the execution's ARN. An execution's events
 * are its history; the other entries are decisions that no event tells.
 */
export type JournalEntry =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'definition'; readonly hash: string; readonly definition: unknown }
  | StartEntry
  | { readonly kind: 'event'; readonly x: string; readonly event: Recorded }
  | { readonly kind: 'retry'; readonly x: string; readonly retrier: number; readonly dueAt: number }
  | { readonly kind: 'until'; readonly x: string; readonly until: number }
  | { readonly kind: 'beat'; readonly x: string; readonly at: number };

export interface StartEntry {
  readonly kind: 'start';
  readonly x: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly roleArn: string;
  readonly hash: string;
  readonly input: string;
  readonly at: number;
}
