import { readFile, writeFile } from 'node:fs/promises';
import { buildMessages } from '../build/messages.ts';

// `npm run rehearse -- <story>`: plays a story file and writes one page about it. Everything it does is in ./rehearse/.

// The words of the mails first: what follows is written with them.
await buildMessages();
const [{ runRehearsals }, { synthesisedDefinition }] = await Promise.all([
  import('./rehearse/run.ts'),
  import('../workflows/definition.ts'),
]);

process.exitCode = await runRehearsals(process.argv.slice(2), {
  readFile: (path) => readFile(path, 'utf8'),
  writeFile: (path, text) => writeFile(path, text),
  definition: synthesisedDefinition,
  out: (text) => process.stdout.write(`${text}\n`),
  aside: (text) => process.stderr.write(`${text}\n`),
});
