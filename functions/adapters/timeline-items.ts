import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Task } from '../domain/order/tasks.ts';
import type { Placed } from '../project-timeline/entry.ts';
import type { LeavesPort, TimelinePort } from '../project-timeline/project.ts';
import type { ListedCustomer, StaffMailPort, TaskListPort } from '../project-timeline/project-tasks.ts';
import { expiryOf, leavesKey, leavesPartition, taskKey, tasksPartition } from './keys.ts';
import type { Key, Table } from './table.ts';
import { TimelineTable } from './timeline-table.ts';

/**
 * What the timeline's function writes: the customers' entries, newest last by key, the shop's open tasks by due time,
 * and its orders that wait for shipment by when they leave.
 */
export class TimelineItems implements TimelinePort, TaskListPort, LeavesPort {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async put(
    shop: string,
    customer: string,
    placed: Placed,
    version: number,
    keptUntil: number | undefined,
  ): Promise<void> {
    await new TimelineTable(this.table).put(shop, customer, placed, version, keptUntil);
  }

  async list(
    shop: string,
    { task, name, order, dueAt, level, status, why }: Task,
    { id, ...customer }: ListedCustomer,
    number: string,
    keptUntil: number | undefined,
  ): Promise<void> {
    const due = new Date(dueAt).toISOString();
    await this.table.put({
      ...taskKey(shop, task, dueAt),
      task: { task, name, order, dueAt: due, level, status, why },
      customer,
      of: id,
      number,
      expires: expiryOf(keptUntil),
    });
  }

  async unlist(shop: string, task: string, dueAt: number): Promise<void> {
    await this.takeOut(taskKey(shop, task, dueAt), tasksPartition(shop));
  }

  async waits(shop: string, order: string, until: number, keptUntil: number | undefined): Promise<void> {
    await this.table.put({ ...leavesKey(shop, order, until), order, expires: expiryOf(keptUntil) });
  }

  async waitsNot(shop: string, order: string, until: number): Promise<void> {
    await this.takeOut(leavesKey(shop, order, until), leavesPartition(shop));
  }

  /** Also where an older release laid it; there one looks first, for that place is one for all, and writes cost most. */
  private async takeOut(key: Key, firstPlace: string): Promise<void> {
    await this.table.delete(key);
    const older = { pk: firstPlace, sk: key.sk };
    if ((await this.table.get(older, { consistent: false })) !== undefined) await this.table.delete(older);
  }
}

/** Asks for a mail to staff; its own function sends it, so that no staff address can hold a customer up. */
export class StaffMailQueue implements StaffMailPort {
  private readonly client: SQSClient;
  private readonly url: string;

  constructor(client: SQSClient, url: string) {
    this.client = client;
    this.url = url;
  }

  async ask(shop: string, order: string, key: string): Promise<void> {
    await this.client.send(
      new SendMessageCommand({ QueueUrl: this.url, MessageBody: JSON.stringify({ shop, order, key }) }),
    );
  }
}
