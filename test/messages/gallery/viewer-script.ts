import { join } from 'node:path';
import { build } from 'esbuild';

/** The script of the page, from `client/`. */
export async function viewerScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'client', 'viewer.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
