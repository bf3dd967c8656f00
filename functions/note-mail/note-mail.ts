import * as z from 'zod/mini';
import { isForGood, type MailFailedFact } from '../domain/order/facts.ts';
import { recorded, type RecordedOrder, type Told } from '../domain/order/order.ts';
import type { Customers, Orders } from '../domain/ports.ts';
import { orderId, shopId } from '../domain/ids.ts';
import { hashOf, hashOfAddress } from '../domain/told-to-us/identity.ts';
import { log } from '../log.ts';
import { iso, placeOfTold } from '../project-timeline/entry.ts';
import type { TimelinePort } from '../project-timeline/project.ts';
import { keyTag } from '../send-message/mail-tags.ts';
import { mailEventNames, mailEvents, type MailEventName } from './mail-events.ts';

const only = <T extends z.ZodMiniType>(schema: T) => z.tuple([schema]);

/** Of an event we need what it is, the tags and the id, and whom the mail went to. */
export const mailEvent = z.object({
  'detail-type': z.enum(mailEventNames),
  time: z.pipe(
    z.string(),
    z.transform((instant: string) => Date.parse(instant)),
  ),
  detail: z.object({
    mail: z.object({
      messageId: z.string(),
      destination: z.array(z.string()),
      tags: z.object({
        shop: only(shopId),
        order: only(orderId),
        key: only(z.string()),
        message: z.optional(only(z.string())),
        audience: only(z.enum(['customer', 'staff'])),
        correlation: z.optional(only(z.string())),
      }),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});
export type MailEvent = z.infer<typeof mailEvent>;
type What = (typeof mailEvents)[MailEventName];

export interface NoteMailPorts {
  readonly orders: Pick<Orders, 'find' | 'settle' | 'settleTask' | 'append'>;
  readonly customers: Pick<Customers, 'markFailing'>;
  readonly timeline: Pick<TimelinePort, 'put'>;
  readonly now: () => number;
}

/**
 * Notes what becomes of a mail: that it went out, where its sender did not live to note it; that it arrived, or is
 * delayed, on the timeline; that it came back, as a fact of its order. Events are best effort: they may come twice, late,
 * in any order, or never. Answers what became of it, for the log; undefined: we knew, or it is no mail of ours.
 */
export async function noteMail(event: MailEvent, ports: NoteMailPorts): Promise<What | undefined> {
  const { mail } = event.detail;
  const { tags, messageId } = mail;
  const [shop, id, tag, audience] = [tags.shop[0], tags.order[0], tags.key[0], tags.audience[0]];
  const found = await ports.orders.find(shop, id);
  const told = found?.told.find(({ key }) => keyTag(key) === tag);
  const order = found && recorded(found);
  if (order === undefined) return undefined;
  const what = mailEvents[event['detail-type']];
  if (told === undefined) {
    // An offer travels beside its order: nothing of it is to be settled, and nobody need call about it.
    const isOffer = tags.message?.[0] === 'offer-promo' && audience === 'customer';
    if (isOffer && isForGood(whyOf(what, event))) await markFailing(event, order, ports);
    return isOffer ? what : undefined;
  }
  if (audience === 'staff') {
    await ofStaff(what, order, told, messageId, ports);
    return what;
  }
  // Whatever is told of a mail, it went out.
  if (told.sesId === undefined) await ports.orders.settle(shop, id, told.key, messageId);
  else if (what === 'sent') return undefined;
  if (what === 'delivered' || what === 'delayed') await onTheTimeline(what, told, event.time, order, ports);
  else if (what !== 'sent') await failed(whyOf(what, event)!, event, order, told, ports);
  return what;
}

/** Why a mail did not reach its reader; undefined where it is not said that it did not. */
function whyOf(what: What, { detail }: MailEvent): MailFailedFact['why'] | undefined {
  if (what === 'sent' || what === 'delivered' || what === 'delayed') return undefined;
  return what === 'bounced' && detail.bounce?.bounceType !== 'Permanent' ? 'bounced-for-now' : what;
}

/** Nothing more goes to that address until it changes. */
async function markFailing(
  { time, detail: { mail } }: MailEvent,
  { shop, order, placed: { customer }, keptUntil }: RecordedOrder,
  { customers }: NoteMailPorts,
): Promise<void> {
  const [address] = mail.destination;
  if (address === undefined) return;
  await customers.markFailing(shop, customer, { address: hashOfAddress(address), at: time, order, keptUntil });
}

async function ofStaff(
  what: What,
  { shop, order }: RecordedOrder,
  told: Told,
  messageId: string,
  { orders }: NoteMailPorts,
): Promise<void> {
  if (told.task !== undefined && told.task.mailId === undefined) {
    await orders.settleTask(shop, order, told.key, messageId);
  }
  const isBack = what === 'bounced' || what === 'complained' || what === 'rejected';
  if (isBack) log.error('a mail to staff came back', { shop, order, task: told.task?.task, what });
}

/** EventBridge tells the whole second: nothing becomes of a mail before it was said. */
const notBefore = ({ at }: Told, heardAt: number): number => Math.max(at, heardAt);

/** An entry of its own, in a place of its own: it wakes nobody. */
async function onTheTimeline(
  what: 'delivered' | 'delayed',
  told: Told,
  heardAt: number,
  { shop, order, placed: { customer }, keptUntil }: RecordedOrder,
  { timeline }: NoteMailPorts,
): Promise<void> {
  const at = notBefore(told, heardAt);
  const entry = {
    at: iso(at),
    learnedAt: iso(at),
    kind: 'message',
    name: told.message,
    order,
    detail: { [what]: true },
  } as const;
  await timeline.put(shop, customer, { id: `${placeOfTold(order, told.key)}#${what}`, entry }, at, keptUntil);
}

/** An address that takes nothing for good gets nothing more until it changes: marked first, for the fact leads to a call. */
async function failed(
  why: MailFailedFact['why'],
  event: MailEvent,
  known: RecordedOrder,
  told: Told,
  ports: NoteMailPorts,
): Promise<void> {
  const { shop, order } = known;
  const { key, copyOf } = told;
  if (isForGood(why) && copyOf === undefined) await markFailing(event, known, ports);
  const natural = `${keyTag(key)}-${why}`;
  const fact: MailFailedFact = {
    id: `mail-failed:${natural}`,
    name: 'mail-failed',
    at: notBefore(told, event.time),
    learnedAt: ports.now(),
    hash: hashOf({ natural }),
    message: key,
    why,
  };
  const appended = await ports.orders.append(shop, order, fact);
  if (appended.result === 'full') log.error('a mail came back, and its order takes no more facts', { shop, order });
}
