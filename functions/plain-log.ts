/** What a line says beside its message: ids and counts, never a person. What is undefined is left out. */
export type Said = { readonly [field: string]: string | number | readonly string[] | undefined };

/** A line as `log.ts` would write it, without the logger's weight, and without what it adds to each line. */
export function lineOf(level: 'INFO' | 'WARN' | 'ERROR', message: string, said: Said): string {
  return JSON.stringify({ level, message, timestamp: new Date().toISOString(), ...said });
}

export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
