import { button, fill, h } from './dom.ts';
import type { OrderShown, PromiseShown, TaskShown } from './shown.ts';
import { fromNow, inWords, moment } from './words.ts';

/** What the shop owes the customer of this order: its promises, parcels under way, cases, and tasks of its staff. */
export function showOwed(
  order: OrderShown | undefined,
  { now, busy }: { readonly now: string; readonly busy: boolean },
  complete: (task: TaskShown) => void,
): void {
  // "In two hours" changes by the minute.
  fill('owed', [order, busy, moment(now)], () => {
    if (order === undefined) return [];
    return [
      h('h2', {}, 'What is owed'),
      h(
        'div',
        { class: 'columns' },
        ...listed(
          'Promises',
          order.promises.map((promise) => promiseRow(promise, now)),
        ),
        ...listed(
          'Tasks for the staff',
          order.tasks.map((task) => taskRow(task, now, busy, complete)),
        ),
        ...listed('Parcels', order.parcels.map(parcelRow)),
        ...listed('Cases', order.cases.map(caseRow)),
      ),
    ];
  });
}

function parcelRow({ parcel, carrier, status }: OrderShown['parcels'][number]): HTMLElement {
  return row(
    [parcel, carrier].filter((text) => text !== null).join(', '),
    inWords(status),
    status === 'under-way' ? 'open' : 'done',
  );
}

function caseRow({ about, owner, until, outcome }: OrderShown['cases'][number]): HTMLElement {
  const who = owner === undefined ? '' : `, with ${owner}`;
  return row(
    `${inWords(about)}${who}, answer by ${moment(until)}`,
    outcome ?? 'open',
    outcome === undefined ? 'open' : 'done',
  );
}

function promiseRow({ promise, parcel, until, status, warnedAt }: PromiseShown, now: string): HTMLElement {
  const what = `${inWords(promise)}${parcel === undefined ? '' : ` ${parcel}`} by ${moment(until)}`;
  const when = status === 'open' ? `${warnedAt === undefined ? '' : 'warned, '}${fromNow(until, now)}` : status;
  return row(what, when, status);
}

function taskRow(task: TaskShown, now: string, busy: boolean, complete: (task: TaskShown) => void): HTMLElement {
  const { name, why, dueAt, status } = task;
  const open = status === 'open';
  return h(
    'li',
    { class: 'pair' },
    h(
      'span',
      {},
      `${inWords(name)}: ${inWords(why)}`,
      h('br'),
      h('span', { class: 'soft' }, `due ${moment(dueAt)}, ${fromNow(dueAt, now)}`),
    ),
    open
      ? button(`task-${task.task}`, 'Done', () => complete(task), {
          disabled: busy,
          'aria-label': `Done: ${inWords(name)}`,
        })
      : h('span', { class: 'badge done' }, 'done'),
  );
}

function listed(title: string, rows: readonly HTMLElement[]): HTMLElement[] {
  return rows.length === 0 ? [] : [h('section', {}, h('h4', {}, title), h('ul', { class: 'list' }, ...rows))];
}

function row(text: string, badge: string, kind: string): HTMLElement {
  return h('li', { class: 'pair' }, h('span', {}, text), h('span', { class: `badge ${kind}` }, badge));
}
