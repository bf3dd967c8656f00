import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { EmbeddedStack } from '../local/embedded-stack.ts';

/** Milliseconds of a core that an embedded stack took, by who took them. */
export interface Spending {
  readonly whole: number;
  /** The thread of the stack itself. */
  readonly stack: number;
  /** The threads of each function. */
  readonly functions: ReadonlyMap<string, number>;
}

/** All that was spent since the process began. */
export async function spentBy({ functions, description }: EmbeddedStack): Promise<Spending> {
  const times = description.functions.map(
    async ({ name }) => [name, await functions.find(name).cpuMilliseconds()] as const,
  );
  return {
    whole: milliseconds(process.cpuUsage()),
    stack: milliseconds(process.threadCpuUsage()),
    functions: new Map(await Promise.all(times)),
  };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Bytes that the stack's thread holds once what nobody holds any more is collected. */
export function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new TypeError('V8 does not let its memory be collected.');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Watches the process' memory until it is asked for the most that it was, in bytes. */
export function watchMemory(): () => number {
  let most = process.memoryUsage.rss();
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}
