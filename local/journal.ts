import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of JSON lines: what survives SIGKILL. A line is handed to the operating system before `append`
 * returns, so that an answer given after it is an answer that holds. Without a path nothing is kept.
 */
export class Journal<Entry> {
  private readonly path: string | undefined;

  constructor(path: string | undefined) {
    this.path = path;
    if (path !== undefined) mkdirSync(dirname(path), { recursive: true });
  }

  append(entry: Entry): void {
    if (this.path !== undefined) appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }

  /** All entries, oldest first. A last line that a kill cut short was never acknowledged: it is left out. */
  read(): Entry[] {
    if (this.path === undefined || !existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const whole = lines.slice(0, -1);
    return whole.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
  }

  /** Puts `entries` in place of all that was kept: a compaction, or the mending of a cut last line. */
  replace(entries: Iterable<Entry>): void {
    if (this.path === undefined) return;
    const beside = `${this.path}.new`;
    writeFileSync(beside, [...entries].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    renameSync(beside, this.path);
  }
}
