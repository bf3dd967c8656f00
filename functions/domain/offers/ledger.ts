import type { Discount } from '../../../messages/letter.ts';
import { nextTimeOfDay, timeOfDay } from '../calendar/calendar.ts';
import { dayMs } from '../calendar/day.ts';
import type { OffersPause } from '../order/offers-paused.ts';
import type { Profile } from '../ports.ts';
import type { CompleteSettings } from '../shop/settings.ts';

/** An offer that a customer got: `key` is what it was for, so that the same is counted once. */
export interface SentOffer {
  readonly key: string;
  readonly at: number;
}

/** A promo that was held back from its own message, and may travel alone later. */
export interface HeldOffer {
  readonly order: string;
  /** The order's number, as people say it, and when it was placed. */
  readonly number: string;
  readonly placedAt: number;
  readonly discount: Discount;
  readonly since: number;
}

/** What a customer was offered, and what is held back for them. Instants are milliseconds since the epoch. */
export interface OfferLedger {
  /** Bumped by every write. */
  readonly version: number;
  readonly sent: readonly SentOffer[];
  readonly held: readonly HeldOffer[];
}

export type Dose = CompleteSettings['offers'];

const windowOf = ({ inDays }: Dose): number => inDays * dayMs;

/** What counts against the cap by now. */
export function sentLately(sent: readonly SentOffer[], dose: Dose, now: number): SentOffer[] {
  return sent.filter(({ at }) => at > now - windowOf(dose));
}

export const hasRoom = (sent: readonly SentOffer[], dose: Dose, now: number): boolean =>
  sentLately(sent, dose, now).length < dose.max;

/** Why an offer is held back by the cap. */
export const capReached = ({ max, inDays }: Dose): string => `no more than ${max} offers in ${inDays} days`;

/** What becomes of the offers that are held back for a customer. */
export type OfferDecision =
  | { readonly send: readonly HeldOffer[] }
  | { readonly wait: number; readonly why: string }
  /** They are never sent, and the timeline says why. */
  | { readonly lapse: readonly HeldOffer[]; readonly why: string };

/** An offer that nobody could take in so long is none any more. */
const longestHeldMs = 60 * dayMs;
const againMs = dayMs;

/**
 * The charter's dose ("Dose and hours"): a stand-alone offer needs the customer's consent, room under the cap, no pause on any
 * order, and no quiet hour on the customer's clock. What cannot go now waits; what waited too long lapses, never silently.
 */
export function decideOffers(
  { sent, held }: OfferLedger,
  profile: Pick<Profile, 'consent' | 'pauses' | 'chosen' | 'zone'> & { readonly reachable: boolean },
  settings: CompleteSettings,
  now: number,
): OfferDecision {
  const { offers, promo } = settings;
  if (profile.consent?.offers === false) return { lapse: held, why: 'the customer refuses offers' };
  if (promo === null) return { lapse: held, why: 'the shop has no promo any more' };
  const old = held.filter(({ since }) => since <= now - longestHeldMs);
  if (old.length > 0) return { lapse: old, why: 'it was held back for too long' };
  if (profile.consent?.offers !== true) return { wait: now + againMs, why: 'the customer has not agreed to offers' };
  if (!profile.reachable) return { wait: now + againMs, why: 'the customer cannot be written to' };
  const pause = pauseIn(profile.pauses ?? {}, now);
  if (pause !== undefined) return { wait: Math.min(pause.until ?? Infinity, now + againMs), why: pause.why };
  if (!hasRoom(sent, offers, now)) return { wait: roomAt(sent, offers, now), why: capReached(offers) };
  const zone = profile.chosen?.zone ?? profile.zone ?? settings.zone;
  const wakes = quietUntil(zone, offers.quiet, now);
  return wakes === undefined ? { send: held } : { wait: wakes, why: 'quiet hours' };
}

function pauseIn(pauses: { readonly [order: string]: OffersPause }, now: number): OffersPause | undefined {
  return Object.values(pauses).find(({ until }) => until === undefined || until > now);
}

/** When the oldest offer that counts is far enough back. */
function roomAt(sent: readonly SentOffer[], dose: Dose, now: number): number {
  const oldest = Math.min(...sentLately(sent, dose, now).map(({ at }) => at));
  return Number.isFinite(oldest) ? oldest + windowOf(dose) : now + againMs;
}

/** When quiet hours end that it is now; undefined: it is none. They may go over midnight. */
export function quietUntil(zone: string, [from, until]: Dose['quiet'], now: number): number | undefined {
  const time = timeOfDay(zone, now);
  const isQuiet = from < until ? time >= from && time < until : time >= from || time < until;
  return isQuiet ? nextTimeOfDay(zone, now, until) : undefined;
}
