import { resolve } from 'node:path';
import { run } from './scale/run.ts';

// `npm run scale`: what a thousand orders a second ask of AWS, and which quota holds them up first.

process.exitCode = await run(process.argv.slice(2), {
  workflow,
  out: process.stdout,
  errors: process.stderr,
  docs: resolve(import.meta.dirname, '../docs'),
});

/** Loaded only where lives are to be recorded. */
async function workflow(): Promise<unknown> {
  const [{ buildMessages }, { synthesisedDefinition }] = await Promise.all([
    import('../build/messages.ts'),
    import('../workflows/definition.ts'),
  ]);
  await buildMessages();
  return synthesisedDefinition();
}
