import { stages, type StageId } from './model/stages.ts';
import type { Played } from './model/play.ts';
import { quotas } from './quotas.ts';
import { amount, span } from './print.ts';

/** One panel: how many waited at each stage that held anybody up, over time. */
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
const colours = ['#1f6feb', '#d1242f', '#1a7f37', '#9a6700', '#8250df', '#bf3989', '#57606a', '#0a7ea4'];

/** The panels one below the other; who waits is told on a scale of powers of ten. */
export function plotOf(panels: readonly Panel[]): string {
  const height = panels.length * panelHeight;
  const body = panels.map((panel, index) => drawn(panel, index * panelHeight)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="12" fill="#24292f">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${body}
</svg>
`;
}

function drawn({ title, played, from, until, marks }: Panel, offset: number): string {
  const moments = played.moments.filter(({ at }) => at >= from && at <= until);
  const shown = stageIdsHeldUp(played).filter((id) => moments.some(({ waiting }) => waiting[id] >= 1));
  const most = Math.max(10, ...shown.flatMap((id) => moments.map(({ waiting }) => waiting[id])));
  const decades = Math.ceil(Math.log10(most));
  const right = width - plot.right;
  const bottom = offset + plot.top + plot.height;
  const x = (at: number): number => plot.left + ((at - from) / (until - from)) * (right - plot.left);
  const y = (count: number): number => bottom - (Math.log10(Math.max(1, count)) / decades) * plot.height;
  const lines = Array.from({ length: decades + 1 }, (_, power) => {
    const at = y(10 ** power).toFixed(1);
    return `<line x1="${plot.left}" x2="${right}" y1="${at}" y2="${at}" stroke="#d0d7de"/><text x="${plot.left - 8}" y="${at}" text-anchor="end" dominant-baseline="middle">${short(10 ** power)}</text>`;
  });
  const marked = marks.map(({ at, text }, index) => {
    const place = x(at).toFixed(1);
    const level = offset + plot.top - 4;
    const anchor = index === marks.length - 1 && at > (from + until) / 2 ? 'end' : 'start';
    return `<line x1="${place}" x2="${place}" y1="${level}" y2="${bottom}" stroke="#57606a" stroke-dasharray="3 3"/><text x="${place}" y="${level - 4}" text-anchor="${anchor}" fill="#57606a">${text}</text>`;
  });
  const ticks = ticksOf(from, until).map(
    (at) => `<text x="${x(at).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${clock(at)}</text>`,
  );
  const curves = shown.map((id, index) => {
    const points = thinned(moments).map(({ at, waiting }) => `${x(at).toFixed(1)},${y(waiting[id]).toFixed(1)}`);
    const held = played.queues[id].firstHeldUp!;
    const at = offset + plot.top + 12 + index * 42;
    const colour = colours[index % colours.length]!;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<rect x="${right + 16}" y="${at - 9}" width="12" height="12" fill="${colour}"/><text x="${right + 34}" y="${at + 1}" font-weight="bold">${stages[id].name}</text>
<text x="${right + 34}" y="${at + 16}" fill="#57606a">by ${quotas[held.by].name}, at ${span(held.at)}</text>`;
  });
  const nobody =
    shown.length > 0
      ? ''
      : `<text x="${(plot.left + right) / 2}" y="${bottom - plot.height / 2}" text-anchor="middle">nobody waits</text>`;
  return `<text x="16" y="${offset + 20}" font-size="15" font-weight="bold">${title}</text>
<text x="${plot.left}" y="${bottom + 38}" fill="#57606a">time since the hour began; on the left, how many wait (powers of ten)</text>
${[...lines, ...ticks, ...marked, ...curves, nobody].join('\n')}`;
}

export function stageIdsHeldUp({ queues }: Played): StageId[] {
  return (Object.keys(queues) as StageId[])
    .filter((id) => queues[id].firstHeldUp !== undefined)
    .toSorted((a, b) => queues[a].firstHeldUp!.at - queues[b].firstHeldUp!.at);
}

/** A few hundred points are as many as can be seen. */
function thinned<T>(moments: readonly T[]): T[] {
  const each = Math.max(1, Math.floor(moments.length / 400));
  return moments.filter((_, index) => index % each === 0);
}

function ticksOf(from: number, until: number): number[] {
  const step = [600, 1200, 3600, 6 * 3600, 12 * 3600, 24 * 3600, 48 * 3600].find((one) => (until - from) / one <= 8)!;
  return Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => from + index * step);
}

const clock = (at: number): string => (at < 7200 ? `${Math.round(at / 60)} min` : `${Math.round(at / 3600)} h`);

function short(count: number): string {
  if (count >= 1_000_000) return `${count / 1_000_000} M`;
  return count >= 10_000 ? `${count / 1000} k` : amount(count);
}
