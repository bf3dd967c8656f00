import type { Change } from '../../../local/dynamodb/tables.ts';

/**
 * The parts of the index of open orders that a write of an item writes to. The index holds keys only: an item costs it
 * nothing while they stay, one write where it comes or goes, and two where it moves.
 */
export function indexWrites({ before, after }: Pick<Change, 'before' | 'after'>): string[] {
  const [from, to] = [placeIn(before), placeIn(after)];
  if (from?.text === to?.text) return [];
  return [from, to].flatMap((place) => place?.watch ?? []);
}

function placeIn(item: Change['before']): { readonly watch: string; readonly text: string } | undefined {
  const [watch, checkAt] = [item?.['watch']?.['S'], item?.['checkAt']?.['N']];
  return typeof watch === 'string' && checkAt !== undefined
    ? { watch, text: `${watch} ${JSON.stringify(checkAt)}` }
    : undefined;
}
