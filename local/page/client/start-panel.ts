import type { Language } from './demo-order.ts';
import { button, fill, h } from './dom.ts';

export interface Start {
  readonly busy: boolean;
  readonly playing: boolean;
  readonly language: Language;
}

export interface StartActions {
  readonly play: () => void;
  readonly stop: () => void;
  readonly place: () => void;
  /** The language of the customers of the orders to come. */
  readonly speak: (language: Language) => void;
}

/** Where whoever comes here first begins. */
export function showStart({ busy, playing, language }: Start, { play, stop, place, speak }: StartActions): void {
  fill('start', [busy, playing, language], () => [
    playing
      ? button('stop', 'Stop', stop, { class: 'main' })
      : button('play', 'Play a demo order', play, { class: 'main', disabled: busy }),
    button('place', 'Place a demo order', place, { disabled: busy }),
    h('label', {}, 'The customer reads ', languageChoice(language, speak)),
    h('p', { class: 'soft' }, 'Play: watch a whole life. Place: tell the facts yourself, and move the clock.'),
  ]);
}

function languageChoice(language: Language, speak: StartActions['speak']): HTMLElement {
  const options = (
    [
      ['en', 'English'],
      ['fr', 'French'],
    ] as const
  ).map(([value, name]) => h('option', { value, selected: value === language }, name));
  const choose = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) speak(target.value === 'fr' ? 'fr' : 'en');
  };
  return h('select', { 'data-key': 'language', change: choose }, ...options);
}

/** What went wrong: with something that was pressed, until it is closed; or at the last look, until one goes well. */
export interface Trouble {
  readonly asked?: string | undefined;
  readonly looked?: string | undefined;
}

export function showTrouble({ asked, looked }: Trouble, close: () => void): void {
  fill('trouble', [asked, looked], () => [
    looked !== undefined && h('p', {}, looked),
    asked !== undefined && h('p', {}, asked, button('dismiss', 'Close', close)),
  ]);
}
