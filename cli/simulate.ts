import { run } from './simulate/run.ts';

// `npm run simulate`: thousands of orders live through weeks in virtual time, and an onlooker judges what happened.

process.exitCode = await run(process.argv.slice(2), { workflow, out: process.stdout, errors: process.stderr });

/** Loaded only where there is something to simulate: a wrong call is answered at once. */
async function workflow(): Promise<unknown> {
  const [{ buildMessages }, { synthesisedDefinition }] = await Promise.all([
    import('../build/messages.ts'),
    import('../workflows/definition.ts'),
  ]);
  await buildMessages();
  return synthesisedDefinition();
}
