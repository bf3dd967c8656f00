import { renderLetter } from '../../messages/render.ts';
import { millisecondsOf } from '../domain/calendar/calendar.ts';
import { asClaimed, type RecordedOrder, type Told } from '../domain/order/order.ts';
import type { Customers, LinkPurpose, Links, Mail, Orders, Promos } from '../domain/ports.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { mailTags } from './mail-tags.ts';
import { letterFor, promoValidUntil } from './letter-for.ts';
import { correspondentOf, orderDetailsIn, recipientOf } from './order-details.ts';

/** Links answer for a long time: an order's end is not known when its mails are written. */
const linkLivesMs = millisecondsOf('P400D');
const choiceFromLevel = 3;

/** What a mail is made of, and where its links and its promo are kept. */
export interface PreparePorts {
  readonly orders: Pick<Orders, 'details'>;
  readonly customers: Pick<Customers, 'find'>;
  readonly links: Pick<Links, 'put'>;
  readonly promos: Pick<Promos, 'put'>;
  readonly now: () => number;
  readonly newToken: () => string;
  /** The absolute address behind a token. */
  readonly linkTo: (token: string) => string;
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
  const linkFor = (purpose: LinkPurpose): Promise<string> => newLink(purpose, order, told, ports);
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
    noOffers: recipient === undefined && carriesPromo(told) ? await linkFor('unsubscribe') : undefined,
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
    tags: mailTags(shop, id, told.message, told.key, 'customer'),
  };
}

/** What was said first, in the words of then, to the address of now; known by the key of its repetition. */
async function mailOnceMore(
  order: RecordedOrder,
  { key }: Told,
  again: string,
  settings: CompleteSettings,
  ports: PreparePorts,
): Promise<Mail> {
  const then = asClaimed(order, again);
  const original = then?.told.at(-1);
  if (then === undefined || original === undefined) throw new Error(`${again} is gone from order ${order.order}`);
  const mail = await preparedMail(then, original, settings, ports);
  return { ...mail, tags: mailTags(order.shop, order.order, original.message, key, 'customer') };
}

/** Opaque, and bound to what it is for, its order and its message: each mail has its own. */
async function newLink(
  purpose: LinkPurpose,
  { shop, order }: RecordedOrder,
  { key: message }: Told,
  { links, newToken, linkTo, now }: PreparePorts,
): Promise<string> {
  const token = newToken();
  await links.put(token, { purpose, shop, order, message, expiresAt: now() + linkLivesMs });
  return linkTo(token);
}

const carriesPromo = ({ promo }: Told): boolean => promo !== undefined && 'discount' in promo;

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
