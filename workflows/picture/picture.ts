import type { Definition } from '../definition.ts';
import { chipPitch, columns, layoutOf, type Layout, type Placed } from './layout.ts';
import {
  backMark,
  bottom,
  centre,
  chip,
  chipWidth,
  edge,
  label,
  middle,
  right,
  stateShape,
  type Points,
} from './shapes.ts';
import { legend } from './legend.ts';
import { style } from './style.ts';
import { readTree, type Tree } from './tree.ts';

/**
 * The decision tree as a picture for people (SVG): the main path as its spine; beside it what news and silence lead to;
 * the way back drawn once. Every state is a `<g id="state-…" class="state wait|act|choice|end">`.
 */
export function pictureOf(definition: Definition): string {
  const tree = readTree(definition);
  const layout = layoutOf(tree);
  const { width, height } = layout;
  const drawn = [
    ...heads(layout),
    ...roadsOfWaits(layout),
    ...roadBack(tree, layout),
    ...layout.mainPath.flatMap((placed, index) => onMainPath(placed, layout.mainPath[index + 1])),
    ...layout.rows.flatMap((row) => besideIt(row, layout)),
    ...layout.otherWaits.map(({ node, box }) => stateShape(node, box)),
    ...[layout.silence, layout.back].flatMap((placed) => (placed ? [stateShape(placed.node, placed.box)] : [])),
    ...(layout.back ? [backMark(right(layout.back.box) + 14, middle(layout.back.box))] : []),
    ...legend(tree, layout),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="tree" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="How an order is looked after, as a picture">
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"/>
${drawn.join('\n')}
</svg>
`;
}

function heads({ panel, mainPath }: Layout): string[] {
  const { x, y, width, height } = panel;
  const first = mainPath[0]!.box;
  return [
    `<rect class="panel" x="${x}" y="${y}" width="${width}" height="${height}" rx="14"/>`,
    label('An order that goes well', columns.path.x, 24, 'head'),
    label('What else can happen while we wait', columns.news.x, 24, 'head'),
    label('news', columns.news.x, 64, 'small'),
    label('what we do', columns.acts.x, 64, 'small'),
    label('silence', columns.dues.x, 64, 'small'),
    `<circle class="tip main" cx="${centre(first)}" cy="${first.y - 16}" r="5"/>`,
    edge(
      'main',
      [
        [centre(first), first.y - 16],
        [centre(first), first.y - 6],
      ],
      { arrives: false },
    ),
  ];
}

/** A step of the main path, the way to the next one, and on both sides of that way what else leads there. */
function onMainPath({ node, box }: Placed, next: Placed | undefined): string[] {
  if (next === undefined) return [stateShape(node, box, { main: true })];
  const x = centre(box);
  const between = (bottom(box) + next.box.y) / 2 - 3;
  const stacked = (count: number, index: number): number => between + (index - (count - 1) / 2) * chipPitch;
  return [
    edge('main', [
      [x, bottom(box)],
      [x, next.box.y - 2],
    ]),
    ...next.dues.map((lead, index) => chip(lead, x - 12 - chipWidth(lead), stacked(next.dues.length, index))),
    ...next.news.map((lead, index) => chip(lead, x + 12, stacked(next.news.length, index))),
    stateShape(node, box, { main: true }),
  ];
}

/** What leaves the main path: the news on its left, on its right the promises that lead to the same in silence. */
function besideIt({ node, box, news, dues }: Placed, { newsLine, silenceLine }: Layout): string[] {
  const y = middle(box);
  const stacked = (count: number, index: number): number => y + (index - (count - 1) / 2) * chipPitch;
  return [
    ...news.flatMap((lead, index) => {
      const at = stacked(news.length, index);
      const from = columns.news.x + chipWidth(lead);
      return [
        edge(
          'news',
          [
            [newsLine, at],
            [columns.news.x, at],
          ],
          { arrives: false },
        ),
        edge('news', [
          [from, at],
          [box.x - 1, at],
        ]),
        chip(lead, columns.news.x, at),
      ];
    }),
    ...dues.flatMap((lead, index) => {
      const at = stacked(dues.length, index);
      const from = columns.dues.x + chipWidth(lead);
      return [
        edge(
          'silence',
          [
            [silenceLine, at],
            [from, at],
          ],
          { arrives: false },
        ),
        edge('silence', [
          [columns.dues.x, at],
          [right(box) + 1, at],
        ]),
        chip(lead, columns.dues.x, at),
      ];
    }),
    stateShape(node, box),
  ];
}

/** Every wait ends the same two ways, so the two are drawn once: by news, or by silence through the choice of what fell due. */
function roadsOfWaits({ mainPath, otherWaits, rows, silence, newsLine, silenceLine }: Layout): string[] {
  const waits = mainPath.filter(({ node }) => node.kind === 'wait');
  const lastNews = rows.findLast(({ news }) => news.length > 0);
  const lastDue = rows.findLast(({ dues }) => dues.length > 0);
  const silenceAt = silence ? middle(silence.box) : 0;
  const lowest = Math.max(
    ...[...waits, ...otherWaits].map(({ box }) => middle(box)),
    lastNews ? middle(lastNews.box) + ((lastNews.news.length - 1) / 2) * chipPitch : 0,
  );
  const lines = [
    ...waits.map(({ box }): Points => [
      [right(box), middle(box)],
      [newsLine, middle(box)],
    ]),
    ...otherWaits.map(({ box }): Points => [
      [box.x, middle(box)],
      [newsLine, middle(box)],
    ]),
  ].map((points) => edge('news', points, { arrives: false }));
  lines.push(
    edge(
      'news',
      [
        [newsLine, silenceAt],
        [newsLine, lowest],
      ],
      { arrives: false },
    ),
  );
  if (silence === undefined) return lines;
  lines.push(
    edge('silence', [
      [newsLine, silenceAt],
      [silence.box.x - 1, silenceAt],
    ]),
    label('until the earliest promise falls due', (newsLine + silence.box.x) / 2, silenceAt - 11, 'small mid'),
  );
  if (lastDue !== undefined) {
    const end = middle(lastDue.box) + ((lastDue.dues.length - 1) / 2) * chipPitch;
    lines.push(
      edge(
        'silence',
        [
          [right(silence.box), silenceAt],
          [silenceLine, silenceAt],
          [silenceLine, end],
        ],
        { arrives: false },
      ),
    );
  }
  return lines;
}

/** Where the order stands: one choice that everything beside the main path comes back through. */
function roadBack({ backTo }: Tree, { back, backLine, mainPath, otherWaits }: Layout): string[] {
  if (back === undefined) return [];
  const targets = mainPath.filter(({ node }) => backTo.includes(node.name));
  const highest = Math.min(...targets.map(({ box }) => middle(box)));
  const trunk = edge(
    'back',
    [
      [centre(back.box), bottom(back.box)],
      [centre(back.box), backLine.y],
      [backLine.x, backLine.y],
      [backLine.x, highest],
    ],
    {
      arrives: false,
    },
  );
  const branches = targets.map(({ box }) =>
    edge('back', [
      [backLine.x, middle(box)],
      [box.x - 2, middle(box)],
    ]),
  );
  return [
    trunk,
    ...branches,
    ...roadBeside(backTo, back, otherWaits),
    label('back to where the order stands', columns.path.x, backLine.y - 11, 'small'),
  ];
}

/** To the waits beside the main path and back from them: one road, of which each of them has a branch. */
function roadBeside(backTo: Tree['backTo'], { node, box }: Placed, otherWaits: Layout['otherWaits']): string[] {
  const joined = otherWaits.filter((wait) => backTo.includes(wait.node.name));
  if (joined.length === 0) return [];
  const [fork, level] = [box.x - 26, middle(box)];
  const levels = [level, ...joined.map((wait) => middle(wait.box))];
  const toBox: Points = [
    [fork, level],
    [box.x - 2, level],
  ];
  const alongside: Points = [
    [fork, Math.min(...levels)],
    [fork, Math.max(...levels)],
  ];
  return [
    edge('back', toBox, { arrives: joined.some((wait) => wait.node.next === node.name) }),
    edge('back', alongside, { arrives: false }),
    ...joined.map((wait) =>
      edge('back', [
        [fork, middle(wait.box)],
        [right(wait.box) + 2, middle(wait.box)],
      ]),
    ),
  ];
}
