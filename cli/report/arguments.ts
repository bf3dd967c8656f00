import { parseArgs } from 'node:util';
import { shopId } from '../../functions/domain/schema.ts';
import { UsageError } from '../command-line.ts';
import { placeIn, placeOptions, type Place } from '../shop/arguments.ts';
import { instantIn, usualSince, type Asked } from './period.ts';

export interface ReportRequest {
  readonly asked: Asked;
  readonly place: Place;
  /** Undefined: all shops. */
  readonly shop: string | undefined;
  /** A file for a spreadsheet. */
  readonly csv: string | undefined;
  /** Prints figures for a program instead of tables. */
  readonly json: boolean;
}

export const usage = `npm run report -- [options]

  --since <when>       since when: so long ago (P7D, PT36H), a day (2026-11-01, from 00:00 UTC) or an instant
                       (2026-11-01T08:00+01:00); default: ${usualSince}
  --until <when>       until when; default: now. A duration in --since then counts from there
  --shop <shop>        of one shop; default: all of them
  --csv <file>         writes the figures into a file as well: period, shop, section, name, measure, value, unit
  --json               prints the same figures as JSON, in place of the tables

Where the stack is:

  --stage <stage>      the deployed one (default: production)
  --table <name>       instead of asking CloudFormation which table the stage has
  --region <region>    of AWS, where neither the environment nor the profile says it
  --local              the embedded stack of npm start, http://127.0.0.1:4011 (AWS_PORT changes the port)
  --endpoint <address> the embedded stack elsewhere (AWS_ENDPOINT_URL says the same)

It only reads, and names nobody.`;

/**
 * Reads the command line; undefined where help is asked for.
 * @throws UsageError
 */
export function readArguments(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReportRequest | undefined {
  const { help, since = usualSince, until, shop, csv, json = false, ...place } = parsed(commandLine);
  if (help === true) return undefined;
  if (shop !== undefined && !shopId.safeParse(shop).success) {
    throw new UsageError(`--shop ${shop} is no shop's id: 1 to 12 of a–z 0–9 -.`);
  }
  if (csv === '') throw new UsageError('--csv needs the name of a file.');
  // What is no instant at all is said before anything is looked up.
  for (const [option, text] of Object.entries({ '--since': since, '--until': until })) {
    if (text !== undefined) instantIn(text, 0, option);
  }
  return { asked: { since, until }, place: placeIn(place, environment), shop, csv, json };
}

function parsed(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      options: {
        ...placeOptions,
        csv: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        shop: { type: 'string' },
        since: { type: 'string' },
        until: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
