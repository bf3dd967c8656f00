import type { Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { delayBody, delayDraft } from '../domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../domain/told-to-us/delivery.ts';
import type { Draft, Telling } from '../domain/told-to-us/draft.ts';
import { shipmentBody, shipmentDraft, unknownLines } from '../domain/told-to-us/shipment.ts';
import { wordBody, wordDraft } from '../domain/told-to-us/word.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { orderNamed, recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';

export interface RecordFactPorts extends FactPorts {
  readonly shops: Shops;
}

/** `POST /orders/{id}/shipments`, `…/deliveries`, `…/delays`, `…/words`: what happened to an order, known to us or not yet. */
export function recordFact(ports: RecordFactPorts): DecideForShop {
  return async (shop, call) => {
    const order = orderNamed(call);
    const key = call.idempotencyKey(shop);
    const told = tellings[call.route.split('/').at(-1)!];
    if (told === undefined) throw unknown('call');
    const draftOf = told(call.json());
    const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
    const draft = await checked(shop, order, draftOf({ settings, now: call.now, key }), ports);
    return recordAndAnswer({ shop, order, key }, draft, ports);
  };
}

/** By the last word of the route: how a body becomes a fact. */
const tellings: { readonly [call: string]: ((json: unknown) => (telling: Telling) => Draft) | undefined } = {
  shipments: (json) => {
    const body = parsed(shipmentBody, json);
    return (telling) => shipmentDraft(body, telling);
  },
  deliveries: (json) => {
    const body = parsed(deliveryBody, json);
    return (telling) => deliveryDraft(body, telling);
  },
  delays: (json) => {
    const body = parsed(delayBody, json);
    return (telling) => delayDraft(body, telling);
  },
  words: (json) => {
    const body = parsed(wordBody, json);
    return (telling) => wordDraft(body, telling);
  },
};

/** What only the order itself can tell to be wrong. */
async function checked(shop: string, order: string, draft: Draft, { orders }: RecordFactPorts): Promise<Draft> {
  const { fact } = draft;
  if (fact.name !== 'shipment' || fact.lines === undefined) return draft;
  return { ...draft, wrong: [...draft.wrong, ...unknownLines(fact, await orders.find(shop, order))] };
}
