import { buildMessages } from '../build/messages.ts';
import { synthesisedDefinition } from '../workflows/definition.ts';
import { run } from './simulate/run.ts';

// `npm run simulate`: thousands of orders live through weeks in virtual time, and an onlooker judges what happened.

// The mails are rendered from what is compiled here.
await buildMessages();
process.exitCode = await run(process.argv.slice(2), {
  definition: synthesisedDefinition,
  out: process.stdout,
  errors: process.stderr,
});
