import { recorded, type Order, type RecordedOrder } from '../domain/order/order.ts';
import type { Customers, Offers } from '../domain/ports.ts';
import { leavesBy } from '../domain/order/leaves-by.ts';
import { read } from '../domain/order/reading.ts';
import { tasksOf } from '../domain/order/tasks.ts';
import { entriesChanged } from './entries-of.ts';
import type { Placed } from './entry.ts';
import { projectPause } from './project-pause.ts';
import { asShown, projectTasks, type TaskPorts } from './project-tasks.ts';

export interface TimelinePort {
  /** Writes an entry, unless a newer version of its order has written it already. */
  put(shop: string, customer: string, placed: Placed, version: number, keptUntil: number | undefined): Promise<void>;
}

/** Which orders wait for shipment, by when they leave: where to look, not what is true; that is read in the order. */
export interface LeavesPort {
  waits(shop: string, order: string, until: number, keptUntil: number | undefined): Promise<void>;
  waitsNot(shop: string, order: string, until: number): Promise<void>;
}

/** What lies beside the facts. */
export interface DetailsPort {
  leaveAt(order: Order, instant: number): Promise<void>;
}

export interface ProjectionPorts extends TaskPorts {
  readonly timeline: TimelinePort;
  readonly leaves: LeavesPort;
  readonly customers: Pick<Customers, 'keepLonger' | 'pause' | 'placed'>;
  readonly details: DetailsPort;
  readonly offers: Pick<Offers, 'hold'>;
}

/**
 * Carries one change of an order over to the customer's timeline and pauses, the list of tasks, the list of what leaves
 * and the mail to staff. Idempotent: a record may come twice, late, or after newer ones.
 */
export async function project(before: Order | undefined, after: Order, ports: ProjectionPorts): Promise<void> {
  if (after.erased !== undefined) return unlistErased(before, ports);
  const known = recorded(after);
  const leavesAnew = await projectRetention(before, after, known, ports);
  if (known === undefined) return;
  const { shop, version, keptUntil } = known;
  // What leaves at another instant is written once more, all of it.
  const earlier = leavesAnew ? undefined : before;
  for (const placed of entriesChanged(earlier, after)) {
    const entry = await withItsTeller(placed, known, ports);
    await ports.timeline.put(shop, known.placed.customer, entry, version, keptUntil);
  }
  const changed = placesOfTasks(earlier, after);
  if (changed.size > 0) await projectTasks(shop, known.order, changed, ports);
  const places = [before === undefined ? undefined : untilOf(before), untilOf(after)];
  if (places[0] !== places[1] || leavesAnew) await projectLeaves(shop, known.order, places, ports);
  await projectPause(before, after, ports.customers);
  await holdOffers(before, known, ports);
}

/**
 * All that is known of an order leaves when the order does. What is written with it knows that instant; only where the
 * instant is another now (facts waited for their order and it came, the order goes on for long) the rest is told. True
 * where it is.
 */
async function projectRetention(
  before: Order | undefined,
  after: Order,
  known: RecordedOrder | undefined,
  { customers, details }: ProjectionPorts,
): Promise<boolean> {
  const { keptUntil } = after;
  const wasToldWithIt = before === undefined && known !== undefined;
  if (keptUntil === undefined || wasToldWithIt || before?.keptUntil === keptUntil) return false;
  await details.leaveAt(after, keptUntil);
  if (known === undefined) return false;
  const { shop, order, placed } = known;
  await customers.placed(shop, placed.customer, { order, placedAt: placed.at, keptUntil });
  await customers.keepLonger(shop, placed.customer, keptUntil);
  return true;
}

/**
 * The person is erased: what the lists hold of the order goes. Records of one order come one after the other, so
 * whatever an earlier one wrote is there by now, and no later one writes any more.
 */
async function unlistErased(before: Order | undefined, { tasks, calls, leaves }: ProjectionPorts): Promise<void> {
  const known = before === undefined ? undefined : recorded(before);
  if (known === undefined) return;
  const { shop, order, placed } = known;
  for (const { task } of before!.told) {
    if (task === undefined) continue;
    await tasks.unlist(shop, task.task, task.dueAt);
    await calls.delete(shop, placed.customer, task.task);
  }
  const until = untilOf(known);
  if (until !== undefined) await leaves.waitsNot(shop, order, until);
}

/** Who wanted a message sent again, and why: a person's words, which stand beside the fact. */
async function withItsTeller(placed: Placed, order: RecordedOrder, { orders }: ProjectionPorts): Promise<Placed> {
  if (placed.entry.name !== 'resend') return placed;
  const fact = order.facts.find(({ id }) => placed.id === `${order.order}#${id}`);
  const { by, why } = (fact === undefined ? undefined : (await orders.details(order)).get(fact.id)) ?? {};
  if (typeof by !== 'string') return placed;
  return { ...placed, entry: { ...placed.entry, by, detail: { ...placed.entry.detail, because: why } } };
}

/** A promo that must wait is kept for the customer, once, and travels alone when the dose allows it. */
async function holdOffers(before: Order | undefined, after: RecordedOrder, { offers }: ProjectionPorts): Promise<void> {
  const earlier = new Set(before?.told.map(({ key }) => key));
  const { shop, order, placed } = after;
  for (const { key, at, promo } of after.told) {
    if (earlier.has(key) || promo === undefined || !('leftOut' in promo) || promo.held === undefined) continue;
    const held = { order, number: placed.number, placedAt: placed.at, discount: promo.held, since: at };
    await offers.hold(shop, placed.customer, held);
  }
}

/**
 * The tasks that this change touches, each with the hours under which the list may hold it because of it: a task that is
 * claimed anew after a refusal may be due at another hour. Every place it ever had is in some record.
 */
function placesOfTasks(before: Order | undefined, after: Order): ReadonlyMap<string, readonly number[]> {
  const earlier = before === undefined ? [] : tasksOf(before);
  const now = tasksOf(after);
  const [shownEarlier, shownNow] = [new Set(earlier.map(asShown)), new Set(now.map(asShown))];
  const changed = [
    ...earlier.filter((task) => !shownNow.has(asShown(task))),
    ...now.filter((task) => !shownEarlier.has(asShown(task))),
  ];
  const places = new Map<string, number[]>();
  for (const { task, dueAt } of changed) places.set(task, [...(places.get(task) ?? []), dueAt]);
  return places;
}

/** The instant under which the order waits for shipment, where it does. */
function untilOf(order: Order): number | undefined {
  const known = recorded(order);
  return known === undefined ? undefined : leavesBy(read(known))?.until;
}

/**
 * The order stands where it waits now, and where it stood before or after this change no longer. Every
 * place it ever had is one of the two in some record, so none is left behind, whatever the order of the records.
 */
async function projectLeaves(
  shop: string,
  order: string,
  places: readonly (number | undefined)[],
  { orders, leaves }: ProjectionPorts,
): Promise<void> {
  const found = await orders.find(shop, order);
  const current = found === undefined ? undefined : untilOf(found);
  if (current !== undefined) await leaves.waits(shop, order, current, found?.keptUntil);
  const stale = places.filter((until) => until !== undefined && until !== current);
  for (const until of stale) await leaves.waitsNot(shop, order, until!);
}
