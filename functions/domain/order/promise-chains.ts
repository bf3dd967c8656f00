import { casesOf, type Case } from './cases.ts';
import { firstDeliverBy, isPaid } from './changes.ts';
import type { Made, RecordedOrder, Told } from './order.ts';
import type { Parcel } from './parcels.ts';
import type { Chain, PromiseState } from './promises.ts';
import { without } from './quantities.ts';
import type { Reading } from './reading.ts';

/** The order's own promise to ship; lines with a day of their own have their own promise. */
export function shipping(reading: Reading): Chain {
  return {
    links: reading.shipping.chain,
    happenedAt: lastLeftAt(reading),
    writes: ({ message }) => message.startsWith('announce-'),
    warns: (told) => isHandedOver(told) || told.stock !== undefined,
    ends: endsShipping,
  };
}

/** Cancelled, or out of stock and asked about: the customer knows that this day is no more. */
const endsShipping = ({ message, stock }: Told): boolean => message === 'confirm-cancellation' || stock !== undefined;

/** When the last of the lines left, or the customer had all of it; undefined while any is here. */
function lastLeftAt(reading: Reading): number | undefined {
  const { order, ledger, left, parcels } = reading;
  const replacing = ledger.apart.filter(({ fact }) => fact.name === 'outcome').flatMap(({ lines }) => lines);
  if (without(left, replacing).length > 0) return receivedAsAWhole(reading);
  const replacedFrom = order.facts.findIndex((fact) => fact.name === 'outcome' && fact.outcome === 'replacement');
  const leaving = parcels.flatMap(({ shipment, delivery: scan }) => {
    const fact = order.facts.find(({ id }) => id === (shipment ?? scan)?.id);
    const isReplacement = replacedFrom !== -1 && fact !== undefined && order.facts.indexOf(fact) > replacedFrom;
    return fact === undefined || isReplacement ? [] : [fact.at];
  });
  return leaving.length === 0 ? undefined : Math.max(...leaving);
}

/** Promises about lines with a day of their own: what a customer waits for by choice, and what replaces a parcel. */
export function apart({ order, left, parcels }: Reading): Chain[] {
  return promisesIn(
    order,
    ({ promise, of, lines }) => lines !== undefined && promise !== 'deliver' && of !== 'delivery',
  ).map(({ made, told }) => {
    const lines = made.lines!;
    const isHere = lines.some(({ id }) => left.some((share) => share.id === id));
    const since = parcels.flatMap(({ lines: carried, shipment }) => {
      const index = order.facts.findIndex(({ id }) => id === shipment?.id);
      const carries = carried.some(({ id }) => lines.some((share) => share.id === id));
      return shipment !== undefined && index >= told.seen - 1 && carries ? [shipment.at] : [];
    });
    return {
      links: [{ made, told }],
      happenedAt: isHere || since.length === 0 ? undefined : Math.max(...since),
      writes: ({ message, level }) => message.startsWith('announce-') || level !== undefined,
      warns: (later) => isHandedOver(later) || later.level !== undefined,
      ends: endsShipping,
    };
  });
}

/** The customer has it though no parcel was told. */
function receivedAsAWhole({ order, parcels }: Reading): number | undefined {
  if (parcels.length > 0) return undefined;
  return order.facts.find((fact) => fact.name === 'word' && fact.word === 'received')?.at;
}

