import { deadlineAfter, endOfDeliveryDay } from '../../calendar/calendar.ts';
import { opensCase } from '../calls/travel.ts';
import type { IncidentFact } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import { caseOf } from './cases.ts';
import type { Particular } from './compose.ts';

const about = { damaged: 'damaged', lost: 'missing', returned: 'return', refused: 'return' } as const;

/** What befell the parcel; where only a person can put it right, the case is acknowledged here, or joins the open one. */
export function warnDeliveryIncident(occasion: Occasion, circumstances: Circumstances): Particular {
  const fact = occasion.news!.fact as IncidentFact;
  const covers = [fact.parcel];
  if (!opensCase(fact)) return { covers, promises: [] };
  return { covers, ...caseOf(occasion, circumstances, about[fact.kind as keyof typeof about], covers) };
}

/** It waits at a pickup point: deliver-by moves to the day until which it is kept. */
export function announcePickup({ news }: Occasion, { settings, now }: Circumstances): Particular {
  const { parcel, keptUntil } = news!.fact as IncidentFact;
  const until =
    keptUntil !== undefined && keptUntil.until > now
      ? keptUntil
      : deadlineAfter(settings, now, settings.waits.pickup, endOfDeliveryDay);
  return { covers: [parcel], promises: [{ promise: 'deliver', parcel, ...until }] };
}

/** Named once more: two days before its time is over, or when the customer asks where it is. */
export function remindPickup({ news, dues }: Occasion): Particular {
  const parcels = news?.parcels ?? dues.flatMap((due) => due.parcels);
  return { covers: [...new Set(parcels.map(({ parcel }) => parcel))], promises: [] };
}
