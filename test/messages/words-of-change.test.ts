import { describe, expect, test } from 'vitest';
import { locales } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { said } from './said.ts';
import { sample, samples } from './samples.ts';

describe('a stock-out', () => {
  test('gives only the choices that exist, each with what it leads to and by when', () => {
    const text = said('warn-out-of-stock', 'oneOfSeveral', 'en');
    for (const part of [
      'Out of stock\n- 1 × Stoneware bowl, large',
      '- To wait: it leaves us by Friday 4 December.',
      '- To have this instead: Stoneware bowl, medium. It leaves us by Friday 27 November.',
      '- To cancel only this item: the rest goes on, and we give you back what you paid for it.',
      '- To cancel everything that has not left: we give you back what you paid for it.',
      '- To get a call: a person calls you to talk it over.',
      'Make my choice:\nhttps://',
    ]) {
      expect(text).toContain(part);
    }
    const undated = said('warn-out-of-stock', 'noDate', 'fr');
    expect(undated).not.toMatch(/attendre|à la place/u);
    expect(undated).toContain('D’annuler seulement cet article');
  });

  test('says what is not concerned, where there is anything', () => {
    expect(said('warn-out-of-stock', 'oneOfSeveral', 'fr')).toContain(
      'Non concerné\n- 2 × Torchon en lin, bleu nuit\n- 4 × Cuillère en bois d’olivier',
    );
    expect(said('warn-out-of-stock', 'everything', 'fr')).not.toMatch(/concerné|[Ll]e reste/u);
    expect(said('warn-out-of-stock', 'alone', 'en')).not.toContain('the rest');
  });

  test('says by when we hope for an answer, and who sees to it without one', () => {
    expect(said('warn-out-of-stock', 'oneOfSeveral', 'en')).toContain(
      'If we have not heard from you by Thursday 26 November at 6 pm, a person here takes it in hand.',
    );
  });

  test('asked again says that it was asked, and blames nobody', () => {
    const again = said('warn-out-of-stock', 'again', 'en');
    expect(again).toContain('Our message may have escaped you: here is the question again.');
    expect(again).not.toContain('apologise');
  });

  test('of several things speaks of several', () => {
    expect(said('warn-out-of-stock', 'everything', 'fr')).toContain('Des articles de votre commande sont épuisés');
    expect(said('warn-out-of-stock', 'everything', 'en')).toContain('To wait: they leave us by Friday 4 December.');
  });

  test('with a replacement that has no name to show still offers it', () => {
    const letter = sample('warn-out-of-stock', 'oneOfSeveral', 'en');
    const replacement = { titles: ['\u200B'], leavesBy: { day: '2026-11-27' } };
    expect(renderLetter({ ...letter, body: { ...letter.body, replacement } }).text).toContain(
      '- To have the replacement that we can send you instead: it leaves us by Friday 27 November.',
    );
  });

  test('names a few replacements and counts the others', () => {
    expect(said('warn-out-of-stock', 'manyReplacements', 'fr')).toContain(
      'De recevoir ceci à la place : Bol A, Bol B, Bol C, Bol D, Bol E et 1 autre article.',
    );
  });
});

