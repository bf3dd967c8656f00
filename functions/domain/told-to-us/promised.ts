import { deadlineAfter, endOfDeliveryDay } from '../calendar/calendar.ts';
import type { PromisedBy } from '../order/facts.ts';
import type { DayOrInstant } from '../times.ts';
import type { Settings } from '../shop/settings.ts';
import { deliveredBy, shippedBy, type Wrong } from './draft.ts';

/** What the shop promises of delivery where it names nothing: its usual time, counted from shipping. */
export function usualDeliverBy(ship: PromisedBy, settings: Settings): PromisedBy {
  return deadlineAfter(settings, ship.until, settings.promises.deliver, endOfDeliveryDay);
}

/** Nothing arrives before it leaves. */
export function deliverByBeforeShipBy(
  { shipBy, deliverBy }: { readonly shipBy?: DayOrInstant | undefined; readonly deliverBy?: DayOrInstant | undefined },
  settings: Settings,
): Wrong[] {
  if (shipBy === undefined || deliverBy === undefined) return [];
  if (deliveredBy(deliverBy, settings).until >= shippedBy(shipBy, settings).until) return [];
  return [{ path: ['deliverBy'], detail: 'comes before shipBy' }];
}
