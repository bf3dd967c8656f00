import type { Customers } from '../domain/ports.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { customerNamed } from '../http/customers.ts';
import { cursorAt, sliceOf, type Page } from '../http/lists.ts';
import { unknown } from '../http/problem.ts';

export interface ShowTimelinePorts {
  readonly timeline: {
    page(shop: string, customer: string, limit: number, after: string | undefined): Promise<Page<unknown>>;
  };
  readonly customers: Pick<Customers, 'find'>;
}

/** `GET /customers/{id}/timeline`: all that happened between the shop and a customer, newest first. */
export function showTimeline({ timeline, customers }: ShowTimelinePorts): DecideForShop {
  return async (shop, call) => {
    const customer = customerNamed(call);
    const list = `timeline of ${shop} ${customer}`;
    const { limit, after } = sliceOf(call, list, /^AT#/);
    const { items, next } = await timeline.page(shop, customer, limit, after);
    if (items.length === 0 && after === undefined && (await customers.find(shop, customer)) === undefined) {
      throw unknown('customer');
    }
    return { status: 200, json: { entries: items, next: cursorAt(next, list) } };
  };
}
