import type { Customers, Orders, Shops } from '../domain/ports.ts';
import { asClaimed } from '../domain/order/order.ts';
import { isComplete } from '../domain/shop/settings.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { Refused, unknown } from '../http/problem.ts';
import { isLetter } from '../send-message/letter-for.ts';
import { preparedMail } from '../send-message/prepare.ts';
import { knownMessage } from './known-message.ts';

export interface PreviewMessagePorts {
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly shops: Shops;
  readonly customers: Pick<Customers, 'find'>;
  readonly linkTo: (token: string) => string;
}

/** What a link in a preview has for a token: it leads nowhere. */
const noToken = 'this-is-a-preview';

/** `GET /orders/{id}/messages/{message}/preview`: the mail as it would be sent again now, and why it would not be. */
export function previewMessage(ports: PreviewMessagePorts): DecideForShop {
  return async (shop, call) => {
    const { order, told, whyNot } = await knownMessage(shop, call, ports.orders);
    if (!isLetter(told.message)) throw unknown('message to the customer');
    const settings = await ports.shops.settings(shop);
    if (settings === undefined || !isComplete(settings)) {
      throw new Refused('shop-incomplete', 'Set what every message carries with PUT /shop first.');
    }
    const then = asClaimed(order, told.key)!;
    const { to, subject, html, text } = await preparedMail(then, then.told.at(-1)!, settings, {
      ...ports,
      now: () => call.now,
      newToken: () => noToken,
      // Nothing of a preview is kept.
      links: { put: async () => {} },
      promos: { put: async () => {} },
    });
    return {
      status: 200,
      json: { key: told.key, message: told.message, sends: whyNot === undefined, why: whyNot, to, subject, text, html },
    };
  };
}
