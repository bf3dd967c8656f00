import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median, type Figures, type Progress } from './figures.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const rounds = 3;

/** How long it takes to build all functions, and to synthesise the stack for one stage and for all that are. */
export async function timeSynthesis(progress: Progress): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-bench-'));
  const steps: readonly (readonly [string, string, Record<string, string>])[] = [
    ['node build/build.ts', 'build/build.ts', {}],
    ['node infra/app.ts, one stage', 'infra/app.ts', { STAGE: 'production' }],
    ['node infra/app.ts, as npm run synth', 'infra/app.ts', {}],
  ];
  try {
    const rows: string[][] = [];
    for (const [what, script, environment] of steps) {
      progress(`synthesis: ${what}`);
      const seconds: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = performance.now();
        await run(process.execPath, [script], {
          cwd: root,
          env: { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), ...environment },
        });
        seconds.push((performance.now() - startedAt) / 1000);
      }
      rows.push([what, median(seconds).toFixed(1)]);
    }
    const note = `Seconds in a process of its own; medians of ${rounds}.`;
    return { title: 'Build and synthesis', note, columns: ['step', 's'], rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
