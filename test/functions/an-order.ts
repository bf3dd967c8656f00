/** A vase and two bowls for Anne, as a shop's backend tells it. */
export const anOrder = {
  id: '1001',
  number: '#1001',
  placedAt: '2026-11-24T09:55:00+01:00',
  customer: {
    id: 'anne',
    name: 'Anne Petit',
    email: 'anne@customers.example',
    phone: '+33 6 00 00 00 00',
    locale: 'en',
  },
  lines: [
    { id: 'vase', title: 'Blue vase', quantity: 1, price: { amount: 4900, currency: 'EUR' } },
    { id: 'bowl', title: 'Small bowl', quantity: 2, price: { amount: 1500, currency: 'EUR' } },
  ],
  total: { amount: 7900, currency: 'EUR' },
  delivery: { kind: 'parcel', method: 'Colissimo', address: '3 quai Saint-Antoine\n69002 Lyon' },
};
