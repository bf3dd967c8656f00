import type {
  CancellationFact,
  ChangeFact,
  ChoiceFact,
  CorrectionFact,
  Fact,
  OutcomeFact,
  PaymentFact,
  RefundFact,
  StockOutFact,
} from '../facts.ts';
import type { Cancelled } from '../goods.ts';
import type { RecordedOrder, Told } from '../order.ts';
import type { Reading } from '../reading.ts';
import { untilKnown, type Call } from './call.ts';
import { actOfComplaint } from './words.ts';

/** What the shop, the customer or staff decide about an order: stock-outs, choices, cancellations, money, cases. */
export function callOfStockOut(fact: StockOutFact, { ledger, stillToLeave }: Reading): Call {
  if (stillToLeave.length === 0) return { note: 'nothing of the order is left to ship' };
  const isAsked = ledger.out.some((one) => one.fact === fact);
  return isAsked ? { act: 'WarnOutOfStock', parcels: [] } : { note: 'overtaken: it has left, or was decided' };
}

/** To cancel is confirmed; every other choice a person carries out. */
export function callOfChoice(fact: ChoiceFact, { ledger }: Reading): Call {
  const taken = ledger.cancelled.find((one) => one.fact === fact);
  if (taken === undefined) return { act: 'AskStaff', parcels: [] };
  return taken.unshipped.length > 0
    ? { act: 'ConfirmCancellation', parcels: [] }
    : { note: 'nothing of it is left to cancel' };
}

/** Before it left: confirmed. After: by the shop the same, by the customer a case about its return. */
export function callOfCancellation(fact: CancellationFact, reading: Reading): Call {
  const taken = reading.ledger.cancelled.find((one) => one.fact === fact)!;
  if (isConfirmed(taken)) return { act: 'ConfirmCancellation', parcels: [] };
  const parcels = reading.parcels.filter(({ parcel }) => taken.shipped.some((one) => one.parcel === parcel));
  if (parcels.length === 0) return { note: 'nothing of it is left to cancel' };
  return { act: actOfComplaint(parcels, reading), parcels };
}

export function isConfirmed({ fact, unshipped, shipped }: Cancelled): boolean {
  return unshipped.length > 0 || (fact.name === 'cancellation' && fact.by === 'shop' && shipped.length > 0);
}

/** Money that came moves the promises; money that did not is asked for once more, then a person sees to it. */
export function callOfPayment(fact: PaymentFact, { order, ledger, payBy }: Reading): Call {
  if (fact.status === 'paid') {
    // It crossed the cancellation: nobody else knows that there is money to give back.
    if (ledger.isCancelled) return { act: 'AskStaff', parcels: [] };
    return {
      note: order.placed.payment === 'awaited' ? 'paid: ship-by counts from here' : 'it counted as paid already',
    };
  }
  const isAsked = order.told.some(({ message }) => message === 'remind-payment');
  // Without a day to pay by it is with staff, or history.
  return { act: payBy !== undefined && !isAsked ? 'RemindPayment' : 'AskStaff', parcels: [] };
}

/** Confirmed, once for each change; one that was known before the order was confirmed is part of that. */
export function callOfChange(_fact: ChangeFact, { ledger }: Reading): Call {
  return ledger.isCancelled ? { note: 'the order is cancelled' } : { act: 'ConfirmChange', parcels: [] };
}

export function callOfRefund(_fact: RefundFact): Call {
  return { act: 'AnnounceRefund', parcels: [] };
}

/** A person's word about a case. What was settled can be settled better; only "in hand" comes too late for that. */
export function callOfOutcome(fact: OutcomeFact, reading: Reading, now: number): Call {
  const one = reading.cases.find(({ id }) => id === fact.case);
  if (one === undefined) return untilKnown(fact, now, 'about a case that was never opened');
  if (fact.outcome !== 'in-hand') return { act: 'AnnounceSettlement', parcels: [] };
  return one.ended === undefined ? { act: 'AnnounceProgress', parcels: [] } : { note: 'the case has ended' };
}

/** Whoever read what rested on a mistake hears so, once; where nobody read it, nothing is said. */
export function callOfCorrection(fact: CorrectionFact, { order }: Reading): Call {
  const rested = restingOn(fact, order);
  return rested === undefined
    ? { note: `${fact.fact} is taken back; nobody was told` }
    : { act: 'CorrectWhatWeSaid', parcels: [] };
}

/**
 * The message to the customer that a fact which is taken back led to. Where it led to none, but was all we knew of a
 * parcel, or the payment that the order waits for: the last one that promised something of that parcel, or of an order
 * that was paid, because nobody will see to that promise any more.
 */
export function restingOn({ fact }: CorrectionFact, { facts, fates, told }: RecordedOrder): Told | undefined {
  const sent = told.filter(({ unsent }) => unsent === undefined);
  const promising = sent.filter(({ promises }) => promises.some(({ promise }) => promise !== 'word'));
  const parcel = onlyKnownBy(fact, facts);
  const index = facts.findIndex(({ id }) => id === fact);
  return (
    sent.find(({ key }) => key === fates[fact]) ??
    promising.findLast(({ covers }) => parcel !== undefined && covers.includes(parcel)) ??
    promising.findLast(({ seen }) => isPaymentStruck(facts[index]) && seen > index)
  );
}

function isPaymentStruck(fact: Fact | undefined): boolean {
  return fact?.name === 'struck' && fact.was.name === 'payment' && fact.was.status === 'paid';
}

/** The parcel that was known by this fact alone, which is struck through by now. */
function onlyKnownBy(id: string, facts: readonly Fact[]): string | undefined {
  const struck = facts.find((fact) => fact.id === id);
  const parcel = struck?.name === 'struck' ? travelling(struck.was) : undefined;
  return facts.some((fact) => travelling(fact) === parcel) ? undefined : parcel;
}

function travelling(fact: Fact): string | undefined {
  return fact.name === 'shipment' || fact.name === 'delivery' ? fact.parcel : undefined;
}
