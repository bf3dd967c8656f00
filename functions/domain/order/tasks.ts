import type { TaskReason } from '../../../messages/letter.ts';
import { openingsSince, type ShopDays } from '../calendar/calendar.ts';
import { recorded, type OpenedTask, type Order, type Told } from './order.ts';
import { read, type Reading } from './reading.ts';

/** A staff task as it stands: the last word about it counts, and a completion ends it. Instants in milliseconds. */
export interface Task {
  readonly task: string;
  readonly name: TaskReason;
  readonly order: string;
  readonly dueAt: number;
  readonly level: number;
  readonly status: 'open' | 'done';
  /** In English, for whoever reads the list. */
  readonly why: string;
  readonly owner: OpenedTask['owner'];
  /** The fact whose text says more. */
  readonly about: string | undefined;
  /** What opened or last raised it. */
  readonly told: Told;
}

/** An open task as the shop's list holds it, at the level it was told at; `dueAt` in ISO 8601. */
export interface ListedTask {
  readonly task: Pick<Task, 'task' | 'name' | 'order' | 'level' | 'why'> & {
    readonly dueAt: string;
    readonly status: string;
  };
  readonly customer: { readonly name: string; readonly phone?: string | undefined };
  /** The customer's id, and the order's number as people say it; releases before this one did not note them. */
  readonly of?: string | undefined;
  readonly number?: string | undefined;
}

const reasons: { readonly [reason in TaskReason]: string } = {
  'find-ship-date': 'nobody has said when this order leaves',
  'settle-stock-out': 'the customer has not said what becomes of what is out of stock',
  'recall-shipment': 'a cancelled order was shipped',
  'customer-chose': 'the customer has chosen: it is to be done',
  'settle-payment': 'the order is not paid',
  'look-into-payment': 'a payment failed that counted as made',
  'return-payment': 'money came for an order that is cancelled',
  'answer-question': 'the customer asks a question',
  'answer-case': 'a problem is to be put right',
  'settle-return': 'a parcel that the customer had is on its way back',
  'refund-rest': 'less was refunded than is owed',
  'find-refund': 'a promised refund was not told in time',
  'trace-parcel': 'the customer has not received the parcel',
  'record-shipment': 'the customer has received it, and no shipment was told',
  'call-about-delivery': 'no scan and no word from the customer',
  'call-about-pickup': 'nobody collected the parcel in time',
  'look-into-delivery': 'the carrier reports a failure without saying which',
  'take-over': 'the order is in the hands of staff',
  'call-customer': 'the customer has no e-mail address',
  'call-back': 'the customer prefers the phone',
  'mend-address': 'mails to the customer come back',
  'unstick-order': 'the workflow of this order died three times in a row',
};

/** The id of the next task of an order: `{order}.{n}`. A raised task keeps its own. */
export function nextTaskId({ order, told }: Order): string {
  const before = new Set(told.flatMap(({ task }) => (task === undefined ? [] : [task.task])));
  return `${order}.${before.size + 1}`;
}

/**
 * How loud an open task is now: one level more for each morning on which the shop has opened since it fell due, until
 * it is done (charter, Vocabulary). Derived, never remembered. A task that is not overdue has the level it was told at.
 */
export function levelNow({ level, dueAt }: Pick<Task, 'level' | 'dueAt'>, shop: ShopDays, now: number): number {
  return now <= dueAt ? level : level + openingsSince(shop, dueAt, now);
}

export function tasksOf(order: Order): Task[] {
  const done = new Set(order.facts.flatMap((fact) => (fact.name === 'completion' ? [fact.task] : [])));
  const known = recorded(order);
  const reading = known === undefined ? undefined : read(known);
  const last = new Map<string, Task>();
  const struck = new Set<string>();
  for (const told of known?.told ?? order.told) {
    const opened = told.task;
    if (opened === undefined) continue;
    // What opened it was taken back: nobody needs to do it, however often it was raised.
    if (told.isVoid === true && !last.has(opened.task)) struck.add(opened.task);
    // But a call has to be made as long as anything is left to say.
    if (told.isVoid !== true && (opened.why === 'call-customer' || opened.why === 'call-back'))
      struck.delete(opened.task);
    last.set(opened.task, {
      task: opened.task,
      name: opened.why,
      order: order.order,
      dueAt: opened.dueAt,
      level: opened.level,
      status:
        done.has(opened.task) || struck.has(opened.task) || (reading !== undefined && isMoot(opened.why, told, reading))
          ? 'done'
          : 'open',
      why: reasons[opened.why],
      owner: opened.owner,
      about: opened.about,
      told,
    });
  }
  return [...last.values()];
}

/** What a task asks for has come about by itself: nobody needs to do it any more. */
function isMoot(
  why: TaskReason,
  { covers, case: ofCase }: Told,
  { parcels, left, cases, ledger, owed, awaitsPayment }: Reading,
): boolean {
  switch (why) {
    case 'settle-stock-out':
      return ledger.out.length === 0;
    case 'settle-payment':
      return !awaitsPayment;
    case 'refund-rest':
    case 'find-refund':
      return !owed.isOwed;
    case 'find-ship-date':
      return left.length === 0;
    case 'record-shipment':
      return parcels.length > 0;
    case 'trace-parcel':
    case 'call-about-delivery':
    case 'call-about-pickup':
      return (
        parcels.some(({ parcel }) => covers.includes(parcel)) &&
        parcels.every(({ parcel, received }) => received !== undefined || !covers.includes(parcel))
      );
    case 'answer-case':
      return cases.some(({ id, ended }) => id === ofCase?.id && ended !== undefined && ended !== 'handed-to-staff');
    default:
      return false;
  }
}
