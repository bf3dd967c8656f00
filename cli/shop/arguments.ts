import { parseArgs } from 'node:util';
import { instant, shopId } from '../../functions/domain/schema.ts';
import { UsageError } from '../command-line.ts';

/** Where the table is. */
export interface Place {
  /** Of a deployed stack; undefined where nobody named one. */
  readonly stage: string | undefined;
  readonly table: string | undefined;
  /** The embedded stack, or another address that speaks DynamoDB. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
}

/** The options that say it, for parseArgs. */
export const placeOptions = {
  endpoint: { type: 'string' },
  local: { type: 'boolean' },
  region: { type: 'string' },
  stage: { type: 'string' },
  table: { type: 'string' },
} as const;

export type Command =
  | { readonly does: 'help' }
  | { readonly does: 'list' }
  | { readonly does: 'doctor' }
  | { readonly does: 'create'; readonly shop: string; readonly file: string | undefined }
  | { readonly does: 'settings'; readonly shop: string; readonly file: string | undefined }
  | {
      readonly does: 'import';
      /** The file with the orders. */
      readonly orders: string;
      /** Undefined: the only one there is. */
      readonly shop: string | undefined;
      /** Says what would be told to whom, and tells nothing. */
      readonly isDry: boolean;
    }
  | {
      readonly does: 'redrive';
      /** Says what lies there, and moves nothing. */
      readonly isDry: boolean;
    }
  /** Executions that began before that instant are stopped, and their orders taken up by others. */
  | { readonly does: 'take-up'; readonly before: number }
  | { readonly does: 'key list' | 'key issue'; readonly shop: string }
  | { readonly does: 'key revoke'; readonly shop: string; readonly key: string };

export const usage = `npm run shop -- <command> [options]

  create <shop>               makes a shop and prints its first API key, once
         --settings <file>    its settings, as PUT /shop takes them (JSON)
  list                        the shops there are
  settings <shop>             prints a shop's settings
  settings <shop> <file>      changes what the file names: absent is unchanged, null is cleared
  import <file> <shop>        takes the orders of a Shopify export, each once: the admin's .csv, or better the API's
                              .json, which knows parcels, refunds and who the customers are
         --dry-run            says first what would be told to whom, and tells nothing
  key issue <shop>            prints a new API key, once; a shop has two valid keys at most
  key list <shop>             the ids of its keys, and when they were issued; never the keys
  key revoke <shop> <key>     by the key or its id; refused everywhere within a minute
  doctor                      looks at table, shops, keys, mail, alarms and dead letters, and says what to do about what
                              is wrong
  redrive                     puts back what failed for 30 hours and lies in the stack's dead-letter queues
         --dry-run            says what lies there, and moves nothing
  take-up                     after the table was restored: has every order taken up by a new execution (docs/runbook.md)
         --before <instant>   stops those that began before it, such as 2026-12-24T18:00:00+01:00

Where the table and the rest of the stack is:

  --stage <stage>             of the deployed stack (default: production)
  --table <name>              instead of asking CloudFormation which table the stage has
  --region <region>           of AWS, where neither the environment nor the profile says it
  --local                     the embedded stack of npm start, http://127.0.0.1:4011 (AWS_PORT changes the port)
  --endpoint <address>        the embedded stack elsewhere (AWS_ENDPOINT_URL says the same)

On AWS the ordinary credentials are used: environment, profile, single sign-on, role.`;

/**
 * Reads the command line.
 * @throws UsageError
 */
export function readArguments(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly command: Command; readonly place: Place } {
  const { values, positionals } = parsed(commandLine);
  const place = placeIn(values, environment);
  if (values.help === true || positionals.length === 0) return { command: { does: 'help' }, place };
  const command = commandIn(positionals, values.settings, values['dry-run'], values.before);
  if (values.settings !== undefined && command.does !== 'create') {
    throw new UsageError('--settings belongs to create; to change them: settings <shop> <file>.');
  }
  if (values.before !== undefined && command.does !== 'take-up') throw new UsageError('--before belongs to take-up.');
  if (values['dry-run'] === true && !('isDry' in command)) {
    throw new UsageError('--dry-run belongs to import and redrive.');
  }
  return { command, place };
}

function parsed(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: {
        ...placeOptions,
        before: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        settings: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export type PlaceValues = {
  readonly [option in keyof typeof placeOptions]?:
    | ((typeof placeOptions)[option]['type'] extends 'string' ? string : boolean)
    | undefined;
};

/**
 * The place that these options and the environment name.
 * @throws UsageError
 */
export function placeIn(values: PlaceValues, environment: Readonly<Record<string, string | undefined>>): Place {
  const { stage, table, region } = values;
  return { stage, table, endpoint: endpointOf(values, environment), region };
}

function endpointOf(
  values: PlaceValues,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const given = values.endpoint ?? environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? environment['AWS_ENDPOINT_URL'];
  const endpoint = given === undefined || given === '' ? undefined : given;
  if (endpoint !== undefined && !URL.canParse(endpoint)) throw new UsageError(`${endpoint} is no address.`);
  if (endpoint !== undefined || values.local !== true) return endpoint;
  return `http://127.0.0.1:${environment['AWS_PORT'] ?? '4011'}`;
}

function commandIn(
  positionals: readonly string[],
  settings: string | undefined,
  isDry = false,
  before?: string,
): Command {
  const isAboutKeys = positionals[0] === 'key';
  const does = positionals.slice(0, isAboutKeys ? 2 : 1).join(' ');
  const given = positionals.slice(isAboutKeys ? 2 : 1);
  switch (does) {
    case 'list':
    case 'doctor':
      atMost(0, given, does);
      return { does };
    case 'create':
      atMost(1, given, does);
      return { does, shop: shopIn(given, does), file: settings };
    case 'settings':
      atMost(2, given, does);
      return { does, shop: shopIn(given, does), file: given[1] };
    case 'import':
      atMost(2, given, does);
      return importIn(given, isDry);
    case 'redrive':
      atMost(0, given, does);
      return { does, isDry };
    case 'take-up':
      atMost(0, given, does);
      return { does, before: instantIn(before) };
    case 'key list':
    case 'key issue':
      atMost(1, given, does);
      return { does, shop: shopIn(given, does) };
    case 'key revoke': {
      atMost(2, given, does);
      const [, key] = given;
      if (key === undefined) throw new UsageError('Say which key: key revoke <shop> <key or its id>.');
      return { does, shop: shopIn(given, does), key };
    }
    default:
      throw new UsageError(
        `There is no command "${does}": create, list, settings, import, doctor, redrive, take-up, key issue, key list or key revoke.`,
      );
  }
}

function instantIn(before: string | undefined): number {
  const read = instant.safeParse(before);
  if (read.success) return read.data;
  throw new UsageError('Say which executions: take-up --before <instant>, such as 2026-12-24T18:00:00+01:00.');
}

const isFile = (name: string | undefined): boolean => /\.(csv|json)$/i.test(name ?? '');

/** The other commands name the shop first: whoever does that here too is understood. */
function importIn(given: readonly string[], isDry: boolean): Command {
  const [orders, shop] = !isFile(given[0]) && isFile(given[1]) ? given.toReversed() : given;
  if (orders === undefined) throw new UsageError('Say which file: import <orders.csv or orders.json> <shop>.');
  return { does: 'import', orders, shop: shop === undefined ? undefined : shopIn([shop], 'import'), isDry };
}

function shopIn([shop]: readonly string[], does: string): string {
  if (shop === undefined) throw new UsageError(`Say which shop: ${does} <shop>.`);
  if (!shopId.safeParse(shop).success) throw new UsageError(`"${shop}" is no shop's id: 1 to 12 of a–z 0–9 -.`);
  return shop;
}

function atMost(count: number, given: readonly string[], does: string): void {
  if (given.length > count) throw new UsageError(`"${given[count]}" is too much for "${does}".`);
}
