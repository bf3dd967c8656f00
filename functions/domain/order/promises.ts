import { casesOf, type Case } from './cases.ts';
import type { Made, RecordedOrder, Told } from './order.ts';
import type { Parcel } from './parcels.ts';
import type { Reading } from './reading.ts';

/** A promise to the customer and what became of it. Instants are milliseconds since the epoch. */
export interface PromiseState {
  /** Never `word`: how long we wait for an answer is a promise to ourselves. */
  readonly promise: Made['promise'];
  readonly parcel?: string | undefined;
  readonly until: number;
  /** Kept by its event in time, moved by notice of a new day in time, broken where neither came. */
  readonly status: 'open' | 'kept' | 'moved' | 'broken';
  /** When the customer was told that it would not be kept, or had not been. */
  readonly warnedAt?: number | undefined;
}

/** Promises about one thing, in the order they were made; the shop's own first one is in no message. */
interface Chain {
  readonly links: readonly { readonly made: Made; readonly told?: Told | undefined }[];
  /** When what was promised happened, if it has. */
  readonly happenedAt: number | undefined;
  /** Messages that keep a promise to write about it. */
  readonly writes: (told: Told) => boolean;
  /** Messages, besides the next promise, after which the customer knows that it is not kept. */
  readonly warns: (told: Told) => boolean;
}

/** Every promise of the order: shipping, delivery as a whole, each parcel's, then traces and cases. */
export function promisesOf(reading: Reading, now: number): PromiseState[] {
  const { order, parcels } = reading;
  const travels = order.placed.lines.some((line) => line.ships);
  const states = (chain: Chain): PromiseState[] => statesOf(chain, order, now);
  return [
    ...(travels ? [...states(shipping(reading)), ...orderDelivery(reading, now)] : []),
    ...parcels.flatMap((parcel) =>
      states(delivery(parcel, order)).map((state) => ({ ...state, parcel: parcel.parcel })),
    ),
    ...traces(reading).flatMap(({ chain, parcel }) => states(chain).map((state) => ({ ...state, parcel }))),
    ...reading.cases.flatMap((one) => states(answer(one, order))),
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
      ...outcome(made, next, [...alreadyPast(made, told), ...later], chain, now),
    };
  });
}

/** A promise that was past when the confirmation stated it: the confirmation itself is the warning. */
function alreadyPast(made: Made, told: Told | undefined): Told[] {
  return told?.level !== undefined && made.until <= told.at ? [told] : [];
}

function outcome(
  { promise, until }: Made,
  next: Chain['links'][number] | undefined,
  later: readonly Told[],
  { happenedAt, writes, warns }: Chain,
  now: number,
): Pick<PromiseState, 'status' | 'warnedAt'> {
  if (happenedAt !== undefined && happenedAt <= until) return { status: 'kept' };
  const word = next?.told ?? later.find((told) => warns(told));
  if (promise === 'write') {
    const written = later.find((told) => told === next?.told || writes(told) || warns(told));
    if (written !== undefined && written.at <= until) return { status: 'kept' };
  } else if (next?.told !== undefined) {
    // A new day in time moves a promise; that we shall write again, or an apology, is only a warning.
    const isOnlyWarned = next.made.promise === 'write' || next.told.message === 'apologise-for-wait';
    const isMoved = !isOnlyWarned && next.told.at <= until;
    return { status: isMoved ? 'moved' : 'broken', warnedAt: next.told.at };
  }
  return happenedAt !== undefined || now >= until ? { status: 'broken', warnedAt: word?.at } : { status: 'open' };
}

function shipping(reading: Reading): Chain {
  return {
    links: reading.shipping.chain,
    happenedAt: lastLeftAt(reading),
    writes: ({ message }) => message.startsWith('announce-'),
    warns: isHandedOver,
  };
}

/** When the last of the lines left, or the customer had all of it; undefined while any is here. */
function lastLeftAt(reading: Reading): number | undefined {
  if (reading.left.length > 0) return receivedAsAWhole(reading);
  const leaving = reading.parcels.flatMap(({ shipment, delivery: scan }) => shipment?.at ?? scan?.at ?? []);
  return leaving.length === 0 ? undefined : Math.max(...leaving);
}

/** The customer has it though no parcel was told. */
function receivedAsAWhole({ order, parcels }: Reading): number | undefined {
  if (parcels.length > 0) return undefined;
  return order.facts.find((fact) => fact.name === 'word' && fact.word === 'received')?.at;
}

