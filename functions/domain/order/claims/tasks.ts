import type { TaskReason } from '../../../../messages/letter.ts';
import { deadlineAfter, dueInOpeningHours, type Deadline } from '../../calendar/calendar.ts';
import type { CompleteSettings } from '../../shop/settings.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { OpenedTask, Order } from '../order.ts';
import { nextTaskId, tasksOf } from '../tasks.ts';

/** Opens a task of the order for its owner; without `by` it is due after the shop's own time for such things. */
export function openTask(
  { reading, news }: Occasion,
  { settings, now }: Pick<Circumstances, 'settings' | 'now'>,
  why: TaskReason,
  by: Deadline = deadlineAfter(settings, now, settings.waits.staff),
): OpenedTask {
  const { order } = reading;
  return {
    task: nextTaskId(order),
    why,
    dueAt: dueInOpeningHours(settings, now, by.until),
    level: 1,
    owner: ownerOf(order, settings),
    about: news?.fact.details === undefined ? undefined : news.fact.id,
  };
}

/** The same task once more, a level louder and with a new hour: its mail goes out again. */
export function raiseTask(task: OpenedTask, order: Order, { settings, now }: Circumstances, by: Deadline): OpenedTask {
  const levels = order.told.filter((told) => told.task?.task === task.task).length;
  return { ...task, level: levels + 1, dueAt: dueInOpeningHours(settings, now, by.until), mailId: undefined };
}

/** Opened the first time; while it is undone it is the same task, a level louder. */
export function openOrRaise(
  occasion: Occasion,
  circumstances: Circumstances,
  why: TaskReason,
  by: Deadline,
): OpenedTask {
  const { order } = occasion.reading;
  const open = openTaskOf(order, why);
  return open === undefined ? openTask(occasion, circumstances, why, by) : raiseTask(open, order, circumstances, by);
}

function openTaskOf(order: Order, why: TaskReason): OpenedTask | undefined {
  return tasksOf(order).find((task) => task.name === why && task.status === 'open')?.told.task;
}

/**
 * While it is undone it is the same task, as loud and as early as it was: there is more to it, and its owner, who has
 * heard of it, hears no second time.
 */
export function openOrExtend(
  occasion: Occasion,
  circumstances: Pick<Circumstances, 'settings' | 'now'>,
  why: TaskReason,
  by: Deadline,
): OpenedTask {
  const more = openTask(occasion, circumstances, why, by);
  const open = openTaskOf(occasion.reading.order, why);
  return open === undefined ? more : { ...open, about: more.about ?? open.about };
}

/** One person has an order in hand from the first task to the last; orders are shared out evenly. */
export function ownerOf(order: Order, settings: CompleteSettings): NonNullable<OpenedTask['owner']> {
  const before = order.told.find((told) => told.task?.owner !== undefined)?.task?.owner;
  if (before !== undefined) return before;
  const { staff } = settings;
  if (staff.length === 0) return { name: settings.signatory.name, email: settings.replyTo };
  let sum = 0;
  for (const character of order.order) sum = (sum * 31 + character.codePointAt(0)!) % 1_000_003;
  return staff[sum % staff.length]!;
}
