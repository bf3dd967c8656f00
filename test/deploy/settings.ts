import type { SettingsChange } from '../../functions/domain/shop/change-settings.ts';

export const sender = 'bonjour@maison.example';

/** It is noon wherever these shops are, whenever they are tested: at night nobody is asked whether a parcel arrived. */
function zoneWhereItIsNoon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours();
  // The sign is that of POSIX: Etc/GMT-3 is three hours ahead.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const always = ['00:00', '23:59'] as [string, string];

/** Two shops with exact durations in their promises: one has time, the other has not. */
export function settingsOf(shop: 'patient' | 'hasty', now: number): SettingsChange {
  const minutes = { warnings: ['PT10M', 'PT10M'], customerWord: 'PT30M', stockChoice: 'PT30M' };
  // The second gap is long, so that the story goes on before a third warning is due.
  const seconds = { warnings: ['PT4S', 'PT5M'], customerWord: 'PT6S', stockChoice: 'PT6S' };
  return {
    name: 'Maison Lumière',
    locale: 'en',
    zone: zoneWhereItIsNoon(now),
    country: 'FR',
    phone: '+33 1 42 00 00 00',
    address: '8 rue des Martyrs, 75009 Paris',
    signatory: { name: 'Claire Moreau', role: 'owner' },
    staff: [{ name: 'Hugo Blanc', email: 'hugo@maison.example' }],
    from: sender,
    replyTo: 'claire@maison.example',
    url: 'https://maison.example',
    hours: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
    promises: { ship: 'PT10M', deliver: 'PT20M', answer: 'PT20M', refund: 'PT20M' },
    waits: shop === 'hasty' ? seconds : minutes,
  };
}
