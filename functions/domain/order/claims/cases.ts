import { deadlineAfter, type Deadline } from '../../calendar/calendar.ts';
import type { Case } from '../cases.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { OpenedTask } from '../order.ts';
import { openCase as caseOpenIn } from '../reading.ts';
import type { Particular } from './compose.ts';
import { openTask, raiseTask } from './tasks.ts';

/** A problem is acknowledged at once: a named owner, an answer by a named time. */
export function openCase(occasion: Occasion, circumstances: Circumstances): Particular {
  const { reading, news, dues } = occasion;
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, settings.promises.answer);
  const fact = news?.fact;
  const about = fact?.name === 'word' && fact.word === 'problem' ? (fact.about ?? 'other') : 'missing';
  const parcels = (news?.parcels ?? dues.flatMap((due) => due.parcels)).map(({ parcel }) => parcel);
  return {
    covers: parcels,
    promises: [{ promise: 'answer', ...by }],
    case: { id: `case-${reading.cases.length + 1}`, about, parcels },
    task: openTask(occasion, circumstances, 'answer-case', by),
  };
}

/** Half of the time is over and nobody has answered: the owner hears it, a level louder. */
export function remindStaff(occasion: Occasion, circumstances: Circumstances): Particular {
  const open = caseOpenIn(occasion.reading)!;
  return {
    covers: [],
    promises: [],
    case: { id: open.id, about: open.about, parcels: [] },
    task: louder(open, occasion, circumstances, { until: open.until }),
  };
}

/** The time is over: an honest word to the customer, as much time again, and the task a level louder. */
export function apologiseForWait(occasion: Occasion, circumstances: Circumstances): Particular {
  const { settings, now } = circumstances;
  const open = caseOpenIn(occasion.reading)!;
  const by = deadlineAfter(settings, now, settings.promises.answer);
  return {
    covers: [],
    promises: [{ promise: 'answer', ...by }],
    case: { id: open.id, about: open.about, parcels: [] },
    task: louder(open, occasion, circumstances, by),
  };
}

function louder(open: Case, { reading }: Occasion, circumstances: Circumstances, by: Deadline): OpenedTask | undefined {
  return open.opened.task === undefined ? undefined : raiseTask(open.opened.task, reading.order, circumstances, by);
}

/** The customer is told once who has it all in hand and calls by when; from here on it is a person's. */
export function handToStaff(occasion: Occasion, circumstances: Circumstances): Particular {
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, 'P1D');
  return {
    covers: [],
    promises: [],
    task: openTask(occasion, circumstances, 'take-over', by),
  };
}
