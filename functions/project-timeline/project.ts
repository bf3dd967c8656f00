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

/** An order before and after one write, as a record of the stream shows it. */
export interface OrderChange {
  readonly before: Order | undefined;
  readonly after: Order;
}

/**
 * Carries changes of one order, in the order of the stream, over to the customer's timeline and pauses, the list of
 * tasks, the list of what leaves and the mail to staff. What they come to is written once, however many they are: the
 * same as if each had been carried over alone. Idempotent: records may come twice, late, after newer ones, or in batches
 * that are cut otherwise.
 */
export async function project(changes: readonly OrderChange[], ports: ProjectionPorts): Promise<void> {
  const last = changes.at(-1);
  if (last === undefined) return;
  if (last.after.erased !== undefined) return unlistErased(changes, ports);
  const steps: Step[] = [];
  for (const change of changes) {
    const leavesAnew = await projectRetention(change, ports);
    // What leaves at another instant is written once more, all of it.
    steps.push({ ...change, earlier: leavesAnew ? undefined : change.before, leavesAnew });
  }
  const known = recorded(last.after);
  if (known === undefined) return;
  const { shop, order, placed } = known;
  for (const { placed: entry, after } of lastEntries(steps)) {
    const told = await withItsTeller(entry, known, ports);
    await ports.timeline.put(shop, placed.customer, told, after.version, after.keptUntil);
  }
  const tasks = placesOfTasks(steps);
  if (tasks.size > 0) await projectTasks(shop, order, tasks, ports);
  const leaving = placesOfLeaving(steps);
  if (leaving.length > 0) await projectLeaves(shop, order, leaving, ports);
  for (const { before, after } of changes) await projectPause(before, after, ports.customers);
  await holdOffers(changes, known, ports);
}

interface Step extends OrderChange {
  /** What is there already and need not be written. */
  readonly earlier: Order | undefined;
  readonly leavesAnew: boolean;
}

/** Every entry that some change wrote, in its place, as the last of them has it. */
function lastEntries(steps: readonly Step[]): Iterable<{ readonly placed: Placed; readonly after: Order }> {
  const entries = new Map<string, { readonly placed: Placed; readonly after: Order }>();
  for (const { earlier, after } of steps) {
    for (const placed of entriesChanged(earlier, after)) {
      entries.set(`${placed.entry.at} ${placed.id}`, { placed, after });
    }
  }
  return entries.values();
}

/**
 * All that is known of an order leaves when the order does. What is written with it knows that instant; only where the
 * instant is another now (facts waited for their order and it came, the order goes on for long) the rest is told. True
 * where it is.
 */
async function projectRetention(
  { before, after }: OrderChange,
  { customers, details }: ProjectionPorts,
): Promise<boolean> {
  const { keptUntil } = after;
  const known = recorded(after);
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
async function unlistErased(changes: readonly OrderChange[], { tasks, calls, leaves }: ProjectionPorts): Promise<void> {
  for (const { before } of changes) {
    const known = before === undefined ? undefined : recorded(before);
    if (known === undefined) continue;
    const { shop, order, placed } = known;
    for (const { task } of before!.told) {
      if (task === undefined) continue;
      await tasks.unlist(shop, task.task, task.dueAt);
      await calls.delete(shop, placed.customer, task.task);
    }
    const until = untilOf(known);
    if (until !== undefined) await leaves.waitsNot(shop, order, until);
  }
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
async function holdOffers(
  changes: readonly OrderChange[],
  after: RecordedOrder,
  ports: ProjectionPorts,
): Promise<void> {
  const { shop, order, placed } = after;
  for (const change of changes) {
    const earlier = new Set(change.before?.told.map(({ key }) => key));
    for (const { key, at, promo } of recorded(change.after)?.told ?? []) {
      if (earlier.has(key) || promo === undefined || !('leftOut' in promo) || promo.held === undefined) continue;
      const held = { order, number: placed.number, placedAt: placed.at, discount: promo.held, since: at };
      await ports.offers.hold(shop, placed.customer, held);
    }
  }
}

/**
 * The tasks that these changes touch, each with the hours under which the list may hold it because of them: a task that
 * is claimed anew after a refusal may be due at another hour. Every place it ever had is in some record.
 */
function placesOfTasks(steps: readonly Step[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { earlier: before, after } of steps) {
    const earlier = before === undefined ? [] : tasksOf(before);
    const now = tasksOf(after);
    const [shownEarlier, shownNow] = [new Set(earlier.map(asShown)), new Set(now.map(asShown))];
    const changed = [
      ...earlier.filter((task) => !shownNow.has(asShown(task))),
      ...now.filter((task) => !shownEarlier.has(asShown(task))),
    ];
    for (const { task, dueAt } of changed) places.set(task, [...(places.get(task) ?? []), dueAt]);
  }
  return places;
}

/** The instants under which the order waited for shipment before or after a change that moved it, or when all of it leaves. */
function placesOfLeaving(steps: readonly Step[]): readonly (number | undefined)[] {
  return steps.flatMap(({ before, after, leavesAnew }) => {
    const places = [before === undefined ? undefined : untilOf(before), untilOf(after)];
    return places[0] === places[1] && !leavesAnew ? [] : places;
  });
}

/** The instant under which the order waits for shipment, where it does. */
function untilOf(order: Order): number | undefined {
  const known = recorded(order);
  return known === undefined ? undefined : leavesBy(read(known))?.until;
}

/**
 * The order stands where it waits now, and where it stood before or after these changes no longer. Every
 * place it ever had is in some record, so none is left behind, whatever the order of the records.
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
  const stale = new Set(places.filter((until) => until !== undefined && until !== current));
  for (const until of stale) await leaves.waitsNot(shop, order, until!);
}
