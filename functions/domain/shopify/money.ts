import type { Money } from '../../../messages/letter.ts';
import type { PriceSet } from './shapes.ts';

/** A decimal amount in minor units: 409.94 USD → 40994, 4000 JPY → 4000. Undefined where it is none, or below nothing. */
export function minorUnits(amount: string | undefined, currency: string | undefined): Money | undefined {
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount?.trim() ?? '');
  const digits = digitsOf(currency);
  if (parts === null || digits === undefined || currency === undefined) return undefined;
  const [, whole = '0', fraction = ''] = parts;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundsUp = (fraction[digits] ?? '0') >= '5';
  return { amount: Number(whole + kept) + (roundsUp ? 1 : 0), currency };
}

/** What the customer paid in: the presentment money, else the shop's own. */
export function moneyOf(set: PriceSet, amount: string | undefined, currency: string | undefined): Money | undefined {
  const shown = set?.presentment_money ?? set?.shop_money;
  return minorUnits(shown?.amount, shown?.currency_code) ?? minorUnits(amount, currency);
}

/** The digits behind the point, by ISO 4217 as the platform knows it. */
function digitsOf(currency: string | undefined): number | undefined {
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}
