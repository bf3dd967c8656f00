import { inColumns } from '../columns.ts';
import type { Said } from '../commands.ts';
import type { Finding, Health } from './finding.ts';

/** One line a check, and at the end how many are not well. Exit code 1 where anything is broken. */
export function reportOf(findings: readonly Finding[]): Said {
  const count = (health: Health): number => findings.filter((finding) => finding.health === health).length;
  const [broken, warnings] = [count('broken'), count('warning')];
  const sum = broken + warnings === 0 ? 'All is well.' : `Broken: ${broken}. Warnings: ${warnings}.`;
  return {
    out: inColumns(findings.map(({ health, about, says }) => [health, about, says])),
    aside: [sum],
    code: broken > 0 ? 1 : 0,
  };
}
