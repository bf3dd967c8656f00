import { addOpeningDays, at, dayOf, isOpeningDay, type ShopDays } from '../../functions/domain/calendar/calendar.ts';
import { holidaysOf } from '../../functions/domain/shop/holidays.ts';
import type { EmbeddedStack } from '../../local/embedded-stack.ts';
import { shownMails, type ShownMail } from '../../local/mail/shown-mail.ts';
import { StoryBroken, type ShopBackend, type SettingsView } from './shop-backend.ts';
import { delivered, fulfillment, order, shopifyOrderId } from './shopify.ts';

/** Something that somebody told us, or did, at an instant. */
export interface Deed {
  readonly at: number;
  readonly who: 'Shopify' | 'shop' | 'customer';
  readonly what: string;
}

export interface Told {
  readonly order: string;
  readonly shop: SettingsView;
  readonly deeds: readonly Deed[];
  /** What the shop's till was answered when the promo was redeemed, and when somebody tried it again. */
  readonly redemptions: readonly [number, number];
}

/**
 * One order's whole life, told as the world would tell it and each time at its own instant: the clock is moved, the rest
 * is left to the stack. It begins at ten in the morning of today, or of the shop's next opening day.
 */
export async function tellStory(stack: EmbeddedStack, backend: ShopBackend, today: number): Promise<Told> {
  const shop = await backend.settings();
  const days = openingDays(shop);
  const id = String(shopifyOrderId);
  const deeds: Deed[] = [];
  const deed = async (who: Deed['who'], what: string, act: () => Promise<unknown>): Promise<void> => {
    deeds.push({ at: stack.clock.now(), who, what });
    await act();
    await stack.settle();
  };
  const goTo = (day: string, time: string): Promise<void> => stack.clock.moveTo(at(shop.zone, day, time), stack.settle);
  const now = (): string => new Date(stack.clock.now()).toISOString();

  const placed = dayOf(shop.zone, today);
  const first = isOpeningDay(days, placed) ? placed : addOpeningDays(days, placed, 1);
  await goTo(first, '10:00');
  await deed('Shopify', 'orders/create: two lamps and a pack of bulbs, paid', () =>
    backend.hearFromShopify('orders/create', order(now())),
  );

  const shipBy = await promisedDay(backend, id, 'ship', shop.zone);
  const later = addOpeningDays(days, shipBy, 1);
  await goTo(addOpeningDays(days, first, 1), '11:30');
  await deed('shop', `ships later, on ${later}: the workshop is waiting for the shades`, () =>
    backend.tell(`/orders/${id}/delays`, {
      of: 'shipment',
      code: 'supplier',
      reason: 'L’atelier attend encore les abat-jour.',
      until: later,
    }),
  );

  await goTo(shipBy, '15:00');
  await deed('Shopify', 'fulfillments/create: the lamps leave, by Colissimo', () =>
    backend.hearFromShopify('fulfillments/create', fulfillment('first', now())),
  );
  await goTo(later, '11:00');
  await deed('Shopify', 'fulfillments/create: the bulbs leave', () =>
    backend.hearFromShopify('fulfillments/create', fulfillment('second', now())),
  );

  const arrival = addOpeningDays(days, later, 1);
  await goTo(arrival, '14:20');
  await deed('Shopify', 'fulfillment_events/create: the lamps are delivered', () =>
    backend.hearFromShopify('fulfillment_events/create', delivered('first', now())),
  );
  const lastArrival = addOpeningDays(days, arrival, 1);
  await goTo(lastArrival, '10:40');
  await deed('Shopify', 'fulfillment_events/create: the bulbs are delivered', () =>
    backend.hearFromShopify('fulfillment_events/create', delivered('second', now())),
  );

  const answered = addOpeningDays(days, lastArrival, 1);
  await goTo(answered, '09:15');
  await deed('customer', 'opens the link in the mail and presses "received"', () =>
    backend.answerOnPage(linkIn(lastMail(stack, 'ask-delivery-check')), 'received'),
  );

  await goTo(addOpeningDays(days, answered, 1), '16:05');
  const code = promoIn(lastMail(stack, 'thank-customer'));
  const redemptions: [number, number] = [0, 0];
  await deed('shop', `redeems promo ${code} for the next order, #1002`, async () => {
    redemptions[0] = await backend.redeem(code, '1002');
  });
  await deed('shop', `is refused the same promo for #1003`, async () => {
    redemptions[1] = await backend.redeem(code, '1003');
  });
  return { order: id, shop, deeds, redemptions };
}

function openingDays({ zone, hours, closed, country }: SettingsView): ShopDays {
  return { zone, hours: hours as ShopDays['hours'], closed, holidays: holidaysOf(country) };
}

async function promisedDay(backend: ShopBackend, id: string, promise: string, zone: string): Promise<string> {
  const { promises } = await backend.order(id);
  const found = promises.find((each) => each.promise === promise && each.status === 'open');
  if (found === undefined) throw new StoryBroken(`The order has no open promise to ${promise}.`);
  return dayOf(zone, Date.parse(found.until));
}

function lastMail(stack: EmbeddedStack, message: string): ShownMail {
  const mail = shownMails(stack.mail.all(), {}).findLast((each) => each.message === message);
  if (mail === undefined) throw new StoryBroken(`There was no mail "${message}".`);
  return mail;
}

function linkIn({ text }: ShownMail): string {
  const link = /https?:\/\/\S+\/c\/[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new StoryBroken('The mail that asks has no link to the page.');
  return link;
}

/** As a customer finds it: ten capitals and digits that cannot be mistaken for each other. */
function promoIn({ text }: ShownMail): string {
  const code = /\b[A-Z2-9]{10}\b/.exec(text)?.[0];
  if (code === undefined) throw new StoryBroken('The mail that thanks brings no promo.');
  return code;
}
