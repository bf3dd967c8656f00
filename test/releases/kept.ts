import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Definition } from '../../workflows/definition.ts';

const folder = resolve(import.meta.dirname, '../fixtures/releases');

/** A release that executions may still run on: one lives for a year at most. */
export interface KeptRelease {
  /** When it was made, and which of that day. */
  readonly name: string;
  /** The order's state machine as it was deployed. */
  readonly definition: Definition;
}

/** All that are kept, the oldest first. */
export const keptReleases: readonly KeptRelease[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({
    name,
    definition: JSON.parse(readFileSync(join(folder, name, 'order.asl.json'), 'utf8')) as Definition,
  }));
