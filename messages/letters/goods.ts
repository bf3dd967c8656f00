import type { Format } from '../format.ts';
import type { Goods, Money, ParcelNews } from '../letter.ts';
import { webAddress } from '../links.ts';
import { asShown, limits, show, type Shown } from '../shown.ts';
import type { Said } from '../catalogues/catalogue.ts';
import { fact, named, promised, type Fact, type Link, type Writing } from './writing.ts';

/**
 * How much of a mail lists may fill, in bytes. Gmail hides what comes after 102 kB of HTML, and the signature and the
 * address come last: an order of a thousand lines must not push them out.
 */
export class GoodsRoom {
  #bytes = 48_000;

  /** Takes room for something shown; false when there is none left. */
  take(shown: string): boolean {
    // In HTML a quote becomes six bytes, and each line has its own markup around it.
    const bytes = Buffer.byteLength(shown) + 5 * (shown.match(/[&<>"'`=]/gu)?.length ?? 0) + 420;
    if (bytes > this.#bytes) return false;
    this.#bytes -= bytes;
    return true;
  }
}

export interface GoodsLine {
  readonly what: Shown;
  /** Of all of it. */
  readonly price: Shown | undefined;
  /** Of one, where it is more than one. */
  readonly unit: Shown | undefined;
}

export interface GoodsList {
  readonly title: Shown;
  readonly lines: readonly GoodsLine[];
  /** How many there are besides, when not all of them find room. */
  readonly more: Shown | undefined;
}

/** Lists what the customer bought, with prices where `priced`. */
export function listGoods(
  { words, format, room }: Writing<Said>,
  title: Shown,
  goods: readonly Goods[],
  { priced = false }: { priced?: boolean } = {},
): GoodsList {
  const lines: GoodsLine[] = [];
  for (const { title: name, quantity, price } of goods) {
    const what = words.common.quantityOf({ quantity, title: show(name, limits.title) });
    if (!room.take(what)) break;
    const known = priced ? price : undefined;
    lines.push({
      what,
      price: known && priceOfAll(format, known, quantity),
      unit: known && quantity > 1 ? words.common.priceEach(format.money(known)) : undefined,
    });
  }
  const left = goods.length - lines.length;
  return { title, lines, more: left === 0 ? undefined : words.common.moreGoods(left) };
}

/** Nothing where the product is more than can be counted: nobody bought that. */
function priceOfAll(format: Format, unit: Money, quantity: number): Shown | undefined {
  const amount = unit.amount * quantity;
  return Number.isSafeInteger(amount) ? format.money({ ...unit, amount }) : undefined;
}

/** How many pieces there are, for the plural. */
export function countOf(goods: readonly Goods[]): number {
  return goods.reduce((count, { quantity }) => count + quantity, 0);
}

const mostNamed = 5;

/** Names things inside a sentence: "a, b and c", or "a, b and 3 more items" where they are many. None: nothing to name. */
export function enumerate(
  { words, format }: Pick<Writing<Said>, 'words' | 'format'>,
  things: readonly Shown[],
): Shown | undefined {
  const names = things.filter((name) => name !== '');
  if (names.length === 0) return undefined;
  const left = names.length - mostNamed;
  if (left <= 0) return format.list(names);
  return words.common.andMore({ named: asShown(names.slice(0, mostNamed).join(', ')), count: left });
}

export interface ParcelView {
  /** "Parcel 1 of 2"; none where there is one only. */
  readonly title: Shown | undefined;
  readonly facts: readonly Fact[];
  readonly track: Link | undefined;
  /** There is something to say of it besides what is inside. */
  readonly hasParticulars: boolean;
  readonly goods: GoodsList;
}

export interface ParcelsView {
  readonly parcels: readonly ParcelView[];
  readonly moreParcels: Shown | undefined;
}

const mostParcels = 20;

/**
 * Shows parcels: carrier, number, link, date and contents, each where it is known. Their expected day too, unless
 * the mail says it elsewhere; the link not where the customer is not to be sent to the carrier. What is collected in the
 * shop has no carrier: it shows since when it is ready, and until when it is kept.
 */
export function showParcels(
  writing: Writing,
  parcels: readonly ParcelNews[],
  { day, link }: { day: boolean; link: boolean },
): ParcelsView {
  const { common } = writing.words;
  const shown = parcels.slice(0, mostParcels).map((parcel, index): ParcelView => {
    const isCarried = writing.collect === undefined;
    const url = link && isCarried ? webAddress(parcel.trackingUrl) : undefined;
    const title = parcels.length === 1 ? undefined : common.parcelOf({ index: index + 1, count: parcels.length });
    const facts = [
      ...(isCarried ? named(writing, common.carrier, parcel.carrier, limits.code) : []),
      ...(isCarried ? named(writing, common.trackingNumber, parcel.trackingNumber, limits.code) : []),
      ...(parcel.shippedAt === undefined ? [] : [fact(writing, common.leftOn, writing.format.day(parcel.shippedAt))]),
      ...(day ? promised(writing, common.withYouBy, parcel.deliverBy) : []),
    ];
    const track =
      url !== undefined && writing.room.take(url)
        ? { label: common.followParcel, labelled: common.labelled(common.followParcel, url), url }
        : undefined;
    return {
      title,
      facts,
      track,
      hasParticulars: title !== undefined || facts.length > 0 || track !== undefined,
      goods: listGoods(writing, common.inThisParcel, parcel.goods),
    };
  });
  const left = parcels.length - shown.length;
  return { parcels: shown, moreParcels: left === 0 ? undefined : common.moreParcels(left) };
}
