import type { Act, Stage } from '../vocabulary.ts';
import type { Call } from './calls/call.ts';
import {
  callOfCancellation,
  callOfChange,
  callOfChoice,
  callOfCorrection,
  callOfOutcome,
  callOfPayment,
  callOfRefund,
  callOfStockOut,
} from './calls/decisions.ts';
import { callOfMailFailed, callOfResend } from './calls/mails.ts';
import { callOfShipment, callOfShipmentCorrection, callOfShippingDelay } from './calls/shipping.ts';
import { callOfDelivery, callOfDeliveryDelay, callOfIncident } from './calls/travel.ts';
import { callOfWord } from './calls/words.ts';
import type { Fact, OrderFact } from './facts.ts';
import { isOpen } from './order.ts';
import type { Parcel } from './parcels.ts';
import type { Reading } from './reading.ts';

export interface News {
  readonly fact: Fact;
  readonly act: Act;
  readonly parcels: readonly Parcel[];
  /** Why nothing is said, where that is so. */
  readonly note?: string | undefined;
}

/** The first open fact that is due now, in learned order. There is no cursor: a fact stays open until its fate is written. */
export function newsOf(reading: Reading, now: number): News | undefined {
  for (const fact of openFacts(reading)) {
    const news = newsFrom(fact, reading, now);
    if (news !== undefined) return news;
  }
  return undefined;
}

export function openFacts(reading: Reading): Fact[] {
  const { order } = reading;
  return order.facts.filter((fact) => isOpen(order, fact) || isUntold(fact, reading));
}

/** Nothing was said of a parcel because it had arrived, and that was a mistake: it is to be announced after all. */
function isUntold(fact: Fact, { order, parcels, ledger }: Reading): boolean {
  if (fact.name !== 'shipment' || (order.placed.history && fact.old === true)) return false;
  if (!order.facts.some(({ name }) => name === 'struck')) return false;
  const parcel = parcels.find((one) => one.parcel === fact.parcel);
  if (parcel === undefined || parcel.withdrawn || ledger.recalled.has(parcel.parcel)) return false;
  return (parcel.announced ?? parcel.delivery ?? parcel.received) === undefined;
}

export function newsFrom(fact: Fact, reading: Reading, now: number): News | undefined {
  const call = callOf(fact, reading, now);
  if ('act' in call) return { fact, act: call.act, parcels: call.parcels };
  if ('note' in call) return { fact, act: 'TakeNote', parcels: [], note: call.note };
  return undefined;
}

export function callOf(fact: Fact, reading: Reading, now: number): Call {
  const { placed } = reading.order;
  if (fact.name === 'order') return callOfOrder(fact, reading);
  if (fact.name === 'struck') return { note: 'taken back' };
  if (placed.history && fact.old === true) return { note: 'history: on record, nobody is written to' };
  switch (fact.name) {
    case 'shipment':
      return callOfShipment(fact, reading);
    case 'delivery':
      return callOfDelivery(fact, reading, now);
    case 'delay':
      return fact.of === 'shipment' ? callOfShippingDelay(fact, reading, now) : callOfDeliveryDelay(fact, reading, now);
    case 'incident':
      return callOfIncident(fact, reading, now);
    case 'word':
      return callOfWord(fact, reading, now);
    case 'stock-out':
      return callOfStockOut(fact, reading);
    case 'choice':
      return callOfChoice(fact, reading);
    case 'cancellation':
      return callOfCancellation(fact, reading);
    case 'refund':
      return callOfRefund(fact);
    case 'outcome':
      return callOfOutcome(fact, reading, now);
    case 'shipment-correction':
      return callOfShipmentCorrection(fact, reading, now);
    case 'correction':
      return callOfCorrection(fact, reading);
    case 'payment':
      return callOfPayment(fact, reading);
    case 'change':
      return callOfChange(fact, reading);
    case 'notice':
      return { act: 'AskStaff', parcels: [] };
    case 'resend':
      return callOfResend(fact, reading, now);
    case 'mail-failed':
      return callOfMailFailed(fact, reading, now);
    case 'completion':
      return { note: 'a task is done' };
  }
}

/** Confirmed, unless it is history, or was cancelled before it could be: then that alone is confirmed (charter). */
function callOfOrder({ history, id }: OrderFact, { order, ledger }: Reading): Call {
  if (history) return { note: 'history: on record, nobody is written to' };
  const isCancelled = ledger.isCancelled && order.fates[id] === undefined;
  return isCancelled ? { note: 'cancelled before it could be confirmed' } : { act: 'ConfirmOrder', parcels: [] };
}

/** The wait that an open fact belongs to, where nothing else holds the order open (charter: never the end). */
export function waitOf(fact: Fact): Stage {
  switch (fact.name) {
    case 'delivery':
    case 'incident':
    case 'shipment-correction':
      return 'AwaitDelivery';
    case 'delay':
      return fact.of === 'shipment' ? 'AwaitShipment' : 'AwaitDelivery';
    case 'word':
      return 'AwaitCustomerWord';
    case 'stock-out':
      return 'AwaitStockChoice';
    case 'outcome':
      return 'AwaitCaseOutcome';
    case 'payment':
      return 'AwaitPayment';
    case 'refund':
      return 'AwaitRefund';
    default:
      return 'AwaitShipment';
  }
}
