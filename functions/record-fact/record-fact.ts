import type { Shops } from '../domain/ports.ts';
import { id } from '../domain/ids.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { heldAgainst, needsOrder } from '../domain/told-to-us/held-against.ts';
import { tellings } from '../domain/told-to-us/tellings.ts';
import type { Call } from '../http/call.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { orderNamed, recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';

export interface RecordFactPorts extends FactPorts {
  readonly shops: Shops;
}

/** `POST /orders/{id}/shipments`, `…/deliveries`, `…/delays` …, `PUT /orders/{id}`: what happened to an order, known to us or not yet. */
export function recordFact(ports: RecordFactPorts): DecideForShop {
  return async (shop, call) => {
    const order = orderNamed(call);
    const key = call.idempotencyKey(shop);
    const { name, body } = toldBy(call);
    const told = tellings[name];
    if (told === undefined) throw unknown('call');
    const draftOf = told(body);
    const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
    const draft = draftOf({ settings, now: call.now, key });
    const held = needsOrder(draft) ? heldAgainst(draft, await ports.orders.find(shop, order), call.now) : draft;
    return recordAndAnswer({ shop, order, key }, held, ports);
  };
}

/** Which fact a call tells, by the last word of its route, and its body. */
function toldBy(call: Call): { readonly name: string; readonly body: unknown } {
  const name = call.route.split('/').at(-1)!;
  if (name === '{parcel}') return { name: 'shipment-corrections', body: withParcel(call) };
  return { name: name === '{id}' ? 'changes' : name, body: call.json() };
}

/** The parcel is named by the address, whatever the body says. What can be no parcel's id is unknown like any other. */
function withParcel(call: Call): unknown {
  const parcel = id.safeParse(call.parameter('parcel'));
  if (!parcel.success) throw unknown('parcel');
  const body = call.json();
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? { ...body, parcel: parcel.data } : body;
}
