import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { OrdersProgress } from './shop/import/progress.ts';
import { runShop } from './shop/run.ts';

// `npm run shop -- …`: makes shops, issues and revokes their API keys, takes their orders over, puts back
// what failed. Everything it does is in ./shop/.
process.exitCode = await runShop(process.argv.slice(2), {
  environment: process.env,
  now: Date.now,
  randomBytes,
  readFile: (path) => readFile(path, 'utf8'),
  out: (text) => process.stdout.write(`${text}\n`),
  aside: (text) => process.stderr.write(`${text}\n`),
  progress: new OrdersProgress(process.stderr).show,
});
