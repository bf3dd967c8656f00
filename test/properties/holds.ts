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

export interface Search {
  readonly seed: number;
  readonly runs: number;
  /** One life alone: where in that seed's lives, and after which simplifications. */
  readonly path?: string | undefined;
}

/** Lives so many lives of a seed, until one is broken. Anything but a broken invariant is thrown. */
export async function firstBroken(
  definition: Definition,
  { seed, runs, path }: Search,
  lived?: (record: LifeRecord) => void,
): Promise<Found | undefined> {
  const run = { seed, numRuns: runs, endOnFailure: true, ...(path === undefined ? {} : { path }) };
  return foundIn(seed, await fc.check(everythingHolds(definition, lived), run));
}

/** The same, and the broken life is made as simple as it gets in a minute. */
export async function search(
  definition: Definition,
  { seed, runs }: Search,
  lived?: (record: LifeRecord) => void,
): Promise<Found | undefined> {
  const first = await firstBroken(definition, { seed, runs }, lived);
  if (first === undefined) return undefined;
  const bounds = { seed, path: first.path, numRuns: 1, interruptAfterTimeLimit: mostSimplifyingMs };
  const simpler = foundIn(seed, await fc.check(everythingHolds(definition), bounds));
  return { ...(simpler ?? first), runs: first.runs };
}

const mostSimplifyingMs = 60_000;

function foundIn(seed: number, details: fc.RunDetails<[Life]>): Found | undefined {
  const { failed, counterexamplePath: path, numRuns: runs, errorInstance: broken } = details;
  if (!failed || path === null) return undefined;
  if (!(broken instanceof Broken)) throw broken;
  return { seed, path, runs, broken };
}
