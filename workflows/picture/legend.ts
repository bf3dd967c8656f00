import { columns, type Layout } from './layout.ts';
import { backMark, clock, label, stateShape } from './shapes.ts';
import type { Tree } from './tree.ts';
import { failureInWords } from './words.ts';

const rowPitch = 34;

/** What the signs mean, and where the workflow service's own failures lead. */
export function legend(tree: Tree, { legendAt }: Layout): string[] {
  return [...signs(legendAt), ...failures(tree, legendAt + rowPitch)];
}

function signs(y: number): string[] {
  const row = new Row(columns.path.x, y);
  row.sign(
    26,
    (x) => `<g class="state wait"><rect class="box" x="${x}" y="${y - 8}" width="26" height="16" rx="8"/></g>`,
    'waits',
  );
  row.sign(
    26,
    (x) => `<g class="state act"><rect class="box" x="${x}" y="${y - 8}" width="26" height="16" rx="4"/></g>`,
    'acts: says something',
  );
  row.sign(
    26,
    (x) => `<g class="reason news"><rect x="${x}" y="${y - 8}" width="26" height="16" rx="8"/></g>`,
    'news, from the shop or the customer',
  );
  row.sign(
    26,
    (x) =>
      `<g class="reason silence"><rect x="${x}" y="${y - 8}" width="26" height="16" rx="8"/>${clock(x + 13, y)}</g>`,
    'a promise falls due',
  );
  row.sign(14, (x) => backMark(x + 6, y), 'then back');
  return row.drawn;
}

/** Ends that belong to no path of an order are drawn where the failure leads there. */
function failures(tree: Tree, y: number): string[] {
  const row = new Row(columns.path.x, y);
  const ends = new Map(tree.rest.filter(({ kind }) => kind === 'end').map((node) => [node.name, node]));
  for (const [to, leads] of Map.groupBy(tree.failures, (lead) => lead.to)) {
    const end = ends.get(to);
    row.text(`${leads.map(({ name }) => failureInWords(name)).join(', ')}:`);
    if (end === undefined) row.text(`${to}, and a new execution takes the order up`, 20);
    else row.shape(106, (x) => stateShape(end, { x, y: y - 12, width: 106, height: 24 }));
  }
  return row.drawn;
}

/** Things side by side. */
class Row {
  readonly drawn: string[] = [];
  private x: number;
  private readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  sign(width: number, draw: (x: number) => string, text: string): void {
    this.shape(width, draw, 6);
    this.text(text, 22);
  }

  shape(width: number, draw: (x: number) => string, after = 24): void {
    this.drawn.push(draw(this.x));
    this.x += width + after;
  }

  text(text: string, after = 8): void {
    this.drawn.push(label(text, this.x, this.y, 'small'));
    this.x += text.length * 6.1 + after;
  }
}
