import {
  locales,
  type Goods,
  type Letter,
  type Letterhead,
  type Locale,
  type ParcelNews,
  type Particulars,
  type PromisedTime,
  type Reason,
} from '../../messages/letter.ts';
import { dayOf, isOpenAt, nextOpening, addDays, endOfDeliveryDay, type Deadline } from '../domain/calendar/calendar.ts';
import { casesOf } from '../domain/order/cases.ts';
import type { DelayFact, PromisedBy } from '../domain/order/facts.ts';
import type { Made, RecordedOrder, Told } from '../domain/order/order.ts';
import type { Parcel } from '../domain/order/parcels.ts';
import { read, type Reading } from '../domain/order/reading.ts';
import type { Details } from '../domain/ports.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { goodsOf, type Correspondent, type OrderDetails } from './order-details.ts';

/** All that a letter is made of. The order holds the claim already. */
export interface Material {
  readonly order: RecordedOrder;
  readonly told: Told;
  readonly settings: CompleteSettings;
  readonly details: ReadonlyMap<string, Details>;
  readonly placed: OrderDetails;
  readonly customer: Correspondent;
  readonly link: string;
  readonly now: number;
}

/** The letter that a told entry stands for: what was judged, with the names and texts beside it. */
export function letterFor(material: Material): Letter {
  const { told } = material;
  if (!(told.message in bodies)) throw new Error(`${told.message} is not a letter to a customer`);
  const message = told.message as keyof Particulars;
  const body = bodies[message]({ ...material, reading: read(material.order) });
  return { message, head: headOf(material), body } as Letter;
}

type BodyOf<Name extends keyof Particulars> = (material: Material & { readonly reading: Reading }) => Particulars[Name];

const bodies: { readonly [Name in keyof Particulars]: BodyOf<Name> } = {
  'confirm-order': ({ order, told, placed, reading }) => {
    const ships = order.placed.lines.some((line) => line.ships);
    const writeBy = told.promises.find((made) => made.promise === 'write');
    return {
      lines: goodsOf(order.placed.lines, placed),
      total: placed.total,
      delivery: {
        kind: ships ? (placed.delivery?.kind ?? 'parcel') : 'none',
        method: placed.delivery?.method,
        address: placed.delivery?.address,
      },
      recipient: placed.recipient?.name,
      shipBy: ships ? promisedTime(order.placed.shipBy) : undefined,
      deliverBy: ships ? promisedTime(order.placed.deliverBy) : undefined,
      alreadyShipped: ships && reading.left.length === 0,
      lateAlready: writeBy === undefined ? undefined : { writeBy: hourOf(writeBy) },
    };
  },
  'announce-shipment': (material) => ({
    parcels: parcelsCovered(material),
    extra: coveredBy(material).every((parcel) => parcel.lines.length === 0),
  }),
  'announce-partial-shipment': (material) => ({
    parcels: parcelsCovered(material),
    toCome: goodsOf(material.reading.left, material.placed),
    toComeBy: toComeBy(material.reading),
  }),
  'warn-shipping-delay': ({ told, placed, details, order, reading }) => {
    const made = (promise: Made['promise']) => told.promises.find((one) => one.promise === promise);
    const [ship, deliver, write] = [made('ship'), made('deliver'), made('write')];
    const someLeft = reading.parcels.length > 0;
    return {
      level: told.level ?? 1,
      reason: reasonOf(told, order, details),
      shipBy: ship && promisedTime(ship),
      deliverBy: deliver && promisedTime(deliver),
      writeBy: write && hourOf(write),
      onlyThese: someLeft ? goodsOf(reading.left, placed) : undefined,
    };
  },
  'ask-delivery-check': (material) => {
    const { told } = material;
    const parcels = coveredBy(material);
    const scans = parcels.flatMap(({ delivery }) => (delivery === undefined ? [] : [delivery]));
    return {
      scanned: told.scanned === true,
      deliveredAt: told.scanned === true ? scans.at(-1)?.at : undefined,
      toNeighbour: scans.some((scan) => scan.toNeighbour),
      parcels: parcelsCovered(material),
      promo: told.promo !== undefined && 'discount' in told.promo ? told.promo.discount : undefined,
    };
  },
  'warn-delivery-delay': (material) => {
    const { told, order, details } = material;
    const [first] = told.promises;
    return {
      parcel: asOne(parcelsCovered(material)),
      reason: reasonOf(told, order, details),
      deliverBy: first?.promise === 'deliver' ? promisedTime(first) : undefined,
      writeBy: first?.promise === 'write' ? hourOf(first) : undefined,
    };
  },
  'thank-customer': ({ told, settings, reading, placed }) => ({
    toCome: [
      ...goodsOf(reading.stillToLeave, placed),
      ...reading.underWay.flatMap((parcel) => goodsOf(parcel.lines, placed)),
    ],
    toComeBy: nextStepBy(reading),
    promo:
      told.promo !== undefined && 'code' in told.promo && told.promo.code !== undefined
        ? {
            code: told.promo.code,
            discount: told.promo.discount,
            validUntil: promisedTime(promoValidUntil(told, settings)),
          }
        : undefined,
  }),
  'trace-parcel': (material) => ({
    parcel: asOne(parcelsCovered(material)),
    writeBy: hourOf(material.told.promises[0]!),
  }),
  'open-case': (material) => caseBody(material),
  'apologise-for-wait': (material) => caseBody(material),
  'hand-to-staff': ({ told, settings }) => ({
    owner: told.task?.owner?.name ?? settings.signatory.name,
    callBy: { instant: told.task?.dueAt ?? told.at },
  }),
};

