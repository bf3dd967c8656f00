import type { Settings, SettingsChange } from '../domain/shop/settings.ts';
import { defaultSettings, settingsChangeSchema } from '../domain/shop/settings.ts';
import type { Call } from '../http/call.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import type { Reply } from '../http/reply.ts';
import { parsed } from '../http/wrong-fields.ts';

export interface KeepShopPorts {
  readonly shops: {
    settings(shop: string): Promise<Settings | undefined>;
    change(shop: string, change: SettingsChange): Promise<Settings>;
  };
  readonly secrets: { keepShopifySecret(shop: string, secret: string | null): Promise<void> };
}

/** `PUT /shop` and `GET /shop`: what a shop says about itself. Its secrets go in and never come back. */
export function keepShop(ports: KeepShopPorts): DecideForShop {
  return (shop, call) => (call.method === 'PUT' ? change(shop, call, ports) : show(shop, ports));
}

async function show(shop: string, { shops }: KeepShopPorts): Promise<Reply> {
  return { status: 200, json: (await shops.settings(shop)) ?? defaultSettings };
}

async function change(shop: string, call: Call, { shops, secrets }: KeepShopPorts): Promise<Reply> {
  call.idempotencyKey(shop);
  const wanted = parsed(settingsChangeSchema, call.json());
  if (wanted.shopify !== undefined) await secrets.keepShopifySecret(shop, wanted.shopify?.secret ?? null);
  return { status: 202, headers: { location: '/shop' }, json: await shops.change(shop, wanted) };
}