/** The day of the whole order: the shop's own, then each that was given as shipping moved. Parcels have days of their own. */
function orderDelivery(reading: Reading, now: number): PromiseState[] {
  const { order, parcels, left } = reading;
  if (order.placed.history) return [];
  const said = promisesIn(order, ({ promise, parcel }) => promise === 'deliver' && parcel === undefined);
  const own =
    said[0]?.told.message === 'confirm-order'
      ? []
      : [{ made: { promise: 'deliver' as const, ...order.placed.deliverBy } }];
  const states = statesOf(
    {
      links: [...own, ...said],
      happenedAt: left.length === 0 ? allArrivedAt(parcels) : receivedAsAWhole(reading),
      writes: () => false,
      warns: (told) => told.level !== undefined || isUnscannedCheck(told) || isHandedOver(told),
    },
    order,
    now,
  );
  const last = states.at(-1)!;
  const moved = parcels.find(
    ({ promised }) => promised?.made.promise === 'deliver' && promised.made.until > last.until,
  );
  if (moved === undefined || last.status === 'kept') return states;
  const { at } = moved.promised!.told;
  return [...states.slice(0, -1), { ...last, status: at <= last.until ? 'moved' : 'broken', warnedAt: at }];
}

function delivery(parcel: Parcel, order: RecordedOrder): Chain {
  const isAbout = (told: Told): boolean => told.covers.includes(parcel.parcel);
  return {
    links: promisesIn(
      order,
      (made) => made.parcel === parcel.parcel && (made.promise === 'deliver' || made.of === 'delivery'),
    ),
    happenedAt: arrivedAt(parcel),
    writes: isAbout,
    warns: (told) => isHandedOver(told) || (isAbout(told) && (isUnscannedCheck(told) || isTrouble(told))),
  };
}

/** "We ask the carrier and write by …": kept by writing, or by the parcels' arrival. */
function traces({ order, parcels }: Reading): { chain: Chain; parcel: string | undefined }[] {
  return promisesIn(order, ({ of }) => of === 'trace').map(({ made, told }) => {
    const traced = parcels.filter(({ parcel }) => told.covers.includes(parcel));
    const chain: Chain = {
      links: [{ made, told }],
      happenedAt: allArrivedAt(traced),
      writes: ({ covers }) => covers.some((parcel) => told.covers.includes(parcel)),
      warns: isHandedOver,
    };
    return { chain, parcel: traced.length === 1 ? traced[0]!.parcel : undefined };
  });
}

function answer(one: Case, order: RecordedOrder): Chain {
  const ofCase = order.told.filter((told) => told.case?.id === one.id);
  return {
    links: ofCase.flatMap((told) =>
      told.promises.filter(({ promise }) => promise === 'answer').map((made) => ({ made, told })),
    ),
    happenedAt: one.ended === 'handed-to-staff' ? undefined : endedAt(one, order),
    writes: () => false,
    warns: isHandedOver,
  };
}

/** When the fact happened that ended a case: the first with which it is over. */
function endedAt(one: Case, order: RecordedOrder): number | undefined {
  return order.facts.find((_, index) => {
    const upToHere = { ...order, facts: order.facts.slice(0, index + 1) };
    // That staff took it over is told, not learned: it ends no promise by a fact.
    return casesOf(upToHere).some(
      ({ id, ended }) => id === one.id && ended !== undefined && ended !== 'handed-to-staff',
    );
  })?.at;
}

const arrivedAt = ({ delivery: scan, received }: Parcel): number | undefined => scan?.at ?? received?.at;

function allArrivedAt(parcels: readonly Parcel[]): number | undefined {
  const arrivals = parcels.map(arrivedAt).filter((at) => at !== undefined);
  return parcels.length > 0 && arrivals.length === parcels.length ? Math.max(...arrivals) : undefined;
}

/** Whatever was promised before, the customer knows after it that a person has it all in hand. */
const isHandedOver = ({ message }: Told): boolean => message === 'hand-to-staff';
const isUnscannedCheck = ({ message, scanned }: Told): boolean => message === 'ask-delivery-check' && scanned === false;
const isTrouble = ({ message }: Told): boolean => message === 'trace-parcel' || message === 'open-case';

function promisesIn(order: RecordedOrder, wanted: (made: Made) => boolean): { made: Made; told: Told }[] {
  return order.told.flatMap((told) => told.promises.filter(wanted).map((made) => ({ made, told })));
}
