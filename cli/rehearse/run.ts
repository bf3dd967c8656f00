import { basename } from 'node:path';
import type { Definition } from '../../workflows/definition.ts';
import { UsageError } from '../command-line.ts';
import { readArguments, usage, type Wanted } from './arguments.ts';
import { differencesIn } from './differences.ts';
import { pageOf } from './page/page.ts';
import { play } from './play.ts';
import { readStory } from './story.ts';
import { WrongStory } from './yaml-source.ts';

/** What a rehearsal needs of the world around it. */
export interface Surroundings {
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** The state machine; to synthesise it takes a second. */
  readonly definition: () => Definition;
  /** What was asked for: where the page is. */
  readonly out: (text: string) => void;
  /** Progress, and what a person wants to know beside it. */
  readonly aside: (text: string) => void;
}

/** Runs one command line. Answers the exit code: 0 all came as expected, 1 not, 2 not understood. */
export async function runRehearsals(commandLine: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, aside } = surroundings;
  try {
    const wanted = readArguments(commandLine);
    if (wanted === 'help') {
      out(usage);
      return 0;
    }
    aside('Putting the workflow together …');
    const definition = surroundings.definition();
    let isAsExpected = true;
    for (const each of wanted) isAsExpected = (await rehearse(each, definition, surroundings)) && isAsExpected;
    return isAsExpected ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    aside(`${error.message}\nnpm run rehearse -- --help says more.`);
    return 2;
  }
}

async function rehearse(
  { file, page }: Wanted,
  definition: Definition,
  { readFile, writeFile, out, aside }: Surroundings,
): Promise<boolean> {
  const name = basename(file);
  try {
    const story = readStory(name, await readFile(file));
    aside(`Playing ${name}: ${story.title} …`);
    const rehearsal = await play(story, definition);
    await writeFile(page, pageOf(rehearsal));
    const { mails, tasks } = rehearsal;
    out(page);
    const differences = differencesIn(rehearsal);
    const came = story.expected === undefined ? 'nothing was expected of it' : 'all as expected';
    aside(
      `  ${counted(mails, 'mail')}, ${counted(tasks, 'task')}; ${differences.length === 0 ? came : 'not as expected:'}`,
    );
    for (const difference of differences) aside(`  ✗ ${difference}`);
    return differences.length === 0;
  } catch (error) {
    if (!(error instanceof WrongStory) && !isAboutFiles(error)) throw error;
    aside(error.message);
    return false;
  }
}

const counted = ({ length }: readonly unknown[], what: string): string => `${length} ${what}${length === 1 ? '' : 's'}`;

/** A file that is not there, or a folder that cannot be written to. */
function isAboutFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
