import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import type { StoredItem } from './shapes.ts';

export const itemsFolder = resolve(import.meta.dirname, '../fixtures/items');

/** Items as an earlier version wrote them, by their kind; `v1` is the first. */
export function keptItems(): { version: string; kind: string; items: StoredItem[] }[] {
  return readdirSync(itemsFolder).flatMap((version) =>
    readdirSync(join(itemsFolder, version)).map((file) => ({
      version,
      kind: file.replace('.json', ''),
      items: JSON.parse(readFileSync(join(itemsFolder, version, file), 'utf8')) as StoredItem[],
    })),
  );
}

/** All that lies in the table of an embedded stack. */
export async function everythingAt(awsUrl: string): Promise<StoredItem[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: awsUrl, region: 'eu-west-1', credentials });
  try {
    const { TableNames: [TableName] = [] } = await client.send(new ListTablesCommand({}));
    const found: StoredItem[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) found.push(...Items);
    return found;
  } finally {
    client.destroy();
  }
}
