import type { IncidentKind, Tone } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

type Incident = Exclude<IncidentKind, 'held-at-pickup'>;

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
    /** Asked after a scan only. */
    isAllWell(say: { readonly parcels: number; readonly tone: Tone }): Shown;
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
  readonly 'warn-delivery-incident': {
    subject(say: Order & { readonly kind: Incident }): Shown;
    title(kind: Incident): Shown;
    /** What happened. */
    opening(kind: Incident): Shown;
    noted(note: Shown): Shown;
    /** What the shop does, where a case has an owner and an hour. */
    inHand(say: { readonly owner: Shown } & By): Shown;
    /** What the shop does where there is no case. */
    weDo(kind: Incident): Shown;
    /** What the customer can do. */
    youCan(kind: Incident): Shown;
  };
  readonly 'announce-pickup': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(say: { readonly name: Shown | undefined } & By): Shown;
    readonly where: Shown;
    readonly address: Shown;
    readonly next: Shown;
    readonly nextCannot: Shown;
  };
  readonly 'remind-pickup': {
    subject(say: Order & { readonly asked: boolean }): Shown;
    title(asked: boolean): Shown;
    opening(say: { readonly name: Shown | undefined; readonly asked: boolean } & By): Shown;
    readonly afterwards: Shown;
  };
}
