import type { Fact, OrderFact, Share } from '../../../functions/domain/order/facts.ts';
import type { Made, Told } from '../../../functions/domain/order/order.ts';
import { keyTag } from '../../../functions/send-message/mail-tags.ts';
import { daysOrderedBy } from './days.ts';
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
          ...(days.deliverBy === undefined
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
