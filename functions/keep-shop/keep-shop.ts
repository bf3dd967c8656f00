import { sha256 } from '../adapters/keys.ts';
import { changedSettings, settingsChangeSchema } from '../domain/shop/change-settings.ts';
import { defaultSettings, type Settings } from '../domain/shop/settings.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import type { Call } from '../http/call.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import type { Reply } from '../http/reply.ts';

export interface KeepShopPorts {
  readonly shops: {
    settings(shop: string): Promise<Settings | undefined>;
    change(shop: string, changed: (current: Settings) => Settings): Promise<Settings>;
  };
  readonly secrets: { keepShopifySecret(shop: string, secret: string | null): Promise<void> };
}

/** `PUT /shop` and `GET /shop`: what a shop says about itself. Its secrets go in and never come back. */
export function keepShop(ports: KeepShopPorts): DecideForShop {
  return (shop, call) => (call.method === 'PUT' ? change(shop, call, ports) : show(shop, ports));
}

async function show(shop: string, { shops }: KeepShopPorts): Promise<Reply> {
  return { status: 200, json: shown((await shops.settings(shop)) ?? defaultSettings) };
}

async function change(shop: string, call: Call, { shops, secrets }: KeepShopPorts): Promise<Reply> {
  call.idempotencyKey(shop);
  const wanted = parsed(settingsChangeSchema, call.json());
  if (wanted.shopify !== undefined) await secrets.keepShopifySecret(shop, wanted.shopify?.secret ?? null);
  const before = await shops.settings(shop);
  const settings = await shops.change(shop, (current) => changedSettings(current, wanted));
  const fact = `settings:${sha256(JSON.stringify(settings)).slice(0, 16)}`;
  const duplicate = JSON.stringify(before) === JSON.stringify(settings);
  // As every write answers (it is about no order), and the whole of what holds now.
  return { status: 202, headers: { location: '/shop' }, json: { order: null, fact, duplicate, ...shown(settings) } };
}

/** What the shop said; the holidays are its country's. */
function shown({ holidays: _holidays, ...settings }: Settings): object {
  return settings;
}
