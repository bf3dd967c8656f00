import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of JSON lines: what survives SIGKILL. A line is handed to the operating system before `append`
 * returns, so that an answer given after it is an answer that holds. Without a path nothing is kept.
 */
export class Journal<Entry> {
  private readonly path: string | undefined;
  private file: number | undefined;
  private closed = false;

  constructor(path: string | undefined) {
    this.path = path;
    if (path !== undefined) mkdirSync(dirname(path), { recursive: true });
  }

  append(entry: Entry): void {
    if (this.path === undefined || this.closed) return;
    this.file ??= openSync(this.path, 'a');
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  /** All entries, oldest first. A last line that a kill cut short was never acknowledged: it is left out. */
  read(): Entry[] {
    if (this.path === undefined || !existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const whole = lines.slice(0, -1);
    return whole.filter((line) => line !== '').map((line): Entry => JSON.parse(line));
  }

  /** Puts `entries` in place of all that was kept: a compaction, or the mending of a cut last line. */
  replace(entries: Iterable<Entry>): void {
    if (this.path === undefined || this.closed) return;
    this.release();
    const beside = `${this.path}.new`;
    writeFileSync(beside, [...entries].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    renameSync(beside, this.path);
  }

  /** Keeps nothing from here on, as if the process had been killed now: what still runs on is not acknowledged to anyone. */
  close(): void {
    this.closed = true;
    this.release();
  }

  private release(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}
