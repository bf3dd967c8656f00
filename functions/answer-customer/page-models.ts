import type { Locale } from '../../messages/letter.ts';
import type {
  AnsweredPage,
  ChoicePage,
  CustomerChoice,
  CustomerWord,
  PageParcel,
  PageShop,
  WordPage,
} from '../../messages/pages/models.ts';
import { deadlineAfter, isOpenAt, nextOpening } from '../domain/calendar/calendar.ts';
import { choicesOpen } from '../domain/order/choices.ts';
import type { ChoiceFact, Fact, PromisedBy, WordFact } from '../domain/order/facts.ts';
import type { RecordedOrder, Told } from '../domain/order/order.ts';
import type { Parcel } from '../domain/order/parcels.ts';
import { statusOf } from '../domain/order/parcel-status.ts';
import { without } from '../domain/order/quantities.ts';
import { openCase, read, type Reading } from '../domain/order/reading.ts';
import type { Details, Profile } from '../domain/ports.ts';
import { isComplete, type Settings } from '../domain/shop/settings.ts';
import { pickupPoint } from '../send-message/bodies/delivery.ts';
import { promisedTime, promoValidUntil } from '../send-message/bodies/material.ts';
import { localeOf } from '../send-message/letterhead.ts';
import { goodsOf, languageOf, orderDetailsIn, type OrderDetails } from '../send-message/order-details.ts';

/** What the pages of one order are made of. */
export interface Known {
  readonly order: RecordedOrder;
  readonly details: ReadonlyMap<string, Details>;
  readonly settings: Settings;
  /** Who the customer is by now; absent: as the order says. */
  readonly profile: Profile | undefined;
  readonly now: number;
}

/** How to reach the shop; its phone is known wherever an order was taken. */
export function shopOnPage(shop: string, settings: Settings, now: number): PageShop {
  return {
    name: settings.name ?? shop,
    phone: settings.phone ?? '',
    address: settings.address,
    opensAt: isOpenAt(settings, now) ? undefined : nextOpening(settings, now),
    zone: settings.zone,
    now,
  };
}

interface Common {
  readonly locale: Locale;
  readonly shop: PageShop;
  readonly order: { readonly number: string; readonly collect?: boolean | undefined };
}

export function common({ order, settings, profile, now }: Known, placed: OrderDetails): Common {
  return {
    locale: localeOf(languageOf(profile) ?? placed.customer.locale, settings),
    shop: shopOnPage(order.shop, settings, now),
    order: { number: order.placed.number, collect: order.placed.kind === 'collect' ? true : undefined },
  };
}

/** Where the order stands, and what the customer may say about it. */
export function wordPageOf(known: Known): WordPage {
  const placed = orderDetailsIn(known.order, known.details);
  const reading = read(known.order);
  const { parcels, stillToLeave, toShip } = reading;
  const next = toShip[0]?.made;
  const isPromised = next?.promise === 'ship' && next.until > known.now;
  return {
    ...common(known, placed),
    asked: parcels.some(({ asked }) => asked !== undefined),
    parcels: parcels.map((parcel) => parcelOnPage(parcel, known, reading, placed)),
    toCome: goodsOf(stillToLeave, placed),
    toComeBy: isPromised ? promisedTime(next) : undefined,
    lastWord: lastWordOf(known.order)?.word,
  };
}

/** What the customer may choose: after a stock-out, or when it is late for the third time. */
export function choicePageOf(known: Known): ChoicePage {
  const { order, settings, now } = known;
  const placed = orderDetailsIn(order, known.details);
  const reading = read(order);
  const { out } = reading.ledger;
  const choices = choicesOpen(reading, now);
  const isOut = out.length > 0;
  const concerned = isOut ? out.map(({ line }) => line) : reading.stillToLeave;
  const titles = isOut && choices.includes('replace') ? titlesInstead(known, out) : [];
  return {
    ...common(known, placed),
    about: isOut ? 'stock-out' : 'delay',
    late: goodsOf(concerned, placed),
    rest: isOut ? goodsOf(without(reading.stillToLeave, concerned), placed) : undefined,
    partly: concerned.length > 0 && (reading.parcels.length > 0 || without(reading.stillToLeave, concerned).length > 0),
    choices,
    waitUntil: waitUntil(reading, choices, now),
    replacement:
      titles.length === 0 ? undefined : { titles, leavesBy: promisedTime(replaceUntil(reading, settings, now)) },
    lastChoice: lastChoiceOf(order)?.choice,
  };
}

/** As the question named it; else the day on which all of it is back, or by which it should leave. */
function waitUntil(reading: Reading, choices: readonly CustomerChoice[], now: number): ChoicePage['waitUntil'] {
  const { ledger, stock, shipping } = reading;
  if (ledger.out.length === 0) {
    const last = shipping.chain.at(-1)?.made;
    return last?.promise === 'ship' && last.until > now ? promisedTime(last) : undefined;
  }
  if (!choices.includes('wait')) return undefined;
  const back = ledger.out.flatMap(({ fact }) => fact.restockOn ?? []).toSorted((a, b) => a.until - b.until);
  const until = stock?.waitUntil ?? back.at(-1);
  return until && promisedTime(until);
}

