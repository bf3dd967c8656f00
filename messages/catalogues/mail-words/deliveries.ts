import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about a parcel under way say, by their names. */
export interface DeliveryMails {
  readonly 'ask-delivery-check': {
    subject(say: Order & { readonly scanned: boolean }): Shown;
    title(parcels: number): Shown;
    scanned(say: {
      readonly parcels: number;
      readonly toNeighbour: boolean;
      readonly carrier?: Shown | undefined;
      readonly at?: Shown | undefined;
    }): Shown;
    isAllWell(parcels: number): Shown;
    unscannedToday(parcels: number): Shown;
    unscannedSince(say: { readonly parcels: number } & By): Shown;
    promo(say: { readonly discount: Shown }): Shown;
    readonly answer: Shown;
    readonly next: Shown;
    readonly nextNotThere: Shown;
  };
  readonly 'warn-delivery-delay': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly next: Shown;
    readonly nextWithDate: Shown;
  };
  readonly 'trace-parcel': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    whatWeKnow(say: {
      readonly carrier?: Shown | undefined;
      readonly leftOn?: Shown | undefined;
      readonly trackingNumber?: Shown | undefined;
    }): Shown;
    readonly asking: Shown;
    writes(say: { readonly signatory: Shown } & By): Shown;
    readonly next: Shown;
    readonly itTurnedUp: Shown;
  };
}
