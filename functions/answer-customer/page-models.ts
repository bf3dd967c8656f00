import type { Goods, Locale } from '../../messages/letter.ts';
import type {
  AnsweredPage,
  ChoicePage,
  CustomerChoice,
  CustomerWord,
  PageParcel,
  PageShop,
  WordPage,
} from '../../messages/pages/models.ts';
import { isOpenAt, nextOpening } from '../domain/calendar/calendar.ts';
import type { ChoiceFact, Fact, WordFact } from '../domain/order/facts.ts';
import type { RecordedOrder, Told } from '../domain/order/order.ts';
import type { Parcel } from '../domain/order/parcels.ts';
import { openCase, read } from '../domain/order/reading.ts';
import type { Details } from '../domain/ports.ts';
import { isComplete, type Settings } from '../domain/shop/settings.ts';
import { localeOf, promisedTime, promoValidUntil } from '../send-message/letter-for.ts';
import { goodsOf, orderDetailsIn, type OrderDetails } from '../send-message/order-details.ts';

/** What the pages of one order are made of. */
export interface Known {
  readonly order: RecordedOrder;
  readonly details: ReadonlyMap<string, Details>;
  readonly settings: Settings;
  /** The customer's language, as last known. */
  readonly locale: string | undefined;
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
  readonly order: { readonly number: string };
}

function common({ order, settings, locale, now }: Known, placed: OrderDetails): Common {
  return {
    locale: localeOf(locale ?? placed.customer.locale, settings),
    shop: shopOnPage(order.shop, settings, now),
    order: { number: order.placed.number },
  };
}

/** Where the order stands, and what the customer may say about it. */
export function wordPageOf(known: Known): WordPage {
  const placed = orderDetailsIn(known.order, known.details);
  const { parcels, left, shipping } = read(known.order);
  const leavesBy = shipping.chain.at(-1)?.made;
  const isPromised = leavesBy?.promise === 'ship' && leavesBy.until > known.now;
  return {
    ...common(known, placed),
    asked: parcels.some(({ asked }) => asked !== undefined),
    parcels: parcels.map((parcel) => parcelOnPage(parcel, placed)),
    toCome: goodsOf(left, placed),
    toComeBy: isPromised ? promisedTime(leavesBy) : undefined,
    lastWord: lastWordOf(known.order)?.word,
  };
}

/** What the customer may choose when it is late for the third time. */
export function choicePageOf(known: Known): ChoicePage {
  const placed = orderDetailsIn(known.order, known.details);
  const { parcels, left } = read(known.order);
  const late: readonly Goods[] = goodsOf(left, placed);
  return {
    ...common(known, placed),
    late,
    partly: parcels.length > 0 && left.length > 0,
    lastChoice: lastChoiceOf(known.order)?.choice,
  };
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
    already: before !== undefined,
    next: told === undefined ? nextInCase(known, said) : nextAfter(told),
    promo: told === undefined ? promoForAnswer(known, said) : promoIn(told, known.settings),
  };
}

export function lastWordOf({ facts }: RecordedOrder): WordFact | undefined {
  return facts.findLast((fact): fact is WordFact => fact.name === 'word');
}

export function lastChoiceOf({ facts }: RecordedOrder): ChoiceFact | undefined {
  return facts.findLast((fact): fact is ChoiceFact => fact.name === 'choice');
}

function parcelOnPage(
  { parcel, lines, shipment, delivery, received, promised: last }: Parcel,
  placed: OrderDetails,
): PageParcel {
  const isThere = delivery !== undefined || received !== undefined;
  return {
    id: parcel,
    goods: goodsOf(lines, placed),
    status: delivery?.toNeighbour === true ? 'with-neighbour' : isThere ? 'delivered' : 'under-way',
    carrier: shipment?.carrier,
    trackingNumber: shipment?.trackingNumber,
    trackingUrl: shipment?.trackingUrl,
    deliverBy: last?.made.promise === 'deliver' ? promisedTime(last.made) : undefined,
    deliveredAt: delivery?.at,
  };
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
