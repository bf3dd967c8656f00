import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Details } from '../../../functions/domain/ports.ts';
import { entriesChanged } from '../../../functions/project-timeline/entries-of.ts';
import { placeOfTold } from '../../../functions/project-timeline/entry.ts';
import { keyTag } from '../../../functions/send-message/mail-tags.ts';
import { synthesisedDefinition } from '../../../workflows/definition.ts';
import { ChaosShop } from '../../properties/chaos/chaos-shop.ts';
import type { Fault } from '../../properties/chaos/faults.ts';
import type { EventMood } from '../../properties/chaos/post-office.ts';
import { delivery, on, order, orderDetails, shipment, shop as settings, word } from '../../shop/facts.ts';

const definition = synthesisedDefinition();
const minute = 60_000;
/** All that a crash delays is over by then: nothing waits longer than an hour for its next try. */
const patienceMs = 3 * 60 * minute;

/** What leads up to one act of the messenger, and what makes it act. */
export interface Act {
  readonly name: string;
  readonly before: readonly Fact[];
  readonly cause: Fact;
}

const placedAt = on('2026-11-23', '10:00');
const leftAt = on('2026-11-24', '10:00');
const placed = order(placedAt);
const left = shipment('p1', leftAt);
const arrived = delivery('p1', on('2026-11-25', '10:00'));

export const acts: readonly Act[] = [
  { name: 'the confirmation of an order', before: [], cause: placed },
  {
    name: 'the announcement of a gift, with a copy for whoever receives it',
    before: [order(placedAt, { notifiesRecipient: true })],
    cause: left,
  },
  { name: 'the delivery check, with a link and a promo', before: [placed, left], cause: arrived },
  {
    name: 'the answer to a complaint, which opens a task',
    before: [placed, left, arrived],
    cause: word('problem', on('2026-11-25', '12:00'), { about: 'damaged' }),
  },
];

/** The messenger dies at a call; or SES does not take a mail, or takes it and the line breaks. */
export type Crash =
  | Extract<Fault, { fault: 'dies' }>
  | { readonly fault: 'mail'; readonly how: 'refused' | 'breaks-before' | 'breaks-after'; readonly nth: number };

/** Makes the shop in which the crash happens; a test may build one with a bug. */
export type Build = new (...args: ConstructorParameters<typeof ChaosShop>) => ChaosShop;

/** An act that was lived through, and what came of it. */
export interface Lived {
  readonly shop: ChaosShop;
  readonly act: Act;
  readonly actedAt: number;
  readonly story: CrashStory;
}

/**
 * Lives through an act with its crash and SES's own word in that mood, and three hours more. `later`: a second crash, at
 * the try that sends again.
 */
export async function liveThrough(act: Act, story: CrashStory = {}): Promise<Lived> {
  const { crash, events = 'usual', later, build = ChaosShop } = story;
  const shop = new build([definition], placedAt);
  shop.open('demo', settings);
  const tell = async (fact: Fact): Promise<void> => {
    await shop.moveTo(fact.learnedAt);
    await shop.tell('demo', '1001', fact, fact.name === 'order' ? details : undefined);
  };
  for (const fact of act.before) await tell(fact);
  await shop.moveTo(act.cause.learnedAt - minute);
  const moods = typeof events === 'string' ? Array.from({ length: 8 }, () => events) : events;
  for (const mood of moods) shop.postOffice.armEvents(mood, 1);
  if (crash !== undefined) arm(shop, crash);
  await tell(act.cause);
  if (later !== undefined) {
    // The third try has found the claim too young, the fourth sends again.
    await shop.moveTo(act.cause.learnedAt + 15 * minute);
    arm(shop, later);
  }
  await shop.moveTo(act.cause.learnedAt + patienceMs);
  return { shop, act, actedAt: act.cause.learnedAt, story };
}

export interface CrashStory {
  readonly crash?: Crash | undefined;
  /** For every mail, or for each in turn. */
  readonly events?: EventMood | readonly EventMood[];
  readonly later?: Crash | undefined;
  readonly build?: Build;
}

const details: Details = { ...orderDetails, recipient: { name: 'Rose Blanc', email: 'rose@customers.example' } };

