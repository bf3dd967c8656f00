import { chipHeight, type Box } from './shapes.ts';
import type { Lead, Node, Tree } from './tree.ts';

/** Where everything stands: the main path from top to bottom on the left, what leaves it in rows beside it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly panel: Box;
  readonly mainPath: readonly Placed[];
  readonly rows: readonly Placed[];
  readonly otherWaits: readonly Placed[];
  readonly silence: Placed | undefined;
  readonly back: Placed | undefined;
  /** The line on which what happens while we wait is gathered, and that of what falls due in silence. */
  readonly newsLine: number;
  readonly silenceLine: number;
  /** The line by which everything comes back: beside the main path, and below everything. */
  readonly backLine: { readonly x: number; readonly y: number };
  /** Below the picture: what its signs mean. */
  readonly legendAt: number;
}

export interface Placed {
  readonly node: Node;
  readonly box: Box;
  readonly news: readonly Lead[];
  readonly dues: readonly Lead[];
}

export const chipPitch = chipHeight + 5;
export const columns = {
  path: { x: 60, width: 172 },
  news: { x: 286, width: 146 },
  acts: { x: 462, width: 222 },
  dues: { x: 716, width: 122 },
} as const;
const newsLine = 266;
const silenceLine = 862;
const width = 888;
const boxHeight = 34;
const rowHeight = 48;
const pathTop = 66;
const rowsTop = 132;
const shortestGap = 40;

export function layoutOf(tree: Tree): Layout {
  const reasons = (node: Node): Pick<Placed, 'news' | 'dues'> => {
    const leads = tree.leads.get(node.name) ?? [];
    return { news: leads.filter(({ by }) => by === 'news'), dues: leads.filter(({ by }) => by === 'silence') };
  };
  const place = (node: Node, box: Box): Placed => ({ node, box, ...reasons(node) });

  let y = rowsTop;
  const rows = [...tree.beside, ...tree.rest.filter(({ kind }) => kind === 'choice')].map((node) => {
    const { news, dues } = reasons(node);
    const high = Math.max(boxHeight, Math.max(news.length, dues.length) * chipPitch + 4);
    const placed = place(node, { ...columns.acts, y: y + (rowHeight - boxHeight) / 2, height: high });
    y += high + rowHeight - boxHeight;
    return placed;
  });

  const lowest = y + 18;
  const otherWaits = tree.otherWaits.map((node, index) =>
    place(node, { ...columns.news, y: lowest + index * rowHeight, height: boxHeight }),
  );
  const back = tree.back && place(tree.back, { x: columns.acts.x + 14, width: 152, y: lowest, height: boxHeight });
  const besideEnd = lowest + boxHeight + Math.max(0, otherWaits.length - 1) * rowHeight;

  const gaps = tree.mainPath.slice(1).map((node) => {
    const { news, dues } = reasons(node);
    return Math.max(shortestGap, Math.max(news.length, dues.length) * chipPitch + 18);
  });
  const natural = gaps.reduce((sum, gap) => sum + gap, 0) + tree.mainPath.length * boxHeight;
  const stretch = Math.max(0, besideEnd - pathTop - natural) / Math.max(1, gaps.length);
  let pathY = pathTop;
  const mainPath = tree.mainPath.map((node, index) => {
    const placed = place(node, { ...columns.path, y: pathY, height: boxHeight });
    pathY += boxHeight + (gaps[index] ?? 0) + stretch;
    return placed;
  });
  const end = Math.max(besideEnd, pathY - stretch);

  return {
    width,
    height: end + 142,
    panel: { x: newsLine - 16, y: 44, width: width - 12 - newsLine + 16, height: end - 44 + 12 },
    mainPath,
    rows,
    otherWaits,
    silence: tree.silence && place(tree.silence, { ...columns.dues, y: 82, height: 30 }),
    back,
    newsLine,
    silenceLine,
    backLine: { x: 20, y: end + 26 },
    legendAt: end + 68,
  };
}
