import { dayMs } from '../domain/calendar/day.ts';

/** The open tasks of all shops, by how long ago they fell due. */
export interface TasksByAge {
  readonly notDue: number;
  /** Not a day ago. */
  readonly overdue: number;
  readonly overdueForDays: number;
}

export interface CountTasksPorts {
  readonly mornings: { shops(): Promise<readonly { readonly shop: string }[]> };
  readonly tasks: { dues(shop: string): Promise<readonly number[]> };
  readonly now: () => number;
}

/** Reads the list of each shop; what is done is no longer in it. */
export async function countTasks({ mornings, tasks, now }: CountTasksPorts): Promise<TasksByAge> {
  const instant = now();
  let [notDue, overdue, overdueForDays] = [0, 0, 0];
  for (const { shop } of await mornings.shops()) {
    for (const dueAt of await tasks.dues(shop)) {
      if (dueAt > instant) notDue += 1;
      else if (dueAt > instant - dayMs) overdue += 1;
      else overdueForDays += 1;
    }
  }
  return { notDue, overdue, overdueForDays };
}
