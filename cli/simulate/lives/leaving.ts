import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { delayBody, delayDraft } from '../../../functions/domain/told-to-us/delay.ts';
import { stockOutBody, stockOutDraft } from '../../../functions/domain/told-to-us/stock-out.ts';
import { shipmentBody, shipmentDraft } from '../../../functions/domain/told-to-us/shipment.ts';
import type { Chance, Weighted } from '../chance.ts';
import { trackingCanary } from '../judging/canaries.ts';
import { day, hour, type DraftOf, type Life } from '../life.ts';
import { travel } from './travelling.ts';

/** How the goods come to leave the shop: one way for each order, most of them in time. */
type Leaving = (life: Life, chance: Chance) => void;

export function leaveTheShop(life: Life): void {
  const chance = life.chance('leaving');
  chance.oneOf(ways)(life, chance);
}

/** A new way is one more line here. */
const ways: readonly Weighted<Leaving>[] = [
  [70, inOneParcel],
  [10, inSeveralParcels],
  [6, laterWithNotice],
  [2, laterWithoutDate],
  [3, laterThanNoticed],
  [5, laterInSilence],
  [1, never],
  [2, beforeTheOrderIsTold],
  [1, onlyTheScanIsTold],
  [4, outOfStock],
];

function inOneParcel(life: Life, chance: Chance): void {
  ship(life, chance, 'p1', inTime(life, chance));
}

/** Each line in a parcel of its own, on different days; the last may be late. */
function inSeveralParcels(life: Life, chance: Chance): void {
  const parcels = Math.min(life.lines.length + 1, 3);
  for (let nth = 1; nth <= parcels; nth += 1) {
    const isLast = nth === parcels;
    const line = life.lines[nth - 1];
    const lines = isLast || line === undefined ? undefined : [line];
    const at = inTime(life, chance) + (isLast && chance.inHundred(30) ? chance.between(hour, 4 * day) : 0);
    ship(life, chance, `p${nth}`, at, lines);
  }
}

function laterWithNotice(life: Life, chance: Chance): void {
  const { shipBy } = life.promised;
  const until = shipBy + chance.between(day, 8 * day);
  tellDelay(life, chance, chance.between(life.leavesFrom + hour, shipBy - hour), until);
  ship(life, chance, 'p1', chance.between(shipBy, until));
}

function laterWithoutDate(life: Life, chance: Chance): void {
  const { shipBy } = life.promised;
  tellDelay(life, chance, chance.between(life.leavesFrom + hour, shipBy));
  ship(life, chance, 'p1', shipBy + chance.between(day, 9 * day));
}

/** The new day passes too; sometimes a third one is named. */
function laterThanNoticed(life: Life, chance: Chance): void {
  const { shipBy } = life.promised;
  const until = shipBy + chance.between(day, 4 * day);
  tellDelay(life, chance, chance.between(life.leavesFrom + hour, shipBy), until);
  if (chance.inHundred(50)) tellDelay(life, chance, chance.between(shipBy, until + 2 * day), until + 4 * day);
  ship(life, chance, 'p1', until + chance.between(day, 6 * day));
}

function laterInSilence(life: Life, chance: Chance): void {
  ship(life, chance, 'p1', life.promised.shipBy + chance.between(-1500, chance.inHundred(20) ? 1500 : 9 * day));
}

function never(life: Life, chance: Chance): void {
  if (chance.inHundred(30)) tellDelay(life, chance, life.promised.shipBy + chance.between(0, 3 * day));
}

/** Some of it, or all, is not there; it comes back on a day, or something else could go instead, or neither. */
function outOfStock(life: Life, chance: Chance): void {
  const { shipBy } = life.promised;
  const lines = chance.inHundred(50) ? life.lines : life.lines.slice(0, 1);
  const restockAt = shipBy + chance.between(2 * day, 10 * day);
  const body = stockOutBody.parse({
    lines,
    restockOn: chance.inHundred(60) ? dayOf(life.shop.settings.zone, restockAt) : undefined,
    replacement: chance.inHundred(30) ? { title: 'A green one' } : undefined,
  });
  life.tell(chance.between(life.leavesFrom + hour, shipBy), (telling) => stockOutDraft(body, telling));
  if (lines.length < life.lines.length) ship(life, chance, 'p1', inTime(life, chance), life.lines.slice(1));
  if (chance.inHundred(80)) ship(life, chance, 'p2', restockAt - chance.between(-2 * day, day));
}

/** Two systems of one shop, and the parcel's is the faster. */
function beforeTheOrderIsTold(life: Life, chance: Chance): void {
  ship(life, chance, 'p1', life.leavesFrom - chance.between(1, hour));
}

/** Nobody tells of the shipment: the first we hear is the scan at the door. */
function onlyTheScanIsTold(life: Life, chance: Chance): void {
  const at = inTime(life, chance);
  travel(life, 'p1', at);
}

const inTime = ({ leavesFrom, promised }: Life, chance: Chance): number =>
  chance.between(Math.min(leavesFrom + hour, promised.shipBy), promised.shipBy - 1000);

type Lines = readonly { readonly id: string; readonly quantity: number }[] | undefined;

function ship(life: Life, chance: Chance, parcel: string, at: number, lines?: Lines): void {
  const toldAt = at + chance.between(0, chance.inHundred(10) ? 12 * hour : 60_000);
  const isNamed = chance.inHundred(90);
  const draftOf: DraftOf = (telling) =>
    shipmentDraft(
      shipmentBody.parse({
        parcel,
        lines,
        shippedAt: new Date(at).toISOString(),
        ...(isNamed
          ? {
              carrier: 'Post',
              trackingNumber: `${trackingCanary}T${life.number}`,
              trackingUrl: `https://carrier.example/${trackingCanary}`,
            }
          : {}),
      }),
      telling,
    );
  life.tell(toldAt, draftOf);
  if (chance.inHundred(3)) life.tell(toldAt + chance.between(1, 2 * day), draftOf);
  travel(life, parcel, at);
}

function tellDelay(life: Life, chance: Chance, at: number, until?: number): void {
  const { zone } = life.shop.settings;
  const body = delayBody.parse({
    of: 'shipment',
    code: chance.oneOf([
      [3, 'supplier' as const],
      [1, 'stock' as const],
      [1, undefined],
    ]),
    until: until === undefined ? undefined : dayOf(zone, until),
  });
  life.tell(at, (telling) => delayDraft(body, telling));
}
