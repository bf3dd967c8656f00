import type * as z from 'zod/mini';
import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { delayBody, delayDraft } from '../../../functions/domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../../../functions/domain/told-to-us/delivery.ts';
import { incidentBody, incidentDraft } from '../../../functions/domain/told-to-us/incident.ts';
import type { Chance, Weighted } from '../chance.ts';
import { canary } from '../judging/canaries.ts';
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
  [2, attemptFailed],
  [3, heldAtPickup],
  [1, heldByCustoms],
  [1, endedBadly],
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

function attemptFailed(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const attempt = leftAt + usual(chance);
  incident(life, attempt, { parcel, kind: 'failed-attempt', note: `nobody at home, ${canary}` });
  if (chance.inHundred(20)) incident(life, attempt + day, { parcel, kind: 'failed-attempt' });
  const at = arrive(life, parcel, attempt + chance.between(day, 3 * day));
  scan(life, parcel, at, at, chance);
}

/** It waits at a pickup point for some days, most of the time named, and is collected or not. */
function heldAtPickup(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const held = leftAt + usual(chance);
  const until = chance.inHundred(70)
    ? dayOf(life.shop.settings.zone, held + chance.between(3 * day, 12 * day))
    : undefined;
  incident(life, held, {
    parcel,
    kind: 'held-at-pickup',
    pickup: { name: `Corner ${canary}`, address: `1 ${canary} Street`, until },
  });
  if (!chance.inHundred(85)) return;
  const at = arrive(life, parcel, held + chance.between(hour, 9 * day));
  if (chance.inHundred(90)) scan(life, parcel, at, at, chance);
}

function heldByCustoms(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const held = leftAt + usual(chance);
  incident(life, held, { parcel, kind: 'customs' });
  const at = arrive(life, parcel, held + chance.between(day, 10 * day));
  scan(life, parcel, at, at, chance);
}

function endedBadly(life: Life, parcel: string, leftAt: number, chance: Chance): void {
  const kind = chance.oneOf<z.input<typeof incidentBody>['kind']>([
    [3, 'damaged'],
    [2, 'lost'],
    [1, 'returned'],
    [1, 'refused'],
  ]);
  incident(life, leftAt + usual(chance), { parcel, kind });
}

function incident(life: Life, at: number, told: z.input<typeof incidentBody>): void {
  const body = incidentBody.parse(told);
  life.tell(at, (telling) => incidentDraft(body, telling));
}

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
