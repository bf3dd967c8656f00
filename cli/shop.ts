import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runShop } from './shop/run.ts';

// `npm run shop -- …`: makes shops, and issues and revokes their API keys. Everything it does is in ./shop/.
process.exitCode = await runShop(process.argv.slice(2), {
  environment: process.env,
  now: Date.now,
  randomBytes,
  readFile: (path) => readFile(path, 'utf8'),
  out: (text) => process.stdout.write(`${text}\n`),
  aside: (text) => process.stderr.write(`${text}\n`),
});
