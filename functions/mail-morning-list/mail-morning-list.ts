import { renderMorningLetter } from '../../messages/render-staff.ts';
import type { ShopDays } from '../domain/calendar/calendar.ts';
import type { Mailer } from '../domain/ports.ts';
import { isComplete, type CompleteSettings, type Settings } from '../domain/shop/settings.ts';
import { dayOfList, horizonOf, nextLookAt, type ListNote } from '../domain/shop/morning.ts';
import { localeOf } from '../send-message/letterhead.ts';
import { listTags } from '../send-message/mail-tags.ts';
import { isEmpty, listOfDay, type ListOfDay, type ListPorts } from './list-of-day.ts';

/** A shop of the register, with all that tells whether its staff's list is due. */
export interface ShopOfMorning {
  readonly shop: string;
  /** When it is open; null where no mail can be written for it; undefined where the register does not know. */
  readonly days: ShopDays | null | undefined;
  /** Of the settings that `days` is from. */
  readonly version: number | undefined;
  readonly note: ListNote | undefined;
}

export interface MorningPorts extends ListPorts {
  readonly mornings: {
    shops(): Promise<readonly ShopOfMorning[]>;
    /** Copies from a shop's settings when it is open; an older version never overwrites a newer. */
    keepDays(shop: string, settings: Settings, version: number): Promise<void>;
    /** Takes the list of a day in hand, unless somebody did since `seen` was read. */
    take(shop: string, note: ListNote, seen: ListNote | undefined): Promise<boolean>;
    /** False where another run has taken it over. */
    noteMailed(shop: string, note: ListNote, address: string): Promise<boolean>;
    noteDone(shop: string, note: ListNote): Promise<void>;
  };
  readonly shops: { known(shop: string): Promise<{ settings: Settings; version: number } | undefined> };
  readonly mailer: Mailer;
  readonly now: () => number;
  /** A shop's list did not reach all its staff; the run goes on with the other shops, and fails in the end. */
  readonly failed: (shop: string, error: unknown) => void;
}

/** Some staff have not got their list: the run is to be tried again. */
export class ListsNotMailed extends Error {
  override readonly name = 'ListsNotMailed';
}

/** Shops that open at the same minute are seen to side by side, so many at a time. */
const shopsAtOnce = 5;
/** A shop may change its hours while an instance is quiet: it looks again after this, once between evening and morning. */
const quietAtMostMs = 8 * 3600 * 1000;

/**
 * Mails the list of the day to the staff of every shop where it is due: exactly one to each member a day, except that
 * a run which dies between a mail and its note sends that mail again (to staff, twice is better than not at all).
 * `run` is the same for each try of one call, so that its next try goes on where it stopped.
 *
 * Answers the instant before which nothing can fall due, unless a shop changes its hours.
 * @throws ListsNotMailed where some have not got it; all others have.
 */
export async function mailMorningLists(run: string, ports: MorningPorts): Promise<number> {
  const now = ports.now();
  const looks = [now + quietAtMostMs];
  const due: ShopOfMorning[] = [];
  for (const entry of await ports.mornings.shops()) {
    const { days, note } = entry;
    if (days === undefined || (days !== null && dayOfList(days, note, run, now) !== undefined)) due.push(entry);
    else if (days !== null) looks.push(nextLookAt(days, note, now));
  }
  let failures = 0;
  for (let from = 0; from < due.length; from += shopsAtOnce) {
    const together = due.slice(from, from + shopsAtOnce);
    const answers = await Promise.allSettled(together.map((entry) => seeTo(entry, run, now, ports)));
    for (const [index, answer] of answers.entries()) {
      if (answer.status === 'fulfilled') looks.push(answer.value);
      else {
        failures += 1;
        ports.failed(together[index]!.shop, answer.reason);
      }
    }
  }
  if (failures > 0) throw new ListsNotMailed(`${failures} of ${due.length} shops`);
  return Math.min(...looks);
}

/** Mails a shop's list if it is due by the shop's settings; answers when the shop must be looked at next. */
async function seeTo(entry: ShopOfMorning, run: string, now: number, ports: MorningPorts): Promise<number> {
  const { mornings, shops } = ports;
  const { shop, note: seen } = entry;
  const known = await shops.known(shop);
  if (known === undefined) return Number.POSITIVE_INFINITY;
  const { settings, version } = known;
  // The register is behind where a change of the settings did not live to pass it on, and for shops older than it.
  if (version !== entry.version) await mornings.keepDays(shop, settings, version);
  if (!isComplete(settings)) return Number.POSITIVE_INFINITY;
  const day = dayOfList(settings, seen, run, now);
  if (day === undefined) return nextLookAt(settings, seen, now);

  const list = await listOfDay(shop, settings, horizonOf(settings, day), now, ports);
  const mailed = seen?.day === day ? seen.mailed : [];
  const note: ListNote = { day, run, takenAt: now, mailed, isDone: isEmpty(list) };
  if (!(await mornings.take(shop, note, seen))) return now;
  if (!note.isDone && !(await mailAll(shop, note, list, settings, ports))) return now;
  return nextLookAt(settings, { ...note, isDone: true }, now);
}

/**
 * One after the other, each noted at once. An address that is refused keeps nobody else from the list. False where
 * another run has taken the list over.
 */
async function mailAll(
  shop: string,
  note: ListNote,
  list: ListOfDay,
  settings: CompleteSettings,
  { mornings, mailer }: MorningPorts,
): Promise<boolean> {
  const failures: unknown[] = [];
  for (const { name, email } of readersOf(settings).filter(({ email: address }) => !note.mailed.includes(address))) {
    const words = renderMorningLetter({
      message: 'morning-list',
      locale: localeOf(settings.locale, settings),
      zone: settings.zone,
      now: note.takenAt,
      shop: { name: settings.name, url: settings.url },
      reader: name,
      day: note.day,
      ...list,
    });
    try {
      const tags = listTags(shop, note.day, email);
      await mailer.send({ from: settings.from, replyTo: settings.replyTo, to: email, ...words, tags });
    } catch (error) {
      failures.push(error);
      continue;
    }
    if (!(await mornings.noteMailed(shop, note, email))) return false;
  }
  if (failures.length > 0) throw failures[0];
  await mornings.noteDone(shop, note);
  return true;
}

/** Everybody on the staff, once each; the signatory where there is none. */
function readersOf({ staff, signatory, replyTo }: CompleteSettings): { name: string; email: string }[] {
  const all = staff.length === 0 ? [{ name: signatory.name, email: replyTo }] : staff;
  return [...new Map(all.map((reader) => [reader.email, reader])).values()];
}
