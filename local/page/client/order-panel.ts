import type { Overview } from '../overview.ts';
import { nextFacts, type Fact } from './demo-order.ts';
import { button, fill, h } from './dom.ts';
import type { OrderShown } from './shown.ts';
import { inWords, moment } from './words.ts';

/** An order in the list: the latest of its executions says where it is. */
export interface Listed {
  readonly order: string;
  readonly state: string;
  readonly status: string;
}

/** The shop's orders, newest first. */
export function ordersIn({ executions }: Overview, shop: string): Listed[] {
  const latest = new Map<string, Listed>();
  for (const { shop: whose, order, state, status } of executions)
    if (whose === shop) latest.set(order, { order, state, status });
  return [...latest.values()].reverse();
}

export interface OrderPanel {
  readonly orders: readonly Listed[];
  readonly selected: string | undefined;
  readonly order: OrderShown | undefined;
  readonly now: string;
  readonly busy: boolean;
}

export interface OrderActions {
  readonly select: (order: string) => void;
  readonly tell: (order: string, fact: (now: string) => Fact | undefined) => void;
}

/** The orders, the one that is looked at, and what may happen to it next. */
export function showOrder(panel: OrderPanel, actions: OrderActions): void {
  const { orders, order, now, selected, busy } = panel;
  // What may be told next follows the clock by the minute.
  fill('order', [orders, order, selected, busy, moment(now)], () => {
    if (orders.length === 0) return [h('p', { class: 'soft' }, 'No order yet. Place one, or let one play by itself.')];
    return [
      h('h2', {}, orders.length === 1 ? 'The order' : `Orders (${orders.length})`),
      list(orders, selected, actions),
      ...(order === undefined ? [] : about(order, now, busy, actions)),
    ];
  });
}

function list(orders: readonly Listed[], selected: string | undefined, { select }: OrderActions): HTMLElement {
  const rows = orders.map(({ order, state, status }) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'row',
          'data-key': `order-${order}`,
          'aria-current': order === selected ? 'true' : undefined,
          click: () => select(order),
        },
        h('span', {}, order),
        h('span', { class: `badge ${status === 'RUNNING' ? 'open' : 'done'}` }, state),
      ),
    ),
  );
  return h('ul', { class: 'list short', 'data-scroll': 'orders' }, ...rows);
}

function about(order: OrderShown, now: string, busy: boolean, actions: OrderActions): HTMLElement[] {
  const { number, customer, stage, how } = order;
  return [
    h('h3', {}, `${number} · ${customer.name}`),
    h('p', { class: 'soft' }, how === undefined ? `Now: ${inWords(stage)}` : `Closed: ${inWords(how)}`),
    ...facts(order, now, busy, actions),
  ];
}

function facts(order: OrderShown, now: string, busy: boolean, { tell }: OrderActions): HTMLElement[] {
  const groups = [
    ['shop', 'The shop says'],
    ['carrier', 'The carrier says'],
    ['customer', 'The customer says'],
  ] as const;
  const next = nextFacts(order, now);
  return groups.flatMap(([group, title]) => {
    const buttons = next[group].map(({ label }, index) =>
      button(
        `fact-${group}-${index}`,
        label,
        () => tell(order.id, (instant) => nextFacts(order, instant)[group][index]),
        {
          disabled: busy,
          class: group === 'customer' ? 'plain' : undefined,
        },
      ),
    );
    return buttons.length === 0
      ? []
      : [
          h(
            'div',
            { class: 'facts', role: 'group', 'aria-label': title },
            h('span', { class: 'soft' }, title),
            ...buttons,
          ),
        ];
  });
}
