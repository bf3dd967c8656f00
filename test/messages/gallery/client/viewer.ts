/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Exhibit } from '../exhibits.ts';
import { dressed } from './dressed.ts';
import { element, part } from './element.ts';
import { readState, writeState, type State } from './state.ts';

// Shows one room at a time, and of it only the frames that are near the screen: thousands would be too many.

interface Room {
  readonly what: string;
  readonly locale: string;
  readonly count: number;
  readonly findings: number;
  readonly packed: string;
}

const filters = ['reader', 'tone', 'case'] as const;
const widths = [
  ['phone', 390],
  ['desktop', 700],
] as const;

const rooms = JSON.parse(part('data').textContent) as readonly Room[];
const unpacked = new Map<Room, readonly Exhibit[]>();

/** A frame gets its mail when it comes near the screen. */
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      target.dispatchEvent(new Event('near'));
    }
  },
  { rootMargin: '600px' },
);

async function unpack(room: Room): Promise<readonly Exhibit[]> {
  const known = unpacked.get(room);
  if (known !== undefined) return known;
  const bytes = Uint8Array.from(atob(room.packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const exhibits = (await new Response(stream).json()) as readonly Exhibit[];
  unpacked.set(room, exhibits);
  return exhibits;
}

async function show(): Promise<void> {
  const state = readState(rooms[0]!);
  const room = rooms.find(({ what, locale }) => what === state.what && locale === state.locale) ?? rooms[0]!;
  const exhibits = await unpack(room);
  document.body.classList.toggle('dark', state.light === 'dark');
  part('rooms').replaceChildren(...roomLinks(state));
  part('filters').replaceChildren(...controls(state, exhibits));
  const chosen = exhibits.filter((exhibit) => filters.every((by) => state[by] === 'all' || exhibit[by] === state[by]));
  part('shown').textContent = `${chosen.length} of ${exhibits.length} shown`;
  part('exhibits').replaceChildren(...chosen.map((exhibit) => hung(exhibit, state)));
}

function roomLinks(state: State): HTMLElement[] {
  return rooms
    .filter(({ locale }) => locale === state.locale)
    .map(({ what, count, findings }) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: writeState({ ...state, what }), ...(what === state.what ? { 'aria-current': 'page' } : {}) },
          element('span', {}, what),
          element('span', { class: findings > 0 ? 'bad' : 'soft' }, findings > 0 ? `${findings} ✗` : String(count)),
        ),
      ),
    );
}

function controls(state: State, exhibits: readonly Exhibit[]): HTMLElement[] {
  const choices: Record<string, readonly string[]> = {
    locale: [...new Set(rooms.map(({ locale }) => locale))],
    light: ['light', 'dark'],
  };
  for (const by of filters) choices[by] = ['all', ...new Set(exhibits.map((exhibit) => exhibit[by]))];
  return Object.entries(choices).map(([name, values]) => {
    const chosen = Object.entries(state).find(([key]) => key === name)?.[1] ?? '';
    const select = element('select', { name }, ...values.map((value) => element('option', { value }, value)));
    if (select instanceof HTMLSelectElement) {
      // What this room does not have is still what was asked for: it is shown, and nothing hangs there.
      if (!values.includes(chosen)) select.append(element('option', { value: chosen }, `${chosen} (none)`));
      select.value = chosen;
      select.addEventListener('change', () => (location.hash = writeState({ ...state, [name]: select.value })));
    }
    return element('label', {}, name === 'locale' ? 'language' : name, select);
  });
}

function hung({ mail, html, findings, ...exhibit }: Exhibit, state: State): HTMLElement {
  const place = [exhibit.situation, exhibit.reader, exhibit.tone, exhibit.case].join(' · ');
  const size = `${(new Blob([html]).size / 1000).toFixed(1)} KB`;
  return element(
    'article',
    {},
    element('h2', { lang: exhibit.locale }, mail?.subject ?? `${exhibit.what} / ${exhibit.situation}`),
    element('p', { class: 'soft', lang: exhibit.locale }, mail?.preheader ?? ''),
    element('p', { class: 'soft' }, `${place} · ${size}${mail ? ` · ${mail.subject.length} characters` : ''}`),
    findings.length > 0 &&
      element(
        'ul',
        { class: 'findings' },
        ...findings.map(({ rule, where }) => element('li', {}, `${rule}: ${where}`)),
      ),
    element(
      'div',
      { class: 'sheets' },
      ...widths.map(([name, width]) => sheet(name, width, dressed(html, state.light))),
      mail &&
        element(
          'figure',
          {},
          element('figcaption', {}, 'plain text'),
          element('pre', { lang: exhibit.locale }, mail.text),
        ),
    ),
  );
}

/** Without scripts, forms or windows of its own. Its origin is this page's, which only lets its height be measured. */
function sheet(name: string, width: number, html: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = name;
  frame.width = String(width);
  frame.height = '900';
  frame.addEventListener('load', () => {
    // A document is never less high than its frame: measured in a low one, it is as high as what is in it.
    frame.height = '1';
    const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
    if (height > 0) frame.height = String(height);
  });
  frame.addEventListener('near', () => (frame.srcdoc = html), { once: true });
  nearby.observe(frame);
  return element('figure', {}, element('figcaption', {}, `${name}, ${width} px`), frame);
}

addEventListener('hashchange', () => void show());
void show();
