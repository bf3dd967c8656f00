import type { OrderFact } from '../../../functions/domain/order/facts.ts';
import { collected } from '../../../functions/domain/shopify/known.ts';
import { newsIn, type ToTell } from '../../../functions/domain/shopify/news.ts';
import type { Telling, Wrong } from '../../../functions/domain/told-to-us/draft.ts';
import { draftFrom } from '../../../functions/take-shopify/draft-from.ts';
import type { FoundOrder, Spot } from './found-order.ts';

/** Something of the file that is not taken. */
export interface NotTaken extends Spot {
  readonly order: string;
  readonly why: string;
}

/** What an order of the file comes to. */
export interface Planned {
  readonly id: string;
  readonly fact: OrderFact;
  /** Whom the first message goes to, where there is an address. */
  readonly to: string | undefined;
  /** What is told, in this order; the order itself last, so that its first message is written from all of it. */
  readonly tell: readonly ToTell[];
  readonly isCancelled: boolean;
  /** Placed long ago, but something of it is young: that takes it up. */
  readonly isTakenUp: boolean;
  /** Of what else the file knows of it: what cannot be used. */
  readonly notTaken: readonly NotTaken[];
}

/** The same reading and the same drafts as Shopify's webhooks have, with nothing recorded. */
export function planned(found: FoundOrder, telling: Telling): Planned | { readonly notTaken: readonly NotTaken[] } {
  const news = newsIn('orders/create', found.order);
  const name = nameIn(found.order);
  if ('ignored' in news) return { notTaken: [{ ...found.where([]), order: name, why: news.ignored }] };
  if ('erase' in news) return { notTaken: [{ ...found.where([]), order: name, why: 'it is no order' }] };
  if ('notTaken' in news) return { notTaken: [{ ...found.where([]), order: name, why: news.notTaken }] };
  // Without its day it would count as placed now, and its customer would be written to.
  const isDated = 'placedAt' in news.body && news.body.placedAt !== undefined;
  if (!isDated) return { notTaken: [spotted(found, name, { path: ['placedAt'], detail: 'does not say when' })] };
  const drafted = draftFrom(news, telling);
  const wrong = 'wrong' in drafted ? drafted.wrong : drafted.draft.wrong;
  if ('wrong' in drafted || wrong.length > 0) return { notTaken: wrong.map((each) => spotted(found, name, each)) };
  const fact = drafted.draft.fact as OrderFact;
  const { before, notTaken } = restOf(found, fact, name);
  const tell = [...(news.first === undefined ? [] : [news.first]), ...before, { ...news, first: undefined }];
  const isYoung = tell.some((each) => {
    const one = draftFrom(each, telling);
    return 'draft' in one && one.draft.fact.old !== true;
  });
  return {
    id: news.order ?? '',
    fact,
    to: drafted.profile?.email,
    tell,
    isCancelled: news.first !== undefined,
    isTakenUp: fact.history && isYoung,
    notTaken,
  };
}

/** What travels with the order: nothing of one that was handed over, a delivery first of one that was collected. */
function restOf(found: FoundOrder, { kind }: OrderFact, name: string) {
  const before: ToTell[] = [];
  const notTaken: NotTaken[] = [];
  for (const { topic, payload } of found.rest) {
    const news = newsIn(topic, payload);
    if ('notTaken' in news) notTaken.push({ ...found.where([]), order: name, why: `${topic}: ${news.notTaken}` });
    if (!('tell' in news) || (news.tell === 'shipment' && kind === 'none')) continue;
    if (news.first !== undefined) before.push(news.first);
    if (news.tell === 'shipment' && kind === 'collect') before.push(collected(news));
    before.push({ ...news, first: undefined });
  }
  return { before, notTaken };
}

function spotted(found: FoundOrder, order: string, { path, detail }: Wrong): NotTaken {
  return { ...found.where(path), order, why: detail };
}

function nameIn(order: unknown): string {
  const { name, id }: { name?: unknown; id?: unknown } = typeof order === 'object' && order !== null ? order : {};
  const known = [name, id].find((each) => typeof each === 'string' || typeof each === 'number');
  return known === undefined ? '' : String(known);
}
