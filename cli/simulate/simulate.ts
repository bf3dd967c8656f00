import { Worker } from 'node:worker_threads';
import { addUp, type Tally } from './judging/tally.ts';
import type { Progress, Share } from './live-through.ts';

export interface Simulation {
  readonly definition: unknown;
  readonly orders: number;
  readonly days: number;
  readonly seed: number;
  /** Threads; how many there are changes the time it takes and nothing else. */
  readonly workers: number;
}

type Message = { readonly progress: Progress } | { readonly tally: Tally };

/** Lives through all orders, split over threads, and says what happened to them. */
export async function simulate(
  { definition, orders, days, seed, workers }: Simulation,
  progress: (now: Progress) => void = () => {},
): Promise<Tally> {
  const threads = Math.min(workers, orders);
  const shares = Array.from({ length: threads }, (_, nth): Share => {
    const numbers = Array.from({ length: Math.ceil((orders - nth) / threads) }, (__, at) => 1 + nth + at * threads);
    return { definition, seed, days, numbers };
  });
  const soFar = shares.map((): Progress => ({ placed: 0, ended: 0, days: 0 }));
  const tallies = shares.map((share, nth) =>
    inThread(share, (now) => {
      soFar[nth] = now;
      progress({
        placed: soFar.reduce((sum, { placed }) => sum + placed, 0),
        ended: soFar.reduce((sum, { ended }) => sum + ended, 0),
        days: Math.min(...soFar.map((one) => one.days)),
      });
    }),
  );
  return addUp(await Promise.all(tallies));
}

function inThread(share: Share, progress: (now: Progress) => void): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread of the simulation ended with ${code}`)));
    worker.on('message', (message: Message) => {
      if ('tally' in message) resolve(message.tally);
      else progress(message.progress);
    });
  });
}
