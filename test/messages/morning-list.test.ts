import { describe, expect, test } from 'vitest';
import { locales, taskReasons, type Locale, type MorningLetter, type MorningTask } from '../../messages/letter.ts';
import { renderMorningLetter } from '../../messages/render-staff.ts';

const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+01:00`);
const thursday = '2026-11-26';

const task = (more: Partial<MorningTask> = {}): MorningTask => ({
  why: 'answer-question',
  order: '#1001',
  customer: { name: 'Zoë Martin', phone: '06 12 34 56 78' },
  dueAt: at(thursday, '17:00'),
  level: 1,
  ...more,
});

function letter(locale: Locale, more: Partial<MorningLetter> = {}): MorningLetter {
  return {
    message: 'morning-list',
    locale,
    zone: 'Europe/Paris',
    now: at(thursday, '09:00'),
    shop: { name: 'Maison Zéphyr', url: 'https://maison-zephyr.example' },
    reader: 'Ida Blanc',
    day: thursday,
    leaving: [
      {
        number: '#1000',
        customer: 'Noé Lambert',
        goods: [{ title: 'Stoneware bowl', quantity: 1 }],
        by: { day: '2026-11-24' },
        late: true,
        warnedAt: at('2026-11-24', '18:00'),
      },
      {
        number: '#1001',
        customer: 'Zoë Martin',
        goods: [
          { title: 'Linen tea towel', quantity: 2 },
          { title: 'Spoon', quantity: 1 },
        ],
        by: { instant: at(thursday, '15:30') },
        late: false,
      },
    ],
    moreLeaving: 0,
    overdue: [task({ dueAt: at('2026-11-24', '18:00'), level: 3 })],
    today: [task({ why: 'call-about-delivery' })],
    ...more,
  };
}

/** The plain text with ordinary spaces. */
const said = (locale: Locale, more: Partial<MorningLetter> = {}): string =>
  renderMorningLetter(letter(locale, more)).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
const subject = (locale: Locale, more: Partial<MorningLetter>): string =>
  renderMorningLetter(letter(locale, more)).subject.replaceAll(/[\u00A0\u202F]/gu, ' ');

test('the list says it all in plain English', () => {
  expect(said('en')).toBe(`Maison Zéphyr
Thursday 26 November

The list of the day

Hello Ida Blanc,

Late orders: 1. Overdue tasks: 1. The customers are counting on us: please take those first.

Must leave today
- Order #1000, Noé Lambert
  1 × Stoneware bowl
  Was promised for Tuesday 24 November.
  Customer told on Tuesday 24 November that it is late.
- Order #1001, Zoë Martin
  2 × Linen tea towel, 1 × Spoon
  Promised for Thursday 26 November at 3:30 pm.
  Customer not warned of any delay.

Overdue
- Answer a question
  Order #1001, Zoë Martin
  Was due by Tuesday 24 November at 6 pm (level 3)
  Phone: 06 12 34 56 78

To do today
- Call: has it arrived?
  Order #1001, Zoë Martin
  To be done by Thursday 26 November at 5 pm
  Phone: 06 12 34 56 78

What happens next
Record each shipment as soon as it leaves, or the new date: otherwise we have to tell the customer that it is late.
Mark each task as done once it is: otherwise it comes back every morning, one level higher.

