import type { Definition } from '../definition.ts';
import type { Lead } from '../picture/tree.ts';
import { endings } from '../../functions/domain/vocabulary.ts';
import { failureInWords } from '../picture/words.ts';
import { Paths, toldBy, type Path } from './paths.ts';

const longestLine = 120;

/**
 * All paths for a reader, on two screens: every wait ends the same ways, so they are printed once for all waits that
 * have them in common.
 */
export function printGrouped(definition: Definition): string {
  const paths = new Paths(definition);
  return [
    ...orderThatGoesWell(paths),
    ...[...Map.groupBy(paths.leads, (lead) => paths.waitsOf(lead).join(', '))].flatMap(([waits, leads]) =>
      deviationsIn(waits, leads, paths),
    ),
    ...wayBack(paths),
    ...failures(paths),
    ...ends(paths),
  ].join('\n');
}

/** Every single path, one a line, from the start to its end; after that, how many. */
export function printEach(definition: Definition): string {
  const paths = new Paths(definition);
  const all = allOf(paths);
  return [...all.map(inFull), '', ...ends(paths)].join('\n');
}

/** The same for programs. */
export function printJson(definition: Definition): string {
  return JSON.stringify(allOf(new Paths(definition)), undefined, 2);
}

const allOf = (paths: Paths): Path[] => [paths.mainPath(), ...paths.deviations(), ...paths.failures()];

function inFull({ steps, told }: Path): string {
  const walked = steps.map(({ state, by }) => (by === undefined ? state : `${state} [${by}]`)).join(' > ');
  return `${walked} | told: ${told.join(', ') || 'nothing'}`;
}

function orderThatGoesWell(paths: Paths): string[] {
  const rows = paths.tree.mainPath.map(({ name, kind }) => [
    name,
    { act: hears(name), end: 'the end' }[kind as 'act'] ?? '',
  ]);
  return ['An order that goes well', '', ...table([['state', 'told to the customer'], ...rows]), ''];
}

function deviationsIn(waits: string, leads: readonly Lead[], paths: Paths): string[] {
  const isAny = waits === paths.waits.join(', ');
  const rowOf = (lead: Lead): string[] => {
    const { name, to, by, from } = lead;
    const isAct = paths.node(to).kind === 'act';
    const through = [...(by === 'silence' ? from : []), ...(isAct ? [to] : [])];
    return [name, through.join(', '), isAct ? hears(to) : 'nobody', onward(lead, paths)];
  };
  const part = (by: Lead['by'], head: string): string[][] => {
    const rows = leads.filter((lead) => lead.by === by).map(rowOf);
    return rows.length === 0 ? [] : [[head, 'goes through', 'told to the customer', 'then'], ...rows];
  };
  const [news, dues] = [part('news', 'news'), part('silence', 'falls due in silence')];
  const rows = table([...news, ...(news.length > 0 && dues.length > 0 ? [[]] : []), ...dues]);
  return [
    ...wrapped(`In ${isAny ? 'any wait' : waits.includes(',') ? 'these waits' : 'this wait'}: ${waits}`),
    '',
    ...rows,
    '',
  ];
}

/** Where it goes on from what a deviation leads to. */
function onward({ name, to, from }: Lead, paths: Paths): string {
  const { kind, next, back } = paths.node(to);
  if (to === paths.tree.back?.name || back === 'always') return 'back';
  if (kind === 'end') return ending(to, paths.how(from[0]!, name));
  return back === 'sometimes' ? `${next}, or back` : (next ?? '');
}

const ending = (state: string, how: string | undefined): string =>
  how === undefined ? `${state}, the end` : `${state} (${how})`;

function wayBack({ tree: { back, backTo } }: Paths): string[] {
  if (back === undefined) return [];
  return [...wrapped(`back: ${back.name}, and on to where the order stands: ${backTo.join(', ')}`), ''];
}

function failures(paths: Paths): string[] {
  const { mainPath, beside, failures: failed, back } = paths.tree;
  const acts = [...mainPath, ...beside].filter(({ kind }) => kind === 'act').map(({ name }) => name);
  const groups = [
    { states: paths.waits, name: 'any wait' },
    { states: acts, name: 'any act' },
  ];
  const inGroups = (from: readonly string[]): string => {
    const whole = groups.filter(({ states }) => states.every((state) => from.includes(state)));
    const others = from.filter((state) => !whole.some(({ states }) => states.includes(state)));
    return [...whole.map(({ name }) => name), ...others].join(', ');
  };
  const leaving = mainPath.filter(({ name }) => paths.elsewhereOf(name) !== undefined);
  const elsewhere = [...Map.groupBy(leaving, ({ name }) => paths.elsewhereOf(name)!)].map(([error, from]) => [
    error,
    'the facts stand elsewhere',
    `after ${from.map(({ name }) => name).join(', ')}`,
    `back (${back!.name})`,
  ]);
  const rows = failed.map(({ name, to, from }) => {
    return [name, failureInWords(name), `in ${inGroups(from)}`, ending(to, paths.how(from[0]!, name))];
  });
  return [
    'When something fails',
    '',
    ...[...elsewhere, ...rows].flatMap(([error, words, where, then]) => [
      ...wrapped(`  ${error}: ${words}, ${where}`, 4),
      `    then ${then}`,
    ]),
    '',
  ];
}

function ends(paths: Paths): string[] {
  const all = allOf(paths);
  const counted = [...Map.groupBy(all, ({ ends: end }) => end)].map(([end, { length }]) => `${length} in ${end}`);
  const kinds = `the main path, ${paths.deviations().length} with one deviation, ${paths.failures().length} on which something fails`;
  return [
    ...wrapped(`${all.length} paths: ${kinds}. They end: ${counted.join(', ')}.`),
    ...wrapped(`CloseOrder says how: ${endings.join(', ')}; or retake: a new execution takes the order up.`),
    'Each path has one deviation at most. An order with a longer life walks a chain of these: from each wait it goes on by',
    '  what it hopes for, as printed here, or by any deviation. What is no longer true when its turn comes is not told.',
  ];
}

/** The message's name, or who hears of it instead of the customer. */
function hears(act: string): string {
  const said = toldBy(act);
  return 'message' in said ? said.message : said.only;
}

/** Rows in columns as wide as what is in them. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) =>
      row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)).concat(widest.slice(row.length)),
    [],
  );
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}

/** In lines that a terminal can show; what follows the first is set in. */
function wrapped(text: string, indent = 2): string[] {
  const lines = [''];
  for (const word of text.split(/(?<=\S) /)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > longestLine) lines.push(' '.repeat(indent) + word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
