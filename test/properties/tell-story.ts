import { moment } from './life/words-of.ts';
import type { LifeRecord } from './record.ts';

/** A life as a story that a person can read, in order of time. */
export function tellStory(record: LifeRecord, broken: readonly string[]): string {
  const { settings, said, claims, mails, disturbances, executions, closings, until } = record;
  const events = [
    ...said.map(({ at, words }) => ({ at, words })),
    ...claims.map(({ at, told }) => ({
      at,
      words: `  ${told.key} is claimed${told.level === undefined ? '' : `, level ${told.level}`}${promises(told.promises, settings.zone)}${told.unsent === undefined ? '' : ` (no mail: ${told.unsent})`}`,
    })),
    ...mails.map(({ at, tags, id }) => ({ at, words: `  mail ${id}: ${tags['message']}` })),
    ...disturbances.map(({ from, words }) => ({ at: from, words: `  ! ${words}` })),
    ...executions.flatMap(({ name, startedAt, endedAt, status }) => [
      { at: startedAt, words: `  execution ${name} starts` },
      ...(endedAt === undefined ? [] : [{ at: endedAt, words: `  execution ${name} ends: ${status}` }]),
    ]),
    ...closings.map(({ at, run, how }) => ({ at, words: `  the order closes, run ${run}: ${how}` })),
  ];
  const sorted = events.map((event, index) => ({ ...event, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  return [
    `A shop in ${settings.zone}:`,
    ...sorted.map(({ at, words }) => `${moment(settings.zone, at)}  ${words}`),
    `${moment(settings.zone, until)}  the story ends`,
    ...broken.map((what) => `⇒ broken: ${what}`),
  ].join('\n');
}

function promises(
  made: readonly { readonly promise: string; readonly until: number; readonly parcel?: string | undefined }[],
  zone: string,
): string {
  return made.map(({ promise, until, parcel }) => `; ${promise} ${parcel ?? ''} by ${moment(zone, until)}`).join('');
}
