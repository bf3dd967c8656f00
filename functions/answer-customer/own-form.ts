import type { Call } from '../http/call.ts';
import { Refused } from '../http/problem.ts';

/**
 * Throws unless the form was sent from our own page. Browsers say so in `Sec-Fetch-Site`; older ones name the page's
 * origin, which is `null` for ours, as it sends no referrer. Who says neither is no browser that another site could use.
 */
export function refuseForeignForm(call: Call): void {
  const site = call.header('sec-fetch-site');
  const isForeign = site === undefined ? isForeignOrigin(call) : site !== 'same-origin' && site !== 'none';
  if (isForeign) throw new Refused('foreign-form', 'Answer on the page that our mail leads to.');
}

function isForeignOrigin(call: Call): boolean {
  const origin = call.header('origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== call.header('host');
}
