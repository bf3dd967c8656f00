/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Child = Node | string | undefined | false;
type Listener = (event: Event) => void;
type Properties = Readonly<Record<string, string | boolean | undefined | Listener>>;

/** An element. Texts are texts, whatever they contain: no value of an order ever becomes markup. */
export function h(name: string, properties: Properties = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** @throws when the shell has no such element: shell and script belong together */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

const shown = new Map<string, string>();

/**
 * Fills a part of the page, if what it shows has changed since the last time. Who was on a button stays on it: an
 * element keeps the focus by its `data-key`.
 */
export function fill(id: string, what: unknown, content: () => readonly Child[]): void {
  const now = JSON.stringify(what) ?? '';
  if (shown.get(id) === now) return;
  shown.set(id, now);
  const place = part(id);
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  const scrolled = new Map(
    [...place.querySelectorAll<HTMLElement>('[data-scroll]')].map((each) => [each.dataset['scroll'], each.scrollTop]),
  );
  place.replaceChildren(...content().filter((child) => child !== undefined && child !== false));
  for (const each of place.querySelectorAll<HTMLElement>('[data-scroll]'))
    each.scrollTop = scrolled.get(each.dataset['scroll']) ?? 0;
  if (focused === undefined) return;
  const again = [...place.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset['key'] === focused);
  again?.focus({ preventScroll: true });
}

export function button(key: string, label: string, press: () => void, more: Properties = {}): HTMLElement {
  return h('button', { type: 'button', 'data-key': key, click: press, ...more }, label);
}
