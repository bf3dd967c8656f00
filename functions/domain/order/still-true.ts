import type { Made, ToldMessage, Told } from './order.ts';
import { isUnreachable } from './claims/compose.ts';
import { promisesOf } from './promises.ts';
import type { Parcel } from './parcels.ts';
import type { Reading } from './reading.ts';

/**
 * Why a message must not be sent once more: it is no longer true, or never was ours to send. Undefined: it still is. It is
 * judged against all facts, as it was the first time (charter, invariant 3).
 */
export function whyNotAgain(told: Told, reading: Reading, now: number): string | undefined {
  const { order, ledger } = reading;
  if (told.isVoid === true || restedOnAMistake(told, reading)) return 'it rested on a mistake';
  if (told.unsent !== undefined && !isUnreachable(told.unsent)) return told.unsent;
  if (ledger.isCancelled && !ofAnEnd.includes(told.message)) return 'the order is cancelled';
  if (order.placed.history) return 'the order is history';
  const made = promisesOf(reading, now).filter(({ madeBy }) => madeBy === told.key);
  if (made.some(({ status }) => status === 'moved')) return 'another day was promised since';
  if (hasLaterDay(told, order.told)) return 'another day was promised since';
  if (made.some(({ status }) => status === 'broken')) return 'what it promised has passed';
  return overtaken[told.message]?.(told, reading);
}

/** A later message named another day, though this one counts as kept: somebody received a parcel, and more is to come. */
function hasLaterDay(told: Told, all: readonly Told[]): boolean {
  const later = all.slice(all.indexOf(told) + 1).flatMap(({ promises }) => promises);
  const isOfAll = ({ promise, lines }: Made): boolean =>
    (promise === 'ship' || promise === 'deliver') && lines === undefined;
  return told.promises.some(
    (day) =>
      isOfAll(day) &&
      later.some(
        (next) => isOfAll(next) && next.promise === day.promise && next.parcel === day.parcel && next.until > day.until,
      ),
  );
}

/** Of several facts that it rested on, one was taken back: it says too much. */
function restedOnAMistake({ key, cause }: Told, { order: { facts, fates } }: Reading): boolean {
  return facts.some(({ name, id }) => name === 'struck' && (id === cause || fates[id] === key));
}

/** Why what a message says has been overtaken by what happened since. */
type Overtaken = (told: Told, reading: Reading) => string | undefined;

/** What is said at an end, or about money, stays true when all is over. */
const ofAnEnd: readonly ToldMessage[] = [
  'confirm-cancellation',
  'announce-refund',
  'escalate-refund',
  'announce-settlement',
  'correct-what-we-said',
  'thank-customer',
  'hand-to-staff',
];

const hasArrived = ({ delivery, received, withdrawn }: Parcel): boolean =>
  delivery !== undefined || received !== undefined || withdrawn;

function ifAny(isOver: (parcel: Parcel) => boolean, why: string): Overtaken {
  return ({ covers }, { parcels }) =>
    parcels.some((parcel) => covers.includes(parcel.parcel) && isOver(parcel)) ? why : undefined;
}

const overtaken: { readonly [message in ToldMessage]?: Overtaken } = {
  'confirm-order': changedSince,
  'confirm-change': changedSince,
  'announce-shipment': ifAny(hasArrived, 'it has arrived'),
  'announce-partial-shipment': ifAny(hasArrived, 'it has arrived'),
  'correct-shipment': ifAny(hasArrived, 'it has arrived'),
  'warn-delivery-delay': ifAny(hasArrived, 'it has arrived'),
  'warn-delivery-incident': ifAny(hasArrived, 'it has arrived'),
  'announce-pickup': ifAny((parcel) => parcel.pickup === undefined || hasArrived(parcel), 'it waits there no more'),
  'remind-pickup': ifAny((parcel) => parcel.pickup === undefined || hasArrived(parcel), 'it waits there no more'),
  'ask-delivery-check': ({ covers }, { askedFor }) =>
    askedFor.some(({ parcel }) => covers.includes(parcel)) ? undefined : 'it is answered',
  'trace-parcel': ({ covers }, { traced }) =>
    traced.some(({ parcel }) => covers.includes(parcel)) ? undefined : 'nobody searches any more',
  'warn-out-of-stock': ({ key }, { stock }) => (stock?.told.key === key ? undefined : 'it is decided'),
  'warn-shipping-delay': ({ key }, { stillToLeave, order }) => {
    if (stillToLeave.length === 0) return 'it has left';
    const last = order.told.findLast(({ message }) => message === 'warn-shipping-delay');
    return last?.key === key ? undefined : 'there was a later word about it';
  },
  'open-case': caseIsOver,
  'apologise-for-wait': caseIsOver,
  'announce-progress': caseIsOver,
  'remind-payment': (_, { awaitsPayment }) => (awaitsPayment ? undefined : 'it is paid'),
  'hand-to-staff': ({ key, task }, { handedOver, order }) => {
    if (handedOver?.key !== key) return 'it was handed over anew';
    const isDone = order.facts.some((fact) => fact.name === 'completion' && fact.task === task?.task);
    return isDone ? 'staff have done with it' : undefined;
  },
};

function changedSince({ key }: Told, { order: { told } }: Reading): string | undefined {
  const index = told.findIndex((one) => one.key === key);
  const isChanged = told.slice(index + 1).some(({ message }) => message === 'confirm-change');
  return isChanged ? 'the order was changed since' : undefined;
}

function caseIsOver({ case: ofCase }: Told, { cases }: Reading): string | undefined {
  const one = cases.find(({ id }) => id === ofCase?.id);
  return one?.ended === undefined ? undefined : 'the case is over';
}
