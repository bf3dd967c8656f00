import type { Invariant } from './judge.ts';

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

/** A problem has an owner and a clock, a handing over a person: each comes with a task, named, due, and a level up each time. */
export const staffHaveIt: Invariant = ({ order }) => {
  const levels = new Map<string, number>();
  return (order?.told ?? []).flatMap(({ message, task, key, promises }) => {
    if (task === undefined) return needsAPerson.includes(message) ? [`${key} asks nobody in the shop`] : [];
    const before = levels.get(task.task) ?? 0;
    levels.set(task.task, task.level);
    return [
      ...(task.level === before + 1 ? [] : [`${task.task} goes from level ${before} to ${task.level}`]),
      ...(message === 'open-case' && !promises.some(({ promise }) => promise === 'answer')
        ? [`${key} has no clock`]
        : []),
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

/** "Twice at most, then HandToStaff"; reminded once. One case at a time: "another complaint joins it". */
export const casesAreBounded: Invariant = ({ order }) => {
  const told = order?.told ?? [];
  return [...new Set(told.flatMap((one) => one.case?.id ?? []))].flatMap((id) => {
    const count = (message: string): number =>
      told.filter((one) => one.message === message && one.case?.id === id).length;
    return [
      ...(count('open-case') === 1 ? [] : [`${id} was opened ${count('open-case')} times`]),
      ...(count('apologise-for-wait') > 2 ? [`${id}: ${count('apologise-for-wait')} apologies`] : []),
      ...(count('remind-staff') > 1 ? [`${id}: staff reminded ${count('remind-staff')} times`] : []),
    ];
  });
};
