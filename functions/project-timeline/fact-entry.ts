import type { Fact } from '../domain/order/facts.ts';
import type { Order } from '../domain/order/order.ts';
import { iso, type Entry, type Placed } from './entry.ts';

/** A fact on the timeline. One that was taken back stays where it is, struck through, and says by which correction. */
export function entryOfFact(order: Order, fact: Fact, struck: ReadonlySet<string>): Placed {
  const detail = detailOf(fact);
  const isStruck = struck.has(fact.id);
  return {
    id: `${order.order}#${fact.id}`,
    entry: {
      at: iso(fact.at),
      learnedAt: iso(fact.learnedAt),
      kind: kindOf(fact),
      name: nameOf(fact),
      order: order.order,
      why: isStruck ? whyStruck(order, fact, struck) : whyOf(order, fact),
      by: 'by' in fact ? fact.by : undefined,
      detail: isStruck ? { ...detail, corrected: true } : detail,
    },
  };
}

function whyOf({ fates, told }: Order, fact: Fact): string | undefined {
  const fate = fates[fact.id];
  return told.some(({ key }) => key === fate) ? undefined : fate;
}

/** Who took it back, and why, are a person's words: they stand in the correction's details. */
function whyStruck({ facts }: Order, { id }: Fact, struck: ReadonlySet<string>): string {
  const by = facts.find((fact) => fact.name === 'correction' && fact.fact === id && !struck.has(fact.id));
  return `taken back: ${by!.id}`;
}

function kindOf({ name }: Fact): Entry['kind'] {
  if (name === 'word' || name === 'choice') return 'word';
  return name === 'completion' ? 'task' : 'fact';
}

function nameOf(fact: Fact): string {
  if (fact.name === 'word') return fact.word;
  return fact.name === 'choice' ? fact.choice : fact.name;
}

/** Ids, quantities and instants; what a person wrote is not here. */
function detailOf(fact: Fact): Entry['detail'] {
  switch (fact.name) {
    case 'order':
      return {
        number: fact.number,
        payment: fact.payment === 'paid' ? undefined : fact.payment,
        payBy: fact.payBy && iso(fact.payBy.until),
        delivery: fact.kind === 'parcel' ? undefined : fact.kind,
        shipBy: iso(fact.shipBy.until),
        deliverBy: iso(fact.deliverBy.until),
      };
    case 'payment':
      return { status: fact.status };
    case 'change':
      return {
        lines: fact.lines?.map(({ id, quantity }) => ({ id, quantity })),
        total: fact.total,
        delivery: fact.kind,
        moved: fact.movesDelivery ? true : undefined,
        shipBy: fact.shipBy && iso(fact.shipBy.until),
        deliverBy: fact.deliverBy && iso(fact.deliverBy.until),
      };
    case 'shipment':
      return { parcel: fact.parcel, carrier: fact.carrier, trackingNumber: fact.trackingNumber };
    case 'shipment-correction':
      return {
        parcel: fact.parcel,
        carrier: fact.carrier,
        trackingNumber: fact.trackingNumber,
        deliverBy: fact.deliverBy && iso(fact.deliverBy.until),
      };
    case 'delivery':
      return { parcel: fact.parcel, to: fact.toNeighbour ? 'neighbour' : undefined };
    case 'delay':
      return { of: fact.of, parcel: fact.parcel, code: fact.code, until: fact.until && iso(fact.until.until) };
    case 'word':
      return { about: fact.about, parcel: fact.parcel };
    case 'stock-out':
      return {
        lines: fact.lines,
        restockOn: fact.restockOn && iso(fact.restockOn.until),
        replacement: fact.hasReplacement,
      };
    case 'choice':
      return fact.lines && { lines: fact.lines };
    case 'incident':
      return { parcel: fact.parcel, kind: fact.kind, keptUntil: fact.keptUntil && iso(fact.keptUntil.until) };
    case 'cancellation':
      return fact.lines && { lines: fact.lines };
    case 'refund':
      return { refund: fact.refund, amount: fact.amount, lines: fact.lines };
    case 'outcome':
      return {
        case: fact.case,
        outcome: fact.outcome,
        amount: fact.amount,
        until: fact.until && iso(fact.until.until),
        promo: fact.promo,
      };
    case 'correction':
      return { fact: fact.fact };
    case 'notice':
      return { parcel: fact.parcel };
    case 'resend':
      return { message: fact.message };
    case 'mail-failed':
      return { message: fact.message, why: fact.why };
    case 'completion':
      return { task: fact.task };
    case 'struck':
      return detailOf(fact.was);
  }
}
