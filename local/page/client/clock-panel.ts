import { button, fill, h } from './dom.ts';
import { fromNow, moment, momentDue, shopZone } from './words.ts';

export type Move = { readonly advance: string } | { readonly to: string };

export interface ClockShown {
  readonly now: string;
  /** Where the clock is being moved, while it is. */
  readonly moving: { readonly from: string; readonly to: string } | undefined;
  readonly busy: boolean;
  /** The earliest promise of all orders. */
  readonly next: { readonly at: string; readonly order: string } | undefined;
}

/** The shop's time, and what moves it. */
export function showClock({ now, moving, busy, next }: ClockShown, move: (move: Move) => void): void {
  const minute = moment(now, { year: true });
  fill('clock', [minute, moving, next, busy, moving && now], () => [
    h(
      'p',
      { class: 'time' },
      h('strong', {}, minute),
      h(
        'span',
        { class: 'soft' },
        moving !== undefined ? `moving to ${moment(moving.to)}` : `${shopZone()}, the shop’s time`,
      ),
    ),
    progress(now, moving),
    h(
      'div',
      { class: 'buttons' },
      button('clock-hour', '+1 hour', () => move({ advance: 'PT1H' }), { disabled: busy }),
      button('clock-day', '+1 day', () => move({ advance: 'P1D' }), { disabled: busy }),
      button(
        'clock-next',
        next === undefined ? 'Next promise' : `Next promise: ${momentDue(next.at)}`,
        () => next && move({ to: next.at }),
        {
          disabled: busy || next === undefined,
          title:
            next === undefined
              ? 'No order waits for anything'
              : `The earliest promise of all orders falls due ${fromNow(next.at, now)} (${next.order})`,
        },
      ),
      custom(busy, move),
    ),
  ]);
}

/** Its place is kept while the clock only ticks, so that nothing jumps when it moves. */
function progress(now: string, moving: ClockShown['moving']): HTMLElement {
  if (moving === undefined) return h('progress', { class: 'still', max: '1', value: '0', 'aria-hidden': 'true' });
  const [start, end] = [Date.parse(moving.from), Date.parse(moving.to)];
  const gone = Math.min(1, Math.max(0, (Date.parse(now) - start) / Math.max(1, end - start)));
  return h('progress', { max: '1', value: String(gone), 'aria-label': 'The clock moves' });
}

let kept: HTMLElement | undefined;

/** Made once: what somebody is typing is not taken away when the minute turns. */
function custom(busy: boolean, move: (move: Move) => void): HTMLElement {
  kept ??= customForm(move);
  kept.querySelector('button')?.toggleAttribute('disabled', busy);
  return kept;
}

function customForm(move: (move: Move) => void): HTMLElement {
  const many = h('input', {
    type: 'number',
    min: '1',
    max: '365',
    value: '3',
    required: true,
    'aria-label': 'How many',
    'data-key': 'clock-many',
  });
  const unit = h(
    'select',
    { 'aria-label': 'Hours, days or weeks', 'data-key': 'clock-unit' },
    h('option', { value: 'PT#H' }, 'hours'),
    h('option', { value: 'P#D', selected: true }, 'days'),
    h('option', { value: 'P#W' }, 'weeks'),
  );
  const go = (event: Event): void => {
    event.preventDefault();
    if (many instanceof HTMLInputElement && unit instanceof HTMLSelectElement)
      move({ advance: unit.value.replace('#', String(many.valueAsNumber)) });
  };
  const send = h('button', { 'data-key': 'clock-go', 'aria-label': 'Move the clock by that' }, 'Go');
  return h('form', { class: 'custom', submit: go }, h('span', { 'aria-hidden': 'true' }, '+'), many, unit, send);
}
