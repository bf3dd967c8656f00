import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, synthesise } from './steps.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = ['build/**', 'functions/**', 'infra/**', 'messages/**', 'workflows/**', 'package-lock.json'];
const written = 'messages/mails/compiled.js';
const results = [
  'dist/metafile.json',
  'cdk.out/Shopkeeper-local.template.json',
  'cdk.out/Shopkeeper-production.template.json',
];
const noted = join(root, 'dist', 'built-from');

/** Before tests on the stack: dist/ and cdk.out/ are what the sources say. Costs nothing where they are already. */
export default async function setup(): Promise<void> {
  const now = fingerprint();
  if (results.every((file) => existsSync(join(root, file))) && notedFingerprint() === now) return;
  await build();
  await synthesise();
  writeFileSync(noted, now);
}

function notedFingerprint(): string | undefined {
  return existsSync(noted) ? readFileSync(noted, 'utf8') : undefined;
}

/** Which files there are, how large, and when each was last written. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const { mtimeMs, size, isFile } = statOf(file);
    if (isFile && file !== written) hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function statOf(file: string): { mtimeMs: number; size: number; isFile: boolean } {
  const found = statSync(join(root, file));
  return { mtimeMs: found.mtimeMs, size: found.size, isFile: found.isFile() };
}
