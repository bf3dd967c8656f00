import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { region } from './aws-error.ts';
import type { TableDescription } from './template/stack-description.ts';

/** What a seed may use to fill the embedded table before the stack is ready. */
export interface SeedContext {
  dynamodb: DynamoDBClient;
  tableName: string;
  apiUrl: string;
  now: Date;
}

/** Runs at every start, so it must leave alone what is there already. */
export type Seed = (context: SeedContext) => Promise<void>;

/** Runs a seed with an ordinary client on the embedded table. */
export async function plant(
  seed: Seed,
  stack: { awsUrl: string; apiUrl: string; tables: readonly TableDescription[]; now: number },
): Promise<void> {
  const { DynamoDBClient: Client } = await import('@aws-sdk/client-dynamodb');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const dynamodb = new Client({ endpoint: stack.awsUrl, region, credentials });
  try {
    const tableName = stack.tables[0]?.name ?? '';
    await seed({ dynamodb, tableName, apiUrl: stack.apiUrl, now: new Date(stack.now) });
  } finally {
    dynamodb.destroy();
  }
}
