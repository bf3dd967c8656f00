import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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

const whatItIs =
  'Where more than 1.25 remains, it is mostly what V8 must read of ours, some 7 % of bare for each 50 KiB, and zod: the first shape of each kind costs as much as twenty more, together some 10 % of bare; after them 100 shapes cost some 5 %. `send-message` and `resend-message` carry every letter, its words in both languages and its templates; `take-shopify` every body of ours besides the shapes of Shopify.';

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The SDK clients in its bundle… */
  readonly clients: readonly string[];
  /** …and what it asks of each: `client-dynamodb/GetItemCommand`. */
  readonly commands: readonly string[];
}

/**
 * How long a function's module takes to import in a fresh process, beside a bundle that holds nothing but the SDK clients
 * it needs and the commands that it sends, made and bundled the same way: what is ours shows as the ratio. A client
 * without commands can do nothing, so a bundle without them would be nobody's. Needs `npm run synth` before.
 */
export async function timeColdImports(progress: Progress): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-bench-'));
  try {
    const subjects = functions();
    const bare = new Map<string, string>();
    for (const { clients, commands } of subjects) {
      const asked = commands.join();
      if (!bare.has(asked)) bare.set(asked, await bareBundle(clients, commands, join(folder, `${bare.size}.mjs`)));
    }
    const times = new Map<string, number[]>();
    const time = async (key: string, file: string, environment: Readonly<Record<string, string>>): Promise<void> => {
      times.set(key, [...(times.get(key) ?? []), await importTime(file, environment)]);
    };
    // Round by round: whatever else the machine does meanwhile, it does to all of them.
    for (let round = 1; round <= rounds; round += 1) {
      progress(`cold import: round ${round} of ${rounds}`);
      for (const [asked, file] of bare) await time(`bare ${asked}`, file, {});
      for (const { name, file, environment } of subjects) await time(name, file, environment);
    }
    return {
      title: 'Cold import',
      note: `Milliseconds until the module is imported, in a fresh process with one Node; medians of ${rounds}, taken in turns. "Bare" is a bundle of nothing but the SDK clients that the function needs and the commands it sends, bundled and made leaner in the same way; "more" is what the function's bundle weighs beyond it, not compressed. What needs no client is measured beside an empty bundle, and has no ratio.\n\n${whatItIs}`,
      columns: ['function', 'SDK clients', 'ms', 'bare ms', 'ratio', 'KiB more'],
      rows: subjects.map(({ name, file, clients, commands }) => {
        const asked = commands.join();
        const [ours, sdk] = [median(times.get(name)!), median(times.get(`bare ${asked}`)!)];
        const more = (statSync(file).size - statSync(bare.get(asked)!).size) / 1024;
        const ratio = clients.length === 0 ? '' : (ours / sdk).toFixed(2);
        return [name, clients.join(' ') || 'none', ours.toFixed(1), sdk.toFixed(1), ratio, more.toFixed(0)];
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
    const commands = commandsIn(short);
    const clients = [...new Set(commands.map((command) => command.split('/')[0]!))];
    return { name: short, file: join(codeFolder, 'index.mjs'), environment, clients, commands };
  });
}

function commandsIn(name: string): string[] {
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist/metafile.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const inputs = Object.entries(outputs[`dist/functions/${name}/index.mjs`]?.inputs ?? {});
  return inputs
    .flatMap(([path, { bytesInOutput }]) => {
      const [, client, command] = /\/@aws-sdk\/(client-[^/]+)\/.*\/commands\/(\w+Command)\.js$/.exec(path) ?? [];
      return bytesInOutput > 0 && client !== undefined ? [`${client}/${command}`] : [];
    })
    .sort();
}

async function bareBundle(clients: readonly string[], commands: readonly string[], file: string): Promise<string> {
  const imports = [...clients.map((client) => `${client}/${clientClasses[client]}`), ...commands].map((each) =>
    each.split('/'),
  );
  await build({
    stdin: {
      contents: [
        ...imports.map(([client, name]) => `import { ${name} } from '@aws-sdk/${client}';`),
        `export const clients = [${clients.map((client) => `new ${clientClasses[client]}({})`).join(', ')}];`,
        `export const commands = [${commands.map((command) => command.split('/')[1]).join(', ')}];`,
      ].join('\n'),
      resolveDir: root,
    },
    outfile: file,
    ...asForLambda,
  });
  return file;
}

// As Lambda has it, standard output is there before the function is.
const importing =
  'process.stdout.fd; const startedAt = performance.now(); await import(process.argv[1]); console.log(performance.now() - startedAt);';

async function importTime(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', importing, pathToFileURL(file).href], {
    env: { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none', ...environment },
  });
  return Number(stdout);
}
