import type { Lead, Node } from './tree.ts';
import { escaped, inWords } from './words.ts';

/** The things the picture is made of. Lengths are in the picture's own units, which are pixels at its natural size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const centre = ({ x, width }: Box): number => x + width / 2;
export const middle = ({ y, height }: Box): number => y + height / 2;
export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;

export const chipHeight = 20;
const chipPadding = 9;
const clockWidth = 14;

export type Points = ReadonlyArray<readonly [number, number]>;
export type Road = 'main' | 'news' | 'silence' | 'back';

/** A state, by the name it has in the console. A page lights it by its id. */
export function stateShape(node: Node, box: Box, { main = false } = {}): string {
  const { x, y, width, height } = box;
  const classes = ['state', node.kind, ...(main ? ['main'] : [])].join(' ');
  const mark = node.back === 'never' || node.kind === 'wait' ? '' : backMark(right(box) - 15, middle(box), node.back);
  const textX = mark === '' || main ? centre(box) - (mark === '' ? 0 : 7) : x + 13;
  const anchor = mark === '' || main ? ' class="mid"' : '';
  const rim = `<rect class="rim" x="${x + 4}" y="${y + 4}" width="${width - 8}" height="${height - 8}" rx="${height / 2 - 4}"/>`;
  return `<g id="state-${escaped(node.name)}" class="${classes}"><title>${escaped(titleOf(node))}</title>${outline(node, box)}${
    node.kind === 'end' ? rim : ''
  }<text${anchor} x="${textX}" y="${middle(box)}">${escaped(node.name)}</text>${mark}</g>`;
}

function outline({ kind }: Node, { x, y, width, height }: Box): string {
  if (kind === 'choice') {
    const slope = height / 2;
    const points = [
      [x, y + slope],
      [x + slope, y],
      [x + width - slope, y],
      [x + width, y + slope],
      [x + width - slope, y + height],
      [x + slope, y + height],
    ];
    return `<polygon class="box" points="${points.map((point) => point.join(',')).join(' ')}"/>`;
  }
  const radius = kind === 'act' ? 6 : height / 2;
  return `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

function titleOf({ name, kind, back }: Node): string {
  const told = `${name}: ${inWords(name)}`;
  if (kind === 'wait') return `${told}, until news comes or the earliest promise falls due`;
  if (back === 'always') return `${told}, then back to where the order stands`;
  return back === 'sometimes' ? `${told}; back to where the order stands when the facts stand elsewhere by then` : told;
}

/** A hook that turns back: drawn, because the character for it is a coloured emoji on some machines. */
export function backMark(x: number, y: number, back: Node['back'] = 'always'): string {
  const opacity = back === 'sometimes' ? ' opacity=".55"' : '';
  return `<path class="hook"${opacity} d="M${x - 5} ${y + 2}h7a3.4 3.4 0 0 0 0-6.8h-3M${x - 5} ${y + 2}l3.6-3.2M${x - 5} ${y + 2}l3.6 3.2"/>`;
}

/** How wide a reason is drawn. */
export function chipWidth({ name, by }: Pick<Lead, 'name' | 'by'>): number {
  return Math.round(inWords(name).length * 6.3 + 2 * chipPadding + (by === 'silence' ? clockWidth : 0));
}

/** A reason to leave a wait: news, by its error's name in words; or, with a clock, a promise that fell due. */
export function chip(lead: Lead, x: number, y: number): string {
  const { by, name, to } = lead;
  const silence = by === 'silence';
  const words = `<text class="mid" x="${x + (chipWidth(lead) + (silence ? clockWidth : 0)) / 2}" y="${y}">${escaped(inWords(name))}</text>`;
  const title = silence ? `${name} falls due: ${to}` : `${name}, while we wait: ${to}`;
  return `<g class="reason ${by}" data-reason="${escaped(name)}" data-to="${escaped(to)}"><title>${escaped(title)}</title><rect x="${x}" y="${
    y - chipHeight / 2
  }" width="${chipWidth(lead)}" height="${chipHeight}" rx="${chipHeight / 2}"/>${silence ? clock(x + chipPadding + 4.5, y) : ''}${words}</g>`;
}

export function clock(x: number, y: number): string {
  return `<g class="clock"><circle cx="${x}" cy="${y}" r="4.6"/><path d="M${x} ${y - 2.6}v2.6l1.9 1.2"/></g>`;
}

/** A line through points, with a tip where it arrives. */
export function edge(road: Road, points: Points, { arrives = true } = {}): string {
  const last = points.at(-1)!;
  const before = points.at(-2)!;
  // The line ends inside its tip, so that a thick one does not blunt it.
  const stop = arrives
    ? ([last[0] - Math.sign(last[0] - before[0]) * 5, last[1] - Math.sign(last[1] - before[1]) * 5] as const)
    : last;
  const drawn = `<path class="edge ${road}" d="M${[...points.slice(0, -1), stop].map(([x, y]) => `${x} ${y}`).join('L')}"/>`;
  return arrives ? drawn + tip(road, before, last) : drawn;
}

function tip(road: Road, [fromX, fromY]: readonly [number, number], [x, y]: readonly [number, number]): string {
  const size = road === 'main' ? 10 : 7;
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const wing = size * 0.55;
  const points = [
    [x, y],
    [x - dx * size + dy * wing, y - dy * size + dx * wing],
    [x - dx * size - dy * wing, y - dy * size - dx * wing],
  ];
  return `<polygon class="tip ${road}" points="${points.map((point) => point.map((n) => Math.round(n * 10) / 10).join(',')).join(' ')}"/>`;
}

export function label(text: string, x: number, y: number, classes: string): string {
  return `<text class="${classes}" x="${x}" y="${y}">${escaped(text)}</text>`;
}
