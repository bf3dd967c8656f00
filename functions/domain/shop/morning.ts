import { addDays, at, dayOf, nextOpening, openingHours, type ShopDays } from '../calendar/calendar.ts';

/** Whose turn it is to mail the staff's list of a day, and how far that has come. */
export interface ListNote {
  /** The shop's day, `YYYY-MM-DD`. */
  readonly day: string;
  /** The run that took it in hand, and when. */
  readonly run: string;
  readonly takenAt: number;
  /** The addresses that have it. */
  readonly mailed: readonly string[];
  /** Everybody has it, or there was nothing to say. */
  readonly isDone: boolean;
}

/** Longer than a run can live (infra/constructs/morning.ts): whose note is older is dead, and another goes on. */
export const takenForMs = 15 * 60 * 1000;
/** Who opens for minutes only gets a list all the same: we look twice an hour. */
const dueForAtLeastMs = 3600 * 1000;

/**
 * The day whose list is due to a shop's staff now: it has opened today and not closed yet, and nobody has mailed the
 * list or is about to. Undefined: none. What a dead run left undone is due again, to its own next try at once.
 */
export function dayOfList(shop: ShopDays, note: ListNote | undefined, run: string, now: number): string | undefined {
  const day = dayOf(shop.zone, now);
  const hours = openingHours(shop, day);
  if (hours === undefined || now < hours.opens || now >= Math.max(hours.closes, hours.opens + dueForAtLeastMs)) {
    return undefined;
  }
  if (note?.day !== day) return day;
  const isInHand = note.run !== run && now < note.takenAt + takenForMs;
  return note.isDone || isInHand ? undefined : day;
}

/**
 * When the shop's list must be looked at next: when it opens after `now`; at once while today's is in somebody's hand,
 * who may die. Infinity where it never opens.
 */
export function nextLookAt(shop: ShopDays, note: ListNote | undefined, now: number): number {
  const day = dayOf(shop.zone, now);
  if (note?.day === day && !note.isDone) return now;
  const hours = openingHours(shop, day);
  const hasOpened = hours !== undefined && now >= hours.opens;
  return nextOpening(shop, hasOpened ? endOfDay(shop, day) : now) ?? Number.POSITIVE_INFINITY;
}

/**
 * Up to when the list of `day` looks ahead: the end of that day or, where the shop stays closed after it, until it
 * opens again. What falls due in between has no other morning.
 */
export function horizonOf(shop: ShopDays, day: string): number {
  const end = endOfDay(shop, day);
  return Math.max(end, nextOpening(shop, end) ?? end);
}

const endOfDay = (shop: ShopDays, day: string): number => at(shop.zone, addDays(day, 1), '00:00');
