import * as fc from 'fast-check';
import type { Definition } from '../../workflows/definition.ts';
import { brokenIn } from './invariants/all.ts';
import { lives, type Life } from './life/lives.ts';
import { play } from './life/play.ts';
import type { LifeRecord } from './record.ts';
import { notSpared } from './spared.ts';
import { tellStory } from './tell-story.ts';

/** A life in which an invariant of the charter does not hold, as a story that a person can read. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly what: readonly string[];
  readonly story: string;

  constructor(record: LifeRecord, what: readonly string[]) {
    super(what.join('\n'));
    this.what = what;
    this.story = tellStory(record, what);
  }
}

/** Whatever happens to an order, every invariant of the charter holds. `lived` hears of each life, broken or not. */
export function everythingHolds(definition: Definition, lived: (record: LifeRecord) => void = () => {}) {
  return fc.asyncProperty(lives, async (life) => {
    const record = await play(life, definition);
    lived(record);
    const broken = notSpared(brokenIn(record), record);
    if (broken.length > 0) throw new Broken(record, broken);
  });
}

export interface Found {
  readonly seed: number;
  /** Where in that seed's lives, and after which simplifications. */
  readonly path: string;
  readonly runs: number;
  readonly broken: Broken;
}

/** Lives so many lives of a seed; the first that is broken is made as simple as it gets in a minute. */
export async function search(
  definition: Definition,
  { seed, runs, path }: { readonly seed: number; readonly runs: number; readonly path?: string | undefined },
  lived?: (record: LifeRecord) => void,
): Promise<Found | undefined> {
  const property = everythingHolds(definition, lived);
  const first = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: true,
    ...(path === undefined ? {} : { path }),
  });
  if (!first.failed || first.counterexamplePath === null) return undefined;
  const found = { seed, path: first.counterexamplePath, runs: first.numRuns, broken: brokenOf(first) };
  if (path !== undefined) return found;
  const simpler = await fc.check(everythingHolds(definition), {
    seed,
    path: found.path,
    numRuns: 1,
    interruptAfterTimeLimit: mostSimplifyingMs,
  });
  if (!simpler.failed || simpler.counterexamplePath === null) return found;
  return { ...found, path: simpler.counterexamplePath, broken: brokenOf(simpler) };
}

const mostSimplifyingMs = 60_000;

/** Anything but a broken invariant is a defect of the harness, or of what it runs. */
function brokenOf({ errorInstance }: fc.RunDetails<[Life]>): Broken {
  if (errorInstance instanceof Broken) return errorInstance;
  throw errorInstance;
}
