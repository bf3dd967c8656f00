import type * as z from 'zod/mini';
import { wrongIn } from '../../functions/domain/told-to-us/parsed.ts';
import type { WrongField } from './yaml-source.ts';

/** What a schema found wrong; a field that nobody knows is wrong at its own place, not at that of what holds it. */
export function fieldsWrongIn(issues: readonly z.core.$ZodIssue[]): WrongField[] {
  return issues.flatMap((issue): WrongField[] => {
    if (issue.code !== 'unrecognized_keys') return wrongIn([issue]);
    return issue.keys.map((key) => ({ path: [...issue.path, key], detail: 'no such field here' }));
  });
}
