import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../setup/free-port.ts';

const root = resolve(import.meta.dirname, '../..');
const startMs = 240_000;

/** It did not come up, or ended by itself. */
export class DoesNotRun extends Error {
  override readonly name = 'DoesNotRun';
}

/** `npm start -- --data <folder>` in a process of its own, on ports that it keeps over restarts. */
export class RunningStack {
  readonly url: string;
  readonly awsUrl: string;
  private readonly options: readonly string[];
  private readonly environment: NodeJS.ProcessEnv;
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(folder: string, [port, awsPort]: readonly [number, number], environment: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.awsUrl = `http://127.0.0.1:${awsPort}`;
    this.options = ['--no-build', '--data', folder, '--port', String(port), '--aws-port', String(awsPort)];
    this.environment = environment;
  }

  /** Nothing runs yet. */
  static async in(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<RunningStack> {
    return new RunningStack(folder, [await freePort(), await freePort()], environment);
  }

  /** Begins to start, and does not wait for it. */
  spawn(...more: readonly string[]): void {
    this.said = '';
    this.child = spawn(process.execPath, ['local/start.ts', ...this.options, ...more], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...this.environment },
    });
    this.child.stderr!.on('data', (part: Buffer) => (this.said += part.toString()));
  }

  /** @throws DoesNotRun with what it said. */
  async ready(): Promise<void> {
    const until = Date.now() + startMs;
    for (;;) {
      const answer = await fetch(`${this.url}/_local/ready`).catch(() => undefined);
      if (answer?.status === 200) return;
      if (this.isGone()) throw new DoesNotRun(this.said);
      if (Date.now() > until) throw new DoesNotRun(`It is not ready after ${startMs / 1000} s.\n${this.said}`);
      await sleep(20);
    }
  }

  async start(...more: readonly string[]): Promise<void> {
    this.spawn(...more);
    await this.ready();
  }

  /** SIGKILL: no warning, no clean end. @throws DoesNotRun where it had ended by itself. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    if (this.isGone()) throw new DoesNotRun(`It ended by itself.\n${this.said}`);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.child = undefined;
  }

  private isGone(): boolean {
    return this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
