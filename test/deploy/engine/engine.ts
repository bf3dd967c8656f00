import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pythonWithEngine } from './python.ts';
import { freePort } from '../../setup/free-port.ts';

const launcher = join(import.meta.dirname, 'launch.py');
const startingMilliseconds = 60_000;
const stoppingMilliseconds = 5_000;

/** The engine ended by itself, or did not begin to answer. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';
}

/** An AWS that we did not write, on this machine only and with nothing in it yet. */
export class Engine {
  readonly url: string;
  /** What every program needs that is to take the engine for AWS. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly process: ChildProcess;
  private readonly folder: string;

  private constructor(url: string, process: ChildProcess, folder: string) {
    this.url = url;
    this.environment = { ...pretended, AWS_ENDPOINT_URL: url, AWS_ENDPOINT_URL_S3: url };
    this.process = process;
    this.folder = folder;
  }

  /** @throws NoPython, EngineFailed */
  static async start(say: (line: string) => void): Promise<Engine> {
    const python = await pythonWithEngine(say);
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'deploy-engine-'));
    const log = openSync(join(folder, 'log'), 'a');
    const child = spawn(python, [launcher], {
      cwd: folder,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        ...pretended,
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        IOT_MTLS_ENABLED: '0',
        LAMBDA_EXECUTOR: 'local',
        MINISTACK_ACCOUNT_ID: account,
        S3_DATA_DIR: join(folder, 's3'),
        STATE_DIR: join(folder, 'state'),
        TMPDIR: folder,
      },
    });
    closeSync(log);
    const engine = new Engine(`http://127.0.0.1:${port}`, child, folder);
    try {
      await engine.answers();
    } catch (error) {
      await engine.stop();
      throw error;
    }
    return engine;
  }

  /** The last lines that it logged, for whoever looks for what went wrong. */
  log(lines: number): string {
    return readFileSync(join(this.folder, 'log'), 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Ends it, and the functions that it runs with it. */
  async stop(): Promise<void> {
    const { process: child } = this;
    if (!hasEnded(child)) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, pause(stoppingMilliseconds, undefined, { ref: false })]);
      if (!hasEnded(child)) child.kill('SIGKILL');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** At once, where nobody can wait any more. */
  kill(): void {
    if (!hasEnded(this.process)) this.process.kill('SIGKILL');
  }

  private async answers(): Promise<void> {
    const until = Date.now() + startingMilliseconds;
    while (Date.now() < until && !hasEnded(this.process)) {
      const answer = await fetch(`${this.url}/_ministack/health`).catch(() => undefined);
      if (answer?.ok === true) return;
      await pause(100);
    }
    throw new EngineFailed(`The engine does not answer.\n${this.log(20)}`);
  }
}

export const account = '000000000000';
export const region = 'us-east-1';
const pretended = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
