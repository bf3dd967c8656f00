import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { Table } from '../../functions/adapters/table.ts';
import { usualDays } from '../../functions/domain/order/retention.ts';
import { personalDataDays } from '../../infra/personal-data-days.ts';
import type { Place } from './arguments.ts';

/** The table is not where it was looked for. */
export class NoTable extends Error {
  override readonly name = 'NoTable';
}

/** There is nothing of such a stack where it was looked for. */
export class NoStack extends Error {
  override readonly name = 'NoStack';
}

export interface OpenTable {
  readonly name: string;
  /** For what is asked about the table, not of it. */
  readonly client: DynamoDBClient;
  readonly table: Table;
  readonly close: () => void;
}

/**
 * Finds the table: by its name, else by the outputs of the stage's stack; behind an endpoint for which no stage is
 * named it is the only one there.
 * @throws NoTable, and what the AWS SDK throws.
 */
export async function openTable(
  place: Place,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenTable> {
  const client = new DynamoDBClient(clientOptions(place, environment));
  try {
    const name = place.table ?? (isEmbedded(place) ? await onlyOne(client, place) : await deployed(place));
    return { name, client, table: new Table(client, name), close: () => client.destroy() };
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/** Whether this is about the only stack behind an address, not about one that a stage names. */
export const isEmbedded = ({ endpoint, stage }: Place): boolean => endpoint !== undefined && stage === undefined;

/** With what the names of all that a stack has begin; behind an address for which no stage is named, of any stack there. */
export function prefixOf(place: Place): string {
  return isEmbedded(place) ? 'Shopkeeper-' : `${stackOf(place)}-`;
}

/** How long orders are kept there. */
export function keptDaysAt(place: Place): number {
  const days: { readonly [stage: string]: number | undefined } = personalDataDays;
  return days[isEmbedded(place) ? 'local' : (place.stage ?? 'production')] ?? usualDays;
}

const stackOf = ({ stage = 'production' }: Place): string => `Shopkeeper-${stage}`;

/**
 * How an AWS client gets there. The embedded stack takes any credentials, so nobody needs an account to use it.
 */
export function clientOptions({ endpoint, region }: Place, environment: Readonly<Record<string, string | undefined>>) {
  if (endpoint === undefined) return region === undefined ? {} : { region };
  return {
    endpoint,
    region: region ?? environment['AWS_REGION'] ?? 'eu-west-1',
    // Nobody waits for a stack that does not run.
    maxAttempts: 1,
    ...(hasCredentials(environment) ? {} : { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  };
}

function hasCredentials(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['AWS_ACCESS_KEY_ID'] !== undefined || environment['AWS_PROFILE'] !== undefined;
}

async function onlyOne(client: DynamoDBClient, { endpoint }: Place): Promise<string> {
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  const [only, ...more] = names;
  if (only === undefined) throw new NoTable(`There is no table at ${endpoint}: deploy the stack there first.`);
  if (more.length > 0)
    throw new NoTable(`There are several tables at ${endpoint} (${names.join(', ')}): --table <name>.`);
  return only;
}

async function deployed(place: Place): Promise<string> {
  const name = await outputOf(place, 'TableName');
  if (name === undefined) throw new NoTable(`The stack ${stackOf(place)} names no table: --table <name>.`);
  return name;
}

/**
 * What the stage's stack says of itself under this name; undefined where it does not.
 * @throws NoTable where there is no such stack, and what the AWS SDK throws.
 */
export async function outputOf(place: Place, output: string): Promise<string | undefined> {
  // Only here: nobody else waits for it to load.
  const { CloudFormationClient: Client, DescribeStacksCommand: Describe } =
    await import('@aws-sdk/client-cloudformation');
  const stack = stackOf(place);
  const client = new Client({ region: place.region, endpoint: place.endpoint });
  try {
    const { Stacks: stacks } = await client.send(new Describe({ StackName: stack }));
    return stacks?.[0]?.Outputs?.find(({ OutputKey: key }) => key === output)?.OutputValue;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') {
      throw new NoTable(`There is no stack ${stack} in this account and region: npm run deploy, or --stage <stage>.`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    client.destroy();
  }
}
