import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestSchema } from '../../functions/domain/schema-version.ts';
import { Outside } from '../e2e/outside.ts';
import setup from '../setup/stack.ts';
import { everythingAt, itemsFolder } from './kept.ts';
import { liveThroughEverything } from './live-through.ts';
import { itemKinds, kindOf, sampleOf } from './shapes.ts';

// npm run keep:items
// Writes what this release writes into the table, some of each kind, beside what is kept already: what is kept stays.

await setup();
const folder = join(itemsFolder, `v${newestSchema}`);
mkdirSync(folder, { recursive: true });
const shop = await Outside.open();
await liveThroughEverything(shop);
const items = await everythingAt(shop.awsUrl);
await shop.close();
for (const kind of itemKinds) {
  const file = join(folder, `${kind}.json`);
  if (existsSync(file)) continue;
  const sample = sampleOf(items.filter((item) => kindOf(item) === kind));
  writeFileSync(file, `[\n${sample.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`);
  process.stdout.write(`${kind}: ${sample.length}\n`);
}
