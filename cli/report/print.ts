import { written } from '../blocks.ts';
import type { Period, Section, Unit } from './figures.ts';

/** The tables for people; a section in which nothing happened is one line. */
export function printed(sections: readonly Section[], { since, until }: Period, shop: string | undefined): string {
  const of = shop === undefined ? 'all shops' : `the shop ${shop}`;
  const head = `${new Date(since).toISOString()} to ${new Date(until).toISOString()}, ${of}`;
  return [head, ...sections.map(blockOf)].join('\n\n');
}

function blockOf({ title, measures, rows }: Section): string {
  if (rows.length === 0) return `${title}: none`;
  const columns = [title, ...measures.map(({ name }) => name)];
  const cells = rows.map(({ name, figures }) => [
    name,
    ...measures.map(({ unit }, column) => shown(figures[column], unit)),
  ]);
  return written({ columns, rows: cells });
}

function shown(figure: number | undefined, unit: Unit): string | number {
  if (figure === undefined) return '–';
  if (unit === 'percent') return `${figure.toFixed(1)} %`;
  return unit === 'seconds' ? lengthOf(figure) : figure;
}

const [minute, hour, day] = [60, 3600, 86_400];

/** In the two largest units: `3 d 4 h`, `20 min 5 s`. */
export function lengthOf(seconds: number): string {
  if (seconds < minute) return `${seconds} s`;
  if (seconds < hour) return inTwo(seconds, minute, 'min', 1, 's');
  if (seconds < day) return inTwo(seconds, hour, 'h', minute, 'min');
  return inTwo(seconds, day, 'd', hour, 'h');
}

function inTwo(seconds: number, large: number, named: string, small: number, alsoNamed: string): string {
  const whole = Math.floor(seconds / large);
  const rest = Math.floor((seconds % large) / small);
  return rest === 0 ? `${whole} ${named}` : `${whole} ${named} ${rest} ${alsoNamed}`;
}
