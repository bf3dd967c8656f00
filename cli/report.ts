import { writeFile } from 'node:fs/promises';
import { runReport } from './report/run.ts';
import { OrdersProgress } from './shop/import/progress.ts';

// `npm run report -- …`: what became of promises, cases and mails in a period. Everything it does is in ./report/.
process.exitCode = await runReport(process.argv.slice(2), {
  environment: process.env,
  now: Date.now,
  writeFile: (path, text) => writeFile(path, text),
  out: (text) => process.stdout.write(`${text}\n`),
  aside: (text) => process.stderr.write(`${text}\n`),
  progress: new OrdersProgress(process.stderr).show,
});