function caseBody({ told, order, settings }: Material): Particulars['open-case'] {
  const one = casesOf(order).find(({ id }) => id === told.case?.id);
  const answer = told.promises.find((made) => made.promise === 'answer');
  return {
    about: (told.case?.about ?? 'other') as Particulars['open-case']['about'],
    owner: one?.owner?.name ?? told.task?.owner?.name ?? settings.signatory.name,
    answerBy: { instant: answer?.until ?? told.at },
  };
}

function headOf({ order, settings, customer, link, now, told }: Material): Letterhead {
  return {
    locale: localeOf(customer.locale, settings),
    zone: settings.zone,
    now: told.at > now ? told.at : now,
    shop: {
      name: settings.name,
      phone: settings.phone,
      address: settings.address,
      url: settings.url,
      signatory: settings.signatory,
      opensAt: isOpenAt(settings, now) ? undefined : nextOpening(settings, now),
    },
    order: { number: order.placed.number, placedAt: order.placed.at },
    customer: { name: customer.name },
    link,
  };
}

function ours(tag: string | undefined): Locale | undefined {
  return locales.find((known) => tag !== undefined && new Intl.Locale(tag).language === known);
}

/** The customer's language where the shop and we both speak it, else the shop's, else the first of ours. */
export function localeOf(wanted: string | undefined, settings: Pick<CompleteSettings, 'locale' | 'locales'>): Locale {
  const spoken = settings.locales.map(ours);
  const theirs = ours(wanted);
  if (theirs !== undefined && spoken.includes(theirs)) return theirs;
  return ours(settings.locale) ?? spoken.find((known) => known !== undefined) ?? locales[0];
}

/** The last day on which the promo holds. */
export function promoValidUntil(told: Told, settings: CompleteSettings): Required<Deadline> & { day: string } {
  const day = addDays(dayOf(settings.zone, told.at), settings.promo?.validDays ?? 0);
  return { until: endOfDeliveryDay(settings, day), day };
}

/** A promise as it was given: a day stays a day. */
export const promisedTime = ({ day, until }: PromisedBy): PromisedTime =>
  day === undefined ? { instant: until } : { day };
/** When we write again is told with its hour. */
const hourOf = ({ until }: PromisedBy): PromisedTime => ({ instant: until });

function coveredBy({ told, reading }: { told: Told; reading: Reading }): Parcel[] {
  return reading.parcels.filter(({ parcel }) => told.covers.includes(parcel));
}

function parcelsCovered(material: Material & { readonly reading: Reading }): ParcelNews[] {
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
function asOne(parcels: readonly ParcelNews[]): ParcelNews {
  const goods: readonly Goods[] = parcels.flatMap((parcel) => parcel.goods);
  return parcels.length === 1 ? parcels[0]! : { shippedAt: parcels[0]?.shippedAt, goods };
}

/** The first day by which something of what is still to come happens. */
function nextStepBy({ awaitsShipment, shipping, underWay }: Reading): PromisedTime | undefined {
  const leaves = awaitsShipment ? [shipping.chain.at(-1)?.made] : [];
  const arrives = underWay.map(({ promised }) => promised?.made);
  const all = [...leaves, ...arrives].filter((made) => made !== undefined).sort((a, b) => a.until - b.until);
  return all[0] === undefined ? undefined : promisedTime(all[0]);
}

function toComeBy({ shipping }: Reading): PromisedTime | undefined {
  const last = shipping.chain.at(-1)?.made;
  return last?.promise === 'ship' ? promisedTime(last) : undefined;
}

/** Why it is late: of the last delay this message passes on; in silence nothing is invented. */
function reasonOf(told: Told, order: RecordedOrder, details: ReadonlyMap<string, Details>): Reason {
  const fact = order.facts.findLast(
    (one): one is DelayFact => one.name === 'delay' && order.fates[one.id] === told.key,
  );
  if (fact === undefined) return {};
  const text = details.get(fact.id)?.['reason'];
  return { text: typeof text === 'string' ? text : undefined, code: fact.code };
}
