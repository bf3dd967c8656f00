import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { asForLambda } from '../build/bundle.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { describeStack } from '../local/template/describe-stack.ts';
import { median, type Figures, type Progress } from './figures.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const rounds = 15;
const clientClasses: Readonly<Record<string, string>> = {
  'client-dynamodb': 'DynamoDBClient',
  'client-sesv2': 'SESv2Client',
  'client-sfn': 'SFNClient',
  'client-sqs': 'SQSClient',
};

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The SDK clients in its bundle. */
  readonly clients: readonly string[];
}

/**
 * How long a function's module takes to import in a fresh process, beside a bundle that holds nothing but the SDK clients
 * it needs, made and bundled the same way: what is ours shows as the ratio. Needs `npm run synth` before.
 */
export async function timeColdImports(progress: Progress): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-bench-'));
  try {
    const subjects = functions();
    const bare = new Map<string, string>();
    for (const { clients } of subjects) bare.set(clients.join(), await bareBundle(clients, folder));
    const times = new Map<string, number[]>();
    const time = async (key: string, file: string, environment: Readonly<Record<string, string>>): Promise<void> => {
      times.set(key, [...(times.get(key) ?? []), await importTime(file, environment)]);
    };
    // Round by round: whatever else the machine does meanwhile, it does to all of them.
    for (let round = 1; round <= rounds; round += 1) {
      progress(`cold import: round ${round} of ${rounds}`);
      for (const [clients, file] of bare) await time(`bare ${clients}`, file, {});
      for (const { name, file, environment } of subjects) await time(name, file, environment);
    }
    return {
      title: 'Cold import',
      note: `Milliseconds until the module is imported, in a fresh process with one Node; medians of ${rounds}, taken in turns. "Bare" is a bundle of nothing but the SDK clients that the function needs.`,
      columns: ['function', 'SDK clients', 'ms', 'bare ms', 'ratio'],
      rows: subjects.map(({ name, clients }) => {
        const [ours, sdk] = [median(times.get(name)!), median(times.get(`bare ${clients.join()}`)!)];
        return [name, clients.join(' ') || 'none', ours.toFixed(1), sdk.toFixed(1), (ours / sdk).toFixed(2)];
      }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function functions(): Subject[] {
  const assembly = readAssembly(join(root, 'cdk.out'), 'Shopkeeper-local');
  const urls = { apiUrl: 'http://127.0.0.1:1', awsUrl: 'http://127.0.0.1:1' };
  return describeStack(assembly, urls).functions.map(({ name, codeFolder, environment }) => {
    const short = name.replace('Shopkeeper-local-', '');
    return { name: short, file: join(codeFolder, 'index.mjs'), environment, clients: clientsIn(short) };
  });
}

function clientsIn(name: string): string[] {
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist/metafile.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  const inputs = Object.keys(outputs[`dist/functions/${name}/index.mjs`]?.inputs ?? {});
  return Object.keys(clientClasses).filter((client) => inputs.some((path) => path.includes(`/@aws-sdk/${client}/`)));
}

async function bareBundle(clients: readonly string[], folder: string): Promise<string> {
  const file = join(folder, `${clients.join('-') || 'empty'}.mjs`);
  const made = clients.map((client) => [client, clientClasses[client]!] as const);
  await build({
    stdin: {
      contents: [
        ...made.map(([client, name]) => `import { ${name} } from '@aws-sdk/${client}';`),
        `export const clients = [${made.map(([, name]) => `new ${name}({})`).join(', ')}];`,
      ].join('\n'),
      resolveDir: root,
    },
    outfile: file,
    ...asForLambda,
  });
  return file;
}

const importing =
  'const startedAt = performance.now(); await import(process.argv[1]); console.log(performance.now() - startedAt);';

async function importTime(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', importing, pathToFileURL(file).href], {
    env: { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none', ...environment },
  });
  return Number(stdout);
}
