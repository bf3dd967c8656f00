import { answerFor, answerOfErased, withClaim, withNotes, type Answer } from '../domain/order/answer.ts';
import { judge, type Claim } from '../domain/order/judge.ts';
import { copyOwed } from '../domain/order/copies.ts';
import { callOwed } from '../domain/order/phone-calls.ts';
import {
  asClaimed,
  discountIn,
  recorded,
  type RecordedOrder,
  type Told,
  type ToldMessage,
} from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { keptLonger, usualDays } from '../domain/order/retention.ts';
import { isComplete, type CompleteSettings } from '../domain/shop/settings.ts';
import { messageOf, type Act, type Stage } from '../domain/vocabulary.ts';
import type { Mail, Mailer, Offers, Orders, Shops } from '../domain/ports.ts';
import { MessageUnsettled, OrderErased, OrderIsBusy, OrderUnknown, ShopUnready, Elsewhere } from './errors.ts';
import { circumstancesOf, readOnce, type KnownCustomers } from './known-customer.ts';
import { post } from './post.ts';
import { preparedMail, type PreparePorts } from './prepare.ts';
import { endTurn, takeTurn } from './turns.ts';

export interface MessengerPorts extends PreparePorts {
  readonly orders: Orders;
  readonly shops: Shops;
  readonly customers: KnownCustomers;
  readonly mailer: Mailer;
  readonly offers: Pick<Offers, 'take'>;
  readonly newCode: () => string;
  /** How long orders are kept, in days. */
  readonly keepsDays?: number;
  /** Told of each message once it is said, for the log: of what was mailed with SES's id. `order`: after it. */
  readonly said?: ((order: RecordedOrder, told: Told, sesId?: string) => void) | undefined;
}

/** What the workflow asks of the messenger. */
export interface ActRequest {
  readonly shop: string;
  readonly order: string;
  readonly run: number;
  readonly act: Act;
  readonly startedAt: number;
  /** On the main path: where the order must stand afterwards. */
  readonly expects?: Stage | undefined;
}

/**
 * A claim that somebody else left unsent is sent again this long after it was made, or was last sent again; until then
 * SES's own event may settle it.
 */
export const unsettledForMs = 20 * 60 * 1000;
const mostJudgements = 12;

/**
 * Says what the state's name says, if that is true now and not said yet; answers where the order stands then.
 *
 * Judge → claim on the judged version → mail → note the mail's id (architecture, section 6).
 * Throws Elsewhere, MessageUnsettled, MessageRefused, OrderIsBusy: the workflow routes them by name.
 */
export async function runAct(request: ActRequest, requestId: string, given: MessengerPorts): Promise<Answer> {
  const ports = { ...given, customers: readOnce(given.customers) };
  const answer = await answerTo(request, requestId, ports);
  if (request.expects !== undefined && answer.stage !== request.expects) throw new Elsewhere(JSON.stringify(answer));
  return answer;
}

/** An order may be erased at any moment of it: then nothing more is said, and the end is next. */
async function answerTo(request: ActRequest, requestId: string, ports: MessengerPorts): Promise<Answer> {
  try {
    return await carryOut(request, requestId, ports);
  } catch (error) {
    if (!(error instanceof OrderErased)) throw error;
    return answerOfErased(ports.now());
  }
}

async function carryOut(request: ActRequest, requestId: string, ports: MessengerPorts): Promise<Answer> {
  const settings = await settingsOf(request.shop, ports);
  if (request.act === 'ConfirmOrder' && request.run > 1)
    await settleWhatDeadRunsLeft(request, requestId, settings, ports);
  const { order, told, why } = await say(request, requestId, settings, ports);
  // An execution may die between a message and what follows it, and nothing is news about that then: the first act of the
  // next looks for what any message owes.
  const of = request.act === 'ConfirmOrder' ? 'any' : (messageOf(request.act) as ToldMessage);
  await sayBeside(request, order, settings, ports, (known, now) => copyOwed(known, of, requestId, now));
  await sayBeside(request, order, settings, ports, (known, now) =>
    callOwed(known, of, { settings, now, owner: requestId }),
  );
  const answer = answerFor(order, ports.now(), request.startedAt, { told, why });
  await keepWhileItGoesOn(order, answer, ports);
  return answer;
}

/** Whoever waits finds the order there when the wait ends, and for a while after it. */
async function keepWhileItGoesOn(
  order: RecordedOrder,
  { stage, until }: Answer,
  { orders, now, keepsDays = usualDays }: MessengerPorts,
): Promise<void> {
  const goesOnUntil = stage === 'CloseOrder' ? now() : Math.max(now(), Date.parse(until));
  const longer = keptLonger(order.keptUntil, goesOnUntil, keepsDays);
  if (longer !== undefined) await orders.keepLonger(order, longer);
}

async function settingsOf(shop: string, { shops }: MessengerPorts): Promise<CompleteSettings> {
  const settings = await shops.settings(shop);
  if (settings === undefined || !isComplete(settings))
    throw new ShopUnready('the shop lacks settings that every message needs');
  return settings;
}

async function orderOf({ shop, order }: ActRequest, { orders }: MessengerPorts): Promise<RecordedOrder> {
  const found = await orders.find(shop, order);
  if (found?.erased !== undefined) throw new OrderErased('the person was erased');
  const known = found === undefined ? undefined : recorded(found);
  if (known === undefined) throw new OrderUnknown('there is no such order');
  return known;
}

