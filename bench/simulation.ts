import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Figures, Progress } from './figures.ts';

const orders = 10_000;
const days = 60;

/** Thousands of random lives, as `npm run simulate` has them; in a process of its own, whose memory can be told. */
export async function timeSimulation(progress: Progress): Promise<Figures> {
  progress(`simulation: ${orders} orders, ${days} days`);
  const { table, errors } = await simulated();
  const [, seconds, mebibytes, threads] = found(errors, /^([\d.]+) s, at most (\d+) MiB, (\d+) threads\.$/m);
  const [, troubles] = found(table, /^troubles +([\d,]+)$/m);
  const [, states] = found(table, /^worst +([\d,]+)$/m);
  const [, mails] = found(table, /^mails[^]*?^all +([\d,]+)$/m);
  const [, events] = found(table, /^events of one execution +([\d,]+)$/m);
  return {
    title: 'Simulation',
    note: `${orders} orders with random lives in four shops, ${days} days of virtual time, ${threads} threads, from the call to the table; every mail rendered.`,
    columns: ['figure', 'value'],
    rows: [
      ['seconds', seconds!],
      ['orders a second', (orders / Number(seconds)).toFixed(0)],
      ['peak memory, MiB', mebibytes!],
      ['mails', mails!],
      ['states entered by the longest life', states!],
      ['events of the longest history', events!],
      ['troubles found', troubles!],
    ],
  };
}

/** It ends with 1 where a promise broke: that is a figure here too. */
function simulated(): Promise<{ readonly table: string; readonly errors: string }> {
  const root = resolve(import.meta.dirname, '..');
  const command = ['cli/simulate.ts', '--orders', String(orders), '--days', String(days)];
  return new Promise((done, fail) => {
    execFile(process.execPath, command, { cwd: root }, (error, table, errors) => {
      if (error === null || error.code === 1) done({ table, errors });
      else fail(error);
    });
  });
}

function found(text: string, pattern: RegExp): RegExpExecArray {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`the simulation did not say ${pattern.source}: ${text}`);
  return match;
}
