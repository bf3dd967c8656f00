import { inTurn, isCall, type OwedCall } from '../domain/order/call-tasks.ts';
import { recorded, type RecordedOrder } from '../domain/order/order.ts';
import type { Details, Orders } from '../domain/ports.ts';
import { tasksOf, type Task } from '../domain/order/tasks.ts';
import { orderDetailsIn, correspondentOf } from '../send-message/order-details.ts';

export interface TaskListPort {
  /** `number`: the order's, as people say it. */
  list(
    shop: string,
    task: Task,
    customer: ListedCustomer,
    number: string,
    keptUntil: number | undefined,
  ): Promise<void>;
  unlist(shop: string, task: string, dueAt: number): Promise<void>;
}

export interface ListedCustomer {
  readonly id: string;
  readonly name: string;
  readonly phone?: string | undefined;
}

/** The calls that each customer is owed, over all orders. */
export interface CallsPort {
  of(shop: string, customer: string): Promise<readonly OwedCall[]>;
  put(shop: string, customer: string, call: OwedCall, keptUntil: number | undefined): Promise<void>;
  delete(shop: string, customer: string, task: string): Promise<void>;
}

export interface StaffMailPort {
  /** A task that its owner has not heard of. */
  ask(shop: string, order: string, key: string): Promise<void>;
}

export interface TaskPorts {
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly tasks: TaskListPort;
  readonly calls: CallsPort;
  readonly staffMail: StaffMailPort;
}

/** A task as the list shows it: that a mail went out does not change it, and must not ask for another. */
export function asShown({ told, ...task }: Task): string {
  return JSON.stringify({ ...task, key: told.key });
}

/** The list shows the tasks as they stand now, whatever the record that rang says; `changed`: with the hours it knows of. */
export async function projectTasks(
  shop: string,
  order: string,
  changed: ReadonlyMap<string, readonly number[]>,
  ports: TaskPorts,
): Promise<void> {
  const { orders, tasks, staffMail } = ports;
  const found = await orders.find(shop, order);
  const current = found === undefined ? undefined : recorded(found);
  if (current === undefined) return;
  const details: ReadonlyMap<string, Details> = await orders.details(current);
  const { name, phone } = correspondentOf(orderDetailsIn(current, details), undefined);
  const customer = { id: current.placed.customer, name, phone };
  const standing = new Map(tasksOf(current).map((task) => [task.task, task]));
  for (const [id, places] of changed) {
    const task = standing.get(id);
    if (task === undefined) {
      // Its message was refused and taken back: there is no such task, or not yet again.
      for (const dueAt of places) await tasks.unlist(shop, id, dueAt);
      await ports.calls.delete(shop, customer.id, id);
      continue;
    }
    const told = current.told.flatMap((one) => (one.task?.task === id ? [one.task.dueAt] : []));
    const stale = [...new Set([...told, ...places])].filter((dueAt) => task.status === 'done' || dueAt !== task.dueAt);
    // First the call, then the list: a task is hidden behind another only while that one is listed.
    const toMail = isCall(task.name) ? await projectCall(shop, current, task, ports) : asksFor(task);
    for (const dueAt of stale) await tasks.unlist(shop, task.task, dueAt);
    if (task.status === 'open') await tasks.list(shop, task, customer, current.placed.number, current.keptUntil);
    if (toMail !== undefined) await staffMail.ask(shop, toMail.order, toMail.key);
  }
}

function asksFor({ order, status, told }: Task): Pick<OwedCall, 'order' | 'key'> | undefined {
  return status === 'open' && told.task?.mailId === undefined ? { order, key: told.key } : undefined;
}

/**
 * One call is made for all that a customer is owed: only the first in turn is mailed. Where this task was that one and
 * is no longer, the next has its turn; whether that was mailed before, its order knows.
 */
async function projectCall(
  shop: string,
  { placed: { customer }, keptUntil }: RecordedOrder,
  task: Task,
  { calls }: TaskPorts,
): Promise<Pick<OwedCall, 'order' | 'key'> | undefined> {
  const { order, dueAt, told } = task;
  const call = { task: task.task, order, key: told.key, dueAt };
  if (task.status === 'open') await calls.put(shop, customer, call, keptUntil);
  else await calls.delete(shop, customer, task.task);
  const [first] = inTurn(await calls.of(shop, customer));
  return first?.task === task.task ? asksFor(task) : first;
}
