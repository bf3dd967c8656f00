import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startEmbeddedStack, type EmbeddedStack } from './embedded-stack.ts';
import { PortInUse } from './http/server.ts';
import { MissingRight } from './iam/check-rights.ts';
import { localKey, seed } from './seed.ts';
import { readStartOptions, usage, UsageError, type StartOptions } from './start-options.ts';
import { UnsupportedDefinition } from './step-functions/definition/unsupported-definition.ts';
import { NoAssembly, UnsupportedTemplate } from './template/assembly.ts';

// `npm start`: builds, synthesises, and runs the result on this machine until it is told to stop.

// Functions run in UTC, as Lambda's do; a thread takes its zone from the process.
process.env['TZ'] = 'UTC';

const assembly = process.env['CDK_OUTDIR'] ?? 'cdk.out';
const template = process.env['STACK'] ?? 'Shopkeeper-local';

/** A step before the start failed; it has said why itself. */
class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options.help) return say(usage);
  if (options.build) await build();
  const startedAt = performance.now();
  const stack = await startEmbeddedStack({
    assembly,
    template,
    seed,
    port: options.port,
    awsPort: options.awsPort,
    dataDir: options.dataDir === undefined ? undefined : resolve(options.dataDir),
    startAt: options.startAt,
    onFunctionLine: options.verbose ? say : undefined,
    report: (error) =>
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  closeOnSignal(stack);
  say(introduction(stack, options, Math.round(performance.now() - startedAt)));
}

/** What stands in package.json as `synth`, for the one stage that runs here. */
async function build(): Promise<void> {
  await step('Building messages and functions', ['build/build.ts']);
  await step('Synthesising the stack', ['infra/app.ts'], { STAGE: 'local', CDK_OUTDIR: assembly });
}

async function step(what: string, command: string[], environment: Record<string, string> = {}): Promise<void> {
  process.stdout.write(`${what} … `);
  const startedAt = performance.now();
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  const code = await new Promise<number | null>((done, reject) => child.on('error', reject).on('close', done));
  if (code !== 0) {
    say('failed');
    process.stderr.write(Buffer.concat(output));
    throw new StepFailed(`${what} failed: node ${command.join(' ')} ended with ${code}.`);
  }
  say(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function introduction(stack: EmbeddedStack, options: StartOptions, milliseconds: number): string {
  const kept = options.dataDir === undefined ? 'in memory (--data DIR keeps it)' : `kept in ${options.dataDir}`;
  return `Running after ${milliseconds} ms, ${kept}.

  Page and API   ${stack.apiUrl}/
  AWS endpoint   ${stack.awsUrl}
  API key        ${localKey}
  Clock          ${new Date(stack.clock.now()).toISOString()}

Place an order, then look at the page:

  curl -i ${stack.apiUrl}/orders -H 'authorization: Bearer ${localKey}' -H 'content-type: application/json' -d '${firstOrder}'

Ctrl-C stops it.`;
}

const firstOrder = JSON.stringify({
  id: '1001',
  customer: { name: 'Camille Martin', email: 'camille@customer.example', locale: 'fr' },
  lines: [{ id: 'lamp', title: 'Lampe de bureau', quantity: 1 }],
  total: { amount: 4900, currency: 'EUR' },
});

function closeOnSignal(stack: EmbeddedStack): void {
  let closing = false;
  const stop = (): void => {
    // A second signal does not wait for a clean end.
    if (closing) process.exit(130);
    closing = true;
    stack.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What a person can mend gets one line; anything else is a defect, with its trace. */
function explain(error: unknown): string {
  if (error instanceof PortInUse) {
    return `${error.message} Choose another: npm start -- --port <port> --aws-port <port> (or PORT and AWS_PORT).`;
  }
  if (error instanceof MissingRight) return `The stack could not be deployed:\n${error.message}`;
  if (error instanceof NoAssembly) return `${error.message} Start without --no-build.`;
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof StepFailed || error instanceof UnsupportedTemplate || error instanceof UnsupportedDefinition) {
    return error.message;
  }
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'LEVEL_DATABASE_NOT_OPEN') {
    return 'The data folder is in use by another running stack, or cannot be written.';
  }
  return error.stack ?? error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
