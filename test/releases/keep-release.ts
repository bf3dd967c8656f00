import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { namesIn } from '../infra/kept-names.ts';
import setup from '../setup/stack.ts';
import { synthesisedDefinition } from '../../workflows/definition.ts';

// npm run keep:release -- 2026-11-26.2
// Keeps what executions know that begin on this release: their definition, and the names of what they call.

const [name] = process.argv.slice(2);
if (name === undefined || !/^\d{4}-\d{2}-\d{2}\.\d+$/.test(name)) {
  process.stderr.write('Say when it was released, and which of that day: npm run keep:release -- 2026-11-26.1\n');
  process.exit(2);
}
const folder = resolve(import.meta.dirname, '../fixtures/releases', name);
await setup();
const { States, ...others } = synthesisedDefinition();
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/order.asl.json`, lines({ ...others }, { States }));
writeFileSync(`${folder}/names.json`, lines({}, { production: namesIn('production') }));
process.stdout.write(`${folder}\n`);

/** JSON with one state, or one resource, a line: what changed between two releases shows. */
function lines(short: object, long: { readonly [field: string]: object }): string {
  const parts = [
    ...(Object.keys(short).length > 0 ? [listed(short)] : []),
    ...Object.entries(long).map(([key, entries]) => `${JSON.stringify(key)}: {\n${listed(entries)}\n}`),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function listed(entries: object): string {
  return Object.entries(entries)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');
}
