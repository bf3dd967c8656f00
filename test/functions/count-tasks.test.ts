import { describe, expect, it } from 'vitest';
import { TasksTable } from '../../functions/adapters/tasks-table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import type { Task } from '../../functions/domain/order/tasks.ts';
import { countTasks } from '../../functions/mail-morning-list/count-tasks.ts';
import { emptyTable } from './table-for-tests.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const hour = 3600 * 1000;

describe('the open tasks of all shops', () => {
  it('are counted by how long ago they fell due; what is done is no longer there', async () => {
    const table = await emptyTable();
    const items = new TimelineItems(table);
    const give = async (shop: string, task: string, dueAt: number): Promise<void> => {
      const open = {
        task,
        name: 'answer-question',
        order: '1001',
        dueAt,
        level: 1,
        status: 'open',
        why: 'why',
      } as Task;
      await items.list(shop, open, { id: 'anne', name: 'Anne Petit' }, '#1001', undefined);
    };
    await give('lyon', '1001.1', now + hour);
    await give('lyon', '1001.2', now);
    await give('paris', '1001.3', now - 23 * hour);
    await give('paris', '1001.4', now - 24 * hour);
    await give('paris', '1001.5', now - 90 * hour);
    await items.unlist('paris', '1001.5', now - 90 * hour);
    await give('closed-down', '1001.6', now);
    const mornings = { shops: async () => [{ shop: 'lyon' }, { shop: 'paris' }, { shop: 'empty' }] };
    const counted = await countTasks({ mornings, tasks: new TasksTable(table), now: () => now });
    expect(counted).toEqual({ notDue: 1, overdue: 2, overdueForDays: 1 });
  });
});
