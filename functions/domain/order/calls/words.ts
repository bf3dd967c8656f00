import type { WordFact } from '../facts.ts';
import type { Parcel } from '../parcels.ts';
import { openCase, parcelNamed, type Reading } from '../reading.ts';
import { untilKnown, type Call } from './call.ts';

/** What the customer says: thanks, a search, a case, or a person who answers. */
export function callOfWord(fact: WordFact, reading: Reading, now: number): Call {
  if (fact.word === 'question') return { act: 'AskStaff', parcels: [] };
  if (fact.parcel !== undefined && parcelNamed(reading, fact.parcel) === undefined && fact.word !== 'problem')
    return untilKnown(fact, now);
  const open = openCase(reading);
  const concerned = concernedBy(fact, reading);
  if (fact.word === 'received') {
    if (open !== undefined) return { turn: Number.POSITIVE_INFINITY, due: 'note-turn' };
    return isFirstReceipt(fact, reading) ? { act: 'ThankCustomer', parcels: concerned } : { note: 'already thanked' };
  }
  if (fact.word === 'problem') return { act: actOfComplaint(concerned, reading), parcels: concerned };
  if (isOvertaken(fact, concerned, reading)) return { note: 'the customer has it by now' };
  if (open !== undefined) return { act: actOfComplaint(concerned, reading), parcels: concerned };
  const waiting = concerned.filter(({ pickup, delivery }) => pickup !== undefined && delivery === undefined);
  if (waiting.length > 0 && waiting.length === concerned.length) {
    const knowsWhere = waiting.every(({ pickup }) => pickup!.asked);
    return { act: knowsWhere ? 'OpenCase' : 'RemindPickup', parcels: waiting };
  }
  // Whoever had it, whose case about it is settled, or who is to have it no more, is not helped by a search on the way:
  // a person looks into it.
  const untraced = concerned.filter(
    ({ traced, announced, delivery, received, caseId, withdrawn }) =>
      traced === undefined &&
      received === undefined &&
      caseId === undefined &&
      !withdrawn &&
      (announced ?? delivery) !== undefined,
  );
  return untraced.length > 0 ? { act: 'TraceParcel', parcels: untraced } : { act: 'OpenCase', parcels: concerned };
}

/** The parcels a word is about: the one it names, else those whose check is asked, else all that the customer lacks. */
function concernedBy(fact: WordFact, reading: Reading): Parcel[] {
  const lacking = reading.parcels.filter((parcel) => parcel.received === undefined && parcel.caseId === undefined);
  if (fact.parcel !== undefined) return reading.parcels.filter(({ parcel }) => parcel === fact.parcel);
  if (fact.word === 'received') return reading.parcels.filter(({ received }) => received === fact);
  if (fact.word === 'problem' && fact.about !== 'missing') {
    return lacking.filter((parcel) => parcel.delivery !== undefined || parcel.asked !== undefined);
  }
  const missed = lacking.filter((parcel) => parcel.asked !== undefined);
  return missed.length > 0 ? missed : lacking;
}

/**
 * A complaint opens a case or joins the open one. What joins it leaves the waits: where the customer was promised a day
 * for it, they hear who has it now; otherwise only staff do, for the case was acknowledged already.
 */
export function actOfComplaint(concerned: readonly Parcel[], reading: Reading): 'OpenCase' | 'AskStaff' {
  if (openCase(reading) === undefined) return 'OpenCase';
  const isPromised = concerned.some(
    (parcel) => reading.traced.includes(parcel) || (reading.underWay.includes(parcel) && parcel.delivery === undefined),
  );
  return isPromised ? 'OpenCase' : 'AskStaff';
}

/** A "not yet" that had to wait, and a "received" since. */
function isOvertaken(fact: WordFact, concerned: readonly Parcel[], { order }: Reading): boolean {
  const since = order.facts.slice(order.facts.indexOf(fact) + 1);
  const receipts = since.filter((other): other is WordFact => other.name === 'word' && other.word === 'received');
  if (concerned.length === 0) return receipts.some(({ parcel }) => parcel === undefined);
  return concerned.every(({ received }) => received !== undefined && receipts.includes(received));
}

function isFirstReceipt(fact: WordFact, { order, parcels }: Reading): boolean {
  const earlier = order.facts
    .slice(0, order.facts.indexOf(fact))
    .some((other) => other.name === 'word' && other.word === 'received');
  return !earlier || parcels.some(({ received }) => received === fact);
}
