import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { add, noFigures } from './figures.ts';
import type { Report, Round } from './soak-worker.ts';

/**
 * Lives as many lives as asked for, on two cores: `npm run soak -- --runs 100000 --seed 1 [--minutes 50]`.
 * A broken one is told as a story and lived again by `npm run soak -- --replay <seed:path>`. Then ten forged webhooks and
 * links for each life, or as many as `--forgeries` says: none may be let in. `--only lives` or `--only forgeries`.
 */
// The shop's own log lines are no part of the story.
process.env['AWS_LAMBDA_LOG_LEVEL'] ??= 'SILENT';
const { synthesisedDefinition } = await import('../../workflows/definition.ts');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 30)) },
    minutes: { type: 'string', default: '600' },
    workers: { type: 'string', default: '2' },
    replay: { type: 'string' },
    forgeries: { type: 'string' },
    only: { type: 'string' },
  },
});

const definition = synthesisedDefinition();
process.exitCode = values.replay === undefined ? await both() : await replay(values.replay);

async function both(): Promise<number> {
  const lives = values.only === 'forgeries' ? 0 : await soak();
  return lives === 0 && values.only !== 'lives' ? forge() : lives;
}

/** Nobody gets in with what they made up. */
async function forge(): Promise<number> {
  const { tryForgeries } = await import('./forgeries/forgeries.ts');
  const [seed, tries] = [Number(values.seed), Number(values.forgeries ?? Number(values.runs) * 10)];
  const startedAt = performance.now();
  let saidAt = startedAt;
  const tried = await tryForgeries({ seed, tries }, (done) => {
    if (performance.now() - saidAt < 10_000) return;
    saidAt = performance.now();
    const left = Math.round(((saidAt - startedAt) / 1000) * (tries / done - 1));
    process.stderr.write(`${done} of ${tries} forgeries, ${left} s to go\n`);
  });
  for (const { name, accepted } of tried) {
    for (const one of accepted) process.stdout.write(`A forgery of ${name} was let in: ${one}\n`);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = tried.map(({ name, tries: times, accepted }) => [name, { tries: times, accepted: accepted.length }]);
  process.stdout.write(`${JSON.stringify({ seed, seconds, forgeries: Object.fromEntries(figures) }, undefined, 2)}\n`);
  return tried.some(({ accepted }) => accepted.length > 0) ? 1 : 0;
}

async function replay(which: string): Promise<number> {
  const { firstBroken } = await import('./holds.ts');
  const [seed, ...path] = which.split(':');
  const found = await firstBroken(definition, { seed: Number(seed), runs: 1, path: path.join(':') });
  process.stdout.write(found === undefined ? 'It holds.\n' : `${found.broken.story}\n`);
  return found === undefined ? 0 : 1;
}

/** Rounds of lives, each with a seed of its own, shared out over the workers; stops at the first broken story. */
async function soak(): Promise<number> {
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const roundRuns = Math.min(500, runs);
  const rounds: Round[] = Array.from({ length: Math.ceil(runs / roundRuns) }, (_, index) => ({
    seed: seed + index,
    runs: Math.min(roundRuns, runs - index * roundRuns),
  }));
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const isOver = (): boolean => seconds() > Number(values.minutes) * 60 || broken.length > 0;
  const figures = noFigures();
  const broken: Extract<Report, { report: 'broken' }>[] = [];

  const progress = setInterval(() => {
    const perSecond = figures.runs / seconds();
    const left = Math.round((runs - figures.runs) / perSecond);
    process.stderr.write(`${figures.runs} of ${runs} lives, ${perSecond.toFixed(0)} a second, ${left} s to go\n`);
  }, 10_000);

  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('soak-worker.ts', import.meta.url), { workerData: { definition } });
      const next = (): void => {
        const round = isOver() ? undefined : rounds.shift();
        if (round !== undefined) return worker.postMessage(round);
        void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', (report: Report) => {
        if (report.report === 'figures') add(figures, report.figures);
        else if (report.report === 'broken') broken.push(report);
        else next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Number(values.workers) }, work));
  clearInterval(progress);

  for (const { story, replay: path } of broken) {
    process.stdout.write(`${story}\n\nAgain: npm run soak -- --replay ${path}\n\n`);
  }
  process.stdout.write(`${JSON.stringify({ seed, seconds: Math.round(seconds()), ...figures }, undefined, 2)}\n`);
  return broken.length > 0 ? 1 : 0;
}
