import type { StaffLetter } from '../../messages/letter.ts';
import { renderStaffLetter } from '../../messages/render-staff.ts';
import { correlationIdOfTold } from '../domain/correlation.ts';
import { inTurn, isCall, type OwedCall } from '../domain/order/call-tasks.ts';
import { recorded, type Order, type RecordedOrder, type Told } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { tasksOf, type Task } from '../domain/order/tasks.ts';
import type { Customers, Mailer, Orders, Shops } from '../domain/ports.ts';
import { isComplete } from '../domain/shop/settings.ts';
import { ownerOf } from '../domain/order/claims/tasks.ts';
import { localeOf } from '../send-message/letterhead.ts';
import { mailTags } from '../send-message/mail-tags.ts';
import { correspondentOf, goodsOf, orderDetailsIn } from '../send-message/order-details.ts';

export interface StaffMailPorts {
  readonly orders: Orders;
  readonly shops: Shops;
  readonly customers: Customers;
  readonly calls: { of(shop: string, customer: string): Promise<readonly OwedCall[]> };
  readonly mailer: Mailer;
  readonly now: () => number;
}

/**
 * Mails a task to its owner, unless it was mailed, done or raised meanwhile. Asked twice at once, it may be mailed
 * twice: to staff that is a nuisance, not a broken word. Throws where it must be tried again.
 */
export async function mailTask(
  shop: string,
  order: string,
  key: string,
  ports: StaffMailPorts,
): Promise<'mailed' | 'nothing to mail'> {
  const { orders, shops, customers, mailer, now } = ports;
  const found = await orders.find(shop, order);
  const known = found === undefined ? undefined : recorded(found);
  const task = known && tasksOf(known).find((one) => one.told.key === key);
  if (known === undefined || task === undefined || task.status === 'done' || task.told.task?.mailId !== undefined)
    return 'nothing to mail';
  const others = isCall(task.name) ? await otherCalls(task, known, ports) : [];
  if (others.some((other) => standsFor(other.task, task))) return 'nothing to mail';
  const settings = await shops.settings(shop);
  if (settings === undefined || !isComplete(settings)) throw new Error('the shop lacks settings that every mail needs');
  const details = await orders.details(known);
  const placed = orderDetailsIn(known, details);
  const customer = correspondentOf(placed, await customers.find(shop, known.placed.customer));
  const owner = task.owner ?? ownerOf(known, settings);
  const letter: StaffLetter = {
    message: 'staff-task',
    locale: localeOf(settings.locale, settings),
    zone: settings.zone,
    now: now(),
    shop: { name: settings.name, url: settings.url },
    owner: owner.name,
    task: { id: task.task, why: task.name, dueAt: task.dueAt, level: task.level, overdue: timesOverdue(known, task) },
    order: { number: [...new Set([known.placed.number, ...others.map(({ number }) => number)])].join(', ') },
    customer: { name: customer.name, phone: customer.phone, email: customer.email === '' ? undefined : customer.email },
    note: noteFor(task.about, details),
    goods: goodsAbout(task.told),
  };
  function goodsAbout(told: Told): StaffLetter['goods'] {
    const { parcels, left } = read(known!);
    const covered = parcels.filter(({ parcel }) => told.covers.includes(parcel));
    if (covered.length > 0)
      return goodsOf(
        covered.flatMap(({ lines }) => lines),
        placed,
      );
    return goodsOf(left.length > 0 ? left : known!.placed.lines, placed);
  }
  const { subject, html, text } = renderStaffLetter(letter);
  const mailId = await mailer.send({
    from: settings.from,
    replyTo: customer.email === '' ? settings.replyTo : customer.email,
    to: owner.email,
    subject,
    html,
    text,
    tags: mailTags(shop, order, 'staff-task', key, 'staff', correlationIdOfTold(task.told, known)),
  });
  await orders.settleTask(shop, order, key, mailId);
  return 'mailed';
}

interface OtherCall {
  readonly task: Task;
  /** Its order's, as people say it. */
  readonly number: string;
}

/** What else the customer is to be called about, on this order or others. */
async function otherCalls(
  { task }: Task,
  { shop, placed }: RecordedOrder,
  { calls, orders }: StaffMailPorts,
): Promise<OtherCall[]> {
  const found: OtherCall[] = [];
  for (const other of inTurn(await calls.of(shop, placed.customer))) {
    if (other.task === task) continue;
    const order = await orders.find(shop, other.order);
    const known = order && recorded(order);
    const theirs = known && tasksOf(known).find((one) => one.task === other.task);
    if (theirs?.status === 'open') found.push({ task: theirs, number: known!.placed.number });
  }
  return found;
}

/** One mail goes out about all calls to a customer, and another only when something is due earlier. */
function standsFor(other: Task, { task, dueAt }: Task): boolean {
  if (other.dueAt !== dueAt) return other.dueAt < dueAt;
  return other.told.task?.mailId !== undefined || other.task < task;
}

/** Hours that passed before the task was raised; at half time it is raised, and not overdue. */
function timesOverdue(order: Order, { task, told }: Task): number {
  return order.told.filter((other) => other.task?.task === task && other.task.dueAt < told.at).length;
}

function noteFor(
  fact: string | undefined,
  details: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): string | undefined {
  const said = fact === undefined ? undefined : details.get(fact);
  const text = said?.['text'] ?? said?.['reason'];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
