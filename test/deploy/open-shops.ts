import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { ShopCommands } from '../../cli/shop/commands.ts';
import { newKey } from '../../cli/shop/key.ts';
import { Table } from '../../functions/adapters/table.ts';
import { clientOptions } from './cdk.ts';
import { settingsOf } from './settings.ts';
import { Shop, type Place } from './shop.ts';

export type Shops = Readonly<Record<'patient' | 'hasty', Shop>>;

/** Makes the two shops as `npm run shop` does. */
export async function openShops(place: Place): Promise<Shops> {
  const client = new DynamoDBClient(clientOptions(place.awsUrl));
  const commands = new ShopCommands(new Table(client, place.outputs.TableName), place.now, (shop) =>
    newKey(shop, randomBytes),
  );
  const open = async (name: 'patient' | 'hasty'): Promise<Shop> => {
    const { out } = await commands.create(name, settingsOf(name, place.now()));
    return new Shop(place, name, out[0]!);
  };
  try {
    return { patient: await open('patient'), hasty: await open('hasty') };
  } finally {
    client.destroy();
  }
}

export function closeShops({ patient, hasty }: Shops): void {
  patient.close();
  hasty.close();
}
