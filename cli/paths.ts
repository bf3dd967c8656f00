import { parseArgs, type ParseArgsConfig } from 'node:util';
import { synthesisedDefinition } from '../workflows/definition.ts';
import { printEach, printGrouped, printJson } from '../workflows/paths/print.ts';

// `npm run paths`: every path through the tree, from the state machine as it is synthesised.

const usage = `npm run paths                 every path, what all waits have in common printed once
npm run paths -- --each       every single path in full, one a line
npm run paths -- --json       the same for programs`;

const options = { each: { type: 'boolean' }, json: { type: 'boolean' } } as const satisfies ParseArgsConfig['options'];

function main(): void {
  let asked;
  try {
    asked = parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const print = asked.json === true ? printJson : asked.each === true ? printEach : printGrouped;
  process.stdout.write(`${print(synthesisedDefinition())}\n`);
}

// Whoever reads only the beginning (`| head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
main();
