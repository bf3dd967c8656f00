import type { LeavingOrder, MorningLetter, MorningTask } from '../../messages/letter.ts';
import type { ShopDays } from '../domain/calendar/calendar.ts';
import { leavesBy, linesLeavingBefore } from '../domain/order/leaves-by.ts';
import { isCall } from '../domain/order/call-tasks.ts';
import { recorded } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { levelNow, type ListedTask } from '../domain/order/tasks.ts';
import type { Customers, Orders } from '../domain/ports.ts';
import { correspondentOf, goodsOf, orderDetailsIn } from '../send-message/order-details.ts';

export interface ListPorts {
  readonly tasks: { dueBefore(shop: string, horizon: number): Promise<readonly ListedTask[]> };
  /** Orders that leave before `horizon`, or should have left: where to look, not the truth. */
  readonly leaves: { leavingBefore(shop: string, horizon: number): Promise<readonly string[]> };
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly customers: Pick<Customers, 'find'>;
}

export type ListOfDay = Pick<MorningLetter, 'leaving' | 'moreLeaving' | 'overdue' | 'today'>;

/** More orders than a mail shows are only counted. */
const mostOrdersRead = 40;

/**
 * What the staff of a shop must know this morning: all that leaves or falls due before `horizon`, what is overdue too.
 * Every order that it shows was read, so that none is on it that has left meanwhile.
 */
export async function listOfDay(
  shop: string,
  days: ShopDays,
  horizon: number,
  now: number,
  ports: ListPorts,
): Promise<ListOfDay> {
  const [tasks, orders] = await Promise.all([
    ports.tasks.dueBefore(shop, horizon),
    ports.leaves.leavingBefore(shop, horizon),
  ]);
  const looked = orders.slice(0, mostOrdersRead);
  const leaving: LeavingOrder[] = [];
  for (const order of looked) {
    const one = await leavingOrder(shop, order, horizon, now, ports);
    if (one !== undefined) leaving.push(one);
  }
  const shown = withCallsMerged(tasks).map((listed) => taskOf(listed, days, now));
  return {
    leaving,
    moreLeaving: orders.length - looked.length,
    overdue: shown.filter(({ dueAt }) => dueAt <= now),
    today: shown.filter(({ dueAt }) => dueAt > now),
  };
}

export const isEmpty = ({ leaving, moreLeaving, overdue, today }: ListOfDay): boolean =>
  leaving.length + moreLeaving + overdue.length + today.length === 0;

async function leavingOrder(
  shop: string,
  order: string,
  horizon: number,
  now: number,
  { orders, customers }: ListPorts,
): Promise<LeavingOrder | undefined> {
  const found = await orders.find(shop, order);
  const known = found === undefined ? undefined : recorded(found);
  if (known === undefined) return undefined;
  const reading = read(known);
  const leaves = leavesBy(reading);
  if (leaves === undefined || leaves.until >= horizon) return undefined;
  const placed = orderDetailsIn(known, await orders.details(known));
  return {
    number: known.placed.number,
    customer: correspondentOf(placed, await customers.find(shop, known.placed.customer)).name,
    goods: goodsOf(linesLeavingBefore(reading, horizon), placed),
    by: leaves.day === undefined ? { instant: leaves.until } : { day: leaves.day },
    late: leaves.until <= now,
    warnedAt: leaves.warnedAt,
  };
}

/** All calls to a customer are one, due when the first of them is, about all those orders. */
function withCallsMerged(tasks: readonly ListedTask[]): ListedTask[] {
  const calls = Map.groupBy(tasks, ({ task, of }) => (isCall(task.name) ? of : undefined));
  return tasks.flatMap((listed) => {
    const { task, of } = listed;
    const made = of !== undefined && isCall(task.name) ? calls.get(of)! : [listed];
    if (made[0] !== listed) return [];
    const numbers = new Set(made.map((one) => one.number ?? one.task.order));
    const level = Math.max(...made.map((one) => one.task.level));
    return [{ ...listed, task: { ...task, level }, number: [...numbers].join(', ') }];
  });
}

function taskOf({ task, customer, number }: ListedTask, days: ShopDays, now: number): MorningTask {
  const dueAt = Date.parse(task.dueAt);
  return {
    why: task.name,
    order: number ?? task.order,
    customer,
    dueAt,
    level: levelNow({ level: task.level, dueAt }, days, now),
  };
}
