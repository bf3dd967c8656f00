import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { heaviestKibibytes } from '../../build/bundle.ts';
import { routes } from '../../infra/routes.ts';
import { synthesised } from './synthesised.ts';

const root = resolve(import.meta.dirname, '../..');
const heaviest = heaviestKibibytes * 1024;

const metafile = z.object({
  outputs: z.record(
    z.string(),
    z.object({ exports: z.array(z.string()), inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
  ),
});
const { outputs } = metafile.parse(JSON.parse(readFileSync(resolve(root, 'dist/metafile.json'), 'utf8')));

/** Everything that went into a function's bundle. */
const contentsOf = (name: string): string[] => {
  const bundle = outputs[`dist/functions/${name}/index.mjs`];
  return Object.entries(bundle?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
};

describe.each([...synthesised('local').functions.keys()])('the bundle of %s', (name) => {
  const file = `dist/functions/${name}/index.mjs`;
  const code = readFileSync(resolve(root, file));

  it('is light enough to be loaded while somebody waits', () => {
    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(heaviest);
  });

  it('has a handler, and knows nothing of the machine it was built on', () => {
    expect(outputs[file]?.exports).toEqual(['handler']);
    expect(code.includes(root)).toBe(false);
  });

  it('carries nothing that only a build or this machine needs', () => {
    const strangers = contentsOf(name).filter((path) =>
      /^(infra|local|workflows|test)\/|aws-cdk|mjml|date-holidays/.test(path),
    );
    expect(strangers).toEqual([]);
  });
});

const reckonNoDays = [
  'complete-task',
  'erase-customer',
  'forget-customer',
  'keep-customer',
  'mail-staff',
  'note-execution-end',
  'note-mail',
  'project-timeline',
  'redeem-promo',
  'show-timeline',
  'sweep',
];
describe.each(reckonNoDays)('%s', (name) => {
  it('reckons no days, and carries no calendar', () => {
    expect(contentsOf(name).filter((path) => path.includes('temporal-polyfill'))).toEqual([]);
  });
});

describe.each(Object.keys(routes))('%s', (name) => {
  it('carries no client of the workflow, of queues or of mail: it only records and shows', () => {
    expect(contentsOf(name).filter((path) => /client-(sfn|sqs|sesv2)/.test(path))).toEqual([]);
  });
});
