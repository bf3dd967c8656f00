import type {
  Goods,
  Money,
  ParcelNews,
  Particulars,
  PaymentToCome,
  PromisedTime,
  RefundToCome,
} from '../../../messages/letter.ts';
import { addDays, dayOf, endOfDeliveryDay, type Deadline } from '../../domain/calendar/calendar.ts';
import type { Fact, PromisedBy } from '../../domain/order/facts.ts';
import type { RecordedOrder, Told } from '../../domain/order/order.ts';
import type { Parcel } from '../../domain/order/parcels.ts';
import type { Reading } from '../../domain/order/reading.ts';
import type { Details } from '../../domain/ports.ts';
import type { CompleteSettings } from '../../domain/shop/settings.ts';
import { goodsOf, type Correspondent, type OrderDetails } from '../order-details.ts';

/** All that a letter is made of. The order holds the claim already. */
export interface Material {
  readonly order: RecordedOrder;
  readonly told: Told;
  readonly settings: CompleteSettings;
  readonly details: ReadonlyMap<string, Details>;
  readonly placed: OrderDetails;
  /** Whom it goes to. */
  readonly customer: Correspondent;
  /** Of a copy for whoever receives the gift: who sends it. */
  readonly giftOf?: string | undefined;
  readonly link: string;
  /** Where the customer chooses how we write; absent in a mail to whoever receives the gift. */
  readonly preferences?: string | undefined;
  /** Where offers end; exactly where the message carries a promo. */
  readonly noOffers?: string | undefined;
  readonly now: number;
  readonly reading: Reading;
}

/** What is particular to the messages that it names. */
export type Bodies<Name extends keyof Particulars> = {
  readonly [Each in Name]: (material: Material) => Particulars[Each];
};

/** The last day on which the promo holds. */
export function promoValidUntil(told: Told, settings: CompleteSettings): Required<Deadline> & { day: string } {
  const day = addDays(dayOf(settings.zone, told.at), settings.promo?.validDays ?? 0);
  return { until: endOfDeliveryDay(settings, day), day };
}

/** A promise as it was given: a day stays a day. */
export const promisedTime = ({ day, until }: PromisedBy): PromisedTime =>
  day === undefined ? { instant: until } : { day };
/** When we write again is told with its hour. */
export const hourOf = ({ until }: PromisedBy): PromisedTime => ({ instant: until });

export function coveredBy({ told, reading }: Pick<Material, 'told' | 'reading'>): Parcel[] {
  return reading.parcels.filter(({ parcel }) => told.covers.includes(parcel));
}

export function parcelsCovered(material: Material): ParcelNews[] {
  return coveredBy(material).map((parcel) => ({
    carrier: parcel.shipment?.carrier,
    trackingNumber: parcel.shipment?.trackingNumber,
    trackingUrl: parcel.shipment?.trackingUrl,
    shippedAt: parcel.shipment?.at,
    goods: goodsOf(parcel.lines, material.placed),
    deliverBy: parcel.promised?.made.promise === 'deliver' ? promisedTime(parcel.promised.made) : undefined,
  }));
}

/** Several parcels that are late together, told as one. */
export function asOne(parcels: readonly ParcelNews[]): ParcelNews {
  const goods: readonly Goods[] = parcels.flatMap((parcel) => parcel.goods);
  return parcels.length === 1 ? parcels[0]! : { shippedAt: parcels[0]?.shippedAt, goods };
}

/** The fact that a message came from. */
export function causeOf({ order, told }: Pick<Material, 'order' | 'told'>): Fact | undefined {
  return order.facts.find(({ id }) => id === told.cause);
}

/** What somebody wrote about a fact: text that no one has looked at. */
export function written(details: Material['details'], fact: string | undefined, field: string): string | undefined {
  const text = fact === undefined ? undefined : details.get(fact)?.[field];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The money that a message says is still to come. */
export function refundIn({ told, placed }: Pick<Material, 'told' | 'placed'>): RefundToCome | undefined {
  const made = told.promises.find(({ promise }) => promise === 'refund');
  if (made === undefined) return undefined;
  return { amount: told.owed === undefined ? undefined : moneyOf(told.owed, placed), by: promisedTime(made) };
}

export function moneyOf(amount: number, { total }: OrderDetails): Money {
  return { amount, currency: total.currency };
}

/** How it reaches the customer, as the order is now. */
export function deliveryOf({
  order,
  placed,
}: Pick<Material, 'order' | 'placed'>): Particulars['confirm-change']['delivery'] {
  const ships = order.placed.lines.some((line) => line.ships);
  return {
    kind: ships ? (order.placed.kind ?? placed.delivery?.kind ?? 'parcel') : 'none',
    method: placed.delivery?.method,
    address: placed.delivery?.address,
  };
}

/** What is to be paid, by when and where, while the payment is awaited. */
export function paymentToCome({ reading, placed }: Pick<Material, 'reading' | 'placed'>): PaymentToCome | undefined {
  if (reading.payBy === undefined) return undefined;
  return { amount: placed.total, by: promisedTime(reading.payBy.made), url: placed.payUrl };
}

/** The promo that a message gives, with its code. */
export function promoIn({ told, settings }: Pick<Material, 'told' | 'settings'>) {
  if (told.promo === undefined || !('code' in told.promo) || told.promo.code === undefined) return undefined;
  const { code, discount } = told.promo;
  return { code, discount, validUntil: promisedTime(promoValidUntil(told, settings)) };
}
