import type { TaskReason } from '../../../messages/letter.ts';

/** Tasks that are done by calling the customer; whoever takes an order over has promised a call. */
const calls: readonly TaskReason[] = [
  'call-customer',
  'call-back',
  'mend-address',
  'call-about-delivery',
  'call-about-pickup',
  'take-over',
];

export const isCall = (why: TaskReason): boolean => calls.includes(why);

/** A call that a customer is owed: the open task, of whichever order, and the message that last spoke of it. */
export interface OwedCall {
  readonly task: string;
  readonly order: string;
  /** The key of that message. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
}

/** All calls that a customer is owed are one: the first is the task that staff see, the others are made with it. */
export function inTurn(owed: readonly OwedCall[]): OwedCall[] {
  return owed.toSorted((a, b) => a.dueAt - b.dueAt || (a.task < b.task ? -1 : 1));
}
