import { endOfDeliveryDay, endOfShippingDay } from '../calendar/calendar.ts';
import { dayMs } from '../calendar/day.ts';
import type { Fact, PromisedBy } from '../order/facts.ts';
import type { Details } from '../ports.ts';
import type { DayOrInstant } from '../times.ts';
import type { Settings } from '../shop/settings.ts';
import type { Identity, RequestKey } from './identity.ts';

/** What is known of a call besides its body. */
export interface Telling {
  readonly settings: Settings;
  readonly now: number;
  /** The call's Idempotency-Key, where it bears one. */
  readonly key?: RequestKey | undefined;
}

/** A field that cannot be as it is, and why. */
export interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** A fact as a call told it: not recorded yet, and refused if anything about it is wrong. */
export interface Draft<F extends Fact = Fact> {
  readonly fact: F;
  readonly natural: boolean;
  readonly details?: Details | undefined;
  /** Of an amount that was told with its currency: the order must be of the same. */
  readonly currency?: string | undefined;
  /** Where that stood in the body; absent: beside the amount. */
  readonly currencyAt?: readonly PropertyKey[] | undefined;
  readonly wrong: readonly Wrong[];
}

/** Clocks differ; but what lies more than a day ahead has not happened. */
const aheadMs = dayMs;

/** The instant at which it happened: of the named fields the first that was given, else now. */
export function happened(
  { now }: Telling,
  given: { readonly [field: string]: number | undefined },
): { at: number; wrong: Wrong[] } {
  const named = Object.entries(given).filter(([, instant]) => instant !== undefined);
  const wrong = named
    .filter(([, instant]) => instant! > now + aheadMs)
    .map(([field]): Wrong => ({ path: [field], detail: 'lies in the future: tell it once it has happened' }));
  return { at: named[0]?.[1] ?? now, wrong };
}

/** What every fact bears. */
export function known({ settings, now }: Telling, { id, hash }: Identity, at: number) {
  const historyMs = settings.historyDays * dayMs;
  return { id, at, learnedAt: now, hash, ...(at < now - historyMs ? { old: true } : {}) };
}

/** When a promise to ship is broken: a named day ends at the closing hour. */
export function shippedBy(promised: DayOrInstant, settings: Settings): PromisedBy {
  return 'day' in promised
    ? { until: endOfShippingDay(settings, promised.day), day: promised.day }
    : { until: promised.instant };
}

/** When a promise to deliver is broken: a named day ends at 20:00 or the closing hour. */
export function deliveredBy(promised: DayOrInstant, settings: Settings): PromisedBy {
  return 'day' in promised
    ? { until: endOfDeliveryDay(settings, promised.day), day: promised.day }
    : { until: promised.instant };
}

/** The field's value where there is something to say. */
export function saying<T extends object>(details: T): T | undefined {
  return Object.values(details).some((value) => value !== undefined && value !== '') ? details : undefined;
}
