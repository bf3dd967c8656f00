import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** What CDK synthesised cannot be run here, and why. */
export class UnsupportedTemplate extends Error {
  override readonly name = 'UnsupportedTemplate';
}

/** Nothing synthesised where it was looked for. */
export class NoAssembly extends Error {
  override readonly name = 'NoAssembly';
}

const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export type Template = z.infer<typeof templateSchema>;

/** One stack as it lies in the cloud assembly: its template, and where its assets are on this disk. */
export interface Assembly {
  stackName: string;
  template: Template;
  /** The folder that was zipped under this key of the assets' bucket. */
  assetFolder(objectKey: string): string | undefined;
}

const suffix = '.template.json';

/**
 * Reads `<stack>.template.json` and its assets manifest.
 * @param stackName may be left out where the assembly holds one stack.
 * @throws NoAssembly naming what is missing.
 */
export function readAssembly(directory: string, stackName?: string): Assembly {
  const name = stackName ?? onlyStackIn(directory);
  const template = templateSchema.parse(readJson(join(directory, `${name}${suffix}`)));
  const assets = assetsSchema.parse(readJson(join(directory, `${name}.assets.json`)));
  const folders = new Map<string, string>();
  for (const { source, destinations } of Object.values(assets.files)) {
    if (source.packaging !== 'zip') continue;
    for (const { objectKey } of Object.values(destinations)) folders.set(objectKey, resolve(directory, source.path));
  }
  return { stackName: name, template, assetFolder: (objectKey) => folders.get(objectKey) };
}

function onlyStackIn(directory: string): string {
  const names = existsSync(directory)
    ? readdirSync(directory)
        .filter((file) => file.endsWith(suffix))
        .map((file) => file.slice(0, -suffix.length))
    : [];
  if (names.length === 1) return names[0]!;
  if (names.length === 0) throw new NoAssembly(`There is no ${join(directory, `*${suffix}`)}.`);
  throw new NoAssembly(`${directory} holds several stacks (${names.sort().join(', ')}): say which.`);
}

function readJson(path: string): unknown {
  if (!existsSync(path)) throw new NoAssembly(`There is no ${path}.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
