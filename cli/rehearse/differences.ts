import { dayOf, timeOfDay } from '../../functions/domain/calendar/calendar.ts';
import { takenUpAgain } from '../../functions/domain/vocabulary.ts';
import type { SentMail } from '../../local/virtual/memory-ports.ts';
import type { Expected, ExpectedMail } from './expected.ts';
import type { Rehearsal } from './play.ts';

/**
 * What came otherwise than the story expects, and whatever no story may come to: a promise broken without a word, a fact
 * of an ended order without a fate. Empty: all is as it should be.
 */
export function differencesIn(rehearsal: Rehearsal): string[] {
  const { mails, ended, stands, tasks, promises } = rehearsal.story.expected ?? {};
  return [
    ...(mails === undefined ? [] : mailDifferences(mails, rehearsal)),
    ...(ended === undefined ? [] : differs('the order ended', ended, howItEnded(rehearsal) ?? 'not at all')),
    ...(stands === undefined ? [] : differs('the order stands', stands, rehearsal.stage)),
    ...(tasks === undefined ? [] : taskDifferences(tasks, rehearsal)),
    ...(promises === undefined ? [] : promiseDifferences(promises, rehearsal)),
    ...brokenInSilence(rehearsal),
    ...withoutFate(rehearsal),
  ];
}

/** How the order ended; undefined while it has not. */
export function howItEnded({ order: { closed } }: Rehearsal): string | undefined {
  return closed === undefined || (takenUpAgain as readonly string[]).includes(closed.how) ? undefined : closed.how;
}

function differs(what: string, expected: string, found: string): string[] {
  return expected === found ? [] : [`${what}: expected ${expected}, found ${found}`];
}

function mailDifferences(expected: readonly ExpectedMail[], { mails, story }: Rehearsal): string[] {
  const hourOf = (mail: SentMail): string => {
    const { zone } = story.settings;
    return `${dayOf(zone, mail.at)} ${timeOfDay(zone, mail.at)}`;
  };
  const named = (mail: SentMail): string => `${hourOf(mail)} ${mail.tags['message']}`;
  return Array.from({ length: Math.max(expected.length, mails.length) }, (_, index) => {
    const [wanted, mail] = [expected[index], mails[index]];
    const which = `mail ${index + 1}`;
    if (mail === undefined) return [`${which}: expected ${written(wanted!)}, and none came`];
    if (wanted === undefined) return [`${which}: ${named(mail)} came, and none was expected`];
    const isOther = wanted.message !== mail.tags['message'] || (wanted.at ?? hourOf(mail)) !== hourOf(mail);
    return isOther
      ? [`${which}: expected ${written(wanted)}, and ${named(mail)} came`]
      : wordDifferences(which, wanted, mail);
  }).flat();
}

const written = ({ at, message }: ExpectedMail): string => (at === undefined ? message : `${at} ${message}`);

function wordDifferences(which: string, { to, says = [], never = [] }: ExpectedMail, mail: SentMail): string[] {
  const text = plain(`${mail.subject}\n${mail.text}`);
  const everywhere = plain(`${mail.to}\n${text}\n${mail.html}`);
  return [
    ...(to === undefined ? [] : differs(`${which} went`, `to ${to}`, `to ${mail.to}`)),
    ...says.filter((words) => !text.includes(plain(words))).map((words) => `${which} does not say "${words}"`),
    ...never.filter((words) => everywhere.includes(plain(words))).map((words) => `${which} says "${words}"`),
  ];
}

/** Blanks of every kind and width count as one. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');

function taskDifferences(expected: NonNullable<Expected['tasks']>, { tasks }: Rehearsal): string[] {
  const found = tasks.map(({ name, level, status }) => ({ task: name as string, level, status }));
  return listDifferences('task', expected, found);
}

function promiseDifferences(expected: NonNullable<Expected['promises']>, { promises }: Rehearsal): string[] {
  const found = promises.map(({ promise, parcel, status }) => ({ promise: promise as string, parcel, status }));
  return listDifferences('promise', expected, found);
}

/** Compares what was expected of each thing in its place; what nobody named of it may be anything. */
function listDifferences<Thing extends object>(
  what: string,
  expected: readonly Thing[],
  found: readonly Thing[],
): string[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => {
    const [wanted, thing] = [expected[index], found[index]];
    const which = `${what} ${index + 1}`;
    if (thing === undefined) return [`${which}: expected ${listed(wanted!)}, and there is none`];
    if (wanted === undefined) return [`${which}: ${listed(thing)} is there, and none was expected`];
    const isOther = Object.entries(wanted).some(
      ([field, value]) => value !== undefined && (thing as { [field: string]: unknown })[field] !== value,
    );
    return isOther ? [`${which}: expected ${listed(wanted)}, found ${listed(thing)}`] : [];
  }).flat();
}

const listed = (thing: object): string =>
  Object.entries(thing)
    .flatMap(([field, value]) => (value === undefined ? [] : [`${field} ${String(value)}`]))
    .join(', ');

/** Charter, invariant 2: no promise passes without the customer having been warned. */
function brokenInSilence({ promises }: Rehearsal): string[] {
  return promises
    .filter(({ status, warnedAt }) => status === 'broken' && warnedAt === undefined)
    .map(({ promise, until }) => `the promise to ${promise} by ${new Date(until).toISOString()} passed without a word`);
}

/** Charter, invariant 6: a fact that was accepted has a fate. */
function withoutFate({ order, told }: Rehearsal): string[] {
  if (order.closed === undefined) return [];
  return told
    .filter(({ fact }) => order.fates[fact] === undefined)
    .map(({ fact }) => `nothing became of the fact ${fact}`);
}
