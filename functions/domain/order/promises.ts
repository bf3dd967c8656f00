import type { Made, RecordedOrder, Told } from './order.ts';
import { answer, apart, delivery, orderDelivery, refunds, shipping, traces } from './promise-chains.ts';
import type { Reading } from './reading.ts';

/** A promise to the customer and what became of it. Instants are milliseconds since the epoch. */
export interface PromiseState {
  /** Never `word`: how long we wait for an answer is a promise to ourselves. */
  readonly promise: Made['promise'];
  readonly parcel?: string | undefined;
  readonly until: number;
  /** When the customer was given it, or we learned of the order that names it. */
  readonly madeAt: number;
  /** The key of the message that made it; absent: the order itself did. */
  readonly madeBy?: string | undefined;
  /** Kept by its event in time, moved by notice of a new day in time, broken where neither came. */
  readonly status: 'open' | 'kept' | 'moved' | 'broken';
  /** When the customer was told that it would not be kept, or had not been. */
  readonly warnedAt?: number | undefined;
  /** When it was kept. */
  readonly keptAt?: number | undefined;
}

/**
 * What became of a promise as analysts count it: kept; moved by notice of a new day in time; broken, but the customer was
 * warned by its hour; or broken without that, which is what must not be.
 */
export const outcomes = ['kept', 'moved', 'warned', 'broken'] as const;
export type Outcome = (typeof outcomes)[number];

/** A warning that is begun at the hour of its promise may have to wait for its turn, and counts as in time. */
const graceMs = 15 * 60 * 1000;

/** Undefined while it is open. What had passed when we learned of it is told as it was, at once. */
export function outcomeOf(
  { status, until, madeAt, warnedAt }: Pick<PromiseState, 'status' | 'until' | 'madeAt' | 'warnedAt'>,
  now: number,
): Outcome | undefined {
  if (status === 'open') return undefined;
  if (status !== 'broken') return status;
  if (until <= madeAt || (warnedAt !== undefined && warnedAt <= until + graceMs)) return 'warned';
  return warnedAt === undefined && now <= until + graceMs ? undefined : 'broken';
}

/** When its outcome was decided: by what happened, by the word about it, or by its hour. */
export function settledAt({ status, until, warnedAt, keptAt }: PromiseState): number {
  return status === 'kept' ? (keptAt ?? until) : Math.min(until, warnedAt ?? until);
}

/** Promises about one thing, in the order they were made; the shop's own first one is in no message. */
export interface Chain {
  readonly links: readonly { readonly made: Made; readonly told?: Told | undefined }[];
  /** When what was promised happened, if it has. */
  readonly happenedAt: number | undefined;
  /** Messages that keep a promise to write about it. */
  readonly writes: (told: Told) => boolean;
  /** Messages, besides the next promise, after which the customer knows that it is not kept. */
  readonly warns: (told: Told) => boolean;
  /** Of these, messages that end the promise itself: told in time, it is moved and not broken. */
  readonly ends?: ((told: Told) => boolean) | undefined;
}

/** Every promise of the order: shipping, delivery as a whole, each parcel's, then traces, cases and money. */
export function promisesOf(reading: Reading, now: number): PromiseState[] {
  const { order, parcels } = reading;
  const travels = order.placed.lines.some((line) => line.ships);
  const states = (chain: Chain): PromiseState[] => statesOf(chain, order, now);
  return [
    ...(travels ? [...states(shipping(reading)), ...orderDelivery(reading, states)] : []),
    ...apart(reading).flatMap(states),
    ...parcels.flatMap((parcel) =>
      states(delivery(parcel, order)).map((state) => ({ ...state, parcel: parcel.parcel })),
    ),
    ...traces(reading).flatMap(({ chain, parcel }) => states(chain).map((state) => ({ ...state, parcel }))),
    ...reading.cases.flatMap((one) => states(answer(one, order))),
    ...refunds(reading).flatMap(states),
  ];
}

function statesOf(chain: Chain, order: RecordedOrder, now: number): PromiseState[] {
  return chain.links.map(({ made, told }, index) => {
    const later = told === undefined ? order.told : order.told.slice(order.told.indexOf(told) + 1);
    const next = chain.links[index + 1];
    return {
      promise: made.promise,
      parcel: made.parcel,
      until: made.until,
      madeAt: told?.at ?? order.placed.learnedAt,
      madeBy: told?.key,
      ...outcome(made, next, [...alreadyPast(made, told), ...later], chain, now),
    };
  });
}

/** A promise that was past when the confirmation stated it: the confirmation itself is the warning. */
function alreadyPast(made: Made, told: Told | undefined): Told[] {
  return told?.level !== undefined && made.until <= told.at ? [told] : [];
}

/** Messages that name a new day because the last one passed. */
const onlyWarn: readonly Told['message'][] = ['apologise-for-wait', 'escalate-refund'];

function outcome(
  { promise, until }: Made,
  next: Chain['links'][number] | undefined,
  later: readonly Told[],
  { happenedAt, writes, warns, ends }: Chain,
  now: number,
): Pick<PromiseState, 'status' | 'warnedAt' | 'keptAt'> {
  if (happenedAt !== undefined && happenedAt <= until) return { status: 'kept', keptAt: happenedAt };
  const word = next?.told ?? later.find((told) => warns(told));
  if (promise === 'write') {
    const written = later.find((told) => told === next?.told || writes(told) || warns(told));
    if (written !== undefined && written.at <= until) return { status: 'kept', keptAt: written.at };
  } else if (next?.told !== undefined) {
    // A new day in time moves a promise; that we shall write again, or an apology, is only a warning.
    const isOnlyWarned = next.made.promise === 'write' || onlyWarn.includes(next.told.message);
    const isMoved = !isOnlyWarned && next.told.at <= until;
    return { status: isMoved ? 'moved' : 'broken', warnedAt: next.told.at };
  }
  const ended = ends === undefined ? undefined : later.find(ends);
  if (ended !== undefined && ended.at <= until) return { status: 'moved', warnedAt: ended.at };
  return happenedAt !== undefined || now >= until ? { status: 'broken', warnedAt: word?.at } : { status: 'open' };
}
