import type { WriteStream } from 'node:tty';

/** Between two lines where nobody looks on, in a log. */
const everyMs = 5000;

/** How far an import or the like is: one line that changes on a terminal, a line now and then elsewhere. */
export class OrdersProgress {
  private readonly out: Pick<WriteStream, 'write' | 'isTTY'>;
  private lastAt = performance.now();

  constructor(out: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.out = out;
  }

  readonly show = (done: number, all: number, what = 'orders'): void => {
    const text = `${done} of ${all} ${what}`;
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