interface Said {
  readonly order: RecordedOrder;
  readonly told: boolean;
  readonly why?: string | undefined;
}

async function say(
  request: ActRequest,
  owner: string,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<Said> {
  const { act } = request;
  let offersFull = false;
  for (let tries = 0; tries < mostJudgements; tries += 1) {
    const order = await orderOf(request, ports);
    const unsettled = order.told.find((told) => told.message === messageOf(act) && isUnsettled(told));
    if (unsettled !== undefined) {
      await settle(unsettled, order, owner, settings, ports);
      continue;
    }
    const now = ports.now();
    const known = await circumstancesOf(act, order, ports, now);
    const judgement = judge(act, read(order), { ...known, offersFull, settings, now, owner, newCode: ports.newCode });
    if ('nothing' in judgement) {
      await endTurn(order, ports);
      return { order, told: false, why: judgement.nothing };
    }
    if ('note' in judgement) {
      if (!(await ports.orders.note(order, judgement.note))) continue;
      return { order: withNotes(order, judgement.note), told: false, why: Object.values(judgement.note).join('; ') };
    }
    if (!offersFull && isOffer(judgement.claim.told, order) && !(await hasRoom(order, settings, now, ports))) {
      offersFull = true;
      continue;
    }
    const said = await claimAndPost(order, judgement.claim, settings, ports);
    if (said !== undefined) return said;
  }
  throw new OrderIsBusy('the order changed under every judgement');
}

/** A promo is an offer once: by the message that first carries it. */
function isOffer(claimed: Told, { told }: RecordedOrder): boolean {
  return discountIn(claimed) !== undefined && !told.some((one) => discountIn(one) !== undefined);
}

/** Counted before it is claimed, by what it thanks for: whoever tries again, or dies in between, counts it once. */
function hasRoom(
  { shop, order, placed }: RecordedOrder,
  { offers: dose }: CompleteSettings,
  now: number,
  { offers }: MessengerPorts,
): Promise<boolean> {
  return offers.take(shop, placed.customer, `promo:${order}`, dose, now);
}

/** Undefined: the order changed since it was judged. The mail is written before the claim, so no claim waits for words. */
async function claimAndPost(
  order: RecordedOrder,
  claim: Claim,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<Said | undefined> {
  const after = withClaim(order, claim);
  if (claim.told.unsent === undefined) await takeTurn(order, ports.now(), ports);
  const mail = claim.told.unsent === undefined ? await preparedMail(after, claim.told, settings, ports) : undefined;
  if (!(await ports.orders.claim(order, claim))) return undefined;
  const sesId = mail === undefined ? undefined : await post(order, claim.told, mail, ports);
  ports.said?.(after, claim.told, sesId);
  return { order: after, told: mail !== undefined, why: claim.told.unsent };
}

/**
 * What a message is followed by, once: its copy to whoever receives the gift, the call to who prefers the phone. `order`
 * is the order after the message; where it owes nothing, nothing is read again.
 */
async function sayBeside(
  request: ActRequest,
  order: RecordedOrder,
  settings: CompleteSettings,
  ports: MessengerPorts,
  owed: (order: RecordedOrder, now: number) => Told | undefined,
): Promise<void> {
  if (owed(order, ports.now()) === undefined) return;
  for (let tries = 0; tries < mostJudgements; tries += 1) {
    const current = await orderOf(request, ports);
    const told = owed(current, ports.now());
    if (told === undefined) return;
    await claimAndPost(current, { told, fates: {} }, settings, ports);
  }
  throw new OrderIsBusy('the order changed under every judgement');
}

const isUnsettled = (told: Told): boolean => told.unsent === undefined && told.sesId === undefined;

/**
 * A claim whose mail nobody has noted. Our own goes on; another's may be under way, or sent and not noted: SES's event
 * settles it, and after the last retry it is sent again, counted before it is: whatever becomes of this try, the
 * timeline says so.
 */
async function settle(
  told: Told,
  order: RecordedOrder,
  owner: string,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<void> {
  const isOurs = told.owner === owner;
  if (!isOurs && ports.now() - (told.resentAt ?? told.at) < unsettledForMs) {
    throw new MessageUnsettled('nobody can tell yet whether the mail went out');
  }
  const mail = await mailAsClaimed(order, told, settings, ports);
  if (!isOurs && !(await ports.orders.sendAgain(order, told.key, owner, ports.now()))) return;
  const sesId = await post(order, told, mail, ports, isOurs ? undefined : owner);
  ports.said?.(order, told, sesId);
}

/** What is sent again says what was said, though more is known by now: one message has one text. */
async function mailAsClaimed(
  { shop, order: id }: RecordedOrder,
  { key }: Told,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<Mail> {
  const found = await ports.orders.find(shop, id);
  const then = found && asClaimed(found, key);
  const told = then?.told.at(-1);
  // Another invocation has taken the claim back since: the state is tried again, and judges anew.
  if (then === undefined || told === undefined) throw new OrderIsBusy('the claim was withdrawn meanwhile');
  return preparedMail(then, told, settings, ports);
}

async function settleWhatDeadRunsLeft(
  request: ActRequest,
  owner: string,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<void> {
  for (let tries = 0; tries < mostJudgements; tries += 1) {
    const order = await orderOf(request, ports);
    const unsettled = order.told.find(isUnsettled);
    if (unsettled === undefined) return;
    await settle(unsettled, order, owner, settings, ports);
  }
  throw new OrderIsBusy('the order changed under every judgement');
}
