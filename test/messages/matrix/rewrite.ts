import type { Goods, Money, ParcelNews } from '../../../messages/letter.ts';

/** What is found inside a letter and may be put in its place; what a rewriting leaves out stays as it is. */
export interface Rewriting {
  /** Every list of goods that has something in it. */
  readonly goods?: (goods: readonly Goods[]) => readonly Goods[];
  readonly money?: (money: Money) => Money;
  readonly parcel?: (parcel: ParcelNews) => ParcelNews;
  /** Every text, by the name of the field it stands in; of a list of texts, by the list's name. */
  readonly text?: (text: string, field: string) => string;
}

/**
 * Rewrites a letter wherever such a thing stands in it. The letter's own type is kept: a thing is only ever replaced by
 * one of its kind, so that a sample that is added tomorrow is rewritten too.
 */
export function rewritten<Whole>(whole: Whole, rewriting: Rewriting): Whole {
  return walk(whole, '', rewriting) as Whole;
}

function walk(value: unknown, field: string, rewriting: Rewriting): unknown {
  if (typeof value === 'string') return rewriting.text?.(value, field) ?? value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = isGoods(value) ? (rewriting.goods?.(value) ?? value) : value;
    return list.map((each) => walk(each, field, rewriting));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return rewriting.money?.(value) ?? value;
  const whole = isParcel(value) ? (rewriting.parcel?.(value) ?? value) : value;
  return Object.fromEntries(Object.entries(whole).map(([name, each]) => [name, walk(each, name, rewriting)]));
}

function isGoods(list: readonly unknown[]): list is readonly Goods[] {
  const [first] = list;
  return typeof first === 'object' && first !== null && 'title' in first && 'quantity' in first;
}

function isMoney(value: object): value is Money {
  return 'amount' in value && 'currency' in value;
}

/** A replacement has goods too, but no parcel's particulars. */
function isParcel(value: object): value is ParcelNews {
  return 'goods' in value && ('carrier' in value || 'trackingNumber' in value);
}
