import type { StaffCatalogue } from '../catalogues/catalogue.ts';
import type { LeavingOrder, MorningLetter, MorningTask } from '../letter.ts';
import { phoneAddress } from '../links.ts';
import { limits, show, type Shown } from '../shown.ts';
import type { Writing } from './writing.ts';

/** An order or a task: who or what it is, what there is to know, and the number to call. */
export interface ListEntry {
  readonly title: Shown;
  readonly lines: readonly Shown[];
  readonly phone: Shown | undefined;
  /** Where a thumb on the number leads. */
  readonly tel: Shown | undefined;
}

export interface ListSection {
  readonly title: Shown;
  readonly entries: readonly ListEntry[];
  /** How many there are besides, when not all of them find room. */
  readonly more: Shown | undefined;
}

export interface MorningMail {
  readonly subject: Shown;
  /** Under the shop's name. */
  readonly headline: Shown;
  readonly title: Shown;
  readonly paragraphs: readonly Shown[];
  readonly facts: readonly [];
  readonly sections: readonly ListSection[];
  readonly next: readonly Shown[];
}

/** No section may push the others out of the mail. */
const mostEntries = 25;
const mostGoods = 5;

/** Tells the staff of a shop what this day asks of them: what must leave, what is overdue, what is due. */
export function morningList(letter: MorningLetter, writing: Writing<StaffCatalogue>): MorningMail {
  const { words, format } = writing;
  const say = words.morning;
  const day = format.promise({ day: letter.day });
  const late = letter.leaving.filter((order) => order.late).length;
  const [orders, tasks] = [letter.leaving.length + letter.moreLeaving, letter.overdue.length + letter.today.length];
  const tasksUnder = (title: Shown, listed: readonly MorningTask[]): ListSection[] => {
    const entries = listed.slice(0, mostEntries).map((task) => taskEntry(writing, task, letter.now));
    return section(writing, title, entries, listed.length, (count) => say.moreTasks(count));
  };
  const ordersShown = letter.leaving.slice(0, mostEntries).map((order) => orderEntry(writing, order));
  return {
    subject: say.subject({ day, orders, tasks }),
    headline: day,
    title: say.title,
    paragraphs: [
      late + letter.overdue.length === 0
        ? say.nothingBehind
        : say.behind({ orders: late, tasks: letter.overdue.length }),
    ],
    facts: [],
    sections: [
      ...section(writing, say.leaving, ordersShown, orders, (count) => say.moreOrders(count)),
      ...tasksUnder(say.overdue, letter.overdue),
      ...tasksUnder(say.today, letter.today),
    ],
    next: [...(orders > 0 ? [say.nextShip] : []), ...(tasks > 0 ? [say.nextTasks] : [])],
  };
}

/** As many of the entries as find room; of `count` in all. */
function section(
  { room }: Writing<StaffCatalogue>,
  title: Shown,
  entries: readonly ListEntry[],
  count: number,
  moreOf: (left: number) => Shown,
): ListSection[] {
  if (count === 0) return [];
  const shown: ListEntry[] = [];
  for (const entry of entries) {
    if (!room.take([entry.title, ...entry.lines, entry.phone ?? '', entry.tel ?? ''].join(''))) break;
    shown.push(entry);
  }
  const left = count - shown.length;
  return [{ title, entries: shown, more: left === 0 ? undefined : moreOf(left) }];
}

function orderEntry({ words, format }: Writing<StaffCatalogue>, order: LeavingOrder): ListEntry {
  const say = words.morning;
  const by = format.promise(order.by);
  const left = order.goods.length - mostGoods;
  const goods = order.goods
    .slice(0, mostGoods)
    .map(({ title, quantity }) => words.common.quantityOf({ quantity, title: show(title) }));
  return {
    title: say.orderOf({ order: show(order.number, limits.number), customer: show(order.customer) }),
    lines: [
      say.goods(left > 0 ? [...goods, words.common.moreGoods(left)] : goods),
      order.late ? say.promisedLate({ by }) : say.promised({ by }),
      order.warnedAt === undefined ? say.notWarned : say.warned({ on: format.day(order.warnedAt) }),
    ],
    phone: undefined,
    tel: undefined,
  };
}

function taskEntry({ words, format }: Writing<StaffCatalogue>, task: MorningTask, now: number): ListEntry {
  const say = words.morning;
  const by = format.hourToCome(task.dueAt);
  const phone = show(task.customer.phone ?? '', limits.number);
  return {
    title: words.staff.todo[task.why],
    lines: [
      say.orderOf({ order: show(task.order, limits.number), customer: show(task.customer.name) }),
      task.dueAt <= now ? say.dueSince({ by, level: task.level }) : say.dueBy({ by }),
    ],
    phone: phone === '' ? undefined : words.common.phone(phone),
    tel: phoneAddress(task.customer.phone ?? ''),
  };
}
