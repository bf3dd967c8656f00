import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { readStartOptions, UsageError } from '../../local/start-options.ts';
import { cornerShop } from './corner-shop/corner-shop.ts';

const start = join(import.meta.dirname, '../../local/start.ts');

async function run(words: string[], environment: Record<string, string>): Promise<{ code: unknown; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [start, ...words], { env: { ...process.env, ...environment } }, (error, _, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

test('the ports come from the command line, else from the environment, else 4010 and 4011', () => {
  expect(readStartOptions([], {})).toMatchObject({ port: 4010, awsPort: 4011, build: true, dataDir: undefined });
  expect(readStartOptions(['--aws-port', '7'], { PORT: '5', AWS_PORT: '6' })).toMatchObject({ port: 5, awsPort: 7 });
  expect(readStartOptions(['--no-build', '--data', 'kept', '--at', '2026-12-24T18:00:00+01:00'], {})).toMatchObject({
    build: false,
    dataDir: 'kept',
    startAt: Date.parse('2026-12-24T17:00:00Z'),
  });
});

test.each([[['--port', 'x']], [['--port', '70000']], [['--at', 'soon']], [['--unknown']], [['stray']]])(
  '%j is refused',
  (words) => {
    expect(() => readStartOptions(words, {})).toThrow(UsageError);
  },
);

test('without anything built, one line says so', async () => {
  const { code, stderr } = await run(['--no-build', '--port', '0', '--aws-port', '0'], { CDK_OUTDIR: '/nowhere' });
  expect(code).toBe(1);
  expect(stderr).toBe('There is no /nowhere/Shopkeeper-local.template.json. Start without --no-build.\n');
});

test('a port in use is told in one line', async () => {
  const server: Server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const environment = { CDK_OUTDIR: await cornerShop(), STACK: 'Corner' };
  const { code, stderr } = await run(['--no-build', '--port', String(port), '--aws-port', '0'], environment);
  expect(code).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is in use. Choose another: npm start -- --port <port> --aws-port <port> (or PORT and AWS_PORT).\n`,
  );
});

test('a stack that cannot be run is told by name, and the process ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const template = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };
  writeFileSync(join(folder, 'Corner.template.json'), JSON.stringify(template));
  writeFileSync(join(folder, 'Corner.assets.json'), JSON.stringify({ files: {} }));
  const environment = { CDK_OUTDIR: folder, STACK: 'Corner' };
  const { code, stderr } = await run(['--no-build', '--port', '0', '--aws-port', '0'], environment);
  expect([code, stderr]).toEqual([1, 'AWS::S3::Bucket Bucket: the embedded stack does not run this kind.\n']);
});
