import { stageIds, stages, type StageId } from './model/stages.ts';
import type { Played } from './model/play.ts';
import { quotas } from './quotas.ts';
import { span } from './print.ts';

/** One panel: for how long who is first in line has waited at each stage, over time. */
export interface Panel {
  readonly title: string;
  readonly played: Played;
  /** Seconds shown. */
  readonly from: number;
  readonly until: number;
  /** Seconds at which something happened, in words. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

const width = 888;
const plot = { left: 64, right: 280, top: 54, height: 230 };
const panelHeight = plot.top + plot.height + 62;
const colours = ['#1f6feb', '#d1242f', '#1a7f37', '#9a6700', '#8250df', '#bf3989'];

/** The panels one below the other. */
export function plotOf(panels: readonly Panel[]): string {
  const height = panels.length * panelHeight;
  const body = panels.map((panel, index) => drawn(panel, index * panelHeight)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="12" fill="#24292f">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${body}
</svg>
`;
}

/** The stages at which anybody waited longest; more lines cannot be told apart. */
const mostLines = 6;
const levels = [1, 10, 60, 600, 3600, 6 * 3600, 24 * 3600];

function drawn({ title, played, from, until, marks }: Panel, offset: number): string {
  const moments = played.moments.filter(({ at }) => at >= from && at <= until);
  const longest = (id: StageId): number => moments.reduce((most, { oldest }) => Math.max(most, oldest[id]), 0);
  const shown = stageIds
    .filter((id) => longest(id) >= 1)
    .toSorted((a, b) => longest(b) - longest(a))
    .slice(0, mostLines);
  const most = Math.max(60, ...shown.map(longest));
  const right = width - plot.right;
  const bottom = offset + plot.top + plot.height;
  const x = (at: number): number => plot.left + ((at - from) / (until - from)) * (right - plot.left);
  const y = (seconds: number): number => bottom - (Math.log(1 + seconds) / Math.log(1 + most * 1.2)) * plot.height;
  const lines = [0, ...levels.filter((level) => level <= most * 1.2)].map((level) => {
    const at = y(level).toFixed(1);
    return `<line x1="${plot.left}" x2="${right}" y1="${at}" y2="${at}" stroke="#d0d7de"/><text x="${plot.left - 8}" y="${at}" text-anchor="end" dominant-baseline="middle">${axis(level)}</text>`;
  });
  const marked = marks.map(({ at, text }) => {
    const place = x(at).toFixed(1);
    const top = offset + plot.top - 4;
    const anchor = at > (from + until) / 2 ? 'end' : 'start';
    return `<line x1="${place}" x2="${place}" y1="${top}" y2="${bottom}" stroke="#57606a" stroke-dasharray="3 3"/><text x="${place}" y="${top - 4}" text-anchor="${anchor}" fill="#57606a">${text}</text>`;
  });
  const ticks = ticksOf(from, until).map(
    (at) => `<text x="${x(at).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${clock(at)}</text>`,
  );
  const curves = shown.map((id, index) => {
    const points = thinned(moments).map(({ at, oldest }) => `${x(at).toFixed(1)},${y(oldest[id]).toFixed(1)}`);
    const held = played.queues[id].firstHeldUp!;
    const at = offset + plot.top + 12 + index * 38;
    const colour = colours[index]!;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<rect x="${right + 16}" y="${at - 9}" width="12" height="12" fill="${colour}"/><text x="${right + 34}" y="${at + 1}" font-weight="bold">${stages[id].name}</text>
<text x="${right + 34}" y="${at + 16}" fill="#57606a">first by ${quotas[held.by].name}, ${span(held.at)} in</text>`;
  });
  return `<text x="16" y="${offset + 20}" font-size="15" font-weight="bold">${title}</text>
<text x="${plot.left}" y="${bottom + 38}" fill="#57606a">time since the hour began; upwards, for how long whoever is first in line has waited</text>
${[...lines, ...ticks, ...marked, ...curves].join('\n')}`;
}

/** A few hundred points are as many as can be seen. */
function thinned<T>(moments: readonly T[]): T[] {
  const each = Math.max(1, Math.floor(moments.length / 400));
  return moments.filter((_, index) => index % each === 0);
}

function ticksOf(from: number, until: number): number[] {
  const step = [60, 600, 1200, 3600, 6 * 3600, 12 * 3600, 24 * 3600, 48 * 3600].find(
    (one) => (until - from) / one <= 8,
  )!;
  return Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => from + index * step);
}

const clock = (at: number): string => (at < 7200 ? `${Math.round(at / 60)} min` : `${Math.round(at / 3600)} h`);

const axis = (seconds: number): string =>
  seconds === 3600 ? '1 h' : seconds === 600 ? '10 min' : seconds === 60 ? '1 min' : span(seconds);
