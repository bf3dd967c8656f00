import { styleText } from 'node:util';
import type { OrderView } from './shop-backend.ts';
import type { Happening } from './happenings.ts';

type Style = Parameters<typeof styleText>[0];

const styles: { readonly [kind in Happening['kind']]: Style } = {
  Shopify: 'magenta',
  shop: 'magenta',
  customer: 'magenta',
  state: 'cyan',
  mail: ['green', 'bold'],
};

/** The timeline as lines of text, a heading for each day of the shop's calendar; in colour where a person looks on. */
export function timeline(happenings: readonly Happening[], zone: string): string[] {
  const dayOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full' });
  const timeOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });
  const lines: string[] = [];
  let today: string | undefined;
  for (const { at, kind, what, because } of happenings) {
    const day = dayOf.format(at);
    if (day !== today) lines.push('', styled('bold', day));
    today = day;
    const text = styled(styles[kind], what);
    const reason = because === undefined ? '' : styled('yellow', `  (${because})`);
    lines.push(`  ${styled('dim', timeOf.format(at))}  ${kind.padEnd(8)}  ${text}${reason}`);
  }
  return lines;
}

/** Each promise that was made, and what became of it. */
export function promises({ promises: made }: OrderView, zone: string): string[] {
  const written = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return made.map(({ promise, parcel, until, status, warnedAt }) => {
    const what = parcel === undefined ? promise : `${promise} parcel ${parcel}`;
    const warned = warnedAt === undefined ? '' : `, said ${written.format(Date.parse(warnedAt))}`;
    return `  ${what.padEnd(25)}  by ${written.format(Date.parse(until))}  ${status}${warned}`;
  });
}

export function verdict(isFine: boolean, text: string): string {
  return `  ${isFine ? styled('green', '✓') : styled('red', '✗')} ${text}`;
}

function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
