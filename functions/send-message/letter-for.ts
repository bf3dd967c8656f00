import { locales, type Letter, type Letterhead, type Locale, type Particulars } from '../../messages/letter.ts';
import { isOpenAt, nextOpening } from '../domain/calendar/calendar.ts';
import { read } from '../domain/order/reading.ts';
import { remembered } from '../domain/remembered.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { caseBodies } from './bodies/cases.ts';
import { decisionBodies } from './bodies/decisions.ts';
import { deliveryBodies } from './bodies/delivery.ts';
import type { Bodies, Material } from './bodies/material.ts';
import { shippingBodies } from './bodies/shipping.ts';

export { promisedTime, promoValidUntil } from './bodies/material.ts';

/** The letter that a told entry stands for: what was judged, with the names and texts beside it. */
export function letterFor(material: Omit<Material, 'reading'>): Letter {
  const { told } = material;
  if (!isLetter(told.message)) throw new Error(`${told.message} is not a letter to a customer`);
  const message = told.message as AboutAnOrder;
  const body = bodies[message]({ ...material, reading: read(material.order) });
  return { message, head: headOf(material), body } as Letter;
}

/** All but the letter that is not about one act of an order: promos that were held back go together, whatever their orders. */
type AboutAnOrder = Exclude<keyof Particulars, 'offer-promo'>;

const bodies: Bodies<AboutAnOrder> = { ...shippingBodies, ...deliveryBodies, ...caseBodies, ...decisionBodies };

/** Whether it is a message to the customer about one act of an order; the others are matters of staff. */
export function isLetter(message: string): boolean {
  return message in bodies;
}

function headOf({
  order: { placed },
  settings,
  customer,
  giftOf,
  link,
  preferences,
  noOffers,
  now,
  told,
}: Omit<Material, 'reading'>): Letterhead {
  const { number, at: placedAt, kind } = placed;
  const head = letterheadOf(settings, {
    locale: customer.locale,
    name: customer.name,
    order: { number, placedAt, collect: kind === 'collect' ? true : undefined },
    ways: { link, preferences, noOffers },
    tone: told.tone,
    now,
  });
  return { ...head, now: told.at > now ? told.at : now, giftOf };
}

/** What stands on every mail to a customer. `locale`: the language they want, where it is known. */
export function letterheadOf(
  settings: CompleteSettings,
  about: Pick<Letterhead, 'order' | 'tone' | 'now'> & {
    readonly locale: string | undefined;
    readonly name: string;
    readonly ways: Pick<Letterhead, 'link' | 'preferences' | 'noOffers'>;
  },
): Letterhead {
  const { name, phone, address, url, signatory } = settings;
  const opensAt = isOpenAt(settings, about.now) ? undefined : nextOpening(settings, about.now);
  return {
    locale: localeOf(about.locale, settings),
    zone: settings.zone,
    now: about.now,
    shop: { name, phone, address, url, signatory, opensAt },
    order: about.order,
    customer: { name: about.name },
    tone: about.tone,
    ...about.ways,
  };
}

const spokenBy = remembered((tag: string): Locale | undefined => {
  const { language } = new Intl.Locale(tag);
  return locales.find((known) => known === language);
});

function ours(tag: string | undefined): Locale | undefined {
  return tag === undefined ? undefined : spokenBy(tag);
}

/** The languages that both the shop and we speak, as the shop lists them. */
export function spokenIn({ locales: spoken }: Pick<CompleteSettings, 'locales'>): Locale[] {
  return [...new Set(spoken.flatMap((tag) => ours(tag) ?? []))];
}

/** The customer's language where the shop and we both speak it, else the shop's, else the first of ours. */
export function localeOf(wanted: string | undefined, settings: Pick<CompleteSettings, 'locale' | 'locales'>): Locale {
  const spoken = settings.locales.map(ours);
  const theirs = ours(wanted);
  if (theirs !== undefined && spoken.includes(theirs)) return theirs;
  return ours(settings.locale) ?? spoken.find((known) => known !== undefined) ?? locales[0];
}
