import type { Order } from '../../../functions/domain/order/order.ts';
import type { OwedCall } from '../../../functions/domain/order/call-tasks.ts';
import type { Orders } from '../../../functions/domain/ports.ts';
import { MemoryCustomers, MemoryOffers } from '../../../local/virtual/memory-ports.ts';
import type { Entry } from '../../../functions/project-timeline/entry.ts';
import { project, type OrderChange, type ProjectionPorts } from '../../../functions/project-timeline/project.ts';

/** The customer's timeline and the list of tasks, projected by the real projection into memory. */
export class Projection {
  readonly timeline = new Map<string, { readonly entry: Entry; readonly version: number }>();
  readonly tasks = new Map<string, number>();
  readonly leaves = new Set<string>();
  readonly calls = new Map<string, OwedCall>();
  readonly asked = new Set<string>();
  private readonly ports: ProjectionPorts;
  private last: Promise<void> = Promise.resolve();

  constructor(orders: Pick<Orders, 'find' | 'details'>) {
    this.ports = {
      orders,
      timeline: {
        put: async (_shop, _customer, { id, entry }, version) => {
          if ((this.timeline.get(id)?.version ?? -1) <= version) this.timeline.set(id, { entry, version });
        },
      },
      tasks: {
        list: async (_shop, task) => void this.tasks.set(`${task.dueAt}#${task.task}`, task.level),
        unlist: async (_shop, task, dueAt) => void this.tasks.delete(`${dueAt}#${task}`),
      },
      leaves: {
        waits: async (_shop, order, until) => void this.leaves.add(`${until}#${order}`),
        waitsNot: async (_shop, order, until) => void this.leaves.delete(`${until}#${order}`),
      },
      calls: {
        of: async () => [...this.calls.values()],
        put: async (_shop, _customer, call) => void this.calls.set(call.task, call),
        delete: async (_shop, _customer, task) => void this.calls.delete(task),
      },
      customers: new MemoryCustomers(),
      offers: new MemoryOffers(),
      details: { leaveAt: async () => {} },
      staffMail: { ask: async (_shop, _order, key) => void this.asked.add(key) },
    };
  }

  /** One record after the other, as a shard of the stream is read. */
  take(before: Order | undefined, after: Order): Promise<void> {
    return this.takeTogether([{ before, after }]);
  }

  /** Records of one order, in one batch. */
  takeTogether(changes: readonly OrderChange[]): Promise<void> {
    const taken = this.last.then(() => project(changes, this.ports));
    this.last = taken.catch(() => {});
    return taken;
  }
}
