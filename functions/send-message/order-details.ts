import type { DeliveryKind, Goods, Money } from '../../messages/letter.ts';
import type { Share } from '../domain/order/facts.ts';
import type { RecordedOrder } from '../domain/order/order.ts';
import type { Details, Profile } from '../domain/ports.ts';

/** The personal and bulky side of an order, as `POST /orders` put it beside the fact. */
export interface OrderDetails {
  readonly customer: {
    readonly name: string;
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
    readonly locale?: string | undefined;
  };
  readonly recipient?:
    | { readonly name: string; readonly email?: string | undefined; readonly phone?: string | undefined }
    | undefined;
  /** Where an awaited payment is made. */
  readonly payUrl?: string | undefined;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly quantity: number;
    readonly price?: Money | undefined;
  }[];
  readonly total: Money;
  readonly delivery?:
    | {
        readonly kind?: DeliveryKind | undefined;
        readonly method?: string | undefined;
        readonly address?: string | undefined;
      }
    | undefined;
}

export interface Correspondent {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly locale?: string | undefined;
}

/**
 * The details as they are now: what was changed since takes the place of what it names; a line that is no longer ordered
 * keeps its title, for it may have left. Throws where the table holds an order without its details: they are written first.
 */
export function orderDetailsIn(order: RecordedOrder, details: ReadonlyMap<string, Details>): OrderDetails {
  const found = details.get(order.placed.id);
  if (found === undefined) throw new Error(`the details of order ${order.order} are gone`);
  const changes = order.facts.flatMap((fact) => (fact.name === 'change' ? (details.get(fact.id) ?? []) : []));
  return (changes as Partial<OrderDetails>[]).reduce(
    (now: OrderDetails, { lines, total, delivery }) => {
      const gone = now.lines.filter(({ id }) => !(lines ?? now.lines).some((line) => line.id === id));
      return {
        ...now,
        lines: lines === undefined ? now.lines : [...lines, ...gone],
        total: total ?? now.total,
        delivery: delivery === undefined ? now.delivery : { ...now.delivery, ...delivery },
      };
    },
    found as unknown as OrderDetails,
  );
}

/** Whoever receives a gift, where they are to be written to: in the buyer's language. */
export function recipientOf({ recipient, customer }: OrderDetails): Correspondent | undefined {
  if (recipient?.email === undefined) return undefined;
  return { name: recipient.name, email: recipient.email, phone: recipient.phone, locale: customer.locale };
}

/** What they chose, else what their newest order says; a BCP 47 tag. */
export function languageOf(profile: Profile | undefined): string | undefined {
  return profile?.chosen?.locale ?? profile?.locale;
}

/** Whom we write to: the customer as known now, else as the order named them. */
export function correspondentOf({ customer }: OrderDetails, profile: Profile | undefined): Correspondent {
  return {
    name: profile?.name ?? customer.name,
    email: profile?.email ?? customer.email ?? '',
    phone: profile?.phone ?? customer.phone,
    locale: languageOf(profile) ?? customer.locale,
  };
}

/** The goods behind some of an order's lines. */
export function goodsOf(shares: readonly Share[], { lines }: OrderDetails): Goods[] {
  return shares.flatMap(({ id, quantity }) => {
    const line = lines.find((one) => one.id === id);
    return line === undefined ? [] : [{ title: line.title, quantity, price: line.price }];
  });
}