/** As the question named it; else after the shop's usual time. */
function replaceUntil({ stock }: Reading, settings: Settings, now: number): PromisedBy {
  return stock?.replaceUntil ?? deadlineAfter(settings, now, settings.promises.ship);
}

/** What the shop offers instead of what is out of stock: of each stock-out once. */
function titlesInstead({ details }: Known, out: Reading['ledger']['out']): string[] {
  const facts = [...new Set(out.map(({ fact }) => fact.id))];
  return facts.flatMap((fact) => {
    const replacement = details.get(fact)?.['replacement'];
    return isTitled(replacement) ? [replacement.title] : [];
  });
}

function isTitled(value: unknown): value is { readonly title: string } {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

/** What was said, and what is known of what happens next: nothing yet, unless it was said before. */
export function answeredPageOf(
  known: Known,
  said: CustomerWord | CustomerChoice,
  before: Fact | undefined,
): AnsweredPage {
  const placed = orderDetailsIn(known.order, known.details);
  const led = before === undefined ? undefined : known.order.fates[before.id];
  const told = known.order.told.find(({ key }) => key === led);
  return {
    ...common(known, placed),
    said,
    leavesBy: leavesBy(known, said, told),
    already: before !== undefined,
    next: (told && nextAfter(told)) ?? nextInCase(known, said),
    promo: told === undefined ? promoForAnswer(known, said) : promoIn(told, known.settings),
  };
}

/** Of `wait` and `replace`: the day that the question named, or what we have said since. */
function leavesBy(
  { order }: Known,
  said: CustomerWord | CustomerChoice,
  told: Told | undefined,
): AnsweredPage['leavesBy'] {
  if (said !== 'wait' && said !== 'replace') return undefined;
  const asked = order.told.findLast(({ stock }) => stock !== undefined)?.stock;
  const promised = told?.promises.find(({ promise }) => promise === 'ship');
  const until = promised ?? (said === 'wait' ? asked?.waitUntil : asked?.replaceUntil);
  return until && promisedTime(until);
}

export function lastWordOf({ facts }: RecordedOrder): WordFact | undefined {
  return facts.findLast((fact): fact is WordFact => fact.name === 'word');
}

export function lastChoiceOf({ facts }: RecordedOrder): ChoiceFact | undefined {
  return facts.findLast((fact): fact is ChoiceFact => fact.name === 'choice');
}

function parcelOnPage(parcel: Parcel, known: Known, reading: Reading, placed: OrderDetails): PageParcel {
  const { lines, shipment, delivery, promised: last } = parcel;
  return {
    id: parcel.parcel,
    goods: goodsOf(lines, placed),
    status: statusOnPage(parcel, reading),
    carrier: shipment?.carrier,
    trackingNumber: shipment?.trackingNumber,
    trackingUrl: shipment?.trackingUrl,
    deliverBy: last?.made.promise === 'deliver' ? promisedTime(last.made) : undefined,
    deliveredAt: delivery?.at,
    pickup: parcel.pickup && {
      ...pickupPoint([parcel.parcel], known.order, known.details),
      keptUntil: promisedTime(parcel.pickup.made),
    },
  };
}

/** What the customer is shown of it: what is damaged, refused or cancelled is told in its own message. */
function statusOnPage(parcel: Parcel, reading: Reading): PageParcel['status'] {
  const status = statusOf(parcel, reading);
  if (status === 'at-pickup' || status === 'lost' || status === 'returned') return status;
  if (status === 'refused') return 'returned';
  const { delivery, received } = parcel;
  if (delivery?.toNeighbour === true) return 'with-neighbour';
  return delivery !== undefined || received !== undefined ? 'delivered' : 'under-way';
}

/** Who has it in hand, and by when the customer hears of it. */
function nextAfter({ task, promises }: Told): AnsweredPage['next'] {
  const by = promises.find(({ promise }) => promise === 'answer' || promise === 'write');
  return task?.owner === undefined || by === undefined
    ? undefined
    : { owner: task.owner.name, by: { instant: by.until } };
}

/** While a case is open no mail follows: whoever has it in hand answers. */
function nextInCase({ order }: Known, said: CustomerWord | CustomerChoice): AnsweredPage['next'] {
  const open = openCase(read(order));
  if (open?.owner === undefined || (said !== 'problem' && said !== 'not-yet')) return undefined;
  return { owner: open.owner.name, by: { instant: open.until } };
}

/** A question leads to no mail of ours, so the promo that the check offered for any answer is given here. */
function promoForAnswer({ order, settings }: Known, said: CustomerWord | CustomerChoice): AnsweredPage['promo'] {
  const asked = order.told.findLast(({ message }) => message === 'ask-delivery-check');
  return said === 'question' && asked !== undefined ? promoIn(asked, settings) : undefined;
}

function promoIn(told: Told, settings: Settings): AnsweredPage['promo'] {
  const { promo } = told;
  if (promo === undefined || !('code' in promo) || promo.code === undefined || !isComplete(settings)) return undefined;
  return { code: promo.code, discount: promo.discount, validUntil: promisedTime(promoValidUntil(told, settings)) };
}
