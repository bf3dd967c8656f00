/** A title over columns; all but the first are figures, to the right. */
export interface Block {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The block in text; every row has a cell for each column. */
export function written({ columns, rows }: Block): string {
  const cells = [columns, ...rows.map((row) => row.map((cell) => shown(cell)))];
  const widths = columns.map((_, at) =>
    Math.max(at === 0 ? nameWidth : figureWidth, ...cells.map((row) => row[at]!.length)),
  );
  const lines = cells.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
  );
  return [lines[0]!, widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

const nameWidth = 28;
const figureWidth = 9;
const shown = (cell: string | number): string => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell);
