import type { WriteStream } from 'node:tty';
import type { Progress } from './live-through.ts';

/** Between two lines where nobody looks on, in a log. */
const everyMs = 5000;

/** Says on stderr how far it is: one line that changes on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private readonly out: Pick<WriteStream, 'write' | 'isTTY'>;
  private readonly startedAt = performance.now();
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(out: Pick<WriteStream, 'write' | 'isTTY'> = process.stderr) {
    this.out = out;
  }

  show(now: Progress, days: number): void {
    const at = performance.now();
    if (!this.out.isTTY && at - this.lastAt < everyMs) return;
    this.lastAt = at;
    this.out.write(this.out.isTTY ? `\r${this.text(now, days)}\u001B[K` : `${this.text(now, days)}\n`);
  }

  /** Leaves the line. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001B[K');
  }

  private text({ placed, ended, days: passed }: Progress, days: number): string {
    const seconds = (performance.now() - this.startedAt) / 1000;
    const perSecond = Math.round(ended / Math.max(seconds, 0.001));
    const mebibytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
    return `day ${passed.toFixed(0)} of ${days}: ${placed} orders placed, ${ended} at their end, ${perSecond} a second, ${mebibytes} MiB`;
  }
}