function arm(shop: ChaosShop, crash: Crash): void {
  if (crash.fault === 'dies') return shop.strike(crash, 'demo', '1001');
  shop.postOffice.spare(crash.nth - 1);
  shop.postOffice.arm(crash.how, 1);
}

/** The calls that the messenger makes in an act when nothing fails, by name. */
export async function callsOf(act: Act): Promise<string[]> {
  const calls: string[] = [];
  for (let call = 1; ; call += 1) {
    const { shop, actedAt } = await liveThrough(act, {
      crash: { fault: 'dies', who: 'messenger', call, when: 'before', as: 'exit' },
    });
    const struck = shop.watched.disturbances.find(({ kind, from }) => kind === 'dies' && from === actedAt);
    if (struck === undefined) return calls;
    calls.push(/before (\S+)/.exec(struck.words)![1]!);
  }
}

const windowMs = 20 * minute;
/** A call to SES that takes the whole of the messenger's time was claimed so much earlier than it was taken. */
const longestInvocationMs = 30_000;

/** Every way in which what was sent is not what an act without a crash sends: once each, or again and honestly. */
export async function brokenIn({ shop, actedAt, story }: Lived, undisturbed: Lived): Promise<string[]> {
  const known = (await shop.orders.find('demo', '1001'))!;
  const expected = (await undisturbed.shop.orders.find('demo', '1001'))!;
  const broken: string[] = [];
  // The first, and another for each time that nobody could tell.
  const mostMails = 1 + [story.crash, story.later].filter((one) => one !== undefined).length;
  const keys = ({ told }: typeof known): string => told.map(({ key }) => key).join(' ');
  if (keys(known) !== keys(expected)) broken.push(`told ${keys(known)}`);
  if (known.awaiting?.stage !== expected.awaiting?.stage) broken.push(`stands at ${known.awaiting?.stage}`);
  const timeline = entriesChanged(undefined, known);
  for (const told of known.told) {
    if (told.unsent !== undefined) continue;
    const name = `${told.message}${told.copyOf === undefined ? '' : ' (copy)'}`;
    const mails = shop.mailer.sent.filter(({ tags }) => tags['key'] === keyTag(told.key));
    if (mails.length === 0) broken.push(`${name} was never sent`);
    if (told.sesId === undefined) broken.push(`${name} is not settled`);
    if (mails.length > mostMails) broken.push(`${name} was sent ${mails.length} times`);
    if (mails.length > 1 + (told.resent ?? 0)) broken.push(`${name} was sent again, and its entry does not say so`);
    if (told.resent !== undefined && story.crash?.fault === 'mail' && story.crash.how === 'refused')
      broken.push(`${name} is counted as sent again, though SES surely had not taken it`);
    const shown = timeline.find(({ id }) => id === placeOfTold(known.order, told.key))?.entry;
    if (mails.length > 1 && shown?.why?.startsWith('sent again') !== true)
      broken.push(`the timeline does not say that ${name} was sent again`);
    for (const [index, again] of mails.slice(1).entries()) {
      const before = mails[index]!;
      const gap = again.at - before.at;
      if (gap < windowMs - longestInvocationMs) broken.push(`${name} was sent again after ${gap / 1000} seconds`);
      const event = shop.postOffice.events.find(({ key, at }) => key === again.tags['key'] && at < again.at);
      if (event !== undefined) broken.push(`${name} was sent again though SES had said that it took it`);
      if (said(before.text) !== said(again.text)) broken.push(`${name} said something else the second time`);
    }
  }
  for (const { text, at } of shop.mailer.sent.filter((mail) => mail.at >= actedAt)) {
    for (const [, token] of text.matchAll(/\/c\/(\S+)/g)) {
      if ((await shop.links.find(token!, at)) === undefined) broken.push(`a link leads nowhere: ${token}`);
    }
  }
  return broken;
}

/** How long after the first of a message's mails the second went out, in milliseconds. */
export function sentTwice({ shop }: Lived): number[] {
  const byKey = Map.groupBy(shop.mailer.sent, ({ tags }) => tags['key']);
  return [...byKey.values()].flatMap(([first, again]) => (again === undefined ? [] : [again.at - first!.at]));
}

/** A mail's text but for its link, which is another in each copy. */
const said = (text: string): string => text.replaceAll(/\/c\/\S+/g, '/c/…');
