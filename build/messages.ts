import { globSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import mjml from 'mjml';

/**
 * Compiles the mails: MJML to HTML, then HTML and text to templates that need only the Handlebars runtime.
 *
 * The layout is compiled once. A message and a part are compiled inside it, so that MJML knows where they stand, and
 * cut out of it again: they are then included when a mail is filled. `strict` makes a value that the view lacks throw
 * instead of leaving a hole, `knownHelpersOnly` makes a helper that does not exist an error here.
 *
 * What lies together is exported together: the letters to customers, and by the names of their folders the parts and what
 * fewer functions write. So a function carries the templates that it fills, and no others.
 */

const mailsFolder = join(import.meta.dirname, '..', 'messages', 'mails');
const placeholder = '<mj-raw><!--content--></mj-raw>';
const begin = '<!--begin-->';
const end = '<!--end-->';

/** A template that cannot be compiled, by name and with what is wrong. */
export class BadTemplate extends Error {
  override readonly name = 'BadTemplate';
}

/**
 * Compiles the templates of a folder into its `compiled.js`; leaves that alone when nothing changed, so that watchers
 * stay quiet. A template that cannot be compiled, or has no sibling in the other form, throws BadTemplate.
 */
export async function buildMessages(folder = mailsFolder): Promise<void> {
  const compiledFile = join(folder, 'compiled.js');
  const html = await sources(folder, '.mjml.hbs');
  const text = await sources(folder, '.txt.hbs');
  const alone = [...html.keys(), ...text.keys()].filter((name) => !html.has(name) || !text.has(name));
  if (alone.length > 0) throw new BadTemplate(`HTML or text is missing beside: ${alone.join(', ')}`);

  const forms = {
    html: precompiled(await compileMjml(contentsOf(html)), html, { noEscape: false }),
    text: precompiled(contentsOf(text), text, { noEscape: true }),
  };
  const written = [
    '// Written by build/messages.ts. Change the templates beside this file instead.',
    ...[...new Set([...html.values()].map(({ among }) => among))].map((among) => moduleOf(among, html, forms)),
  ].join('\n');
  if ((await readFile(compiledFile, 'utf8').catch(() => '')) === written) return;
  // Another process may be reading it: it is replaced in one step.
  const draft = `${compiledFile}.${process.pid}`;
  await writeFile(draft, written);
  await rename(draft, compiledFile);
}

interface Source {
  readonly content: string;
  /** With which others it is exported. */
  readonly among: string;
}

async function sources(mails: string, extension: string): Promise<Map<string, Source>> {
  const found = new Map<string, Source>();
  for (const file of globSync([`*${extension}`, `*/*${extension}`], { cwd: mails }).sort()) {
    const name = basename(file, extension);
    const among = name === 'layout' ? 'parts' : dirname(file) === '.' ? 'letters' : dirname(file);
    found.set(name, { content: await readFile(join(mails, file), 'utf8'), among });
  }
  return found;
}

function contentsOf(found: ReadonlyMap<string, Source>): Map<string, string> {
  return new Map([...found].map(([name, { content }]) => [name, content]));
}

async function compileMjml(templates: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const layout = required(templates, 'layout');
  if (!layout.includes(placeholder)) throw new BadTemplate(`layout: ${placeholder} is missing`);
  const compiled = new Map<string, string>();
  let frame: string | undefined;
  for (const [name, source] of templates) {
    if (name === 'layout') continue;
    const framed = layout.replace(placeholder, () => `${raw(begin)}${liftHandlebars(source)}${raw(end)}`);
    const page = await toHtml(name, framed);
    const [head, rest] = twoAround(page, begin, name);
    const [content, tail] = twoAround(rest, end, name);
    compiled.set(name, content);
    // Were the frames different, a mail would get the styles of another one.
    frame ??= `${head}{{> content}}${tail}`;
    if (frame !== `${head}{{> content}}${tail}`) throw new BadTemplate(`${name} changes the layout around it`);
  }
  return compiled.set('layout', frame ?? '');
}

async function toHtml(name: string, source: string): Promise<string> {
  try {
    // No fonts: MJML would have every reader's program fetch them from Google.
    const { html } = await mjml(source, { validationLevel: 'strict', keepComments: true, fonts: {} });
    return html.trim().replace(/\s*\n\s*/gu, '\n');
  } catch (error) {
    throw new BadTemplate(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Handlebars between two MJML components stands on lines of its own: MJML lets it through as raw text. */
function liftHandlebars(source: string): string {
  return source.replace(/^\{\{.*\}\}$/gmu, raw);
}

function raw(text: string): string {
  return `<mj-raw>${text}</mj-raw>`;
}

function twoAround(text: string, mark: string, name: string): [before: string, after: string] {
  const [before, after, ...more] = text.split(mark);
  if (before === undefined || after === undefined || more.length > 0) throw new BadTemplate(`${name}: lost ${mark}`);
  return [before, after];
}

/** Every function of every template carries it beside what our runtime has: an eighth of all that would be read. */
const forOlderRuntimes =
  /container\.lookupProperty \|\| function\(parent, propertyName\) \{[^}]*\}\s*return undefined\s*\}/gu;

/** Each template as the source of what the Handlebars runtime takes. */
function precompiled(
  templates: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, Source>,
  { noEscape }: { noEscape: boolean },
): Map<string, string> {
  const compile = ([name, source]: readonly [string, string]): [string, string] => {
    for (const [, part = ''] of source.matchAll(/\{\{> *([\w-]+)/gu)) {
      if (part !== 'content' && found.get(part)?.among !== 'parts')
        throw new BadTemplate(`${name} includes ${part}: no such part`);
    }
    // Typed as what it evaluates to; it is its source.
    const compiled: unknown = Handlebars.precompile(source, { strict: true, knownHelpersOnly: true, noEscape });
    if (typeof compiled !== 'string') throw new BadTemplate(`${name}: Handlebars gave no source`);
    return [name, compiled.replaceAll(forOlderRuntimes, 'container.lookupProperty')];
  };
  return new Map([...templates].map(compile));
}

function moduleOf(
  among: string,
  found: ReadonlyMap<string, Source>,
  forms: Readonly<Record<string, ReadonlyMap<string, string>>>,
): string {
  const names = [...found].flatMap(([name, source]) => (source.among === among ? [name] : []));
  const written = Object.entries(forms).map(([form, templates]) => {
    const entries = names.map((name) => `${JSON.stringify(name)}: ${required(templates, name)},`);
    return `${form}: {\n${entries.join('\n')}\n},`;
  });
  return `export const ${among} = {\n${written.join('\n')}\n};\n`;
}

function required(templates: ReadonlyMap<string, string>, name: string): string {
  const template = templates.get(name);
  if (template === undefined) throw new BadTemplate(`${name} is missing`);
  return template;
}

if (import.meta.main) await buildMessages();
