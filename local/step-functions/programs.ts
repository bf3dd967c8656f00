import { createHash } from 'node:crypto';
import type { Program } from './definition/program.ts';
import { readProgram } from './definition/read-program.ts';

const programs = new Map<string, Program>();

/**
 * The compiled program of a parsed definition, and the hash it is known by. The same definition is compiled once per
 * process, however many stacks run it. Throws UnsupportedDefinition.
 */
export function programOf(definition: unknown): { program: Program; hash: string } {
  const hash = createHash('sha256')
    .update(JSON.stringify(definition) ?? '')
    .digest('hex');
  const program = programs.get(hash) ?? readProgram(definition);
  programs.set(hash, program);
  return { program, hash };
}