/** The day of the whole order: the shop's own, then each that was given as shipping moved. Parcels have days of their own. */
export function orderDelivery(reading: Reading, statesOf: (chain: Chain) => PromiseState[]): PromiseState[] {
  const { order, left } = reading;
  const parcels = reading.parcels.filter(({ withdrawn }) => !withdrawn);
  if (order.placed.history || order.placed.kind === 'collect' || isUnpaid(reading)) return [];
  const said = promisesIn(
    order,
    ({ promise, parcel, lines }) => promise === 'deliver' && parcel === undefined && lines === undefined,
  );
  const first = said[0]?.told.message === 'confirm-order' ? undefined : firstDeliverBy(order);
  const own = first === undefined ? [] : [{ made: { promise: 'deliver' as const, ...first } }];
  if (own.length + said.length === 0) return [];
  const states = statesOf({
    links: [...own, ...said],
    happenedAt: left.length === 0 ? allArrivedAt(parcels) : receivedAsAWhole(reading),
    writes: () => false,
    warns: (told) =>
      told.level !== undefined ||
      told.stock !== undefined ||
      isUnscannedCheck(told) ||
      isHandedOver(told) ||
      isWordOfCarrier(told) ||
      isTrouble(told),
    ends: ({ message }) => message === 'confirm-cancellation',
  });
  const last = states.at(-1)!;
  const moved = parcels.find(
    ({ promised }) => promised?.made.promise === 'deliver' && promised.made.until > last.until,
  );
  if (moved === undefined || last.status === 'kept') return states;
  const { at } = moved.promised!.told;
  return [...states.slice(0, -1), { ...last, status: at <= last.until ? 'moved' : 'broken', warnedAt: at }];
}

/** Whoever never paid was promised nothing, also once it is cancelled. */
function isUnpaid({ order, ledger }: Reading): boolean {
  return order.placed.payment === 'awaited' && !isPaid(order) && ledger.carried.size === 0;
}

export function delivery(parcel: Parcel, order: RecordedOrder): Chain {
  const isAbout = (told: Told): boolean => told.covers.includes(parcel.parcel);
  return {
    links: promisesIn(
      order,
      (made) => made.parcel === parcel.parcel && (made.promise === 'deliver' || made.of === 'delivery'),
    ),
    happenedAt: arrivedAt(parcel),
    writes: isAbout,
    warns: (told) => isHandedOver(told) || (isAbout(told) && (isUnscannedCheck(told) || isTrouble(told))),
    ends: (told) => isAbout(told) && (isTrouble(told) || told.message === 'confirm-cancellation'),
  };
}

/** "We ask the carrier and write by …": kept by writing, or by the parcels' arrival. */
export function traces({ order, parcels }: Reading): { chain: Chain; parcel: string | undefined }[] {
  return promisesIn(order, ({ of }) => of === 'trace').map(({ made, told }) => {
    const traced = parcels.filter(({ parcel }) => told.covers.includes(parcel));
    const chain: Chain = {
      links: [{ made, told }],
      happenedAt: allArrivedAt(traced),
      // What is put right is written about too: it may have been that parcel.
      writes: ({ covers, message }) =>
        message === 'correct-what-we-said' || covers.some((parcel) => told.covers.includes(parcel)),
      warns: isHandedOver,
    };
    return { chain, parcel: traced.length === 1 ? traced[0]!.parcel : undefined };
  });
}

export function answer(one: Case, order: RecordedOrder): Chain {
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
/** A parcel is late, stuck, or at a pickup point: so is the order. */
const isWordOfCarrier = ({ message }: Told): boolean =>
  message === 'warn-delivery-delay' || message === 'warn-delivery-incident' || message === 'announce-pickup';
/** Searched for, in the hands of a case, or named once more at its pickup point. */
const isTrouble = ({ message, case: ofCase }: Told): boolean =>
  message === 'trace-parcel' || message === 'remind-pickup' || message === 'open-case' || ofCase?.opens === true;

function promisesIn(order: RecordedOrder, wanted: (made: Made) => boolean): { made: Made; told: Told }[] {
  return order.told.flatMap((told) => told.promises.filter(wanted).map((made) => ({ made, told })));
}

/** Money that was promised back: each time from the first promise to the refund that left nothing owed. */
export function refunds({ order }: Reading): Chain[] {
  const chains: Chain[] = [];
  let links: { made: Made; told: Told }[] = [];
  const close = (happenedAt: number | undefined): void => {
    if (links.length > 0) chains.push({ links, happenedAt, writes: () => false, warns: isHandedOver });
    links = [];
  };
  for (const told of order.told) {
    const made = told.promises.find(({ promise }) => promise === 'refund');
    if (made !== undefined) links.push({ made, told });
    else if (told.message === 'announce-refund') close(order.facts.find(({ id }) => id === told.cause)?.at);
  }
  close(undefined);
  return chains;
}
