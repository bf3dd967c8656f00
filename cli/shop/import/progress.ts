import type { WriteStream } from 'node:tty';

/** Between two lines where nobody looks on, in a log. */
const everyMs = 5000;

/** How far an import, a report or the like is: one line that changes on a terminal, a line now and then elsewhere. */
export class OrdersProgress {
  private readonly out: Pick<WriteStream, 'write' | 'isTTY'>;
  private lastAt = performance.now();

  constructor(out: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.out = out;
  }

  /** `all` is undefined where nobody knows how many there are. */
  readonly show = (done: number, all: number | undefined, what = 'orders'): void => {
    const text = all === undefined ? `${done} ${what}` : `${done} of ${all} ${what}`;
    if (this.out.isTTY) {
      this.out.write(done === all ? '\r\u001B[K' : `\r${text}\u001B[K`);
      return;
    }
    const at = performance.now();
    if (at - this.lastAt < everyMs) return;
    this.lastAt = at;
    this.out.write(`${text}\n`);
  };
}
