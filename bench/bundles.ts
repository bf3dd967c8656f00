import { buildFunctions, heaviestKibibytes, type BuiltFunction } from '../build/bundle.ts';
import { buildMessages } from '../build/messages.ts';
import type { Figures } from './figures.ts';

/** What each function weighs as it is deployed. */
export async function weighBundles(): Promise<Figures> {
  await buildMessages();
  const built = await buildFunctions();
  const heaviest = built.toSorted((left, right) => right.gzippedBytes - left.gzippedBytes);
  return {
    title: 'Bundles',
    note: `Gzipped. The build refuses a function over ${heaviestKibibytes} KiB.`,
    columns: ['function', 'KiB'],
    rows: heaviest.map(({ name, gzippedBytes }: BuiltFunction) => [name, (gzippedBytes / 1024).toFixed(1)]),
  };
}
