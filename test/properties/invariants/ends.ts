import { heals } from '../chaos/faults.ts';
import type { Invariant } from './judge.ts';

const ends = ['CloseOrder', 'Superseded'];
const endings = [
  'received',
  'silent',
  'cancelled',
  'refunded',
  'settled',
  'unpaid',
  'nothing-to-ship',
  'handed-to-staff',
  'erased',
];

/** "No wait is without an end; every execution ends in a named state" (5). Whoever dies was killed. */
export const everyExecutionEnds: Invariant = ({ executions, failures }) => [
  ...executions.flatMap(({ name, status, states }) => {
    if (status === 'RUNNING') return [`${name} never ends: it stays in ${states.at(-1)?.name}`];
    if (status === 'ABORTED') return [];
    if (status !== 'SUCCEEDED') return [`${name} died of itself: ${status} in ${states.at(-1)?.name}`];
    return ends.includes(states.at(-1)?.name ?? '') ? [] : [`${name} ends in ${states.at(-1)?.name}`];
  }),
  ...failures.map((failure) => `the relay failed: ${failure}`),
];

/** "Every path ends in CloseOrder, which says how"; or, after three deaths in a row, a person has it. */
export const everyOrderEnds: Invariant = ({ order, placed }) => {
  if (order === undefined || placed === undefined) return [];
  if (order.closed === undefined) return ['the order never closed'];
  if (endings.includes(order.closed.how)) return [];
  const isGivenUp = order.told.some(
    ({ task, cause }) => task?.why === 'unstick-order' && cause === `stalled-${order.closed?.run}`,
  );
  return isGivenUp ? [] : [`the order was left to nobody (${order.closed.how})`];
};

/** "No order is taken up again without something new" (5): a fact, or a run that died. */
export const takenUpForSomething: Invariant = ({ executions, facts, closings }) =>
  executions.slice(1).flatMap(({ name, startedAt }, index) => {
    const before = executions[index]!;
    if (before.status === 'ABORTED') return [];
    const closing = closings.findLast(({ run, at }) => run === index + 1 && at <= startedAt);
    if (closing === undefined || !endings.includes(closing.how) || closing.open > 0) return [];
    // A fact that came in the very moment of closing counts as new.
    const isNew = facts.some(({ at }) => at >= before.startedAt && at <= startedAt);
    return isNew ? [] : [`${name} was started for nothing`];
  });

/** An execution lives at most a year: it hands over before. */
const aYearAlmostMs = 290 * 24 * 3600_000;

/**
 * "Throttling delays, never drops": a run waits for its mail as long as a day's quota may last, and only then hands over.
 * One that was killed before it ever waited, and whose death nobody told of, is handed over by the relay, at once.
 */
export const handsOverLate: Invariant = ({ closings, executions }) =>
  closings.flatMap(({ how, run, at }) => {
    const its = executions[run - 1];
    const livedMs = at - (its?.startedAt ?? at);
    return how === 'held-up' && livedMs < 24 * 3600_000 && its?.status !== 'ABORTED'
      ? [`run ${run} handed over after ${livedMs / 1000} seconds`]
      : [];
  });

/** A run that dies was killed, or could not name the news: nothing else may make an execution give its order up. */
export const diesOfSomething: Invariant = ({ closings, executions, disturbances, beganWithOldDefinition }) => {
  // A closing whose write was refused after it took effect is written again: one run dies once.
  const died = new Set(
    closings.flatMap(({ how, run, at }) =>
      how === 'retake' && at - (executions[run - 1]?.startedAt ?? at) < aYearAlmostMs ? [run] : [],
    ),
  ).size;
  const count = (...kinds: readonly string[]): number => disturbances.filter(({ kind }) => kinds.includes(kind)).length;
  // Tries at a mail that nobody can tell the fate of are a reason too: two in one run, or one
  // where the run's first try met the claim that the run before had left in flight.
  // Whoever died before the claim is called again, and no run gives up for that.
  const inFlight = disturbances.filter(
    ({ kind, from, until }) => (kind === 'race' || kind === 'dies') && until - from > heals.tried,
  ).length;
  const injuries = count('killed') + Math.ceil((count('mail', 'refused') + inFlight) / 2);
  const most = injuries + (beganWithOldDefinition ? 1 : 0);
  return died > most ? [`${died} runs gave up, and ${most} had a reason to`] : [];
};

/** Every loop in the tree is bounded: so many messages and states for so many facts and faults, and no more. */
export const bounded: Invariant = ({ mails, executions, facts, disturbances, runsAway }) => {
  const states = executions.reduce((sum, one) => sum + one.states.length, 0);
  const longest = Math.max(0, ...executions.map((one) => one.states.length));
  const [mostMails, mostStates] = [
    12 + 3 * facts.length + disturbances.length,
    40 + 14 * (facts.length + disturbances.length),
  ];
  return [
    ...(runsAway ? ['the order goes round and round without end'] : []),
    ...(mails.length > mostMails ? [`${mails.length} mails for ${facts.length} facts`] : []),
    ...(states > mostStates ? [`${states} states for ${facts.length} facts`] : []),
    ...(longest > 150 ? [`${longest} states in one execution`] : []),
  ];
};
