import type { Fact, OrderFact, PaymentFact, PromisedBy, Share } from '../../../functions/domain/order/facts.ts';
import type { Made, Told } from '../../../functions/domain/order/order.ts';
import { keyTag } from '../../../functions/send-message/mail-tags.ts';
import { lastLeft } from './events.ts';
import type { OrderRecord } from './record.ts';

/** Something that the customer heard: a mail, or a call where there is no address to write to. */
export interface Heard {
  readonly told: Told;
  readonly at: number;
}

const toStaffOnly = ['ask-staff', 'escalate-silent-delivery', 'remind-staff'];

/** What was said to the customer, in order, each at the instant at which it went out. */
export function heardIn({ order, mails }: OrderRecord, placed: OrderFact): Heard[] {
  const sentAt = new Map(mails.map(({ key, at }) => [key, at]));
  return order.told
    .flatMap((told): Heard[] => {
      const at = sentAt.get(keyTag(told.key));
      if (at !== undefined) return [{ told, at }];
      const isCall = !placed.mailable && !toStaffOnly.includes(told.message);
      return isCall ? [{ told, at: told.at }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

interface DaysOrderedBy extends Pick<OrderFact, 'kind' | 'shipBy'> {
  readonly deliverBy?: PromisedBy | undefined;
  readonly at: number;
}

/**
 * The days that count from the beginning: those of the order, as it was changed before anything was said of it; of an
 * awaited payment those that count from when it came, or a later day that the shop had named. None where nothing travels.
 */
function daysOrderedBy(placed: OrderFact, facts: readonly Fact[], heard: readonly Heard[]): DaysOrderedBy | undefined {
  const isAwaited = placed.payment === 'awaited';
  const paid = facts.find((fact): fact is PaymentFact => fact.name === 'payment' && fact.status === 'paid');
  if (isAwaited && paid?.shipBy === undefined) return undefined;
  // On its way or in the hands of staff before the money came, or cancelled: that day is none of the customer's.
  const hasLeft = facts.slice(0, facts.indexOf(paid!)).some(({ name }) => name === 'shipment' || name === 'delivery');
  const isHandedOver = heard.some(({ told, at }) => told.message === 'hand-to-staff' && at <= (paid?.learnedAt ?? 0));
  if (isAwaited && (isHandedOver || hasLeft)) return undefined;
  if (isAwaited && lastLeft(placed, facts.slice(0, facts.indexOf(paid!))) === 'nothing') return undefined;
  const told = facts.findIndex(({ name }) => name === 'order');
  const from = Math.max(told, isAwaited ? facts.indexOf(paid!) : told);
  let now: Pick<OrderFact, 'shipBy' | 'deliverBy' | 'kind' | 'lines' | 'shipByNamed'> = placed;
  for (const fact of facts.slice(0, from)) {
    if (fact.name !== 'change') continue;
    const { shipBy = now.shipBy, deliverBy = now.deliverBy, kind = now.kind, lines = now.lines } = fact;
    now = { shipBy, deliverBy, kind, lines, shipByNamed: fact.shipBy !== undefined || now.shipByNamed };
  }
  if (now.kind === 'none' || !now.lines.some(({ ships }) => ships)) return undefined;
  if (!isAwaited) {
    // What moved before it was confirmed is stated by the confirmation.
    const confirmed = heard.find(({ told }) => told.message === 'confirm-order')?.told;
    const stated = confirmed?.promises.find(({ promise }) => promise === 'deliver') ?? now.deliverBy;
    return { ...now, deliverBy: now.shipBy === placed.shipBy ? now.deliverBy : stated, at: placed.learnedAt };
  }
  const isNamed = now.shipByNamed === true && now.shipBy.until > paid!.shipBy!.until;
  const { kind } = now;
  // Where it leaves on a later day than the usual one, nobody has named a day for its arrival.
  return isNamed
    ? { kind, shipBy: now.shipBy, at: Math.max(paid!.learnedAt, placed.learnedAt) }
    : { kind, shipBy: paid!.shipBy!, deliverBy: paid!.deliverBy, at: Math.max(paid!.learnedAt, placed.learnedAt) };
}

/** A promise as the customer heard it. Instants are milliseconds since the epoch. */
export interface Given {
  readonly kind: Made['promise'];
  /** What it is about, where it is not about the order as a whole. */
  readonly parcels: readonly string[];
  readonly case: string | undefined;
  /** Only these lines, which have a day of their own. */
  readonly lines: readonly Share[] | undefined;
  readonly until: number;
  /** When it was given; the order's own days when we learned of the order. */
  readonly at: number;
  readonly told: Told | undefined;
}

/** Every promise the customer was given: the days they ordered by, then what each message said. */
export function promisesGiven(placed: OrderFact, facts: readonly Fact[], heard: readonly Heard[]): Given[] {
  const whole = { parcels: [], case: undefined, lines: undefined, told: undefined };
  const days = placed.history ? undefined : daysOrderedBy(placed, facts, heard);
  const own: Given[] =
    days === undefined
      ? []
      : [
          { ...whole, kind: 'ship', until: days.shipBy.until, at: days.at },
          // What is collected arrives by no day.
          ...(days.kind === 'collect' || days.deliverBy === undefined
            ? []
            : [{ ...whole, kind: 'deliver' as const, until: days.deliverBy.until, at: days.at }]),
        ];
  const said = heard.flatMap(({ told, at }) =>
    told.promises
      // How long we wait for the customer's word is a promise to ourselves; the confirmation repeats the order's days.
      .filter(({ promise }) => promise !== 'word' && !(told.message === 'confirm-order' && promise === 'deliver'))
      .map((made): Given => {
        const parcels = made.parcel !== undefined ? [made.parcel] : made.of === 'trace' ? told.covers : [];
        const { promise: kind, lines, until } = made;
        return { kind, parcels, case: told.case?.id, lines, until, at, told };
      }),
  );
  return [...own, ...said];
}
