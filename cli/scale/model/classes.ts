import type { Episode, Recording, Work } from '../recording/asked.ts';
import type { QuotaId } from '../quotas.ts';
import { stageIds, type Needs, type StageId } from './stages.ts';

/** Episodes that pass the same stages and ask the same of them. */
export interface EpisodeClass {
  /** How many of them an order has in its life, on average. */
  readonly perOrder: number;
  /** It belongs to the order's first minute: where more orders come, more of these come. */
  readonly isArrival: boolean;
  readonly confirms: boolean;
  /** The stages that it passes, and what each needs. */
  readonly path: readonly { readonly stage: StageId; readonly needs: Needs }[];
  /** An execution that stays open begins in it. */
  readonly opens: number;
}

const firstMinuteMs = 60_000;
/** A batch of a hundred records keeps the relay a tenth of a second: it sees to them side by side. */
const relaySecondsPerRecord = 0.001;

/** The classes of all that was recorded: what is counted in whole numbers is the same within one, the rest its mean. */
export function classesOf({ episodes, orders }: Recording): EpisodeClass[] {
  const alike = Map.groupBy(episodes, (episode) => {
    const { begins, requests, starts, successes, failures, transitions, mails, staffMails, confirms } = episode;
    const calls = episode.work.messenger.calls;
    const counts = [requests, starts, successes, failures, transitions, mails, staffMails, calls];
    return [begins, isArrival(episode), confirms, ...counts].join(' ');
  });
  return [...alike.values()].map((group) => {
    const [first] = group;
    return {
      perOrder: group.length / orders,
      isArrival: isArrival(first!),
      confirms: first!.confirms,
      opens: first!.starts > 0 && isArrival(first!) ? 1 : 0,
      path: pathOf(group),
    };
  });
}

/** All that an order asks over its life, of each thing. */
export function perOrder(classes: readonly EpisodeClass[], only?: (one: EpisodeClass) => boolean): Needs {
  const sum: { [id in QuotaId]?: number } = {};
  for (const one of classes) {
    if (only !== undefined && !only(one)) continue;
    for (const { needs } of one.path) {
      for (const [id, amount] of entries(needs)) sum[id] = (sum[id] ?? 0) + amount * one.perOrder;
    }
  }
  return sum;
}

export const entries = (needs: Needs): [QuotaId, number][] => Object.entries(needs) as [QuotaId, number][];

const isArrival = ({ sinceMs }: Episode): boolean => sinceMs < firstMinuteMs;

function pathOf(group: readonly Episode[]): EpisodeClass['path'] {
  const mean = (of: (episode: Episode) => number): number =>
    group.reduce((sum, episode) => sum + of(episode), 0) / group.length;
  const work = (asker: keyof Episode['work'], field: keyof Work): number => mean((each) => each.work[asker][field]);
  const table = (asker: keyof Episode['work']): Needs => ({
    tableWrites: work(asker, 'writes'),
    tableReads: work(asker, 'reads'),
    indexWrites: work(asker, 'indexWrites'),
  });
  const records = mean((each) => each.records) * relaySecondsPerRecord;
  const bells = { relayReaders: records, lambda: records, ...table('relay') };
  const rings = group.every(({ starts, successes, failures }) => starts + successes + failures > 0);
  const http = work('http', 'seconds');
  const noted = work('note-mail', 'seconds');
  const shown = work('projection', 'seconds');
  const mailed = work('mail-staff', 'seconds');
  const staffMails = mean((each) => each.staffMails);
  const needs: { readonly [stage in StageId]: Needs } = {
    api: { apiStage: mean((each) => each.requests), apiAccount: mean((each) => each.requests) },
    http: { lambda: http, ...table('http') },
    'note-mail': { lambda: noted, mailEvents: work('note-mail', 'calls'), ...table('note-mail') },
    relay: rings ? bells : {},
    start: {
      startExecution: mean((each) => each.starts),
      openExecutions: mean((each) => (each.starts > 0 && isArrival(each) ? 1 : 0)),
    },
    answer: {
      taskSuccess: mean((each) => each.successes),
      taskFailure: mean((each) => each.failures),
    },
    states: { transitions: mean((each) => each.transitions) },
    messenger: { messengers: work('messenger', 'seconds'), ...table('messenger') },
    ses: { sesRate: mean((each) => each.mails), sesDay: mean((each) => each.mails) },
    waits: table('workflow'),
    bells: rings ? {} : bells,
    timeline: { timelineReaders: shown, lambda: shown, ...table('projection') },
    staff: { staffReaders: mailed, lambda: mailed, sesRate: staffMails, sesDay: staffMails, ...table('mail-staff') },
  };
  return stageIds.flatMap((stage) => {
    const asked = entries(needs[stage]).filter(([, amount]) => amount > 0);
    return asked.length === 0 ? [] : [{ stage, needs: Object.fromEntries(asked) }];
  });
}
