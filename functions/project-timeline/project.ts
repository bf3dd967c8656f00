import { recorded, type Order } from '../domain/order/order.ts';
import type { Customers, Details, Orders } from '../domain/ports.ts';
import { leavesBy } from '../domain/order/leaves-by.ts';
import { read } from '../domain/order/reading.ts';
import { tasksOf, type Task } from '../domain/order/tasks.ts';
import { orderDetailsIn, correspondentOf } from '../send-message/order-details.ts';
import { entriesChanged } from './entries-of.ts';
import type { Placed } from './entry.ts';
import { projectPause } from './project-pause.ts';

export interface TimelinePort {
  /** Writes an entry, unless a newer version of its order has written it already. */
  put(shop: string, customer: string, placed: Placed, version: number): Promise<void>;
}

export interface TaskListPort {
  /** `number`: the order's, as people say it. */
  list(shop: string, task: Task, customer: { name: string; phone?: string | undefined }, number: string): Promise<void>;
  unlist(shop: string, task: string, dueAt: number): Promise<void>;
}

/** Which orders wait for shipment, by when they leave: where to look, not what is true; that is read in the order. */
export interface LeavesPort {
  waits(shop: string, order: string, until: number): Promise<void>;
  waitsNot(shop: string, order: string, until: number): Promise<void>;
}

export interface StaffMailPort {
  /** A task that its owner has not heard of. */
  ask(shop: string, order: string, key: string): Promise<void>;
}

export interface ProjectionPorts {
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly timeline: TimelinePort;
  readonly tasks: TaskListPort;
  readonly leaves: LeavesPort;
  readonly staffMail: StaffMailPort;
  readonly customers: Pick<Customers, 'pause'>;
}

/**
 * Carries one change of an order over to the customer's timeline and pauses, the list of tasks, the list of what leaves
 * and the mail to staff. Idempotent: a record may come twice, late, or after newer ones.
 */
export async function project(before: Order | undefined, after: Order, ports: ProjectionPorts): Promise<void> {
  const known = recorded(after);
  if (known === undefined) return;
  const { shop, version } = known;
  for (const placed of entriesChanged(before, after))
    await ports.timeline.put(shop, known.placed.customer, placed, version);
  const earlier = new Set(before === undefined ? [] : tasksOf(before).map(asShown));
  const changed = tasksOf(after).filter((task) => !earlier.has(asShown(task)));
  if (changed.length > 0) await projectTasks(shop, known.order, new Set(changed.map(({ task }) => task)), ports);
  const places = [before === undefined ? undefined : untilOf(before), untilOf(after)];
  if (places[0] !== places[1]) await projectLeaves(shop, known.order, places, ports);
  await projectPause(before, after, ports.customers);
}

/** The instant under which the order waits for shipment, where it does. */
function untilOf(order: Order): number | undefined {
  const known = recorded(order);
  return known === undefined ? undefined : leavesBy(read(known))?.until;
}

/**
 * The order stands where it waits now, and where it stood before or after this change no longer. Every
 * place it ever had is one of the two in some record, so none is left behind, whatever the order of the records.
 */
async function projectLeaves(
  shop: string,
  order: string,
  places: readonly (number | undefined)[],
  { orders, leaves }: ProjectionPorts,
): Promise<void> {
  const found = await orders.find(shop, order);
  const current = found === undefined ? undefined : untilOf(found);
  if (current !== undefined) await leaves.waits(shop, order, current);
  const stale = places.filter((until) => until !== undefined && until !== current);
  for (const until of stale) await leaves.waitsNot(shop, order, until!);
}

/** A task as the list shows it: that a mail went out does not change them, and must not ask for another. */
function asShown({ told, ...task }: Task): string {
  return JSON.stringify({ ...task, key: told.key });
}

/** The list shows the tasks as they stand now, whatever the record that rang says. */
async function projectTasks(
  shop: string,
  order: string,
  changed: ReadonlySet<string>,
  { orders, tasks, staffMail }: ProjectionPorts,
): Promise<void> {
  const found = await orders.find(shop, order);
  const current = found === undefined ? undefined : recorded(found);
  if (current === undefined) return;
  const details: ReadonlyMap<string, Details> = await orders.details(current);
  const customer = correspondentOf(orderDetailsIn(current, details), undefined);
  for (const task of tasksOf(current).filter((one) => changed.has(one.task))) {
    const places = current.told.flatMap((told) => (told.task?.task === task.task ? [told.task.dueAt] : []));
    const stale = places.filter((dueAt) => task.status === 'done' || dueAt !== task.dueAt);
    for (const dueAt of stale) await tasks.unlist(shop, task.task, dueAt);
    if (task.status === 'open')
      await tasks.list(shop, task, { name: customer.name, phone: customer.phone }, current.placed.number);
    if (task.status === 'open' && task.told.task?.mailId === undefined) await staffMail.ask(shop, order, task.told.key);
  }
}
