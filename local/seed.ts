import { SecretsTable } from '../functions/adapters/secrets-table.ts';
import { ShopRegister } from '../functions/adapters/shop-register.ts';
import { ShopsTable } from '../functions/adapters/shops-table.ts';
import { Table } from '../functions/adapters/table.ts';
import { changedSettings, type SettingsChange } from '../functions/domain/shop/change-settings.ts';
import type { Seed } from './plant-seed.ts';

/** The key of the shop `demo`. */
export const localKey = 'local-shop-key';

/** The shop `demo` (api.md), also where stories are rehearsed that name no shop of their own. */
export const demo: SettingsChange = {
  name: 'Maison Lumière',
  phone: '+33 1 42 00 00 00',
  address: '8 rue des Martyrs, 75009 Paris',
  signatory: { name: 'Claire Moreau', role: 'gérante' },
  staff: [
    { name: 'Hugo Blanc', email: 'hugo@maison-lumiere.example' },
    { name: 'Inès Garnier', email: 'ines@maison-lumiere.example' },
  ],
  from: 'bonjour@maison-lumiere.example',
  replyTo: 'claire@maison-lumiere.example',
  url: 'https://maison-lumiere.example',
  promo: { discount: { percent: 10 }, validDays: 60 },
};

const other: SettingsChange = {
  name: 'The Other Shop',
  locale: 'en',
  phone: '+44 20 7000 0000',
  address: '1 Lamb Street, London E1 6EA',
  zone: 'Europe/London',
  country: 'GB',
  signatory: { name: 'Sam Reed', role: 'owner' },
  staff: [{ name: 'Sam Reed', email: 'sam@other-shop.example' }],
  from: 'hello@other-shop.example',
  replyTo: 'sam@other-shop.example',
  url: 'https://other-shop.example',
};

const shops = [
  { shop: 'demo', key: localKey, settings: demo, shopifySecret: 'local-shopify-secret' },
  { shop: 'other', key: 'local-other-key', settings: other, shopifySecret: undefined },
] as const;

/** Makes the shops `demo` and `other` of the embedded stack (api.md); a shop that is there already keeps its settings. */
export const seed: Seed = async ({ dynamodb, tableName, now }) => {
  const table = new Table(dynamodb, tableName);
  const [settings, register, secrets] = [new ShopsTable(table), new ShopRegister(table), new SecretsTable(table)];
  for (const { shop, key, settings: wanted, shopifySecret } of shops) {
    if ((await settings.settings(shop)) !== undefined) continue;
    await register.list(shop, now.getTime());
    await register.issue(key, shop, now.getTime());
    if (shopifySecret !== undefined) await secrets.keepShopifySecret(shop, shopifySecret);
    // Last: a start that was cut short before is made up for by the next.
    await settings.change(shop, (current) => changedSettings(current, wanted));
  }
};
