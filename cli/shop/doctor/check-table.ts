import { firstOf, type Finding } from './finding.ts';

/** What DynamoDB says of the table. */
export interface KnownTable {
  readonly status: string;
  readonly hasStream: boolean;
  readonly isProtected: boolean;
  /** The field by which items end, where it is switched on. */
  readonly endsBy: string | undefined;
}

/** `keepsData`: whether the stage's table is meant to be protected from deletion. */
export function checkTable(table: KnownTable, keepsData: boolean): Finding {
  const { status, hasStream, isProtected, endsBy } = table;
  return firstOf(
    'table',
    [
      !['ACTIVE', 'UPDATING'].includes(status) && {
        health: 'broken',
        says: `is ${status}: nothing can be recorded. DynamoDB's console says why.`,
      },
      !hasStream && { health: 'broken', says: 'has no stream, so no order moves: npm run deploy puts it back.' },
      keepsData &&
        !isProtected && { health: 'warning', says: 'is not protected from deletion: npm run deploy protects it.' },
      endsBy === undefined && {
        health: 'warning',
        says: 'does not delete what has expired (TTL is off): npm run deploy switches it on.',
      },
    ],
    'takes reads and writes, and its stream is on.',
  );
}

export function checkBackups(isPointInTimeRecoveryOn: boolean): Finding {
  return firstOf(
    'backups',
    [
      !isPointInTimeRecoveryOn && {
        health: 'broken',
        says: 'point-in-time recovery is off: what is lost cannot be got back. npm run deploy switches it on.',
      },
    ],
    'the table can be restored to any second of the last 35 days.',
  );
}
