import type { Tone } from '../../../messages/letter.ts';
import { consequences, type Act } from '../vocabulary.ts';
import type { CompleteSettings } from '../shop/settings.ts';
import { compose } from './claims/compose.ts';
import { duesOf, isDue, type DueBy } from './dues.ts';
import type { DelayFact, Fact } from './facts.ts';
import { restingOn } from './calls/decisions.ts';
import { newsFrom, openFacts, type News } from './news.ts';
import type { Told, Visit } from './order.ts';
import type { Reading } from './reading.ts';
import { nextDue } from './stage.ts';

/** A message that is true now, with all that the write which claims it must say. */
export interface Claim {
  readonly told: Told;
  readonly fates: { readonly [fact: string]: string };
}

export type Judgement =
  | { readonly claim: Claim }
  /** Nothing is said; these facts' fates say why. */
  | { readonly note: { readonly [fact: string]: string } }
  /** Nobody has to be told anything of the kind now. */
  | { readonly nothing: string };

export interface Circumstances {
  readonly settings: CompleteSettings;
  readonly now: number;
  /** Who claims: the request. */
  readonly owner: string;
  /** A promo code nobody can guess; used only where one is given. */
  readonly newCode: () => string;
  /** Mails reach the customer, by what is known by now. Absent: by what the order says. */
  readonly mailable?: boolean | undefined;
  /** Mails to the address that is known came back, for good. */
  readonly addressFails?: boolean | undefined;
  /** The customer has had as many offers as the cap allows. */
  readonly offersFull?: boolean | undefined;
  /** What pauses offers to this customer on another order. */
  readonly pausedBecause?: string | undefined;
  /** Whether the customer agrees to offers, as last said apart from this order. */
  readonly consent?: boolean | undefined;
  /** What the customer chose to be spoken to about, and how. */
  readonly tone?: Tone | undefined;
  readonly prefersPhone?: boolean | undefined;
  /** Which of the customer's orders it is, where it is about to be confirmed. */
  readonly visit?: Visit | undefined;
}

/** Why an act is due: news, or a promise that falls due in silence. */
export interface Occasion {
  readonly act: Act;
  readonly cause: string;
  readonly news?: News | undefined;
  readonly dues: readonly DueBy[];
  readonly reading: Reading;
}

/** Judges one act against all facts and everything told: is it true, and wanted, at this instant? */
export function judge(act: Act, reading: Reading, circumstances: Circumstances): Judgement {
  const { now } = circumstances;
  const notes = Object.fromEntries(
    openFacts(reading).flatMap((fact) => {
      const note = newsFrom(fact, reading, now)?.note;
      return note === undefined ? [] : [[fact.id, note]];
    }),
  );
  if (act === 'TakeNote' || (act === 'ConfirmOrder' && notes[reading.order.placed.id] !== undefined)) {
    return Object.keys(notes).length > 0 ? { note: notes } : { nothing: 'nothing to take note of' };
  }
  const occasion = occasionFor(act, reading, now);
  if (occasion === undefined) return { nothing: 'no longer true, or said already' };
  const told = compose(occasion, circumstances);
  const covered = openFacts(reading).filter((fact) => isCoveredBy(fact, occasion, told));
  return { claim: { told, fates: Object.fromEntries(covered.map((fact) => [fact.id, told.key])) } };
}

function occasionFor(act: Act, reading: Reading, now: number): Occasion | undefined {
  for (const fact of openFacts(reading)) {
    const news = newsFrom(fact, reading, now);
    if (news?.act === act) return { act, cause: fact.id, news, dues: [], reading };
  }
  const dues = [...duesOf(reading, now), nextDue(reading, now)].filter(
    ({ due, until }) => consequences[due] === act && isDue(until, now),
  );
  return dues[0] === undefined ? undefined : { act, cause: dues[0].cause, dues, reading };
}

/** Facts that a message speaks of besides the one that caused it: they must not cause it again. */
function isCoveredBy(fact: Fact, { act, news, reading }: Occasion, told: Told): boolean {
  if (fact.id === news?.fact.id) return true;
  if (fact.name === 'shipment') return act.startsWith('Announce') && told.covers.includes(fact.parcel);
  if (fact.name === 'delay') return coversDelay(fact, act, told, reading);
  if (fact.name === 'stock-out') {
    return act === 'WarnOutOfStock' && reading.ledger.out.some((one) => one.fact === fact);
  }
  if (fact.name === 'change') return act === 'ConfirmOrder';
  if (fact.name !== 'correction' || act !== 'CorrectWhatWeSaid') return false;
  return restingOn(fact, reading.order) !== undefined;
}

function coversDelay(fact: DelayFact, act: Act, told: Told, reading: Reading): boolean {
  if (fact.of === 'shipment') return act === 'WarnShippingDelay';
  if (act !== 'WarnDeliveryDelay' && !act.startsWith('Announce')) return false;
  const about = fact.parcel === undefined ? reading.underWay.map(({ parcel }) => parcel) : [fact.parcel];
  const all = about.length > 0 ? about : told.covers;
  return all.every((parcel) => told.covers.includes(parcel));
}
