import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { delayBody, delayDraft } from '../../../functions/domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../../../functions/domain/told-to-us/delivery.ts';
import type { Chance, Weighted } from '../chance.ts';
import { day, hour, type DraftOf, type Life } from '../life.ts';

/** How a parcel comes to its customer, and what the carrier tells of it. */
type Travelling = (life: Life, parcel: string, leftAt: number, chance: Chance) => void;

export function travel(life: Life, parcel: string, leftAt: number): void {
  const chance = life.chance(`travelling ${parcel}`);
  life.journeys.set(parcel, { leftAt });
  chance.oneOf(ways)(life, parcel, leftAt, chance);
}

/** A new way is one more line here. */
const ways: readonly Weighted<Travelling>[] = [
  [72, withScan],
  [8, withScanLater],
  [8, withoutScan],
  [4, laterWithNotice],
  [3, laterWithoutDate],
  [3, laterInSilence],
  [2, lost],
];

function withScan(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const at = arrive(life, parcel, leftAt + usual(chance));
  scan(life, parcel, at, at + chance.between(0, hour), chance);
}

/** The carrier's computer is a day or two behind. */
function withScanLater(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const at = arrive(life, parcel, leftAt + usual(chance));
  scan(life, parcel, at, at + chance.between(hour, 3 * day), chance);
}

function withoutScan(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  arrive(life, parcel, leftAt + usual(chance));
}

function laterWithNotice(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const until = leftAt + chance.between(4 * day, 10 * day);
  tellDelay(life, parcel, chance, leftAt + chance.between(hour, 3 * day), until);
  if (chance.inHundred(20)) tellDelay(life, parcel, chance, leftAt + chance.between(3 * day, 5 * day), until + 2 * day);
  const at = arrive(life, parcel, until - chance.between(-day, 2 * day));
  scan(life, parcel, at, at, chance);
}

function laterWithoutDate(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  tellDelay(life, chance.inHundred(50) ? parcel : undefined, chance, leftAt + chance.between(hour, 3 * day));
  const at = arrive(life, parcel, leftAt + chance.between(3 * day, 12 * day));
  scan(life, parcel, at, at, chance);
}

function laterInSilence(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const at = arrive(life, parcel, leftAt + chance.between(4 * day, 14 * day));
  if (chance.inHundred(70)) scan(life, parcel, at, at, chance);
}

/** Nobody hears of it again. */
function lost(): void {}

const usual = (chance: Chance): number => chance.between(12 * hour, 3 * day);

function arrive(life: Life, parcel: string, arrivedAt: number): number {
  life.journeys.set(parcel, { ...life.journeys.get(parcel)!, arrivedAt });
  return arrivedAt;
}

function scan(life: Life, parcel: string, at: number, toldAt: number, chance: Chance): void {
  const to = chance.inHundred(5) ? 'neighbour' : undefined;
  const body = deliveryBody.parse({ parcel, deliveredAt: new Date(at).toISOString(), to });
  const draftOf: DraftOf = (telling) => deliveryDraft(body, telling);
  life.tell(toldAt, draftOf);
  if (chance.inHundred(3)) life.tell(toldAt + chance.between(1, 2 * day), draftOf);
}

function tellDelay(life: Life, parcel: string | undefined, chance: Chance, at: number, until?: number): void {
  const { zone } = life.shop.settings;
  const body = delayBody.parse({
    of: 'delivery',
    parcel,
    code: chance.inHundred(50) ? 'weather' : undefined,
    until: until === undefined ? undefined : dayOf(zone, until),
  });
  life.tell(at, (telling) => delayDraft(body, telling));
}
