import type { Orders, Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { orderNamed } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';
import { orderView } from './order-view.ts';

export interface ShowOrderPorts {
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly shops: Shops;
}

/** `GET /orders/{id}`: where the order stands at this instant, and all that led there. */
export function showOrder({ orders, shops }: ShowOrderPorts): DecideForShop {
  return async (shop, call) => {
    const id = orderNamed(call);
    const [order, settings = defaultSettings] = await Promise.all([orders.find(shop, id), shops.settings(shop)]);
    // The details come after the order that names them, so none of them can be missing.
    const view = order === undefined ? undefined : orderView(order, await orders.details(order), settings, call.now);
    if (view === undefined) throw unknown('order');
    return { status: 200, json: view, about: { order: id } };
  };
}
