import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isSetting, settingsChangeSchema } from '../../functions/domain/shop/change-settings.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md'];
const made = ['node_modules', 'dist', 'cdk.out', 'coverage'];

test('the first commands of the README are the two that a newcomer types', () => {
  const commands = [...read('README.md').matchAll(/```sh\n([^`]+?)\n```/g)].map(([, command]) => command);
  expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

test('the layout names every folder there is, and no other', () => {
  const named = [...read('README.md').matchAll(/^\| `([a-z]+)\/` +\|/gm)].map(([, folder]) => folder!);
  const there = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !made.includes(name) && statSync(join(root, name)).isDirectory(),
  );
  expect(named.toSorted()).toEqual(there.toSorted());
});

test.each(pages)('every npm script that %s speaks of exists', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const spoken = [...read(page).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name!);
  expect(spoken.length).toBeGreaterThan(0);
  expect(spoken.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test.each(pages)('everything that %s points to is there', (page) => {
  const linked = [...read(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target]) => target!);
  const quoted = [...read(page).matchAll(/`((?:functions|workflows|local|infra|cli|docs|bench)\/[\w./-]+)`/g)];
  const targets = [...linked, ...quoted.map(([, target]) => target!)];
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test("the example of a shop's settings could be used as it is", () => {
  const example: unknown = JSON.parse(read('docs/shop.example.json'));
  expect(settingsChangeSchema.safeParse(example)).toMatchObject({ success: true });
  expect(Object.keys(example as object).filter((name) => !isSetting(name))).toEqual([]);
});
