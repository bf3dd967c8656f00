import type { Customers, Shops } from '../domain/ports.ts';
import { defaultSettings, missingSettings } from '../domain/shop/settings.ts';
import { orderBody, orderDraft, profileOf } from '../domain/told-to-us/order.ts';
import { toldBefore } from '../domain/told-to-us/record.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import { keepCustomerOf, onTheirClock } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { Refused } from '../http/problem.ts';

export interface RecordOrderPorts extends FactPorts {
  readonly shops: Shops;
  readonly customers: Customers;
}

/** `POST /orders`: details first, then the fact, then who the customer is. */
export function recordOrder(ports: RecordOrderPorts): DecideForShop {
  return async (shop, call) => {
    const key = call.idempotencyKey(shop);
    const body = parsed(orderBody, call.json());
    const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
    const draft = await onTheirClock(shop, orderDraft(body, { settings, now: call.now, key }), ports);
    const place = { shop, order: body.id, key };
    const missing = missingSettings(settings);
    if (missing.length > 0 && (await toldBefore(place, draft, ports.orders)) === undefined) {
      throw new Refused('shop-incomplete', `Set these with PUT /shop first: ${missing.join(', ')}.`);
    }
    const reply = await recordAndAnswer(place, draft, ports);
    // Also for an order told before: the call that told it may have died right here.
    await keepCustomerOf(shop, body.id, draft.fact, profileOf(body, draft.fact.at), ports);
    return reply;
  };
}
