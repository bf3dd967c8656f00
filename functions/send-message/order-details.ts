import type { Goods, Money } from '../../messages/letter.ts';
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
  readonly recipient?: { readonly name: string } | undefined;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly quantity: number;
    readonly price?: Money | undefined;
  }[];
  readonly total: Money;
  readonly delivery?:
    | {
        readonly kind?: 'parcel' | 'pickup-point' | 'collect' | 'none' | undefined;
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

/** Throws where the table holds an order without its details: they are written first. */
export function orderDetailsIn(order: RecordedOrder, details: ReadonlyMap<string, Details>): OrderDetails {
  const found = details.get(order.placed.id);
  if (found === undefined) throw new Error(`the details of order ${order.order} are gone`);
  return found as unknown as OrderDetails;
}

/** Whom we write to: the customer as known now, else as the order named them. */
export function correspondentOf({ customer }: OrderDetails, profile: Profile | undefined): Correspondent {
  return {
    name: profile?.name ?? customer.name,
    email: profile?.email ?? customer.email ?? '',
    phone: profile?.phone ?? customer.phone,
    locale: profile?.locale ?? customer.locale,
  };
}

/** The goods behind some of an order's lines. */
export function goodsOf(shares: readonly Share[], { lines }: OrderDetails): Goods[] {
  return shares.flatMap(({ id, quantity }) => {
    const line = lines.find((one) => one.id === id);
    return line === undefined ? [] : [{ title: line.title, quantity, price: line.price }];
  });
}
