import { recorded, type Order, type RecordedOrder } from './order.ts';
import { outcomeOf, promisesOf, settledAt, type Outcome, type PromiseState } from './promises.ts';
import { read } from './reading.ts';

/** A promise whose outcome is decided. Instants are milliseconds since the epoch. */
export interface Settled extends Pick<PromiseState, 'promise' | 'parcel' | 'until' | 'madeBy'> {
  readonly outcome: Outcome;
  /** When it was decided: by what happened, by the word about it, or by its hour. */
  readonly at: number;
}

/**
 * The promises whose outcome this change of an order decides: each is counted once, by the change after which it is no
 * longer open, whatever is learned of it later. A promise that passes in silence is decided by the next change.
 */
export function settledBy(before: Order | undefined, after: Order): Settled[] {
  const known = after.erased === undefined ? recorded(after) : undefined;
  if (known === undefined) return [];
  const earlier = before === undefined ? undefined : recorded(before);
  const was = new Set(earlier === undefined ? [] : settledIn(earlier, changedAt(earlier)).map(placeOf));
  return settledIn(known, changedAt(known)).filter((one) => !was.has(placeOf(one)));
}

/**
 * The same over an order's whole life up to `now`: what each change decided, as it was known then. Who looks back knows
 * more (that a parcel held less than was thought, that a fact was none), and would judge otherwise.
 */
export function settledOver(order: Order, now: number): Settled[] {
  const found = new Map<string, Settled>();
  const note = (known: RecordedOrder | undefined, instant: number): void => {
    if (known === undefined) return;
    for (const one of settledIn(known, instant)) if (!found.has(placeOf(one))) found.set(placeOf(one), one);
  };
  for (const then of versionsOf(order)) note(recorded(then), changedAt(then));
  note(recorded(order), now);
  return [...found.values()];
}

/** The order after each fact and each message, in the order in which they came. */
function* versionsOf(order: Order): Iterable<Order> {
  const { facts, told } = order;
  let said = 0;
  for (let known = 1; known <= facts.length; known += 1) {
    yield { ...order, facts: facts.slice(0, known), told: told.slice(0, said), closed: undefined };
    while (said < told.length && told[said]!.seen <= known) {
      said += 1;
      yield { ...order, facts: facts.slice(0, known), told: told.slice(0, said), closed: undefined };
    }
  }
  yield order;
}

function settledIn(order: RecordedOrder, now: number): Settled[] {
  return promisesOf(read(order), now).flatMap((state) => {
    const { promise, parcel, until, madeBy } = state;
    const outcome = outcomeOf(state, now);
    return outcome === undefined ? [] : [{ promise, parcel, until, madeBy, outcome, at: settledAt(state) }];
  });
}

/** As of the last change, so that the answer is the same however late a record is read. */
function changedAt({ facts, told, closed }: Order): number {
  const changes = [...facts.map(({ learnedAt }) => learnedAt), ...told.map(({ at }) => at)];
  return Math.max(...changes, closed?.at ?? 0);
}

/** A promise is known by what made it; the same message may give one to each parcel. */
const placeOf = ({ promise, parcel, until, madeBy }: Settled): string =>
  [promise, parcel ?? '', until, madeBy ?? ''].join(' ');
