import { deadlineAfter, dueInOpeningHours, type Deadline } from '../../calendar/calendar.ts';
import { nextCaseId, type Case } from '../cases.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Fact, OutcomeFact } from '../facts.ts';
import type { OpenedTask, Told } from '../order.ts';
import { openCase as caseOpenIn } from '../reading.ts';
import type { Particular } from './compose.ts';
import { promoGiven } from './delivery.ts';
import { refundToCome } from './money.ts';
import { usualDeliverBy } from './shipping.ts';
import { openTask, raiseTask } from './tasks.ts';

/** A problem is acknowledged at once: a named owner, an answer by a named time. */
export function openCase(occasion: Occasion, circumstances: Circumstances): Particular {
  const { news, dues } = occasion;
  const parcels = (news?.parcels ?? dues.flatMap((due) => due.parcels)).map(({ parcel }) => parcel);
  return { covers: parcels, ...caseOf(occasion, circumstances, subjectOf(news?.fact), parcels) };
}

function subjectOf(fact: Fact | undefined): string {
  if (fact?.name === 'cancellation') return 'return';
  return fact?.name === 'word' && fact.word === 'problem' ? (fact.about ?? 'other') : 'missing';
}

/** A new case, its clock and its owner's task; while one is open, whatever else goes wrong joins it (charter). */
export function caseOf(
  occasion: Occasion,
  circumstances: Circumstances,
  about: string,
  parcels: readonly string[],
): Pick<Told, 'promises' | 'case' | 'task'> {
  const open = caseOpenIn(occasion.reading);
  return open === undefined
    ? newCase(occasion, circumstances, about, parcels)
    : joined(open, occasion, circumstances, parcels);
}

function joined(
  open: Case,
  { reading, news }: Occasion,
  circumstances: Circumstances,
  parcels: readonly string[],
): Pick<Told, 'promises' | 'case' | 'task'> {
  const raised = open.task && raiseTask(open.task, reading.order, circumstances, { until: open.until });
  const says = news?.fact.details === undefined ? open.task?.about : news.fact.id;
  return {
    promises: [],
    case: { id: open.id, about: open.about, parcels, opens: false },
    task: raised && { ...raised, about: says },
  };
}

function newCase(
  occasion: Occasion,
  circumstances: Circumstances,
  about: string,
  parcels: readonly string[],
): Pick<Told, 'promises' | 'case' | 'task'> {
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, settings.promises.answer);
  return {
    promises: [{ promise: 'answer', ...by }],
    case: { id: nextCaseId(occasion.reading.order), about, parcels, opens: true },
    task: openTask(occasion, circumstances, 'answer-case', by),
  };
}

/** A person's dated word: the clock moves to that day, and the owner's task with it. */
export function announceProgress({ reading, news }: Occasion, { settings, now }: Circumstances): Particular {
  const fact = news!.fact as OutcomeFact;
  const one = reading.cases.find(({ id }) => id === fact.case)!;
  const by =
    fact.until !== undefined && fact.until.until > now
      ? fact.until
      : deadlineAfter(settings, now, settings.promises.answer);
  return {
    covers: [],
    promises: [{ promise: 'answer', ...by }],
    case: { id: one.id, about: one.about, parcels: [] },
    task: one.task && { ...one.task, dueAt: dueInOpeningHours(settings, now, by.until) },
  };
}

/** How it is put right: an answer, money back, or a new parcel with its own promise; a promo where staff give one. */
export function announceSettlement(occasion: Occasion, circumstances: Circumstances): Particular {
  const { reading, news } = occasion;
  const fact = news!.fact as OutcomeFact;
  const { id, about } = reading.cases.find((one) => one.id === fact.case)!;
  const refund = fact.outcome === 'refund' ? refundToCome(occasion, circumstances) : undefined;
  return {
    covers: [],
    promises: refund?.promises ?? replacement(fact, occasion, circumstances),
    owed: refund?.owed,
    case: { id, about, parcels: [] },
    promo: fact.promo ? promoGiven(reading, circumstances) : undefined,
  };
}

function replacement(
  fact: OutcomeFact,
  { reading }: Occasion,
  { settings, now }: Circumstances,
): Particular['promises'] {
  const lines = reading.ledger.apart.find((one) => one.fact === fact)?.lines;
  if (lines === undefined) return [];
  const ship =
    fact.until !== undefined && fact.until.until > now
      ? fact.until
      : deadlineAfter(settings, now, settings.promises.ship);
  if (reading.order.placed.kind === 'collect') return [{ promise: 'ship', ...ship, lines }];
  return [
    { promise: 'ship', ...ship, lines },
    { promise: 'deliver', ...usualDeliverBy(ship.until, reading, settings), lines },
  ];
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
  return open.task === undefined ? undefined : raiseTask(open.task, reading.order, circumstances, by);
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
