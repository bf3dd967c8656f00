import { holidaysOf } from '../../functions/domain/shop/holidays.ts';
import { defaultSettings, type CompleteSettings } from '../../functions/domain/shop/settings.ts';
import type { Weighted } from './chance.ts';

/** A shop of the simulation. */
export interface Shop {
  readonly id: string;
  readonly settings: CompleteSettings;
  readonly currency: string;
  readonly customersLocale: string;
}

type Differing = Partial<CompleteSettings> & Pick<CompleteSettings, 'name' | 'zone' | 'country'>;

function shop(id: string, currency: string, customersLocale: string, settings: Differing): Shop {
  return {
    id,
    currency,
    customersLocale,
    settings: {
      ...defaultSettings,
      holidays: holidaysOf(settings.country),
      phone: '+33 4 72 00 00 00',
      address: '12 rue de la République, 69002 Lyon',
      signatory: { name: 'Claire Moreau', role: 'gérante' },
      staff: [{ name: 'Hugo Blanc', email: `staff@${id}.example` }],
      from: `hello@${id}.example`,
      replyTo: `answers@${id}.example`,
      url: `https://${id}.example`,
      ...settings,
    },
  };
}

const everyDay = ['08:00', '21:30'] as [string, string];
const officeHours = ['10:00', '17:00'] as [string, string];

/**
 * Shops that differ in what matters to promises: zones on both sides of the date line, opening hours, days counted or
 * exact, patience, a promo or none. Their clocks change on different days, some never.
 */
export const shops: readonly Weighted<Shop>[] = [
  [
    4,
    shop('lyon', 'EUR', 'fr', {
      name: 'Les Belles Choses',
      zone: 'Europe/Paris',
      country: 'FR',
      promo: { discount: { percent: 10 }, validDays: 60 },
    }),
  ],
  [
    3,
    shop('new-york', 'USD', 'en', {
      name: 'Hudson Ceramics',
      zone: 'America/New_York',
      country: 'US',
      locale: 'en',
      promises: { ship: 'P1D', deliver: 'P4D', answer: 'PT24H', refund: 'P2D' },
      closed: ['2026-11-27'],
    }),
  ],
  [
    2,
    shop('auckland', 'NZD', 'en', {
      name: 'Harbour Prints',
      zone: 'Pacific/Auckland',
      country: 'NZ',
      locale: 'en',
      hours: {
        mon: everyDay,
        tue: everyDay,
        wed: everyDay,
        thu: everyDay,
        fri: everyDay,
        sat: everyDay,
        sun: everyDay,
      },
      waits: { ...defaultSettings.waits, warnings: ['P1D', 'PT12H'], customerWord: 'P5D' },
    }),
  ],
  [
    1,
    shop('kathmandu', 'JPY', 'en', {
      name: 'Thamel Maps',
      zone: 'Asia/Kathmandu',
      country: 'NP',
      locale: 'en',
      hours: {
        mon: officeHours,
        tue: officeHours,
        wed: officeHours,
        thu: officeHours,
        fri: null,
        sat: null,
        sun: officeHours,
      },
      promises: { ship: 'PT36H', deliver: 'P6D', answer: 'PT48H', refund: 'P2D' },
      promo: { discount: { amount: { amount: 500, currency: 'JPY' } }, validDays: 30, code: 'NAMASTE' },
    }),
  ],
];
