import { orderId } from '../domain/ids.ts';
import { fittedTo, needsKnown, whyNoNews } from '../domain/shopify/known.ts';
import type { ToTell } from '../domain/shopify/news.ts';
import { missingSettings } from '../domain/shop/settings.ts';
import type { Telling, Wrong } from '../domain/told-to-us/draft.ts';
import { heldAgainst, needsOrder } from '../domain/told-to-us/held-against.ts';
import { pointerTo } from '../domain/told-to-us/parsed.ts';
import { record, toldBefore, type Recorded } from '../domain/told-to-us/record.ts';
import { isOfErased, keepCustomerOf, onTheirClock, type KeepingPorts } from '../http/customers.ts';
import type { FactPorts } from '../http/facts.ts';
import { draftFrom, type Drafted } from './draft-from.ts';

export interface TellPorts extends FactPorts {
  readonly customers: KeepingPorts['customers'];
  readonly erasures: KeepingPorts['erasures'];
  readonly keepsDays?: number;
}

export type Told =
  | { readonly order: string; readonly fact: string; readonly duplicate: boolean }
  /** It cannot be used. */
  | { readonly why: string }
  /** It says nothing new. */
  | { readonly ignored: string };

/** Tells it as our own API would be told; what that would refuse is why it is not taken. */
export async function tell(shop: string, news: ToTell, telling: Telling, ports: TellPorts): Promise<Told> {
  const named = orderId.safeParse(news.order);
  if (!named.success) return { why: 'it names no order' };
  const place = { shop, order: named.data, key: telling.key };
  const known = needsKnown.includes(news.tell) ? await ports.orders.find(shop, place.order) : undefined;
  const fitted = fittedTo(known, news);
  if ('ignored' in fitted) return fitted;
  const drafted = draftFrom(fitted, telling);
  if ('wrong' in drafted) return { why: sayWrong(drafted.wrong) };
  const none = known === undefined ? undefined : whyNoNews(drafted.draft.fact, known);
  if (none !== undefined) return 'ignored' in none ? none : { why: `#/at: ${none.older}` };
  const missing = news.tell === 'order' ? missingSettings(telling.settings) : [];
  if (missing.length > 0 && (await toldBefore(place, drafted.draft, ports.orders)) === undefined) {
    return { why: `the shop lacks settings: ${missing.join(', ')}` };
  }
  const held = await heldAgainstOrder(drafted, place, telling.now, ports);
  // Without the webhook's id, which stands for the news itself.
  const before = fitted.first && (await tell(shop, fitted.first, { ...telling, key: undefined }, ports));
  if (before !== undefined && 'why' in before) return before;
  const { fact } = held;
  if (fact.name === 'order' && held.wrong.length === 0 && (await isOfErased(shop, place.order, fact, ports)))
    return erased;
  const recorded = await record(place, await onTheirClock(shop, held, ports), ports.orders, ports.keys);
  if (recorded.result === 'erased') return erased;
  if (!('fact' in recorded)) return { why: sayRefused(recorded) };
  await keepProfile(shop, recorded.order, drafted, ports);
  return { order: recorded.order, fact: recorded.fact, duplicate: recorded.result === 'duplicate' };
}

const erased = { ignored: 'the person was erased' };

async function heldAgainstOrder(
  { draft }: Drafted,
  { shop, order }: { readonly shop: string; readonly order: string },
  now: number,
  { orders }: TellPorts,
): Promise<Drafted['draft']> {
  // A fulfilment that is cancelled may be told before the fulfilment itself.
  if (draft.fact.name === 'correction' || !needsOrder(draft)) return draft;
  return heldAgainst(draft, await orders.find(shop, order), now);
}

async function keepProfile(
  shop: string,
  order: string,
  { draft: { fact }, profile }: Drafted,
  ports: TellPorts,
): Promise<void> {
  if (profile !== undefined && fact.name === 'order') await keepCustomerOf(shop, order, fact, profile, ports);
}

function sayRefused(refused: Exclude<Recorded, { readonly fact: string }>): string {
  if (refused.result === 'wrong') return sayWrong(refused.wrong);
  if (refused.result === 'full') return 'the order has more than its share of facts';
  return refused.result === 'conflict'
    ? `${refused.first} was told before with another body`
    : `the webhook's id stands for ${refused.first}, told with another body`;
}

const mostSaid = 10;

/** All that is wrong, in one line; of very much the beginning. */
export function sayWrong(wrong: readonly Pick<Wrong, 'path' | 'detail'>[]): string {
  return wrong
    .slice(0, mostSaid)
    .map(({ path, detail }) => `${pointerTo(path)}: ${detail}`)
    .join('; ');
}