--
Sent to the staff of Maison Zéphyr.
https://maison-zephyr.example/
`);
});

test('and in French', () => {
  const text = said('fr');
  for (const part of [
    'jeudi 26 novembre\n\nLa liste du jour',
    'Commandes en retard : 1. Tâches en retard : 1.',
    'Doit partir aujourd’hui\n- Commande #1000, Noé Lambert',
    'Le départ était promis pour le mardi 24 novembre.\n  Le client a été prévenu du retard le mardi 24 novembre.',
    'Départ promis pour le jeudi 26 novembre à 15 h 30.\n  Le client n’a été prévenu d’aucun retard.',
    'En retard\n- Répondre à une question\n  Commande #1001, Zoë Martin',
    'C’était à faire au plus tard le mardi 24 novembre à 18 h (niveau 3)',
    'À faire aujourd’hui\n- Appeler : est-ce arrivé ?',
    'elle revient chaque matin, un niveau plus haut.',
    'Message envoyé au personnel de Maison Zéphyr.',
  ]) {
    expect(text).toContain(part);
  }
});

describe('what there is none of', () => {
  test('is not mentioned', () => {
    const text = said('en', { leaving: [], today: [] });
    expect(text).toContain('1 task is overdue: please take it first.');
    expect(text).not.toMatch(/leave|To do today|shipment/u);
    expect(said('en', { overdue: [], today: [] })).not.toMatch(/[Tt]ask|Overdue|To do/u);
  });

  test('makes a quiet morning where it is what is late', () => {
    const leaving = letter('fr').leaving.filter(({ late }) => !late);
    expect(said('fr', { leaving, overdue: [] })).toContain('Rien n’est en retard ce matin.');
  });

  test('is a phone number: then none is shown, and nothing to press', () => {
    const mail = renderMorningLetter(letter('en', { overdue: [], today: [task({ customer: { name: 'Zoë' } })] }));
    expect(mail.text).not.toContain('Phone');
    expect(mail.html).not.toContain('tel:');
  });
});

describe('the subject', () => {
  test('says the day, and how much there is', () => {
    expect(subject('en', {})).toBe('Thursday 26 November: 2 to ship, 2 to do');
    expect(subject('fr', {})).toBe('Liste du jeudi 26 novembre : 2 à expédier, 2 à faire');
    expect(subject('en', { overdue: [], today: [] })).toBe('Thursday 26 November: 2 orders to ship');
    expect(subject('fr', { leaving: [], today: [] })).toBe('Liste du jeudi 26 novembre : 1 tâche');
  });

  test('fits in sixty characters on the longest day', () => {
    for (const locale of locales) {
      const many = Array.from({ length: 55 }, () => task());
      for (const more of [{ today: many }, { today: many, leaving: [] }, { today: [], overdue: [] }]) {
        expect(
          subject(locale, { day: '2026-09-30', moreLeaving: more.leaving ? 0 : 60, ...more }).length,
        ).toBeLessThanOrEqual(60);
      }
    }
  });
});

describe.each(locales)('in %s', (locale) => {
  const { html, text } = renderMorningLetter(letter(locale));

  test('it is a document that fits a phone and a dark room, and has no holes', () => {
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain('name="viewport"');
    expect(html).toContain('prefers-color-scheme');
    expect(html).toContain('href="tel:0612345678"');
    for (const part of [html, text]) expect(part).not.toMatch(/undefined|\bnull\b|\[object|\{\{|NaN|Invalid Date/u);
    expect(html).not.toMatch(/<(?:link|img|script|iframe)|@import|url\(|\ssrc=/iu);
  });

  test('every reason to do something has a name', () => {
    const all = said(locale, { today: taskReasons.map((why) => task({ why })) });
    expect(new Set(all.match(/^- .+$/gmu)).size).toBeGreaterThanOrEqual(taskReasons.length);
  });

  test('a thousand of everything, in names of ill will, still ends with what to do', () => {
    const ill = `<b>"'&\`=</b>${'é"'.repeat(300)}`;
    const many = Array.from({ length: 1_000 }, () => task({ order: ill, customer: { name: ill, phone: ill } }));
    const order = {
      number: ill,
      customer: ill,
      goods: Array.from({ length: 50 }, () => ({ title: ill, quantity: 3 })),
      by: { day: thursday },
      late: true,
    };
    const leaving = Array.from({ length: 1_000 }, () => order);
    const full = renderMorningLetter(letter(locale, { leaving, moreLeaving: 500, overdue: many, today: many }));
    expect(Buffer.byteLength(full.html)).toBeLessThan(100_000);
    expect(full.html).not.toContain('<b>');
    expect(full.text).toMatch(locale === 'fr' ? /et 1\d{3} autres commandes/u : /and 1\d{3} more orders/u);
    expect(full.text).toMatch(locale === 'fr' ? /et \d+ autres tâches/u : /and \d+ more tasks/u);
    expect(full.text).toContain(locale === 'fr' ? 'un niveau plus haut' : 'one level higher');
  });

  test('a long list of ordinary tasks and orders shows each kind', () => {
    const full = said(locale, {
      leaving: Array.from({ length: 200 }, () => letter(locale).leaving[1]!),
      overdue: Array.from({ length: 200 }, () => task({ dueAt: at('2026-11-24', '18:00'), level: 4 })),
      today: Array.from({ length: 26 }, () => task()),
    });
    expect(full.match(/^- /gmu)!.length).toBe(25 + 1 + 25 + 1 + 25 + 1);
    expect(full).toContain(locale === 'fr' ? 'et 1 autre tâche\n' : 'and 1 more task\n');
  });
});
