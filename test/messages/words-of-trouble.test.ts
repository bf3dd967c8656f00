import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { said } from './said.ts';
import { letterhead, sample, samples } from './samples.ts';

describe('an incident', () => {
  test('without a case says what happened, what the shop does, and what the customer can do', () => {
    const text = said('warn-delivery-incident', 'failedAttempt', 'en');
    for (const part of [
      'The carrier tried to deliver your parcel and could not.',
      'What was noted: No name at the door',
      'We are watching it for you',
      'reply to this email or call us: we see to it with the carrier.',
      'With you by: Friday 27 November',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('warn-delivery-incident', 'customs', 'fr')).toContain(
      'parlez-nous-en avant d’envoyer quoi que ce soit',
    );
  });

  test('with a case names its owner and the hour of the answer', () => {
    for (const kind of ['damaged', 'lost', 'returned', 'refused']) {
      expect(said('warn-delivery-incident', kind, 'fr')).toContain(
        'Ida Blanc s’en charge en personne et vous dit au plus tard le jeudi 26 novembre à 10 h 30 ce que nous faisons.',
      );
    }
  });

  test('that ends the delivery promises no day of arrival and sends nobody to the carrier', () => {
    for (const kind of ['damaged', 'lost', 'returned', 'refused', 'lostWithoutCase']) {
      expect(said('warn-delivery-incident', kind, 'en')).not.toMatch(/With you by|carrier\.example/u);
    }
  });

  test('is apologised for where the parcel was in our care, not where somebody refused it', () => {
    expect(said('warn-delivery-incident', 'lost', 'en')).toContain('we apologise');
    expect(said('warn-delivery-incident', 'damaged', 'fr')).toContain('nous vous en demandons pardon');
    expect(said('warn-delivery-incident', 'refused', 'en')).not.toMatch(/apologi|sorry/u);
  });
});

describe('a parcel at a pickup point', () => {
  test('is good news: where it is and until when', () => {
    const text = said('announce-pickup', 'known', 'en');
    for (const part of [
      'Good news: your parcel is waiting for you at Tabac du Port, and is kept there until Saturday 5 December.',
      'Pickup point: Tabac du Port\nAddress: 9 quai Ouest, 31000 Toulouse\nKept until: Saturday 5 December',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('announce-pickup', 'bare', 'fr')).toContain('au point de retrait, où il est gardé jusqu’au samedi 5');
    expect(said('announce-pickup', 'bare', 'fr')).not.toMatch(/Adresse|«/u);
  });

  test('answers whoever asked for it', () => {
    expect(said('remind-pickup', 'asked', 'fr')).toContain(
      'Il a été déposé au point de retrait « Tabac du Port », où il vous attend jusqu’au samedi 5 décembre.',
    );
    expect(said('remind-pickup', 'known', 'en')).toContain('A short reminder: your parcel is kept for you');
  });

  test('is never asked about: nobody wonders whether it arrived', () => {
    for (const locale of locales) {
      for (const { name, letter } of samples(locale)) {
        if (!/^(?:announce|remind)-pickup/u.test(name)) continue;
        const { subject, text } = renderLetter(letter);
        expect(subject + text).not.toMatch(/arrived|arrivé/u);
        // The one question of these mails is the signature's: "A problem or a question?"
        expect(text.replaceAll(/https?:\S+/gu, '').match(/\?/gu)).toHaveLength(1);
      }
    }
  });
});

describe('a case', () => {
  test('in progress quotes its owner and says when there is more', () => {
    const text = said('announce-progress', 'damaged', 'en');
    expect(text).toContain('Ida Blanc keeps it in hand and writes to you again by Thursday 26 November at 10:30 am.');
    expect(text).toContain(
      'A word from Ida Blanc\n> The kiln is firing your bowl tonight.\n> I will send you a photo before it leaves.',
    );
    expect(text).toContain('Next news by: Thursday 26 November at 10:30 am');
  });

  test('settled by a refund says how much and by when, or what was paid', () => {
    expect(said('announce-settlement', 'refund', 'fr')).toContain(
      'Nous vous rendons 32,00 € au plus tard le jeudi 26 novembre à 10 h 30, et vous écrivons quand c’est fait.',
    );
    expect(said('announce-settlement', 'refundUnknown', 'en')).toContain('We give you back what you paid for it by');
    expect(said('announce-settlement', 'refundUnknown', 'en')).not.toContain('Refund:');
  });

  test('settled by a replacement says what, and both days', () => {
    const text = said('announce-settlement', 'replacement', 'en');
    expect(text).toContain(
      'We are preparing a replacement: it leaves us by Friday 27 November and should be with you by Wednesday 2 December.',
    );
    expect(text).toContain('What we are sending you\n- 2 × Linen tea towel, midnight blue');
  });

  test('settled leaves the door open, to the same person', () => {
    for (const outcome of ['answered', 'refund', 'replacement']) {
      expect(said('announce-settlement', outcome, 'fr')).toContain('Ida Blanc reprend votre dossier avec vous.');
    }
  });

  test('carries a promo only where staff said so', () => {
    expect(said('announce-settlement', 'promo', 'en')).toContain('Your code: MERCI-7Q2K');
    expect(said('announce-settlement', 'answered', 'en')).not.toMatch(/code|next order/u);
  });
});

describe('money', () => {
  test('that was given back is told with amount, means, day, and when it shows', () => {
    const text = said('announce-refund', 'whole', 'en');
    for (const part of [
      'Amount: €87.00\nHow: bank card\nRefunded on: Tuesday 24 November',
      'it usually takes a few working days until a refund shows on the statement',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('announce-refund', 'withoutMeans', 'fr')).not.toContain('Moyen');
    expect(said('announce-refund', 'dollars', 'fr')).toContain('1 234,56 $US');
    expect(said('announce-refund', 'yen', 'fr')).toContain('3 600 JPY');
  });

  test('that is still owed is not forgotten', () => {
    expect(said('announce-refund', 'rest', 'en')).toContain(
      'the rest, €14.50, follows by Thursday 26 November at 10:30 am.',
    );
    expect(said('announce-refund', 'restUnknown', 'fr')).toContain(
      'le reste de ce que nous vous devons suit au plus tard le jeudi 26 novembre à 10 h 30.',
    );
    expect(said('announce-refund', 'whole', 'fr')).not.toContain('reste');
  });

  test('that is late is apologised for, with who sees to it and the new day', () => {
    const text = said('escalate-refund', 'first', 'en');
    expect(text).toContain('we apologise');
    expect(text).toContain('We promised you a refund of €87.00, and cannot confirm yet that it has been made.');
    expect(text).toContain('Ida Blanc is seeing to it now: by Thursday 26 November at 10:30 am it is made, or');
    expect(said('escalate-refund', 'again', 'fr')).toContain('Nous ne pouvons toujours pas vous confirmer');
    expect(said('escalate-refund', 'unknown', 'fr')).not.toContain('Ce que nous vous devons');
  });
});

/** Where security is what counts: calm, with one apology at most and nothing to tempt. */
const grave =
  /^(?:warn-out-of-stock|confirm-cancellation|warn-delivery-incident|announce-progress|announce-refund|escalate-refund|correct-)/u;
const apology: Record<Locale, RegExp> = { en: /apologi[sz]|sorry/giu, fr: /pardon|désolé|excuse/giu };

describe.each(locales.flatMap((locale) => samples(locale)).filter(({ name }) => grave.test(name)))(
  '$name',
  ({ letter }) => {
    const { text } = renderLetter(letter);

    test('apologises once at most, shouts at nobody and sells nothing', () => {
      expect((text.match(apology[letter.head.locale]) ?? []).length).toBeLessThanOrEqual(1);
      expect(text).not.toMatch(/!|next order|prochaine commande/u);
    });
  },
);

test('a subject is whole with an order number of ten characters', () => {
  for (const locale of locales) {
    for (const { letter } of samples(locale, letterhead(locale, { order: { number: '1234567890', placedAt: 0 } }))) {
      const { subject } = renderLetter(letter);
      expect(subject.length, subject).toBeLessThanOrEqual(60);
    }
  }
  expect(renderLetter(sample('announce-refund', 'whole', 'en')).subject).toBe('Order #1001: €87.00 refunded');
});
