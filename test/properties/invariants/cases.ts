import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Told } from '../../../functions/domain/order/order.ts';
import { factsBy, latest, type Invariant } from './judge.ts';

/** A message that opens a case; what joins one that is open says so too, and has its clock. */
const opens = ({ message, case: of }: Told): boolean => message === 'open-case' && of?.opens !== false;

/** Messages that a person in the shop has something to do after. */
const needsAPerson = [
  'open-case',
  'trace-parcel',
  'hand-to-staff',
  'ask-staff',
  'escalate-silent-delivery',
  'remind-staff',
  'apologise-for-wait',
];

/** Calls that several messages ask for are one task, which has more to say. */
const calls: readonly string[] = ['call-customer', 'call-back', 'mend-address'];

/**
 * A problem has an owner and a clock, a handing over a person: each comes with a task, named, due, and a level up each
 * time; but a call that has more and more to say is no louder for it.
 */
export const staffHaveIt: Invariant = ({ order }) => {
  const levels = new Map<string, number>();
  return (order?.told ?? []).flatMap((told) => {
    const { message, task, key, promises } = told;
    if (task === undefined) return needsAPerson.includes(message) ? [`${key} asks nobody in the shop`] : [];
    const before = levels.get(task.task) ?? 0;
    levels.set(task.task, task.level);
    const grows = calls.includes(task.why) && before > 0;
    return [
      ...(task.level === (grows ? before : before + 1)
        ? []
        : [`${task.task} goes from level ${before} to ${task.level}`]),
      ...(opens(told) && !promises.some(({ promise }) => promise === 'answer') ? [`${key} has no clock`] : []),
    ];
  });
};

/** "The level counts broken and moved dates and never resets"; after the third silence it is in the hands of staff. */
export const levelsOnlyRise: Invariant = ({ order }) => {
  let last = 0;
  return (order?.told ?? []).flatMap(({ level, key }) => {
    if (level === undefined) return [];
    const broken = level === last + 1 ? [] : [`${key} is at level ${level} after ${last}`];
    last = level;
    return broken;
  });
};

/** "Another complaint joins it": no case is opened beside an open one. */
export const oneCaseAtATime: Invariant = ({ claims }) =>
  claims.flatMap(({ told, before, facts }) => {
    if (!opens(told)) return [];
    const open = before.filter((one) => opens(one) && !hasEnded(one, before, facts));
    return open.map((one) => `${told.key} opens a case beside ${one.case?.id}`);
  });

/** "Another complaint joins it", and only whoever was promised a day for what joins hears of it a second time. */
export const acknowledgedOnce: Invariant = ({ claims }) =>
  claims.flatMap(({ told, before }) => {
    if (told.message !== 'open-case' || told.case?.opens !== false) return [];
    const wasPromised = told.covers.some((parcel) =>
      before.some(({ promises, covers }) =>
        promises.some((made) => made.parcel === parcel || (made.of === 'trace' && covers.includes(parcel))),
      ),
    );
    return wasPromised ? [] : [`${told.key} acknowledges ${told.case.id} once more`];
  });

/** "Case: 24 h → RemindStaff": at half of the time that the customer was promised. */
export const remindedAtHalfTime: Invariant = (record) =>
  record.claims.flatMap(({ told, at, before }) => {
    const until = told.promises.find(({ promise }) => promise === 'answer')?.until;
    if (!opens(told) || until === undefined) return [];
    // Refused by SES, and claimed anew: the customer's clock is that of the mail they got.
    if (record.claims.some((one) => one.told.key === told.key && one.at > at)) return [];
    // Refused, and something else was true by then: it was never said.
    if (!(record.order?.told ?? []).some(({ key }) => key === told.key)) return [];
    // What else fell due while a fault lasted may go before it once that has healed, a second each.
    const by = latest(record, at + Math.floor((until - at) / 2) + 5000) + 2000;
    const later = record.claims.filter((one) => one.at > at && one.at <= by).map((one) => one.told);
    const isSeenTo = later.some(
      ({ message, case: ofCase }) =>
        message === 'hand-to-staff' || (message === 'remind-staff' && ofCase?.id === told.case?.id),
    );
    const isFirst = !before.some(({ message }) => message === 'open-case');
    if (isSeenTo || !isFirst || record.until < by) return [];
    return hasEnded(told, later, factsBy(record, by)) ? [] : [`nobody was reminded of ${told.case?.id} at half time`];
  });

/** A completion of one of its tasks ends a case, a receipt one about something missing, a hand-over all. */
function hasEnded(opened: Told, told: readonly Told[], facts: readonly Fact[]): boolean {
  const later = told.filter(({ at }) => at >= opened.at);
  const tasks = [opened, ...later.filter((one) => one.case?.id === opened.case?.id)].flatMap(
    ({ task }) => task?.task ?? [],
  );
  const isDone = facts.some(
    (fact) =>
      (fact.name === 'completion' && tasks.includes(fact.task)) ||
      (fact.name === 'word' &&
        fact.word === 'received' &&
        opened.case?.about === 'missing' &&
        facts.indexOf(fact) >= opened.seen),
  );
  return isDone || later.some(({ message, task }) => message === 'hand-to-staff' || task?.why === 'unstick-order');
}

/** "Twice at most, then HandToStaff"; reminded once. One case at a time: "another complaint joins it". */
export const casesAreBounded: Invariant = ({ order }) => {
  const told = order?.told ?? [];
  return [...new Set(told.flatMap((one) => one.case?.id ?? []))].flatMap((id) => {
    const count = (message: string): number =>
      told.filter((one) => one.message === message && one.case?.id === id).length;
    const opened = told.filter((one) => opens(one) && one.case?.id === id).length;
    return [
      ...(opened === 1 ? [] : [`${id} was opened ${opened} times`]),
      ...(count('apologise-for-wait') > 2 ? [`${id}: ${count('apologise-for-wait')} apologies`] : []),
      ...(count('remind-staff') > 1 ? [`${id}: staff reminded ${count('remind-staff')} times`] : []),
    ];
  });
};
