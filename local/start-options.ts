import { parseArgs } from 'node:util';

/** What was asked for on the command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface StartOptions {
  build: boolean;
  port: number;
  awsPort: number;
  dataDir: string | undefined;
  startAt: number | undefined;
  verbose: boolean;
  help: boolean;
}

export const usage = `npm start -- [options]

  --port <port>       where the API listens (PORT; 4010)
  --aws-port <port>   where the AWS endpoint listens (AWS_PORT; 4011)
  --data <folder>     keeps everything over restarts; without it everything is in memory
  --at <instant>      where the clock starts, such as 2026-12-24T18:00:00+01:00
  --no-build          starts what was built last
  --verbose           shows what the functions log`;

/**
 * Reads the command line, and the ports that the environment names.
 * @throws UsageError
 */
export function readStartOptions(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const given = flagsIn(commandLine);
  const startAt = given.at === undefined ? undefined : Date.parse(given.at);
  if (Number.isNaN(startAt)) throw new UsageError(`--at ${given.at} is no instant.`);
  return {
    build: given.build ?? true,
    port: portOf('--port', given.port ?? environment['PORT'], 4010),
    awsPort: portOf('--aws-port', given['aws-port'] ?? environment['AWS_PORT'], 4011),
    dataDir: given.data,
    startAt,
    verbose: given.verbose ?? false,
    help: given.help ?? false,
  };
}

function flagsIn(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      allowNegative: true,
      options: {
        at: { type: 'string' },
        'aws-port': { type: 'string' },
        build: { type: 'boolean' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        verbose: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function portOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined || given === '') return otherwise;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`${name} ${given} is no port.`);
  return port;
}
