import { dayMs } from '../domain/calendar/day.ts';
import {
  answeredPage,
  choicePage,
  contentSecurityPolicy,
  notFoundPage,
  preferencesPage,
  unsubscribePage,
  wordPage,
} from '../../messages/pages.ts';
import type { AnsweredPage } from '../../messages/pages/models.ts';
import { recorded, type RecordedOrder } from '../domain/order/order.ts';
import type { Customers, Link, Links, Orders, Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { customerChoiceDraft } from '../domain/told-to-us/choice.ts';
import type { Draft, Telling } from '../domain/told-to-us/draft.ts';
import type { Preferences } from '../domain/told-to-us/preferences.ts';
import { customerWordDraft } from '../domain/told-to-us/word.ts';
import { takenUpAgain } from '../domain/vocabulary.ts';
import type { Call } from '../http/call.ts';
import type { Decide } from '../http/endpoint.ts';
import type { Reply } from '../http/reply.ts';
import { orderDetailsIn } from '../send-message/order-details.ts';
import { choose, type ChoosePorts } from '../keep-customer/choose.ts';
import { refuseForeignForm } from './own-form.ts';
import { answeredPageOf, choicePageOf, lastChoiceOf, shopOnPage, wordPageOf, type Known } from './page-models.ts';
import { preferencesIn, preferencesPageOf, unsubscribePageOf } from './preferences.ts';
import { isOffered, isSameChoice, isSameWord, saidIn, wordBefore, type Said } from './said.ts';

export interface AnswerCustomerPorts {
  readonly links: Pick<Links, 'find'> & { shopBehind(token: string): Promise<string | undefined> };
  readonly shops: Shops;
  readonly orders: Pick<Orders, 'find' | 'details' | 'append'>;
  readonly customers: ChoosePorts['customers'] & Pick<Customers, 'keep'>;
  readonly timeline: ChoosePorts['timeline'];
}

const tokenShape = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * `/c/{token}`: the page behind the link in a mail. Looking changes nothing, however many mail scanners look; sending
 * its form tells what the customer says, once.
 */
export function answerCustomer(ports: AnswerCustomerPorts): Decide {
  return async (call) => {
    const token = call.parameter('token');
    const link = tokenShape.test(token) ? await ports.links.find(token, call.now) : undefined;
    const known = link === undefined ? undefined : await knownBehind(link, call.now, ports);
    if (link === undefined || known === undefined) return page(404, await notFound(token, call.now, ports));
    const reply = call.method === 'POST' ? await answer(call, link, known, ports) : page(200, pageOf(link, known));
    return { ...reply, about: { shop: link.shop, order: link.order, ...reply.about } };
  };
}

async function knownBehind(
  link: Link,
  now: number,
  { orders, shops, customers }: AnswerCustomerPorts,
): Promise<Known | undefined> {
  const [found, settings] = await Promise.all([orders.find(link.shop, link.order), shops.settings(link.shop)]);
  const order = found === undefined ? undefined : recorded(found);
  if (order === undefined || endedLongAgo(order, now)) return undefined;
  const [details, profile] = await Promise.all([
    orders.details(order),
    customers.find(link.shop, order.placed.customer),
  ]);
  return { order, details, settings: settings ?? defaultSettings, profile, now };
}

/** Links live so long past their order's end (api.md); a message cannot know when that will be. */
const livesPastTheEndMs = 60 * dayMs;

function endedLongAgo({ closed }: RecordedOrder, now: number): boolean {
  if (closed?.at === undefined || (takenUpAgain as readonly string[]).includes(closed.how)) return false;
  return now >= closed.at + livesPastTheEndMs;
}

function pageOf({ purpose }: Link, known: Known): string {
  switch (purpose) {
    case 'choice':
      return choicePage(choicePageOf(known));
    case 'preferences':
      return preferencesPage(preferencesPageOf(known, { saved: false }));
    case 'unsubscribe':
      return unsubscribePage(unsubscribePageOf(known, { done: false }));
    default:
      return wordPage(wordPageOf(known));
  }
}

/** The same page for every token that opens nothing; one that opened something once still says whose it was. */
async function notFound(token: string, now: number, { links, shops }: AnswerCustomerPorts): Promise<string> {
  const shop = tokenShape.test(token) ? await links.shopBehind(token) : undefined;
  const settings = shop === undefined ? undefined : await shops.settings(shop);
  if (shop === undefined || settings === undefined) return notFoundPage({});
  return notFoundPage({ shop: shopOnPage(shop, settings, now) });
}

async function answer(call: Call, link: Link, known: Known, ports: AnswerCustomerPorts): Promise<Reply> {
  refuseForeignForm(call);
  if (link.purpose === 'preferences') return takePreferences(call, link, known, ports);
  if (link.purpose === 'unsubscribe') return endOffers(link, known, ports);
  const said = saidIn(call.form(), link.purpose, known.order);
  if (said === undefined) return page(422, pageOf(link, known));
  const word = 'word' in said ? said.word : said.choice;
  const draft = draftOf(said, link, known);
  if (draft === undefined) return page(422, pageOf(link, known));
  if ('before' in draft) return page(200, answered(link, answeredPageOf(known, word, draft.before)));
  const { fact, details } = draft;
  const appended = await ports.orders.append(link.shop, link.order, fact, details);
  // An order takes so many facts and no more: the page stays, with the phone of the shop on it.
  if (appended.result === 'full' || appended.result === 'conflict') return page(422, pageOf(link, known));
  if (appended.result === 'erased') return page(404, await notFound(call.parameter('token'), call.now, ports));
  const before = appended.result === 'duplicate' ? fact : undefined;
  return { ...page(200, answered(link, answeredPageOf(known, word, before))), about: { fact: fact.id } };
}

/** Each field that the form names, from the next message on. */
async function takePreferences(call: Call, link: Link, known: Known, ports: AnswerCustomerPorts): Promise<Reply> {
  const wanted = preferencesIn(call.form(), known);
  if (wanted === undefined) return page(422, pageOf(link, known));
  const after = await chosen(link, known, wanted, ports);
  return page(200, preferencesPage(preferencesPageOf(after, { saved: true })));
}

/** One press; a mail program's own (RFC 8058) sends whatever it likes, and means the same. */
async function endOffers(link: Link, known: Known, ports: AnswerCustomerPorts): Promise<Reply> {
  const after = await chosen(link, known, { offers: false }, ports);
  return page(200, unsubscribePage(unsubscribePageOf(after, { done: true })));
}

async function chosen(
  { shop, order }: Link,
  known: Known,
  wanted: Preferences,
  { customers, timeline }: AnswerCustomerPorts,
): Promise<Known> {
  const { customer, at } = known.order.placed;
  // Whoever told the order died before they said who placed it: a choice is never lost for that.
  if (known.profile === undefined) {
    const { name, email, phone, locale } = orderDetailsIn(known.order, known.details).customer;
    await customers.keep(shop, customer, { name, email, phone, locale, asOf: at, keptUntil: known.order.keptUntil });
  }
  await choose(shop, customer, wanted, { at: known.now, by: 'customer', order }, { customers, timeline });
  return { ...known, profile: await customers.find(shop, customer) };
}

/** Whoever receives a gift sees neither promo nor case: those are between the shop and the buyer. */
function answered({ purpose }: Link, model: AnsweredPage): string {
  return answeredPage(purpose === 'gift' ? { ...model, next: undefined, promo: undefined } : model);
}

/** What was said as a fact; or the fact by which it was said before. Undefined: it cannot be chosen any more. */
function draftOf(
  said: Said,
  { message }: Link,
  { order, details, settings, now }: Known,
): Draft | { readonly before: Draft['fact'] } | undefined {
  const telling: Telling = { settings, now };
  if ('choice' in said) {
    const before = lastChoiceOf(order);
    if (before !== undefined && isSameChoice(said.choice, before, order, message)) return { before };
    if (!isOffered(said.choice, order, now)) return undefined;
    return customerChoiceDraft({ choice: said.choice, message, after: before?.id }, telling);
  }
  const before = wordBefore(order, said);
  const text = before === undefined ? undefined : details.get(before.id);
  if (before !== undefined && isSameWord(said, before, text, order, message)) return { before };
  return customerWordDraft({ ...said, after: before?.id }, telling);
}

function page(status: number, html: string): Reply {
  return {
    status,
    html,
    headers: {
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    },
  };
}
