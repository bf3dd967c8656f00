import type { Overview } from '../overview.ts';
import { button, fill, h } from './dom.ts';
import type { Stay, TimelineEntry } from './shown.ts';
import { inWords, moment, momentDue } from './words.ts';

/** What happened: the customer's timeline, the states the order went through, and every execution. */
export function showTimeline(entries: readonly TimelineEntry[]): void {
  fill('timeline', entries, () => {
    if (entries.length === 0) return [];
    const rows = entries.map(({ at, kind, name, sent, why, by, detail = {} }) => [
      moment(at, { seconds: true }),
      h('span', { class: `badge kind-${kind}` }, kind),
      [
        kind === 'message' && sent === false ? `${inWords(name)} (not sent)` : inWords(name),
        ...(by === undefined ? [] : [`by ${by}`]),
      ].join(', '),
      [
        ...(why === undefined ? [] : [inWords(why)]),
        ...Object.entries(detail).map(([field, value]) => `${inWords(field)} ${valueInWords(value)}`),
      ].join(' · '),
    ]);
    return [h('h2', {}, 'The customer’s timeline'), table('timeline', ['When', 'What', '', 'Details'], rows)];
  });
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? moment(value) : value;
}

export function showPath(path: readonly Stay[]): void {
  fill('path', path, () => {
    if (path.length === 0) return [];
    const rows = path
      .map(({ name, enteredAt, leftAt, error }, index) => [
        String(index + 1),
        h('strong', {}, name),
        moment(enteredAt, { seconds: true }),
        leftAt === undefined ? '' : moment(leftAt, { seconds: true }),
        error ?? '',
      ])
      .reverse();
    return [
      h('h2', {}, `The path so far (${path.length} states)`),
      table('path', ['', 'State', 'Entered', 'Left', 'By'], rows),
    ];
  });
}

export function showExecutions({ executions }: Overview, select: (order: string, shop: string) => void): void {
  fill('executions', executions, () => {
    if (executions.length === 0) return [];
    const rows = [...executions]
      .reverse()
      .map(({ name, shop, order, status, state, startedAt, stoppedAt, dueAt }) => [
        button(`execution-${name}`, name, () => select(order, shop), { class: 'link' }),
        h('span', { class: `badge ${status === 'RUNNING' ? 'open' : 'done'}` }, status.toLowerCase()),
        state,
        moment(startedAt),
        stoppedAt === undefined
          ? dueAt === undefined
            ? ''
            : `waits until ${momentDue(dueAt)}`
          : `ended ${moment(stoppedAt)}`,
      ]);
    return [
      h('h2', {}, `Executions (${executions.length})`),
      table('executions', ['Name', 'Status', 'State', 'Started', ''], rows),
    ];
  });
}

function table(
  name: string,
  heads: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | HTMLElement>>,
): HTMLElement {
  return h(
    'div',
    { class: 'scroll tall', tabindex: '0', role: 'group', 'aria-label': `Table: ${name}`, 'data-scroll': name },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell))))),
    ),
  );
}
