import { parentPort, workerData } from 'node:worker_threads';
import type { Definition } from '../../workflows/definition.ts';
import { count, noFigures, type Figures } from './figures.ts';
import { search } from './holds.ts';

/** What a worker tells: how far it is, that a round is over, or the broken story it found. */
export type Report =
  | { readonly report: 'figures'; readonly figures: Figures }
  | { readonly report: 'round-over' }
  | { readonly report: 'broken'; readonly replay: string; readonly story: string };

export interface Round {
  readonly seed: number;
  readonly runs: number;
}

const { definition } = workerData as { definition: Definition };
const reportEvery = 50;
const tell = (report: Report): void => parentPort!.postMessage(report);

parentPort!.on('message', ({ seed, runs }: Round) => void live(seed, runs));

async function live(seed: number, runs: number): Promise<void> {
  let figures = noFigures();
  const report = (): void => {
    tell({ report: 'figures', figures });
    figures = noFigures();
  };
  const found = await search(definition, { seed, runs }, (record) => {
    count(figures, record);
    if (figures.runs >= reportEvery) report();
  });
  report();
  if (found !== undefined) tell({ report: 'broken', replay: `${found.seed}:${found.path}`, story: found.broken.story });
  tell({ report: 'round-over' });
}
