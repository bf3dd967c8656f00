import type { Tone } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about what leaves the shop say, by their names. */
export interface ShipmentMails {
  readonly 'announce-shipment': {
    subject(say: Order): Shown;
    subjectExtra(say: Order): Shown;
    title(parcels: number): Shown;
    readonly titleExtra: Shown;
    opening(say: { readonly parcels: number; readonly tone: Tone }): Shown;
    readonly openingExtra: Shown;
    next(parcels: number): Shown;
  };
  readonly 'announce-partial-shipment': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly restLeavesBy: Shown;
    nextRest(say: Partial<By>): Shown;
    next(parcels: number): Shown;
  };
  readonly 'warn-shipping-delay': {
    subject(say: Order & { readonly level: 1 | 2 | 3 }): Shown;
    title(level: 1 | 2 | 3): Shown;
    opening(say: { readonly level: 1 | 2 | 3; readonly partly: boolean }): Shown;
    readonly newDates: Shown;
    choice(say: { readonly partly: boolean }): Shown;
    readonly choose: Shown;
    nextWithDate(say: Partial<By>): Shown;
    nextWithoutDate(say: Partial<By>): Shown;
    readonly nextChoice: Shown;
  };
  readonly 'correct-shipment': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    carrier(carrier: Shown | undefined): Shown;
    tracking(number: Shown | undefined): Shown;
    deliverBy(by: Shown | undefined): Shown;
  };
}
