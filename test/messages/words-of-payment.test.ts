import { describe, expect, test } from 'vitest';
import { locales } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { said } from './said.ts';
import { sample } from './samples.ts';

const payUrl = 'https://pay.example/c/1001?amount=6100&lang=fr';

describe('an order that is not paid yet', () => {
  test('is confirmed with how much, by when and where to pay', () => {
    const text = said('confirm-order', 'awaited', 'en');
    for (const part of [
      'What is still missing is your payment: €61.00, by Tuesday 1 December.',
      'To pay: €61.00\nTo be paid by: Tuesday 1 December',
      `Pay €61.00 now: ${payUrl}`,
      'The days count from your payment; we start as soon as it is there.',
      'Once your payment is there, we prepare your order and write to you as soon as it leaves.',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('confirm-order', 'awaited', 'fr')).toContain(
      'Les délais courent dès votre paiement ; nous commençons dès qu’il est là.',
    );
  });

  test('names no day that would not run, and invents none', () => {
    for (const situation of ['awaited', 'awaitedTransfer', 'awaitedCollect']) {
      expect(said('confirm-order', situation, 'en')).not.toMatch(/Leaves us by|With you by|Ready by|days after/u);
    }
    const awaited = sample('confirm-order', 'awaited', 'en');
    const dated = { ...awaited, body: { ...awaited.body, shipBy: { day: '2026-11-26' } } };
    expect(renderLetter(dated).text).not.toContain('26 November');
  });

  test('without a place to pay says whom to ask', () => {
    const text = said('confirm-order', 'awaitedTransfer', 'en');
    expect(text).toContain('If you are not sure how to pay, reply to this email or call us: we will tell you.');
    expect(text).not.toContain('Pay €61.00 now');
    expect(said('confirm-order', 'awaited', 'en')).not.toContain('not sure how to pay');
  });

  test('that has left all the same is not said to wait for anything', () => {
    const text = said('confirm-order', 'awaitedShipped', 'en');
    expect(text).toContain('It has even left already');
    expect(text).not.toContain('we start as soon as it is there');
  });

  test('of which nothing travels says nothing about shipping', () => {
    for (const situation of ['awaitedNothingToShip', 'onDeliveryNothingToShip', 'nothingToShip']) {
      expect(said('confirm-order', situation, 'en')).not.toMatch(/ship|deliver|leaves|With you by|prepare|parcel/iu);
      expect(said('confirm-order', situation, 'fr')).not.toMatch(
        /expédi|livr|départ|part |Chez vous|préparons|colis/iu,
      );
    }
  });

  test('is reminded once and gently, with the way out', () => {
    const text = said('remind-payment', 'link', 'en');
    for (const part of [
      'your payment of €61.00 has not reached us yet. You can still pay until Tuesday 1 December.',
      `Pay €61.00 now: ${payUrl}`,
      'If you have paid in the meantime, our messages have crossed: there is nothing you need to do.',
      'If you no longer want it, there is nothing you need to do either: we let the order go.',
    ]) {
      expect(text).toContain(part);
    }
    for (const locale of locales) {
      for (const situation of ['link', 'transfer', 'failed', 'failedTransfer']) {
        expect(said('remind-payment', situation, locale)).not.toMatch(
          /!|cancel|annul|last|dernier|late|retard|must|devez/iu,
        );
      }
    }
  });

  test('whose payment was refused says so without blame and without a reason', () => {
    const text = said('remind-payment', 'failed', 'en');
    expect(text).toContain('We have been told that your payment was refused. Your order still stands:');
    expect(text).not.toMatch(/reason|because|your bank|insufficient|expired|sorry|have paid in the meantime/iu);
    expect(said('remind-payment', 'failed', 'fr')).not.toMatch(/raison|parce que|banque|insuffisant|expiré/iu);
  });

  test('asks first for what its own link is for', () => {
    for (const message of ['confirm-order', 'remind-payment'] as const) {
      const { html, text } = renderLetter(sample(message, message === 'confirm-order' ? 'awaited' : 'link', 'en'));
      const [first, second] = text.match(/https?:\/\/\S+/gu) ?? [];
      expect(first).toContain('https://hello.example/c/');
      expect(second).toBe(payUrl);
      expect(html).toContain('href="https://pay.example/c/1001?amount&#x3D;6100&amp;lang&#x3D;fr"');
    }
  });
});

test('an address to pay at that leads nowhere is not shown', () => {
  const reminder = sample('remind-payment', 'link', 'en');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'x', `https://pay.example/${'a'.repeat(3_000)}`]) {
    const { html, text } = renderLetter({
      ...reminder,
      body: { ...reminder.body, toPay: { ...reminder.body.toPay, url } },
    });
    expect(html).not.toMatch(/javascript:|data:|Pay €61\.00 now/u);
    expect(text).toContain('If you are not sure how to pay');
  }
});

