import type { Settings } from '../../../functions/domain/shop/settings.ts';
import type { Imported } from './import-orders.ts';
import type { Planned } from './plan.ts';

/** More than that nobody reads in a terminal; the figures above them count all. */
const mostShown = 50;

/** What an import did, or would do, in lines that a shop's owner can read. */
export function reportOf({ orders, taken, known, notTaken }: Imported, settings: Settings, isDry: boolean): string[] {
  const history = taken.filter(({ fact, isTakenUp }) => fact.history && !isTakenUp);
  const live = taken.filter((one) => !history.includes(one));
  const letters = live.map((one) => ({ one, message: firstMessage(one) }));
  const sent = letters.filter(({ message }) => settings.messages[message] !== 'shop');
  const written = sent.filter(({ one }) => one.to !== undefined);
  const notWhole = new Set(notTaken.map(({ row }) => row)).size;
  return [
    `${count(orders, 'order')} in the file: ${taken.length} ${isDry ? 'would be taken' : 'taken'}, ${known} known already, ${count(notWhole, 'row')} with something that cannot be used.`,
    `  history  ${history.length}  placed more than ${settings.historyDays} days ago: on record, nobody is written to`,
    `  live     ${live.length}  ${kindsOf(live)}`,
    `  mails    ${written.length}  ${isDry ? 'would be written' : 'are written'} at once${letters.length === sent.length ? '' : `; ${letters.length - sent.length} more are the shop's own to send (messages)`}`,
    `  calls    ${sent.length - written.length}  live orders without an e-mail: a task for a person`,
    ...(written.length === 0 ? [] : ['', isDry ? 'Would be told:' : 'Told:']),
    ...shown(written.map(({ one, message }) => [one.fact.number, message, one.to ?? ''])),
    ...(notTaken.length === 0 ? [] : ['', 'Not taken:']),
    ...shown(notTaken.map(({ row, order, field, why }) => [`row ${row}`, order, field, why])),
  ];
}

/** What the customer reads first, written from all that is known by then. */
function firstMessage({ fact, isCancelled, isTakenUp }: Planned): string {
  if (isTakenUp) return 'what is new';
  return isCancelled && !fact.history ? 'confirm-cancellation' : 'confirm-order';
}

function kindsOf(live: readonly Planned[]): string {
  const kinds = new Map<string, number>();
  for (const one of live) kinds.set(kindOf(one), (kinds.get(kindOf(one)) ?? 0) + 1);
  return [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ');
}

function kindOf({ fact, isCancelled, tell, isTakenUp }: Planned): string {
  if (isTakenUp) return 'old, with something new';
  if (isCancelled) return 'cancelled';
  if (fact.payment === 'awaited') return 'waiting for payment';
  if (!fact.lines.some(({ ships }) => ships)) return 'with nothing to ship';
  const isShipped = tell.some((each) => each.tell === 'shipment');
  if (fact.kind === 'collect') return isShipped ? 'collected' : 'to collect';
  return isShipped ? 'shipped, whole or in part' : 'to ship';
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function shown(rows: readonly (readonly string[])[]): string[] {
  const some = rows.slice(0, mostShown);
  const widths = (some[0] ?? []).map((_, column) => Math.max(...some.map((row) => row[column]!.length)));
  const lines = some.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}`,
  );
  return rows.length > some.length ? [...lines, `  … and ${rows.length - some.length} more`] : lines;
}
