/** A period, from `since` up to but not including `until`; milliseconds since the epoch. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

export const isIn = ({ since, until }: Period, instant: number): boolean => instant >= since && instant < until;

/** What a column holds: how many, how long in seconds, or how many in a hundred. */
export type Unit = 'count' | 'seconds' | 'percent';

/** One table of the report. A row has a figure for each measure; undefined where there is nothing to measure. */
export interface Section {
  readonly title: string;
  readonly measures: readonly { readonly name: string; readonly unit: Unit }[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly (number | undefined)[] }[];
}

/** So many of each name. */
export class Counts {
  private readonly counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.counts.set(name, this.of(name) + times);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** Most first. */
  names(): string[] {
    return [...this.counts].toSorted(([a, of], [b, than]) => than - of || (a < b ? -1 : 1)).map(([name]) => name);
  }
}

/** How long it took, each time. */
export class Spans {
  private readonly spans = new Map<string, number[]>();

  add(name: string, milliseconds: number): void {
    const known = this.spans.get(name) ?? [];
    known.push(Math.max(0, milliseconds));
    this.spans.set(name, known);
  }

  names(): string[] {
    return [...this.spans]
      .toSorted(([a, of], [b, than]) => than.length - of.length || (a < b ? -1 : 1))
      .map(([name]) => name);
  }

  /** How many times, the median, and what nine in ten did not take longer than; in seconds. */
  figures(name: string): readonly [number, number | undefined, number | undefined] {
    const sorted = (this.spans.get(name) ?? []).toSorted((a, b) => a - b);
    const secondsAt = (share: number): number | undefined => {
      const span = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
      return span === undefined ? undefined : Math.round(span / 1000);
    };
    return [sorted.length, secondsAt(0.5), secondsAt(0.9)];
  }
}

export const counted = [{ name: 'count', unit: 'count' }] as const;
export const timed = [
  { name: 'count', unit: 'count' },
  { name: 'median', unit: 'seconds' },
  { name: '9 in 10 within', unit: 'seconds' },
] as const;

/** A table of counts alone. */
export function countsOf(title: string, counts: Counts, names: readonly string[] = counts.names()): Section {
  return { title, measures: counted, rows: names.map((name) => ({ name, figures: [counts.of(name)] })) };
}

/** A table of how long things took. */
export function spansOf(title: string, spans: Spans, names: readonly string[] = spans.names()): Section {
  return { title, measures: timed, rows: names.map((name) => ({ name, figures: spans.figures(name) })) };
}