describe('how it is paid', () => {
  test.each([
    ['authorised', 'Your payment of €61.00 is authorised: the amount is reserved, and has not been taken.'],
    ['onDelivery', 'You pay €61.00 when your order is brought to you.'],
    ['onDeliveryPickupPoint', 'You pay €61.00 at the pickup point, when you collect your order.'],
    ['onDeliveryCollect', 'You pay €61.00 in the shop, when you collect your order.'],
    ['onDeliveryNothingToShip', 'You pay €61.00 when you receive your order.'],
    ['invoice', 'You pay €61.00 by invoice; nothing has been taken.'],
  ])('%s has its own sentence', (situation, sentence) => {
    expect(said('confirm-order', situation, 'en')).toContain(sentence);
    expect(said('confirm-order', situation, 'en')).toContain('Total: €61.00');
    expect(said('confirm-order', situation, 'fr')).toContain('61,00 €');
  });

  test('is not spoken of where it is paid', () => {
    expect(said('confirm-order', 'plain', 'en')).not.toMatch(/\bpay|paid|invoice|authorised/iu);
    expect(said('confirm-order', 'plain', 'fr')).not.toMatch(/payer|payé|régl|paiement|facture|autorisé/iu);
  });
});

describe('a cancelled order of which nothing was taken', () => {
  test.each([
    ['authorised', 'only reserved on your card or account, and the reservation is released. You owe us nothing.'],
    ['awaited', 'there is nothing to pay any more: you owe us nothing.'],
    ['onDelivery', 'there is nothing to pay any more: you owe us nothing.'],
    ['invoice', 'You owe us nothing: if you have an invoice for it already, it is void.'],
    ['authorisedInPart', 'for what is cancelled nothing was taken, and you owe us nothing.'],
    ['awaitedInPart', 'you owe us nothing for it.'],
    ['onDeliveryInPart', 'you owe us nothing for it.'],
    ['invoiceInPart', 'You owe us nothing for what is cancelled, even if it stands on an invoice'],
  ])('%s says so, and promises no money', (situation, sentence) => {
    const text = said('confirm-cancellation', situation, 'en');
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/refund|give you back|money back/iu);
    const french = said('confirm-cancellation', situation, 'fr');
    expect(french).toContain('vous ne nous devez rien'.slice(1));
    expect(french).not.toMatch(/rembours|vous rendons|récupérer/iu);
  });
});

describe('a changed order', () => {
  test('says what changed, how it is now, and what comes back', () => {
    const text = said('confirm-change', 'cheaper', 'en');
    for (const part of [
      'What has changed\n- What you ordered: the list is below.\n- The total: it is now €55.00.',
      '- It leaves us by Friday 27 November.\n- It should be with you by Wednesday 2 December.',
      'We give you back €6.00 by Thursday 26 November, and write to you when it is done.',
      'Leaves us by: Friday 27 November\nWith you by: Wednesday 2 December\nRefund: €6.00',
      'Your order as it is now\n- 2 × Linen tea towel, midnight blue (€29.00)\n- 4 × Olive wood spoon (€26.00)\nTotal: €55.00',
      'Home delivery\nZoë Martin\n3 place du Marché\n31000 Toulouse',
      'If it is not what you wanted, reply to this email or call us.',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says nothing of what did not change, and who receives it where that is someone else', () => {
    const text = said('confirm-change', 'delivery', 'fr');
    expect(text).toContain('Ce qui change\n- La manière dont elle vous parvient : voyez ci-dessous.\n');
    expect(text).not.toMatch(/rendons|Départ au plus tard|Le total : il est/u);
    expect(said('confirm-change', 'gift', 'fr')).toContain('Pour : Noé Lambert');
  });

  test('that is collected says by when it is ready, and promises no arrival', () => {
    const text = said('confirm-change', 'collect', 'en');
    expect(text).toContain('It is ready by Friday 27 November.');
    expect(text).toContain('Ready by: Friday 27 November');
    expect(text).not.toContain('2 December');
  });

  test('of which nothing travels says nothing of a delivery', () => {
    expect(said('confirm-change', 'nothingToShip', 'en')).not.toMatch(/leaves|With you|deliver|reaches you/iu);
  });
});
