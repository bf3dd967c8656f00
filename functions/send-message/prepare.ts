import { renderLetter } from '../../messages/render.ts';
import { correlationIdOfTold } from '../domain/correlation.ts';
import { asClaimed, discountIn, type RecordedOrder, type Told } from '../domain/order/order.ts';
import type { Customers, LinkPurpose, Mail, Orders, Promo, Promos } from '../domain/ports.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { mailTags } from './mail-tags.ts';
import { promoValidUntil } from './bodies/material.ts';
import { letterFor } from './letter-for.ts';
import { newLinks, type NewLinksPorts } from './new-links.ts';
import { correspondentOf, orderDetailsIn, recipientOf } from './order-details.ts';

const choiceFromLevel = 3;

/** What a mail is made of, and where its links and its promo are kept. */
export interface PreparePorts extends NewLinksPorts {
  readonly orders: Pick<Orders, 'details'>;
  readonly customers: Pick<Customers, 'find'>;
  readonly promos: Pick<Promos, 'put'>;
  readonly now: () => number;
}

/** The mail in words, its link and its promo in place: all that can fail before the claim is made. */
export async function preparedMail(
  order: RecordedOrder,
  told: Told,
  settings: CompleteSettings,
  ports: PreparePorts,
): Promise<Mail> {
  if (told.again !== undefined) return mailOnceMore(order, told, told.again, settings, ports);
  const { orders, customers, promos, now } = ports;
  const [details, profile] = await Promise.all([
    orders.details(order),
    customers.find(order.shop, order.placed.customer),
  ]);
  const placed = orderDetailsIn(order, details);
  const buyer = correspondentOf(placed, profile);
  const recipient = told.copyOf === undefined ? undefined : recipientOf(placed);
  const ways: { readonly [purpose in LinkPurpose]?: string } = await newLinks(
    waysIn(told),
    { shop: order.shop, order: order.order, message: told.key },
    now(),
    ports,
  );
  const letter = letterFor({
    order,
    told: saidIn(told, order),
    settings,
    details,
    placed,
    customer: recipient ?? buyer,
    giftOf: recipient === undefined ? undefined : buyer.name,
    link: ways[purposeOf(told)]!,
    preferences: ways.preferences,
    noOffers: ways.unsubscribe,
    now: now(),
  });
  const { subject, html, text } = renderLetter(letter);
  const { shop, order: id } = order;
  const promo = newPromoIn(told, order, settings);
  if (promo !== undefined) await promos.put(shop, promo);
  return {
    from: settings.from,
    replyTo: settings.replyTo,
    to: (recipient ?? buyer).email,
    subject,
    html,
    text,
    tags: mailTags(shop, id, told.message, told.key, 'customer', correlationIdOfTold(told, order)),
  };
}

/**
 * The code that it carries, where it has to be kept: what a mail before it carried is, but for how long a code of the shop's
 * own lasts.
 */
function newPromoIn(told: Told, order: RecordedOrder, settings: CompleteSettings): Promo | undefined {
  const [code, discount] = [codeIn(told), discountIn(told)];
  if (code === undefined || discount === undefined || settings.promo === null) return undefined;
  const shared = settings.promo.code === code;
  const isKept = order.told.some((one) => one.key !== told.key && one.unsent === undefined && codeIn(one) === code);
  if (isKept && !shared) return undefined;
  const validUntil = promoValidUntil(told, settings).until;
  return { code, discount, order: order.order, customer: order.placed.customer, validUntil, shared };
}

const codeIn = ({ promo }: Told): string | undefined =>
  promo !== undefined && 'code' in promo ? promo.code : undefined;

/** What was said first, in the words of then, to the address of now; known by the key of its repetition. */
async function mailOnceMore(
  order: RecordedOrder,
  told: Told,
  again: string,
  settings: CompleteSettings,
  ports: PreparePorts,
): Promise<Mail> {
  const then = asClaimed(order, again);
  const original = then?.told.at(-1);
  if (then === undefined || original === undefined) throw new Error(`${again} is gone from order ${order.order}`);
  const mail = await preparedMail(then, original, settings, ports);
  const { shop, order: id } = order;
  const correlation = correlationIdOfTold(told, order);
  return { ...mail, tags: mailTags(shop, id, original.message, told.key, 'customer', correlation) };
}

function purposeOf(told: Told): LinkPurpose {
  if (told.copyOf !== undefined) return 'gift';
  const asks = told.stock !== undefined || (told.level ?? 0) >= choiceFromLevel;
  return asks ? 'choice' : 'word';
}

/** What the links in it are for. The preferences are the buyer's; a way out of offers stands where one is made. */
function waysIn(told: Told): LinkPurpose[] {
  const purpose = purposeOf(told);
  if (purpose === 'gift') return [purpose];
  return discountIn(told) === undefined ? [purpose, 'preferences'] : [purpose, 'preferences', 'unsubscribe'];
}

/** What a copy says is what the buyer was told, without what is the buyer's alone. */
function saidIn(told: Told, { told: all }: RecordedOrder): Told {
  const original = all.find(({ key }) => key === told.copyOf);
  return original === undefined ? told : { ...original, case: undefined, promo: undefined, tone: undefined };
}
