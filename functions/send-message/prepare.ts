import { renderLetter } from '../../messages/render.ts';
import { correlationIdOfTold } from '../domain/correlation.ts';
import { asClaimed, discountIn, type RecordedOrder, type Told } from '../domain/order/order.ts';
import type { Customers, LinkPurpose, Mail, Orders, Promos } from '../domain/ports.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { mailTags } from './mail-tags.ts';
import { letterFor, promoValidUntil } from './letter-for.ts';
import { newLink, type NewLinkPorts } from './new-link.ts';
import { correspondentOf, orderDetailsIn, recipientOf } from './order-details.ts';

const choiceFromLevel = 3;

/** What a mail is made of, and where its links and its promo are kept. */
export interface PreparePorts extends NewLinkPorts {
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
  const linkFor = (purpose: LinkPurpose): Promise<string> =>
    newLink({ purpose, shop: order.shop, order: order.order, message: told.key }, now(), ports);
  const letter = letterFor({
    order,
    told: saidIn(told, order),
    settings,
    details,
    placed,
    customer: recipient ?? buyer,
    giftOf: recipient === undefined ? undefined : buyer.name,
    link: await linkFor(purposeOf(told)),
    preferences: recipient === undefined ? await linkFor('preferences') : undefined,
    noOffers: recipient === undefined && discountIn(told) !== undefined ? await linkFor('unsubscribe') : undefined,
    now: now(),
  });
  const { subject, html, text } = renderLetter(letter);
  const { shop, order: id } = order;
  if (told.promo !== undefined && 'code' in told.promo && told.promo.code !== undefined && settings.promo !== null) {
    await promos.put(shop, {
      code: told.promo.code,
      discount: told.promo.discount,
      order: id,
      customer: order.placed.customer,
      validUntil: promoValidUntil(told, settings).until,
      shared: settings.promo.code === told.promo.code,
    });
  }
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

/** What a copy says is what the buyer was told, without what is the buyer's alone. */
function saidIn(told: Told, { told: all }: RecordedOrder): Told {
  const original = all.find(({ key }) => key === told.copyOf);
  return original === undefined ? told : { ...original, case: undefined, promo: undefined, tone: undefined };
}
