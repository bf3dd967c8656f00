import type { TaskReason } from '../../../messages/letter.ts';
import type { OpenedTask, Order, Told } from './order.ts';

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

const reasons: { readonly [reason in TaskReason]: string } = {
  'find-ship-date': 'nobody has said when this order leaves',
  'customer-chose': 'the customer asks to cancel or to be called',
  'answer-question': 'the customer asks a question',
  'answer-case': 'the customer reports a problem',
  'trace-parcel': 'the customer has not received the parcel',
  'record-shipment': 'the customer has received it, and no shipment was told',
  'call-about-delivery': 'no scan and no word from the customer',
  'take-over': 'the order is in the hands of staff',
  'call-customer': 'the customer has no e-mail address',
  'unstick-order': 'the workflow of this order died three times in a row',
};

export function tasksOf(order: Order): Task[] {
  const done = new Set(order.facts.flatMap((fact) => (fact.name === 'completion' ? [fact.task] : [])));
  const last = new Map<string, Task>();
  for (const told of order.told) {
    const opened = told.task;
    if (opened === undefined) continue;
    last.set(opened.task, {
      task: opened.task,
      name: opened.why,
      order: order.order,
      dueAt: opened.dueAt,
      level: opened.level,
      status: done.has(opened.task) ? 'done' : 'open',
      why: reasons[opened.why],
      owner: opened.owner,
      about: opened.about,
      told,
    });
  }
  return [...last.values()];
}
