import type { Customers, Shops } from '../domain/ports.ts';
import { defaultSettings, missingSettings } from '../domain/shop/settings.ts';
import { orderBody, orderDraft, profileOf } from '../domain/told-to-us/order.ts';
import { record, toldBefore } from '../domain/told-to-us/record.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import { isOfErased, keepCustomerOf, onTheirClock, type KeepingPorts } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { answerTo, type FactPorts } from '../http/facts.ts';
import { Refused } from '../http/problem.ts';
import { accepted } from '../http/reply.ts';

export interface RecordOrderPorts extends FactPorts {
  readonly shops: Shops;
  readonly customers: Customers;
  readonly erasures: KeepingPorts['erasures'];
  readonly keepsDays?: number;
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
    if (draft.wrong.length === 0 && (await isOfErased(shop, body.id, draft.fact, ports))) {
      return accepted(body.id, draft.fact.id, false);
    }
    const recorded = await record(place, draft, ports.orders, ports.keys);
    const reply = answerTo(recorded);
    if (recorded.result === 'erased') return reply;
    // Also for an order told before: the call that told it may have died right here.
    await keepCustomerOf(shop, body.id, draft.fact, profileOf(body, draft.fact.at), ports);
    return reply;
  };
}
