import type { Goods, Letterhead, Locale, ParcelNews } from '../../messages/letter.ts';

/** What a shop of linen and pottery would put into its letters. */

export const zone = 'Europe/Paris';
export const now = Date.parse('2026-11-24T10:30:00+01:00');
export const link = 'https://hello.example/c/7Jx2mQd0vYb3sKf9TzL1aw';
export const preferences = 'https://hello.example/p/rT5yWq8nZc2LkH0vBxG4sA';
export const noOffers = 'https://hello.example/u/Qe9uNf3jXd6MhP1wCyJ7tE';
export const phone = '+33 1 23 45 67 89';

export function letterhead(locale: Locale, changes: Partial<Letterhead> = {}): Letterhead {
  return {
    locale,
    zone,
    now,
    shop: {
      name: 'Maison Zéphyr',
      phone,
      address: '12 rue des Lilas\n69001 Lyon\nFrance',
      url: 'https://maison-zephyr.example',
      signatory: {
        name: 'Camille Roux',
        role: locale === 'fr' ? 'responsable des commandes' : 'Head of orders',
      },
    },
    order: { number: '#1001', placedAt: Date.parse('2026-11-24T10:12:00+01:00') },
    customer: { name: 'Zoë Martin' },
    link,
    preferences,
    ...changes,
  };
}

export const euros = (amount: number) => ({ amount, currency: 'EUR' });

export function goods(locale: Locale): readonly [Goods, Goods, Goods] {
  return locale === 'fr'
    ? [
        { title: 'Torchon en lin, bleu nuit', quantity: 2, price: euros(1450) },
        { title: 'Bol en grès, grand modèle', quantity: 1, price: euros(3200) },
        { title: 'Cuillère en bois d’olivier', quantity: 4, price: euros(650) },
      ]
    : [
        { title: 'Linen tea towel, midnight blue', quantity: 2, price: euros(1450) },
        { title: 'Stoneware bowl, large', quantity: 1, price: euros(3200) },
        { title: 'Olive wood spoon', quantity: 4, price: euros(650) },
      ];
}

export function parcel(locale: Locale, changes: Partial<ParcelNews> = {}): ParcelNews {
  const [towel, bowl] = goods(locale);
  return {
    carrier: 'Colissimo',
    trackingNumber: '6A12345678901',
    trackingUrl: 'https://carrier.example/track?number=6A12345678901&lang=fr',
    shippedAt: Date.parse('2026-11-24T09:00:00+01:00'),
    goods: [towel, bowl],
    deliverBy: { day: '2026-11-27' },
    ...changes,
  };
}
