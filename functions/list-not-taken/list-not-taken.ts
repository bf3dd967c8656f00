import type { ListedNotTaken } from '../adapters/not-taken-table.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { cursorAt, sliceOf, type Page } from '../http/lists.ts';

export interface ListNotTakenPorts {
  readonly notTaken: { page(shop: string, limit: number, after: string | undefined): Promise<Page<ListedNotTaken>> };
}

/** `GET /webhooks/not-taken`: what the shop's other software told us that could not be used, and why, newest first. */
export function listNotTaken({ notTaken }: ListNotTakenPorts): DecideForShop {
  return async (shop, call) => {
    const list = `not taken of ${shop}`;
    const { limit, after } = sliceOf(call, list, /^\d{4}-[^#]+#/);
    const { items, next } = await notTaken.page(shop, limit, after);
    return { status: 200, json: { notTaken: items, next: cursorAt(next, list) } };
  };
}
