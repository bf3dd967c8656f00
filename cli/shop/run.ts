import { TooManyKeys } from '../../functions/adapters/shop-register.ts';
import { UsageError } from '../command-line.ts';
import { readArguments, usage, type Command, type Place } from './arguments.ts';
import { Refused, ShopCommands, type Said } from './commands.ts';
import { readOrders } from './import/read-orders.ts';
import { WrongOrders } from './import/found-order.ts';
import { newKey } from './key.ts';
import { keptDaysAt, NoStack, NoTable, openTable } from './place.ts';
import { redriveAt } from './redrive/run.ts';
import { readSettings, WrongSettings } from './settings-file.ts';
import { troubleWithAws } from './trouble-with-aws.ts';

/** What the commands need of the world around them. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Buffer;
  readonly readFile: (path: string) => Promise<string>;
  /** What was asked for: a key, a list. */
  readonly out: (text: string) => void;
  /** What a person wants to know beside it. */
  readonly aside: (text: string) => void;
  /** How far it is, while it works. */
  readonly progress: (done: number, all: number, what?: string) => void;
}

/** Runs one command line. Answers the exit code: 0 done, 1 not done, 2 not understood. */
export async function runShop(commandLine: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, out, aside } = surroundings;
  try {
    const { command, place } = readArguments(commandLine, environment);
    if (command.does === 'help') {
      out(usage);
      return commandLine.length === 0 ? 2 : 0;
    }
    const said = await saidTo(command, place, surroundings);
    for (const line of said.aside) aside(line);
    for (const line of said.out) out(line);
    return said.code ?? 0;
  } catch (error) {
    aside(explained(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function saidTo(
  command: Exclude<Command, { does: 'help' }>,
  place: Place,
  surroundings: Surroundings,
): Promise<Said> {
  // What is wrong with a file is said before anything is asked of AWS.
  const file = 'file' in command && command.file !== undefined ? await read(command.file, surroundings) : undefined;
  switch (command.does) {
    case 'redrive':
      return redriveAt(place, command.isDry, surroundings);
    case 'take-up': {
      const { takeUpAt } = await import('./take-up/run.ts');
      return takeUpAt(place, command.before, surroundings);
    }
    case 'doctor': {
      // Only here: nobody else waits for all of these to load.
      const { doctorAt } = await import('./doctor/run.ts');
      return doctorAt(place, surroundings);
    }
    case 'import': {
      const orders = await readOrders(command.orders, surroundings.readFile);
      return onTheTable(place, surroundings, (commands) =>
        commands.import(command.shop, orders, command.isDry, surroundings.progress),
      );
    }
    default:
      return onTheTable(place, surroundings, (commands) => run(command, file, commands));
  }
}

async function onTheTable(
  place: Place,
  { environment, now, randomBytes }: Surroundings,
  work: (commands: ShopCommands) => Promise<Said>,
): Promise<Said> {
  const { table, close } = await openTable(place, environment);
  try {
    return await work(new ShopCommands(table, now, (shop) => newKey(shop, randomBytes), keptDaysAt(place)));
  } finally {
    close();
  }
}

type SettingsFile = Awaited<ReturnType<typeof readSettings>>['change'];

async function read(path: string, { readFile, aside }: Surroundings): Promise<SettingsFile> {
  const { change, unknown } = await readSettings(path, readFile);
  if (unknown.length > 0) aside(`Ignored, as no settings are called so: ${unknown.join(', ')}.`);
  return change;
}

function run(
  command: Exclude<Command, { does: 'help' | 'import' | 'redrive' | 'doctor' | 'take-up' }>,
  file: SettingsFile | undefined,
  commands: ShopCommands,
): Promise<Said> {
  switch (command.does) {
    case 'list':
      return commands.list();
    case 'create':
      return commands.create(command.shop, file ?? {});
    case 'settings':
      return file === undefined ? commands.settings(command.shop) : commands.change(command.shop, file);
    case 'key list':
      return commands.listKeys(command.shop);
    case 'key issue':
      return commands.issueKey(command.shop);
    default:
      return commands.revokeKey(command.shop, command.key);
  }
}

/** What a person can mend gets one line; anything else is a defect, with its trace. */
function explained(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nnpm run shop -- --help shows what there is.`;
  if (error instanceof TooManyKeys) return `${error.message} Revoke one first: key list, key revoke.`;
  const known = [Refused, NoTable, NoStack, WrongSettings, WrongOrders];
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message;
  const trouble = troubleWithAws(error);
  if (trouble !== undefined) return trouble;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
