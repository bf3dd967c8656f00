import { stringify } from 'csv-stringify/sync';
import type { Period, Section, Unit } from './figures.ts';

/** One figure a row, with all that says what it is: what a spreadsheet's pivot table and a program want. */
export interface Tidy {
  readonly since: string;
  readonly until: string;
  readonly shop: string;
  readonly section: string;
  readonly name: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: Unit;
}

export function tidied(sections: readonly Section[], { since, until }: Period, shop = 'all'): Tidy[] {
  const period = { since: new Date(since).toISOString(), until: new Date(until).toISOString(), shop };
  return sections.flatMap(({ title: section, measures, rows }) =>
    rows.flatMap(({ name, figures }) =>
      measures.flatMap(({ name: measure, unit }, column) => {
        const value = figures[column];
        return value === undefined ? [] : [{ ...period, section, name, measure, value, unit }];
      }),
    ),
  );
}

const columns: readonly (keyof Tidy)[] = ['since', 'until', 'shop', 'section', 'name', 'measure', 'value', 'unit'];

/** RFC 4180, with a byte order mark, by which Excel knows UTF-8. A text that Excel would take for a formula is none. */
export function csvOf(figures: readonly Tidy[]): string {
  return stringify([...figures], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
