import { appendFileSync } from 'node:fs';

export interface FunctionLogOptions {
  /** A file that every line is added to. */
  path?: string | undefined;
  /** Also told of every line. */
  listener?: ((line: string) => void) | undefined;
  /** Whether this function may write at all; what one writes that may not is lost, as in AWS. */
  mayWrite?: ((functionName: string) => boolean) | undefined;
}

const kept = 2000;

/** What the functions wrote: the last lines in memory, all of them in a file where there is one. */
export class FunctionLog {
  private readonly options: FunctionLogOptions;
  private lines: string[] = [];

  constructor(options: FunctionLogOptions = {}) {
    this.options = options;
  }

  write(functionName: string, text: string): void {
    if (this.options.mayWrite?.(functionName) === false) return;
    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${functionName} ${line}`);
    if (lines.length === 0) return;
    this.lines.push(...lines);
    if (this.lines.length > 2 * kept) this.lines = this.lines.slice(-kept);
    if (this.options.path !== undefined) appendFileSync(this.options.path, `${lines.join('\n')}\n`);
    for (const line of lines) this.options.listener?.(line);
  }

  /** The last lines, oldest first. */
  recent(): readonly string[] {
    return this.lines.slice(-kept);
  }
}
