import type { ShopDays } from '../domain/calendar/calendar.ts';
import { recorded, type Order, type RecordedOrder } from '../domain/order/order.ts';
import { struckIn } from '../domain/order/struck.ts';
import { statusOf } from '../domain/order/parcel-status.ts';
import type { Parcel } from '../domain/order/parcels.ts';
import { promisesOf } from '../domain/order/promises.ts';
import { read, type Reading } from '../domain/order/reading.ts';
import { stageOf } from '../domain/order/stage.ts';
import { levelNow, tasksOf, type Task } from '../domain/order/tasks.ts';
import type { Details } from '../domain/ports.ts';
import { endings, takenUpAgain, type Ending } from '../domain/vocabulary.ts';
import { orderDetailsIn, type OrderDetails } from '../send-message/order-details.ts';

/** What `GET /orders/{id}` answers (api.md); undefined while only facts that wait for their order are there. */
export function orderView(
  order: Order,
  details: ReadonlyMap<string, Details>,
  shop: ShopDays,
  now: number,
): object | undefined {
  if (order.erased !== undefined) return erasedView(order);
  const known = recorded(order);
  if (known === undefined) return undefined;
  const reading = read(known);
  const placed = orderDetailsIn(known, details);
  const struck = struckIn(order);
  return {
    id: known.order,
    number: known.placed.number,
    stage: stageOf(reading, now),
    customer: { id: known.placed.customer, ...contactOf(placed) },
    placedAt: iso(known.placed.at),
    how: howOf(known),
    promises: promisesOf(reading, now).map(({ promise, parcel, until, status, warnedAt }) => ({
      promise,
      parcel,
      until: iso(until),
      status,
      warnedAt: warnedAt === undefined ? undefined : iso(warnedAt),
    })),
    parcels: reading.parcels.map((parcel) => parcelView(parcel, reading)),
    messages: order.told.map(({ key, message, at, sesId, unsent }) => ({
      key,
      message,
      at: iso(at),
      sent: sesId !== undefined,
      why: unsent,
    })),
    tasks: tasksOf(known).map((task) => taskView(task, placed, shop, now)),
    cases: reading.cases.map(({ id, about, opened, owner, until, ended }) => ({
      case: id,
      about,
      openedAt: iso(opened.at),
      owner: owner?.name,
      until: iso(until),
      outcome: ended,
    })),
    facts: order.facts.map(({ id, name, at, learnedAt }) => ({
      fact: id,
      name,
      at: iso(at),
      learnedAt: iso(learnedAt),
      corrected: struck.has(id) ? true : undefined,
      fate: known.fates[id],
    })),
  };
}

/** That it was there and how it ended, which it may be about to. */
function erasedView({ order, closed }: Order): object {
  const isOver = closed !== undefined && !(takenUpAgain as readonly string[]).includes(closed.how);
  const empty = { promises: [], parcels: [], messages: [], tasks: [], cases: [], facts: [] };
  return { id: order, stage: 'CloseOrder', how: isOver ? ('erased' satisfies Ending) : undefined, ...empty };
}

/** How it ended, while it has: an order that is to be taken up again has not. */
function howOf({ closed }: RecordedOrder): string | undefined {
  return endings.find((ending) => ending === closed?.how);
}

function contactOf({ customer: { name, email, phone, locale } }: OrderDetails): object {
  return { name, email, phone, locale };
}

function parcelView(parcel: Parcel, reading: Reading): object {
  const { shipment } = parcel;
  return {
    parcel: parcel.parcel,
    carrier: shipment?.carrier ?? null,
    trackingNumber: shipment?.trackingNumber ?? null,
    trackingUrl: shipment?.trackingUrl,
    status: statusOf(parcel, reading),
    lines: parcel.lines,
  };
}

function taskView(
  { task, name, order, dueAt, level, status, why }: Task,
  { customer }: OrderDetails,
  shop: ShopDays,
  now: number,
): object {
  return {
    task,
    name,
    order,
    dueAt: iso(dueAt),
    level: status === 'open' ? levelNow({ level, dueAt }, shop, now) : level,
    status,
    why,
    customer: { name: customer.name, phone: customer.phone },
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
