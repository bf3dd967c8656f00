import { dayMs } from '../calendar/day.ts';
import { consequences, type Due, type Ending, type Stage } from '../vocabulary.ts';
import type { DueBy } from './dues.ts';
import type { Claim } from './judge.ts';
import type { RecordedOrder } from './order.ts';
import { read } from './reading.ts';
import { endingOf, nextDue, stageOf } from './stage.ts';

/** What every act answers to the workflow: whether it told something, and how to wait from here. */
export interface Answer {
  readonly told: boolean;
  readonly why?: string | undefined;
  readonly stage: Stage;
  /** What falls due when the wait ends in silence… */
  readonly promise: Due;
  /** …and when: ISO 8601, UTC. */
  readonly until: string;
  /** How the order ends, if the end is next or silence leads to it. Else `retake`: whoever ends it cannot go on with it. */
  readonly how: string;
}

/** An execution lives at most a year; long before that a new one takes over (architecture, section 5). */
const longestExecutionMs = 300 * dayMs;

/**
 * A history has room for 25,000 events, and a person for far fewer. What is learned and what is said cost some 27 of
 * them each at most; an execution that has seen this many hands over to the next.
 */
const mostInOneExecution = 80;

export function answerFor(
  order: RecordedOrder,
  now: number,
  executionStartedAt: number,
  outcome: { readonly told: boolean; readonly why?: string | undefined },
): Answer {
  const reading = read(order);
  const next = nextDue(reading, now);
  if (happenedSince(executionStartedAt, order) >= mostInOneExecution) return handingOver(next, outcome);
  const yearEnds = executionStartedAt + longestExecutionMs;
  const stage = stageOf(reading, now);
  // Whoever is at the end waits for nothing any more, however late that would be.
  const isTooLong = stage !== 'CloseOrder' && next.until > yearEnds;
  const mayEnd = stage === 'CloseOrder' || consequences[next.due] === 'CloseOrder';
  return {
    ...outcome,
    stage,
    promise: isTooLong ? 'year-ends' : next.due,
    until: new Date(isTooLong ? yearEnds : next.until).toISOString(),
    // A definition that is older than the stage closes the order there: with any other word it would begin anew at once,
    // without end, until the younger definition is deployed.
    how: isTooLong || !mayEnd ? 'retake' : endingOf(reading),
  };
}

/** Of an order that was erased meanwhile: there is nothing to say and nothing to wait for. */
export function answerOfErased(now: number): Answer {
  const until = new Date(now).toISOString();
  return {
    told: false,
    why: 'erased',
    stage: 'CloseOrder',
    promise: 'note-turn',
    until,
    how: 'erased' satisfies Ending,
  };
}

function happenedSince(instant: number, { facts, told }: RecordedOrder): number {
  return facts.filter(({ learnedAt }) => learnedAt >= instant).length + told.filter(({ at }) => at >= instant).length;
}

/** Closed for now; the relay starts the next execution at once. */
function handingOver({ due, until }: DueBy, outcome: Pick<Answer, 'told' | 'why'>): Answer {
  return { ...outcome, stage: 'CloseOrder', promise: due, until: new Date(until).toISOString(), how: 'retake' };
}

/** The order after a claim, as the table will hold it: the answer is derived from it without reading again. */
export function withClaim(order: RecordedOrder, { told, fates }: Claim): RecordedOrder {
  return { ...withNotes(order, fates), told: [...order.told, told] };
}

export function withNotes(order: RecordedOrder, notes: { readonly [fact: string]: string }): RecordedOrder {
  return { ...order, version: order.version + 1, fates: { ...order.fates, ...notes } };
}
