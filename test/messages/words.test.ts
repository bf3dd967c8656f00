import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../messages/render.ts';
import { said } from './said.ts';
import { sample } from './samples.ts';

describe('the confirmation', () => {
  test('carries lines, total, delivery, both promised days, and how to change or cancel', () => {
    const text = said('confirm-order', 'plain', 'en');
    for (const part of [
      '- 2 × Linen tea towel, midnight blue (€29.00)',
      '- 1 × Stoneware bowl, large (€32.00)',
      'Total: €87.00',
      'Home delivery\nZoë Martin\n3 place du Marché\n31000 Toulouse',
      'Leaves us by: Thursday 26 November',
      'With you by: Tuesday 1 December',
      'To change or cancel it before it leaves, reply to this email or call us.',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('names whoever receives a gift', () => {
    for (const message of ['confirm-order', 'confirm-change'] as const) {
      expect(said(message, 'gift', 'fr'), message).toContain('Livraison\nPour : Noé Lambert\n');
      expect(said(message, 'gift', 'en'), message).toContain('Delivery\nFor: Noé Lambert\n');
    }
    expect(said('confirm-order', 'giftToCollect', 'en')).toContain('To collect from the shop\nFor: Noé Lambert\n');
    expect(said('confirm-order', 'giftThatDoesNotTravel', 'en')).toContain('\nFor\nNoé Lambert\n');
  });

  test('of an order that is late already says so, and when we write; the promised day is not promised again', () => {
    const text = said('confirm-order', 'late', 'fr');
    expect(text).toContain('elle devait partir au plus tard le lundi 23 novembre');
    expect(text).toContain('Camille Roux se renseigne et vous écrit au plus tard le mercredi 25 novembre.');
    expect(text).not.toContain('Départ au plus tard');
    expect(text).toContain('La livraison prévue au plus tard le mardi 1er décembre en dépend');
  });

  test('of what has left already leaves the details to the next message', () => {
    const text = said('confirm-order', 'alreadyShipped', 'en');
    expect(text).toContain('It has even left already: the details follow in a separate email.');
    expect(text).not.toContain('before it leaves');
  });

  test('of what is collected says by when it is ready, and promises no parcel', () => {
    const text = said('confirm-order', 'collect', 'fr');
    expect(text).toContain('Prête au plus tard : jeudi 26 novembre');
    expect(text).not.toContain('Chez vous');
  });

  test('of what does not travel names no delivery', () => {
    expect(said('confirm-order', 'nothingToShip', 'en')).not.toMatch(/Delivery|leaves|With you by/u);
  });

  test('counts yen in yen', () => {
    expect(said('confirm-order', 'yen', 'en')).toContain('- 3 × Furoshiki (JP¥3,600)');
  });
});

test('a confirmation without a way or a place of delivery has no empty heading for it', () => {
  const letter = sample('confirm-order', 'plain', 'en');
  if (letter.message !== 'confirm-order') throw new Error('no confirmation');
  const { text, html } = renderLetter({ ...letter, body: { ...letter.body, delivery: { kind: 'parcel' } } });
  expect(text).not.toMatch(/^Delivery$/m);
  expect(html).not.toContain('>Delivery<');
});

describe('a shipment', () => {
  test('is announced with carrier, number, link, date, contents and the expected day', () => {
    const text = said('announce-shipment', 'one', 'en');
    for (const part of [
      'With you by: Friday 27 November',
      'Carrier: Colissimo',
      'Tracking number: 6A12345678901',
      'Left us: Tuesday 24 November',
      'Follow this parcel: https://carrier.example/track?number=6A12345678901&lang=fr',
      'In this parcel\n- 2 × Linen tea towel, midnight blue\n- 1 × Stoneware bowl, large',
      'There is nothing left to ship.',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('of several parcels gives each its own day', () => {
    const text = said('announce-shipment', 'two', 'fr');
    expect(text).toContain('Colis 1 sur 2\n');
    expect(text).toMatch(/Colis 2 sur 2\n[^]*Chez vous au plus tard : lundi 30 novembre/u);
  });

  test('of which nothing is known but what is inside invents nothing', () => {
    expect(said('announce-shipment', 'bare', 'fr')).not.toMatch(/Transporteur|Numéro|Suivre|Chez vous/u);
  });

  test('of a part says what is still to come, and by when where that is known', () => {
    expect(said('announce-partial-shipment', 'dated', 'en')).toContain('Still to come\n- 4 × Olive wood spoon');
    expect(said('announce-partial-shipment', 'dated', 'en')).toContain('The rest leaves us by: Monday 30 November');
    expect(said('announce-partial-shipment', 'undated', 'en')).toContain(
      'We will write to you as soon as the rest leaves.',
    );
  });

  test('nobody expected any more is said to be one more', () => {
    expect(said('announce-shipment', 'extra', 'en')).toContain('One more parcel has left us');
  });
});

describe('a delay in shipping', () => {
  test('in silence: no date is invented, and the next word is promised', () => {
    expect(said('warn-shipping-delay', 'silence', 'en')).toContain(
      'We have no new date yet; Camille Roux is finding out and writes to you by Thursday 26 November at 6 pm.',
    );
    expect(said('warn-shipping-delay', 'silence', 'fr')).toContain(
      'Nous n’avons pas encore de nouvelle date ; Camille Roux se renseigne et vous écrit au plus tard le jeudi 26 novembre à 18 h.',
    );
    expect(said('warn-shipping-delay', 'silence', 'fr')).not.toContain('La raison');
  });

  test('with a reason and dates: both are given, and nobody is "finding out"', () => {
    const text = said('warn-shipping-delay', 'dated', 'en');
    expect(text).toContain('our supplier is late');
    expect(text).toContain('Leaves us by: Tuesday 1 December');
    expect(text).toContain('With you by: Friday 4 December');
    expect(text).not.toContain('finding out');
  });

  test('with the shop’s own words: those are given, and what is late is named', () => {
    const text = said('warn-shipping-delay', 'ownWords', 'fr');
    expect(text).toContain('La raison : il a fallu cuire les bols une seconde fois');
    expect(text).toContain('Ce qui est en retard\n- 1 × Bol en grès, grand modèle');
  });

  test('the second is an apology, the third also the choice', () => {
    expect(said('warn-shipping-delay', 'silence', 'en')).not.toMatch(/apologi|cancel/u);
    expect(said('warn-shipping-delay', 'apology', 'en')).toContain('we apologise');
    expect(said('warn-shipping-delay', 'apology', 'en')).not.toContain('cancel');
    const third = said('warn-shipping-delay', 'choice', 'en');
    expect(third).toContain('You can cancel your order');
    expect(third).toContain('ask us to call you');
    expect(third).toContain('Cancel or get a call:\nhttps://');
    expect(said('warn-shipping-delay', 'choiceInPart', 'fr')).toContain('Vous pouvez annuler ce qui n’est pas parti');
  });
});

describe('the delivery check', () => {
  test('after a scan says who says so, asks, and thanks for any answer', () => {
    const text = said('ask-delivery-check', 'scanned', 'en');
    expect(text).toContain('According to Colissimo, your parcel was delivered on Tuesday 24 November at 9:42 am.');
    expect(text).toContain('To thank you for answering, whatever the answer: 10% off your next order.');
  });

  test('says when a neighbour has it', () => {
    expect(said('ask-delivery-check', 'neighbour', 'fr')).toContain('à l’un de vos voisins');
    expect(said('ask-delivery-check', 'neighbour', 'fr')).toContain('5 € sur votre prochaine commande');
  });

  test('without a scan is the honest warning, without any promo', () => {
    const text = said('ask-delivery-check', 'unscanned', 'en');
    expect(text).toContain(
      'Your parcel should be with you by today and the carrier has not confirmed it: has it arrived?',
    );
    const unscanned = sample('ask-delivery-check', 'unscanned', 'en');
    const tempting = { ...unscanned, body: { ...unscanned.body, promo: { percent: 10 } } };
    expect(renderLetter(tempting).text).toBe(renderLetter(unscanned).text);
  });

  test('without a scan, later than promised, says for when it was promised', () => {
    expect(said('ask-delivery-check', 'unscannedSince', 'en')).toContain('by Friday 20 November');
  });
});

test('a delay in delivery gives the new day, or the day we write', () => {
  expect(said('warn-delivery-delay', 'dated', 'en')).toContain('With you by: Monday 30 November');
  expect(said('warn-delivery-delay', 'dated', 'en')).toContain('bad weather');
  expect(said('warn-delivery-delay', 'undated', 'en')).toContain('writes to you by Thursday 26 November');
});

describe('thanks', () => {
  test('carry the promo with its code and its last day', () => {
    const text = said('thank-customer', 'promo', 'en');
    expect(text).toContain('Your code: MERCI-7Q2K');
    expect(text).toContain('10% off your next order with this code, until Saturday 23 January 2027.');
  });

  test('say what is still to come', () => {
    const text = said('thank-customer', 'more', 'en');
    expect(text).toContain('Still to come\n- 4 × Olive wood spoon');
    expect(text).not.toContain('complete');
  });
});

describe('an offer that travels alone', () => {
  test('gives each code with its worth, its last day and the order that it thanks for', () => {
    const text = said('offer-promo', 'several', 'en');
    expect(text).toContain(
      'Your code, for order #1001: MERCI-7Q2K\n10% off your next order, until Saturday 23 January 2027\n',
    );
    expect(text).toContain(
      'Your code, for order #1007: MERCI-9XWD\n€5 off your next order, until Monday 1 February 2027\n',
    );
    expect(text).toContain('To use one of them, give its code with your next order.');
    expect(said('offer-promo', 'one', 'fr')).toContain(
      'Votre code, pour la commande #1001 : MERCI-7Q2K\n10 % sur votre prochaine commande, jusqu’au samedi 23 janvier 2027\n',
    );
  });

  test('names other orders in its subject only where it thanks for them', () => {
    for (const [situation, subject] of [
      ['one', 'Our thanks for your order #1001'],
      ['sameOrder', 'Our thanks for your order #1001'],
      ['several', 'Our thanks for your order #1001 and others'],
    ] as const) {
      expect(renderLetter(sample('offer-promo', situation, 'en')).subject).toBe(subject);
    }
  });

  test('leaves out none of those that were held back', () => {
    const letter = sample('offer-promo', 'one', 'en');
    const promos = Array.from({ length: 30 }, (_, index) => ({
      code: `MERCI-${index}-K`,
      discount: { percent: 10 },
      validUntil: { day: '2027-01-23' },
      order: '#1001',
    }));
    const { html, text } = renderLetter({ ...letter, body: { promos } });
    for (const { code } of promos) for (const part of [html, text]) expect(part).toContain(code);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });
});

test('nobody who misses a parcel is sent to the carrier', () => {
  const { html, text } = renderLetter(sample('trace-parcel', 'known', 'en'));
  expect(html).not.toContain('carrier.example');
  expect(text).not.toContain('carrier.example');
  expect(text).toContain('According to Colissimo, it left us on Tuesday 24 November, under number 6A12345678901.');
  expect(text).toContain('We are asking the carrier right now where it is.');
  expect(text).toContain('Camille Roux writes to you by Friday 27 November');
});

test('a problem has an owner and an hour', () => {
  const text = said('open-case', 'damaged', 'en');
  expect(text).toContain(
    'Ida Blanc is looking after it personally and answers you by Thursday 26 November at 10:30 am.',
  );
  expect(said('apologise-for-wait', 'other', 'fr')).toContain('nous vous en demandons pardon');
});

test('whoever has the order in hand calls by an hour', () => {
  expect(said('hand-to-staff', 'plain', 'fr')).toContain(
    'Ida Blanc a votre commande en main et vous appelle au plus tard le jeudi 26 novembre à 10 h 30.',
  );
});
