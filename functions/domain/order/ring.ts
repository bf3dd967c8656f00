import { deviations, heldUp, hopes, takenUpAgain, type Act, type Deviation } from '../vocabulary.ts';
import { newsOf } from './news.ts';
import { recorded, type Order } from './order.ts';
import { read } from './reading.ts';
import { nextDue, stageOf } from './stage.ts';

/** The one thing that is due when an order's doorbell rings (architecture, section 3). */
export type Response =
  | { readonly do: 'nothing'; readonly why: string }
  | { readonly do: 'start'; readonly run: number }
  /** The news is what the wait hopes for. */
  | { readonly do: 'succeed'; readonly token: string }
  /** It is something else, or something falls due before the wait ends: a business error, by name. */
  | { readonly do: 'fail'; readonly token: string; readonly error: Deviation; readonly cause: string }
  /** It died twice in a row just now: tried again when a deployment that is under way has come to its end. */
  | { readonly do: 'later' }
  /** The workflow died three times in a row without saying anything: a person must look. */
  | { readonly do: 'give-up'; readonly run: number };

export const runsWithoutProgress = 3;

/** Functions may be newer than the definition while a deployment is under way: news it cannot name ends its runs. */
const deploymentTakesMs = 15 * 60 * 1000;

/** A stream record is a doorbell, never the truth: this judges what the table holds now. */
export function responseTo(order: Order, now: number): Response {
  if (order.erased !== undefined) return responseToErased(order);
  const known = recorded(order);
  if (known === undefined) return { do: 'nothing', why: 'facts wait for their order' };
  const reading = read(known);
  const news = newsOf(reading, now);
  if (order.awaiting !== undefined) {
    const { token, stage, until } = order.awaiting;
    if (news === undefined) {
      const next = nextDue(reading, now);
      if (next.until >= until) return { do: 'nothing', why: 'no news' };
      return { do: 'fail', token, error: 'SoonerDue', cause: next.due };
    }
    if (hopes[stage as keyof typeof hopes] === news.act) return { do: 'succeed', token };
    return { do: 'fail', token, error: deviationFor(news.act), cause: news.fact.id };
  }
  if (order.closed === undefined) return { do: 'start', run: order.run ?? 1 };
  const next = order.closed.run + 1;
  if (order.closed.how === heldUp) return { do: 'start', run: next };
  if ((takenUpAgain as readonly string[]).includes(order.closed.how)) {
    if (hasLearnedSince(order)) return { do: 'start', run: next };
    if (diesJustNow(order, now)) return { do: 'later' };
    return stalls(order) ? { do: 'give-up', run: order.closed.run } : { do: 'start', run: next };
  }
  if (news !== undefined || stageOf(reading, now) !== 'CloseOrder') return { do: 'start', run: next };
  return { do: 'nothing', why: 'the order has ended' };
}

/**
 * Nothing is left to say: whatever runs or waits is to come to its end, which says that the order was erased. `Noted` is
 * known to the definitions of every release, so that executions which began long ago end like that too.
 */
function responseToErased(order: Order): Response {
  const { awaiting, closed, run = 1 } = order;
  if (awaiting !== undefined) return { do: 'fail', token: awaiting.token, error: 'Noted', cause: 'erased' };
  if (closed === undefined) return { do: 'start', run };
  const isToGoOn = (takenUpAgain as readonly string[]).includes(closed.how) && !stalls(order);
  return isToGoOn ? { do: 'start', run: closed.run + 1 } : { do: 'nothing', why: 'the order was erased' };
}

const stalls = ({ stalled = 0 }: Order): boolean => stalled >= runsWithoutProgress;

/** Given up, and something was learned since a person was asked to look: one try for each new fact. */
function hasLearnedSince({ told, facts, closed }: Order): boolean {
  const asked = told.findLast(({ key }) => key.startsWith(givenUpKey('')));
  return asked !== undefined && asked.key === givenUpKey(closed?.run) && facts.length > asked.seen;
}

function diesJustNow({ facts, told, stalled = 0 }: Order, now: number): boolean {
  const moved = Math.max(...facts.map(({ learnedAt }) => learnedAt), ...told.map(({ at }) => at));
  return stalled >= runsWithoutProgress - 1 && now < moved + deploymentTakesMs;
}

/** The key of the task that asks a person to look, once for each run that was the last. */
export function givenUpKey(run: number | string | undefined): string {
  return `ask-staff:stalled-${run}`;
}

function deviationFor(act: Act): Deviation {
  const found = Object.entries(deviations).find(([, target]) => target === act);
  // Every act that a fact can call for has a deviation; the order itself is confirmed by its own execution.
  return (found?.[0] ?? 'Noted') as Deviation;
}
