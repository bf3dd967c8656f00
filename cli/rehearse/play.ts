import { millisecondsOf } from '../../functions/domain/calendar/calendar.ts';
import { recorded, type RecordedOrder } from '../../functions/domain/order/order.ts';
import { promisesOf, type PromiseState } from '../../functions/domain/order/promises.ts';
import { read } from '../../functions/domain/order/reading.ts';
import { stageOf } from '../../functions/domain/order/stage.ts';
import { tasksOf, type Task } from '../../functions/domain/order/tasks.ts';
import { mailTask } from '../../functions/mail-staff/mail-task.ts';
import { orderDetailsIn, type OrderDetails } from '../../functions/send-message/order-details.ts';
import type { StateStay } from '../../local/step-functions/states-of.ts';
import { MemoryCalls } from '../../local/virtual/memory-calls.ts';
import { MemoryMailer, type SentMail } from '../../local/virtual/memory-ports.ts';
import { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import { Counter } from './counter.ts';
import type { Story, Telling } from './story.ts';
import type { WrongField } from './yaml-source.ts';

/** A fact as it was told, with the id it has on record. */
export interface ToldFact extends Telling {
  readonly fact: string;
}

/** A story that was played, and all that came of it. Instants are milliseconds since the epoch. */
export interface Rehearsal {
  readonly story: Story;
  readonly told: readonly ToldFact[];
  readonly order: RecordedOrder;
  readonly placed: OrderDetails;
  /** To customers, oldest first. */
  readonly mails: readonly SentMail[];
  readonly staffMails: readonly SentMail[];
  readonly states: readonly StateStay[];
  readonly promises: readonly PromiseState[];
  readonly tasks: readonly Task[];
  /** Where the order stands at the end. */
  readonly stage: string;
  readonly endedAt: number;
}

/** Something broke while the story was played: a defect of ours. */
export class RehearsalBroken extends Error {
  override readonly name = 'RehearsalBroken';
}

const shopId = 'rehearsal';
/** An order that waits for nobody any more has ended long before. */
const longestAfterTheLastFact = millisecondsOf('P120D');

/**
 * Plays a story in virtual time, on the state machine, the relay and the messenger that are deployed.
 * @throws WrongStory where the API would refuse what the story tells
 */
export async function play(story: Story, definition: unknown): Promise<Rehearsal> {
  const virtual = new VirtualShop(definition, story.tellings[0]!.at);
  virtual.open(shopId, story.settings);
  const staffMailer = new MemoryMailer(() => virtual.clock.now());
  const settled = async (): Promise<void> => {
    await virtual.settle();
    await mailStaff(virtual, story.order, staffMailer);
    await virtual.settle();
  };
  const moveTo = (instant: number): Promise<void> => virtual.clock.moveTo(instant, settled);
  const counter = new Counter(virtual, shopId, story.order);
  const told: ToldFact[] = [];
  const wrong: WrongField[] = [];
  for (const telling of story.tellings) {
    if (story.until !== undefined && telling.at > story.until) break;
    await moveTo(telling.at);
    const taken = await counter.take(telling);
    if ('wrong' in taken) wrong.push(...taken.wrong);
    else told.push({ ...telling, fact: taken.fact });
    await settled();
  }
  if (wrong.length > 0) throw story.wrong(wrong);
  await (story.until === undefined ? untilItEnds(virtual, story.order, moveTo) : moveTo(story.until));
  if (virtual.failures.length > 0)
    throw new RehearsalBroken('the workflow could not be reached', { cause: virtual.failures[0] });
  return rehearsal(story, virtual, told, staffMailer.sent);
}

/** On from deadline to deadline, until nothing more is awaited. */
async function untilItEnds(
  virtual: VirtualShop,
  order: string,
  moveTo: (instant: number) => Promise<void>,
): Promise<void> {
  const latest = virtual.clock.now() + longestAfterTheLastFact;
  for (;;) {
    const found = await virtual.orders.find(shopId, order);
    const next = virtual.clock.nextDueAt();
    if (found?.closed !== undefined || next === undefined || next > latest) return;
    await moveTo(next);
  }
}

/** What the stream's consumer does on AWS: each task is mailed to the person who has it in hand, once a level. */
async function mailStaff(virtual: VirtualShop, id: string, mailer: MemoryMailer): Promise<void> {
  const { orders, shops, customers, clock } = virtual;
  const order = await orders.find(shopId, id);
  for (const { task, key } of order?.told ?? []) {
    if (task === undefined || task.mailId !== undefined) continue;
    const calls = new MemoryCalls(orders);
    await mailTask(shopId, id, key, { orders, shops, customers, calls, mailer, now: () => clock.now() });
  }
}

async function rehearsal(
  story: Story,
  virtual: VirtualShop,
  told: readonly ToldFact[],
  staffMails: readonly SentMail[],
): Promise<Rehearsal> {
  const found = await virtual.orders.find(shopId, story.order);
  const order = found === undefined ? undefined : recorded(found);
  if (order === undefined) throw story.wrong([{ path: ['until'], detail: 'comes before the order' }]);
  const now = virtual.clock.now();
  const reading = read(order);
  return {
    story,
    told,
    order,
    placed: orderDetailsIn(order, await virtual.orders.details(order)),
    mails: virtual.mailer.sent,
    staffMails,
    states: virtual.states(shopId, story.order),
    promises: promisesOf(reading, now),
    tasks: tasksOf(order),
    stage: stageOf(reading, now),
    endedAt: now,
  };
}
