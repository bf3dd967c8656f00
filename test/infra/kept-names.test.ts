import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesIn, type KeptNames } from './kept-names.ts';

const folder = resolve(import.meta.dirname, '../fixtures/releases');
const releases = globSync('*/names.json', { cwd: folder })
  .toSorted()
  .map((file) => [file.split('/')[0]!, JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Kept] as const);
interface Kept {
  readonly production: KeptNames;
}

const now = namesIn('production');

/** What a deployment over a release would take away. */
function lostSince(before: KeptNames, after: KeptNames): string[] {
  return Object.entries(before).flatMap(([id, { type, name, fixed }]) => {
    const there = after[id];
    const what = `${type} ${id}`;
    if (there === undefined) return [`${what} has gone: CloudFormation deletes it, or makes another in its place`];
    if (there.type !== type) return [`${what} is a ${there.type} now`];
    if (there.name !== name)
      return [`${what} was called ${name}, and is ${there.name} now: another is made in its place`];
    return JSON.stringify(there.fixed) === JSON.stringify(fixed)
      ? []
      : [`${what} cannot be changed so: another is made in its place`];
  });
}

describe.each(releases)('deployed over the release %s', (_, { production }) => {
  it('the stack keeps its table, its queues, its workflow, its functions and its address', () => {
    expect(lostSince(production, now)).toEqual([]);
  });
});

describe('a deployment that would take something away', () => {
  it('is told what: a table of another name, a function that is gone, another key', () => {
    const [[table, kept]] = Object.entries(now).filter(([, { type }]) => type === 'AWS::DynamoDB::Table') as [
      [string, KeptNames[string]],
    ];
    const { [table]: _, ...without } = now;
    expect(lostSince(now, without)).toEqual([
      `AWS::DynamoDB::Table ${table} has gone: CloudFormation deletes it, or makes another in its place`,
    ]);
    expect(lostSince(now, { ...now, [table]: { ...kept, name: 'orders' } })[0]).toContain('was called undefined');
    expect(lostSince(now, { ...now, [table]: { ...kept, fixed: {} } })[0]).toContain('another is made in its place');
  });
});

it('some release is kept', () => {
  expect(releases.length).toBeGreaterThan(0);
});