describe('a cancellation', () => {
  test('says what goes, what stays, and what comes back by when', () => {
    const text = said('confirm-cancellation', 'part', 'en');
    for (const part of [
      'As you asked, part of your order is cancelled.',
      'Cancelled\n- 1 × Stoneware bowl, large',
      'What stays\n- 2 × Linen tea towel, midnight blue\n- 4 × Olive wood spoon',
      'We give you back €32.00 by Thursday 26 November at 6 pm, and write to you when it is done.',
      'For what stays, nothing changes',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('apologise');
  });

  test('of everything leaves nothing to stay', () => {
    const text = said('confirm-cancellation', 'whole', 'fr');
    expect(text).toContain('votre commande est annulée. Rien ne vous en sera envoyé.');
    expect(text).not.toContain('Ce qui reste');
  });

  test('of what nobody paid says that nothing comes back', () => {
    expect(said('confirm-cancellation', 'wholeUnpaid', 'en')).toContain(
      'There is no payment of yours left for us to give back.',
    );
    expect(said('confirm-cancellation', 'wholeUnpaid', 'fr')).not.toContain('Remboursement');
  });

  test('by the shop is an apology with its reason, and an amount that is not known reads naturally', () => {
    const text = said('confirm-cancellation', 'wholeByShop', 'fr');
    expect(text).toContain('Nous devons annuler votre commande, et nous vous en demandons pardon');
    expect(text).toContain('La raison : la potière a fermé son atelier');
    expect(text).toContain(
      'Nous vous rendons ce que vous avez payé pour cela au plus tard le jeudi 26 novembre à 18 h, et vous écrivons',
    );
  });

  test('by the shop of what has left says to refuse or to return it', () => {
    const text = said('confirm-cancellation', 'partToReturn', 'en');
    expect(text).toContain('you can refuse when it is brought to you; if you have it, reply to this email');
    expect(text).toContain('Cancelled: to refuse or to return\n- 2 × Linen tea towel, midnight blue');
    expect(text).toContain('What stays\n- 4 × Olive wood spoon');
  });

  test('by the customer of what has left is a return with an owner and an hour, and no promise of money', () => {
    const text = said('confirm-cancellation', 'hadLeft', 'en');
    expect(text).toContain(
      'Ida Blanc is looking after the return and tells you by Thursday 26 November at 6 pm how it works.',
    );
    expect(text).toContain('Not cancelled\n- 2 × Linen tea towel, midnight blue');
    expect(text).not.toMatch(/give you back|paid|is cancelled/u);
    const part = said('confirm-cancellation', 'partHadLeft', 'fr');
    expect(part).toContain('Annulé\n- 1 × Bol en grès, grand modèle');
    expect(part).toContain('Ida Blanc s’occupe du retour');
  });

  test('counts yen in yen', () => {
    expect(said('confirm-cancellation', 'yen', 'en')).toContain('Refund: JP¥3,600');
  });
});

test('nothing that stayed here is said to have been sent', () => {
  for (const [message, situation] of [
    ['warn-out-of-stock', 'everything'],
    ['confirm-cancellation', 'whole'],
    ['announce-settlement', 'replacement'],
  ] as const) {
    expect(said(message, situation, 'en')).not.toMatch(/shipped|has left us|on its way/u);
    expect(said(message, situation, 'fr')).not.toMatch(/expédié|est partie?\b|en route/u);
  }
});

describe('a corrected shipment', () => {
  test('says each thing that changed, as it is now', () => {
    const text = said('correct-shipment', 'everything', 'en');
    for (const part of [
      'It travels with Colissimo, not with the carrier we named.',
      'Its tracking number is 6A12345678901; the one we gave you before does not belong to it.',
      'We expect it with you by Friday 27 November; the day we gave you before does not hold.',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says nothing about what did not change, and invents nothing', () => {
    const text = said('correct-shipment', 'tracking', 'fr');
    expect(text).toContain('Son numéro de suivi est 6A12345678901');
    expect(text).not.toMatch(/Il voyage|Nous l’attendons/u);
    expect(said('correct-shipment', 'unknown', 'fr')).toContain('n’est pas celui qui l’achemine');
  });
});

describe('a correction of what we said', () => {
  test('names each message by its day, why, and where the order stands', () => {
    const text = said('correct-what-we-said', 'shipment', 'en');
    for (const part of [
      'Please disregard\n- our message of Monday 23 November at 4:05 pm that told you a parcel was on its way',
      'The reason: the label was printed, and the parcel stayed here',
      'The next step by: Friday 27 November',
      'Still to come\n- 2 × Linen tea towel, midnight blue',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('correct-what-we-said', 'two', 'fr')).toContain('qui vous demandait si tout était arrivé');
  });

  test('says so when nothing is to come', () => {
    const text = said('correct-what-we-said', 'nothingToCome', 'fr');
    expect(text).toContain('plus rien de cette commande n’est à venir');
    expect(text).not.toContain('Encore à venir');
  });

  test('has a name for each message that there is', () => {
    for (const locale of locales) {
      const correction = sample('correct-what-we-said', 'two', locale);
      const messages = [...new Set(samples(locale).map(({ letter }) => letter.message))];
      const entries = messages.map((message) => {
        const body = { said: [{ message, at: correction.head.now }], toCome: [] };
        return /^- .+$/mu.exec(renderLetter({ ...correction, body }).text)?.[0];
      });
      expect(new Set(entries).size).toBe(messages.length);
    }
  });
});
