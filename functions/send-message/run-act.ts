import { answerFor, withClaim, withNotes, type Answer } from '../domain/order/answer.ts';
import { judge, type Claim } from '../domain/order/judge.ts';
import { copyOwed } from '../domain/order/copies.ts';
import { asClaimed, recorded, type RecordedOrder, type Told, type ToldMessage } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { isComplete, type CompleteSettings } from '../domain/shop/settings.ts';
import { messageOf, type Act, type Stage } from '../domain/vocabulary.ts';
import type { Customers, Links, Mail, Mailer, Orders, Promos, Shops } from '../domain/ports.ts';
import { MessageUnsettled, OrderIsBusy, OrderUnknown, ShopUnready, Elsewhere } from './errors.ts';
import { circumstancesOf, readOnce } from './known-customer.ts';
import { post } from './post.ts';
import { preparedMail } from './prepare.ts';

export interface MessengerPorts {
  readonly orders: Orders;
  readonly shops: Shops;
  readonly customers: Pick<Customers, 'find'>;
  readonly links: Links;
  readonly promos: Promos;
  readonly mailer: Mailer;
  readonly now: () => number;
  readonly newToken: () => string;
  /** The absolute address behind a token. */
  readonly linkTo: (token: string) => string;
  readonly newCode: () => string;
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
  const settings = await settingsOf(request.shop, ports);
  if (request.act === 'ConfirmOrder' && request.run > 1)
    await settleWhatDeadRunsLeft(request, requestId, settings, ports);
  const { order, told, why } = await say(request, requestId, settings, ports);
  if (order.placed.notifiesRecipient === true) await sayToRecipient(request, requestId, settings, ports);
  const answer = answerFor(order, ports.now(), request.startedAt, { told, why });
  if (request.expects !== undefined && answer.stage !== request.expects) throw new Elsewhere(JSON.stringify(answer));
  return answer;
}

async function settingsOf(shop: string, { shops }: MessengerPorts): Promise<CompleteSettings> {
  const settings = await shops.settings(shop);
  if (settings === undefined || !isComplete(settings))
    throw new ShopUnready('the shop lacks settings that every message needs');
  return settings;
}

async function orderOf({ shop, order }: ActRequest, { orders }: MessengerPorts): Promise<RecordedOrder> {
  const found = await orders.find(shop, order);
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
  for (let tries = 0; tries < mostJudgements; tries += 1) {
    const order = await orderOf(request, ports);
    const unsettled = order.told.find((told) => told.message === messageOf(act) && isUnsettled(told));
    if (unsettled !== undefined) {
      await settle(unsettled, order, owner, settings, ports);
      continue;
    }
    const now = ports.now();
    const known = await circumstancesOf(order, ports, now);
    const judgement = judge(act, read(order), { ...known, settings, now, owner, newCode: ports.newCode });
    if ('nothing' in judgement) return { order, told: false, why: judgement.nothing };
    if ('note' in judgement) {
      if (!(await ports.orders.note(order, judgement.note))) continue;
      return { order: withNotes(order, judgement.note), told: false, why: Object.values(judgement.note).join('; ') };
    }
    const said = await claimAndPost(order, judgement.claim, settings, ports);
    if (said !== undefined) return said;
  }
  throw new OrderIsBusy('the order changed under every judgement');
}

/** Undefined: the order changed since it was judged. The mail is written before the claim, so no claim waits for words. */
async function claimAndPost(
  order: RecordedOrder,
  claim: Claim,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<Said | undefined> {
  const after = withClaim(order, claim);
  const mail = claim.told.unsent === undefined ? await preparedMail(after, claim.told, settings, ports) : undefined;
  if (!(await ports.orders.claim(order, claim))) return undefined;
  if (mail !== undefined) await post(order, claim.told, mail, ports);
  return { order: after, told: mail !== undefined, why: claim.told.unsent };
}

/**
 * Each message about a parcel goes to the recipient too, once, where the shop asked for it. An execution may die between
 * a message and its copy, and nothing is news about it then: the first act of the next looks for copies of any.
 */
async function sayToRecipient(
  request: ActRequest,
  owner: string,
  settings: CompleteSettings,
  ports: MessengerPorts,
): Promise<void> {
  for (let tries = 0; tries < mostJudgements; tries += 1) {
    const order = await orderOf(request, ports);
    const of = request.act === 'ConfirmOrder' ? 'any' : (messageOf(request.act) as ToldMessage);
    const told = copyOwed(order, of, owner, ports.now());
    if (told === undefined) return;
    await claimAndPost(order, { told, fates: {} }, settings, ports);
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
  await post(order, told, mail, ports, isOurs ? undefined : owner);
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
