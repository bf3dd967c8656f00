import { firstOf, type Finding } from './finding.ts';

/** What the table has of a shop. */
export interface KnownShop {
  readonly shop: string;
  /** Required settings that it lacks. */
  readonly missing: readonly string[];
  readonly from: string | undefined;
  readonly staff: number;
  /** When its valid keys were issued. */
  readonly keysSince: readonly number[];
  /** It has told us Shopify's secret. */
  readonly hasShopify: boolean;
}

/** To change a key without a gap takes days; an old one that stays longer was forgotten. */
const changedWithinMs = 30 * 24 * 60 * 60 * 1000;

export function checkShops(shops: readonly KnownShop[], now: number): Finding[] {
  if (shops.length === 0) {
    return [{ health: 'warning', about: 'shops', says: 'there is none yet: npm run shop -- create <shop>.' }];
  }
  return shops.flatMap((known) => [checkSettings(known), checkKeys(known, now)]);
}

function checkSettings({ shop, missing, staff }: KnownShop): Finding {
  return firstOf(
    `shop ${shop}`,
    [
      missing.length > 0 && {
        health: 'broken',
        says: `takes no orders until it has ${missing.join(', ')}: npm run shop -- settings ${shop} <file>.`,
      },
      staff === 0 && {
        health: 'warning',
        says: `has no staff, so all tasks go to the address for replies: set staff with npm run shop -- settings ${shop} <file>.`,
      },
    ],
    'takes orders.',
  );
}

function checkKeys({ shop, keysSince, hasShopify }: KnownShop, now: number): Finding {
  const newest = Math.max(...keysSince);
  return firstOf(
    `keys of ${shop}`,
    [
      keysSince.length === 0 && {
        health: hasShopify ? 'warning' : 'broken',
        says: `it has no valid key, so its backend is refused: npm run shop -- key issue ${shop}.`,
      },
      keysSince.length > 1 &&
        now - newest > changedWithinMs && {
          health: 'warning',
          says: `two are valid for more than 30 days: revoke the old one with npm run shop -- key revoke ${shop} <id>.`,
        },
    ],
    keysSince.length === 1 ? 'one is valid.' : `${keysSince.length} are valid.`,
  );
}
