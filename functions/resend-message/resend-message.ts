import type { Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import { toldBefore } from '../domain/told-to-us/record.ts';
import { resendBody, resendDraft } from '../domain/told-to-us/resend.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { Refused } from '../http/problem.ts';
import { knownMessage } from './known-message.ts';

export interface ResendMessagePorts extends FactPorts {
  readonly shops: Shops;
}

/** `POST /orders/{id}/messages/{message}/resends`: once more, as it was said. 409 where it no longer holds. */
export function resendMessage(ports: ResendMessagePorts): DecideForShop {
  return async (shop, call) => {
    const { order, told, whyNot } = await knownMessage(shop, call, ports.orders);
    const key = call.idempotencyKey(shop);
    const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
    const draft = resendDraft(told.key, parsed(resendBody, call.json()), { settings, now: call.now, key });
    const place = { shop, order: order.order, key };
    if (whyNot !== undefined && (await toldBefore(place, draft, ports.orders)) === undefined) {
      throw new Refused('no-longer-true', `It is not sent again: ${whyNot}.`);
    }
    return recordAndAnswer(place, draft, ports);
  };
}
