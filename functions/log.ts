/** What a line says beside its message: ids, counts and places in the code, never a person. What is undefined is left out. */
export type Said = { readonly [field: string]: string | number | readonly string[] | undefined };

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL', 'SILENT'];
/** Lambda hands over what the stack sets; tests that want no lines say SILENT. */
const least = (): number => levels.indexOf(process.env['AWS_LAMBDA_LOG_LEVEL'] ?? 'INFO');

/**
 * One structured line where something needs a person's eye; ids only, never a person. Lambda takes a line of JSON with a
 * level and a timestamp as it is. Written here because a logger of the shelf costs a new instance more milliseconds
 * than the whole of a small function (bench/README.md, Cold import).
 */
export const log = {
  info: (message: string, said: Said): void => write('INFO', message, said),
  warn: (message: string, said: Said): void => write('WARN', message, said),
  error: (message: string, said: Said): void => write('ERROR', message, said),
};

function write(level: string, message: string, said: Said): void {
  if (levels.indexOf(level) < least()) return;
  const ours = { level, message, timestamp: new Date().toISOString(), service: 'shopkeeper' };
  // What is ours comes first, and is not overwritten.
  process.stdout.write(`${JSON.stringify({ ...ours, ...said, ...ours })}\n`);
}
