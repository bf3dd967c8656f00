import { cancellationBody, cancellationDraft } from '../../../functions/domain/told-to-us/cancellation.ts';
import type * as z from 'zod/mini';
import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { changeBody, changeDraft } from '../../../functions/domain/told-to-us/change.ts';
import { correctionBody, correctionDraft } from '../../../functions/domain/told-to-us/correction.ts';
import { deliveryBody, deliveryDraft } from '../../../functions/domain/told-to-us/delivery.ts';
import {
  shipmentCorrectionBody,
  shipmentCorrectionDraft,
} from '../../../functions/domain/told-to-us/shipment-correction.ts';
import type { Chance, Weighted } from '../chance.ts';
import { canary, trackingCanary } from '../judging/canaries.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** What can happen to an order besides its leaving and travelling; nothing, most of the time. */
type Trouble = (life: Life, chance: Chance) => void;

export function meetTroubles(life: Life): void {
  const chance = life.chance('troubles');
  chance.oneOf(troubles)(life, chance);
}

/** A new trouble is one more line here. */
const troubles: readonly Weighted<Trouble>[] = [
  [89, () => {}],
  [3, changed],
  [3, cancelled],
  [2, cancelledInPart],
  [1.5, trackingCorrected],
  [1.5, scannedByMistake],
];

const sometime = ({ placedAt }: Life, chance: Chance): number =>
  placedAt + (chance.inHundred(60) ? chance.between(minute, 2 * day) : chance.between(minute, 12 * day));

function cancelled(life: Life, chance: Chance): void {
  const by = chance.inHundred(70) ? 'customer' : 'shop';
  const body = cancellationBody.parse({ by });
  life.tell(sometime(life, chance), (telling) => cancellationDraft(body, telling));
}

function cancelledInPart(life: Life, chance: Chance): void {
  const { id, quantity } = life.lines[0]!;
  const lines = [{ id, quantity: chance.between(1, quantity) }];
  const body = cancellationBody.parse({ by: chance.inHundred(50) ? 'customer' : 'shop', lines });
  life.tell(sometime(life, chance), (telling) => cancellationDraft(body, telling));
}

/** Another address, a lower price, more of the first line, or a later day of leaving. */
function changed(life: Life, chance: Chance): void {
  const { zone } = life.shop.settings;
  const at = sometime(life, chance);
  const [first, ...rest] = life.lines;
  const body = changeBody.parse(
    chance.oneOf<z.input<typeof changeBody>>([
      [3, { delivery: { address: `7 rue ${canary}, 69001 Lyon` } }],
      [2, { total: { amount: Math.round(life.total * 0.8), currency: life.shop.currency } }],
      [
        2,
        {
          lines: [{ ...first!, quantity: first!.quantity + 1 }, ...rest].map((line) => ({ ...line, title: 'A print' })),
        },
      ],
      [2, { shipBy: dayOf(zone, Math.max(at, life.promised.shipBy) + chance.between(day, 5 * day)) }],
    ]),
  );
  life.tell(at, (telling) => changeDraft(body, telling));
}

function trackingCorrected(life: Life, chance: Chance): void {
  const body = shipmentCorrectionBody.parse({ parcel: 'p1', trackingNumber: `${trackingCanary}C${life.number}` });
  life.tell(sometime(life, chance), (telling) => shipmentCorrectionDraft(body, telling));
}

/** The carrier scanned another house, and says so later. */
function scannedByMistake(life: Life, chance: Chance): void {
  const at = sometime(life, chance);
  const scan = deliveryBody.parse({ parcel: 'p1', deliveredAt: new Date(at).toISOString() });
  const correction = correctionBody.parse({
    fact: 'delivery:p1',
    by: 'Hugo Blanc',
    reason: `another house, ${canary}`,
  });
  life.tell(at, (telling) => deliveryDraft(scan, telling));
  life.tell(at + chance.between(minute, 2 * day), (telling) => correctionDraft(correction, telling));
  if (chance.inHundred(50)) {
    const again = at + chance.between(2 * day, 5 * day) + hour;
    const body = deliveryBody.parse({ parcel: 'p1', deliveredAt: new Date(again).toISOString() });
    life.tell(again, (telling) => deliveryDraft(body, telling));
  }
}
