import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Leaves out of the bundles what the AWS SDK carries and our functions never use: measured, 22 of 176 KiB in the heaviest
 * function. Where an update of the SDK moves things, nothing breaks: bundles grow, and the check of their weight says so.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup(build) {
    // A REST client's schemas name their fields with computed keys, `{ [_hQ]: … }`, which esbuild must take for side
    // effects: every operation would stay because of them. The names are constants of the same file.
    build.onLoad({ filter: /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, ({ path }) => ({
      contents: withPlainKeys(readFileSync(path, 'utf8')),
    }));

    // Of its own package.json a client needs the version, for the user agent.
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: versionIn(readFileSync(path, 'utf8')) }),
      loader: 'json',
    }));

    // None of the operations that we call streams events; the SDK imports the code for it when one does.
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
      path: join(import.meta.dirname, 'no-event-streams.ts'),
    }));

    // In Lambda the credentials are always in the environment.
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: join(import.meta.dirname, 'lambda-credentials.ts'),
    }));
  },
};

function withPlainKeys(source: string): string {
  const constants = new Map([...source.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]));
  return source.replaceAll(/\[(\w+)\]:/g, (key, name: string) => {
    const text = constants.get(name);
    return text === undefined ? key : `${text}:`;
  });
}

function versionIn(packageJson: string): unknown {
  const parsed: unknown = JSON.parse(packageJson);
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
}
