import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { weighBundles } from './bundles.ts';
import { timeColdImports } from './cold-import.ts';
import { asMarkdown, type Figures, type Progress } from './figures.ts';
import { countFootprint } from './footprint.ts';
import { timeHandlers } from './handler-times.ts';
import { timeSimulation } from './simulation.ts';
import { timeSynthesis } from './synth.ts';
import { timeEmbeddedOrders } from './throughput.ts';
import { timeVirtualOrders } from './virtual-time.ts';

// `npm run bench`: everything that is measured here, printed as tables. Names measure only those; --write keeps the
// result in bench/README.md.

const root = resolve(import.meta.dirname, '..');

const benches: Readonly<Record<string, (progress: Progress) => Promise<Figures | readonly Figures[]>>> = {
  bundles: weighBundles,
  synth: timeSynthesis,
  imports: timeColdImports,
  handlers: timeHandlers,
  embedded: timeEmbeddedOrders,
  virtual: timeVirtualOrders,
  simulation: timeSimulation,
  footprint: countFootprint,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } });
const unknown = positionals.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}
const chosen = positionals.length === 0 ? Object.keys(benches) : positionals;
const progress: Progress = (text) => void process.stderr.write(`${text} …\n`);

// What the other benches measure must be there, and new.
progress('building and synthesising');
execFileSync(process.execPath, ['build/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
execFileSync(process.execPath, ['infra/app.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const results: string[] = [];
for (const name of chosen) {
  const measured = await benches[name]!(progress);
  const figures = [measured].flat().map(asMarkdown).join('\n\n');
  process.stdout.write(`${figures}\n\n`);
  results.push(figures);
}
if (values.write === true) {
  writeFileSync(join(root, 'bench/README.md'), [introduction(), ...results, ''].join('\n\n').replace(/\n+$/, '\n'));
}

function introduction(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  return `# Figures

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Compare ratios within one
run; absolute times are the machine's, and of what else it did.`;
}
