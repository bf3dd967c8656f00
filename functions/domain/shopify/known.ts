import * as z from 'zod/mini';
import type { DeliveryKind } from '../../../messages/letter.ts';
import type { ChangeFact, Fact, OrderFact, OrderLine, PaymentFact, Share, ShipmentFact } from '../order/facts.ts';
import { recorded, type Order } from '../order/order.ts';
import { struckIn } from '../order/struck.ts';
import type { ToTell } from './news.ts';
import { whyNoNews as whyNoNewsOfParcel, type NoNews } from './parcel-news.ts';

/** What Shopify tells, held against what the order knows: it tells much more than once, and much that is known. */

/** Only the order can tell what it is, or whether it is anything new. */
export const needsKnown: readonly ToTell['tell'][] = [
  'shipment',
  'shipment-correction',
  'correction',
  'payment',
  'change',
];

/** The news as it is for this very order. */
export function fittedTo(order: Order | undefined, news: ToTell): ToTell | { readonly ignored: string } {
  const placed = order && recorded(order)?.placed;
  if (order === undefined || placed === undefined) return news;
  const { tell, body, unlessKnown } = news;
  if (tell === 'shipment-correction' && unlessKnown !== undefined && 'parcel' in body) {
    const isKnown = order.facts.some((fact) => fact.name === 'shipment' && fact.parcel === body.parcel);
    return isKnown ? news : fittedTo(order, unlessKnown);
  }
  const kind = kindOf(order);
  if (tell === 'shipment' && kind === 'none') return { ignored: 'nothing of its order travels' };
  if (tell === 'shipment') {
    const shipment = { ...news, body: withoutLines(news.body, placed) };
    return kind === 'collect' ? { ...shipment, first: collected(news) } : shipment;
  }
  if (kind !== 'collect') return news;
  return tell === 'correction' ? { ...news, first: notCollected(news, order) } : news;
}

/**
 * An order that came from an export has no ids of Shopify's for its lines. As much as was ordered is all of it; of less
 * nobody can tell what it is, and the order refuses lines that it does not have.
 */
function withoutLines(body: object, { lines: ordered }: OrderFact): object {
  const named = z.safeParse(sharesShape, body);
  if (!named.success) return body;
  const ids = new Set(ordered.map(({ id }) => id));
  const isForeign = named.data.lines.every(({ id }) => !ids.has(id));
  return isForeign && quantityOf(named.data.lines) === quantityOf(ordered.filter(({ ships }) => ships))
    ? { ...body, lines: undefined }
    : body;
}

const sharesShape = z.object({ lines: z.array(z.object({ id: z.string(), quantity: z.number() })) });
const quantityOf = (lines: readonly Share[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * Shopify fulfils an order that is collected at the moment when it is: that it lies ready, it tells the customer itself.
 * Told first, so that nobody reads that they may fetch what they have just carried home.
 */
export function collected({ order, body }: ToTell): ToTell {
  const { parcel, shippedAt } = body as { parcel?: unknown; shippedAt?: unknown };
  return { tell: 'delivery', order, body: { parcel, deliveredAt: shippedAt } };
}

function notCollected({ body }: ToTell, { order, facts }: Order): ToTell | undefined {
  const parcel = 'fact' in body ? /^shipment:(.+)$/.exec(String(body.fact))?.[1] : undefined;
  const taken = `delivery:${parcel}`;
  if (parcel === undefined || !facts.some(({ id }) => id === taken)) return undefined;
  return { tell: 'correction', order, body: { ...body, fact: taken } };
}

type AsOrdered = OrderFact | ChangeFact;
const isAsOrdered = (fact: Fact): fact is AsOrdered => fact.name === 'order' || fact.name === 'change';

function kindOf({ facts }: Order): DeliveryKind | undefined {
  return facts.filter(isAsOrdered).findLast(({ kind }) => kind !== undefined)?.kind;
}

/** Why a fact is no news to its order; undefined where it is, or where it is the very fact that is known. */
export function whyNoNews(fact: Fact, order: Order): NoNews | undefined {
  if (order.facts.some(({ id, hash }) => id === fact.id && hash === fact.hash)) return undefined;
  switch (fact.name) {
    case 'shipment-correction':
      return whyNoNewsOfParcel(fact, order);
    case 'shipment':
      return whyKnownParcel(fact, order);
    case 'payment':
      return whyPaid(fact, order);
    case 'change':
      return whyNoChange(fact, order);
    default:
      return undefined;
  }
}

function whyKnownParcel({ id }: ShipmentFact, order: Order): NoNews | undefined {
  const isKnown = order.facts.some((fact) => fact.id === id) && !struckIn(order).has(id);
  return isKnown ? { ignored: 'the parcel is known' } : undefined;
}

/** Most orders are paid when they are placed, and Shopify says so once more. */
function whyPaid({ id }: PaymentFact, { facts }: Order): NoNews | undefined {
  const isPaid = facts.some((fact) => fact.id === id || (fact.name === 'order' && (fact.payment ?? 'paid') === 'paid'));
  return isPaid ? { ignored: 'it is known to be paid' } : undefined;
}

/** An older change never overwrites a newer one, and one after which everything is as it was is none. */
function whyNoChange(change: ChangeFact, order: Order): NoNews | undefined {
  const struck = struckIn(order);
  const standing = order.facts.filter(isAsOrdered).filter(({ id }) => !struck.has(id));
  if (standing.some(({ name, at }) => name === 'change' && at > change.at)) {
    return { older: 'older than what is known of the order' };
  }
  const lines = standing.findLast((fact) => fact.lines !== undefined)?.lines;
  const total = standing.findLast((fact) => fact.total !== undefined)?.total;
  const isAsKnown =
    lines !== undefined && sameLines(change.lines ?? [], lines) && total?.amount === change.total?.amount;
  return isAsKnown ? { ignored: 'everything is as it was' } : undefined;
}

function sameLines(one: readonly OrderLine[], other: readonly OrderLine[]): boolean {
  const quantities = new Map(other.map(({ id, quantity }) => [id, quantity]));
  return one.length === other.length && one.every(({ id, quantity }) => quantities.get(id) === quantity);
}
