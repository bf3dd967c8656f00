import { describe, expect, test } from 'vitest';
import type { Locale, Words } from '../../../messages/letter.ts';
import { renderStaffLetter } from '../../../messages/render-staff.ts';
import { renderLetter } from '../../../messages/render.ts';
import { giftHead } from '../reader-samples.ts';
import { letterhead, now, sample, staffSamples } from '../samples.ts';
import type { AnyLetter } from '../matrix/cases.ts';
import { lintMail, rules } from './lint-mail.ts';

/** Each rule can fail: a good mail is spoiled in one thing, and the rule that is about it says so. */

const nb = '\u00A0';

interface Spoiled {
  readonly rule: string;
  readonly by: string;
  readonly letter?: AnyLetter;
  readonly spoil: (words: Words) => Words;
}

const confirmation = (locale: Locale) => sample('confirm-order', 'plain', locale);
const task = staffSamples('en')[0]!.letter;

/** Replaces in all parts of a mail; something has to be there to be replaced. */
function replacing(from: string, to: string): (words: Words) => Words {
  return ({ subject, html, text }) => {
    const spoiled = [subject, html, text].map((part) => part.replaceAll(from, to));
    if (spoiled.join('') === subject + html + text) throw new Error(`the mail does not say: ${from}`);
    return { subject: spoiled[0]!, html: spoiled[1]!, text: spoiled[2]! };
  };
}

/** Says one more sentence, in both forms. */
function saying(sentence: string): (words: Words) => Words {
  return ({ subject, html, text }) => ({
    subject,
    html: html.replace('<h2', `<p>${sentence}</p><h2`),
    text: text.replace('\n--\n', `\n${sentence}\n--\n`),
  });
}

const inHtml =
  (from: string | RegExp, to: string) =>
  ({ subject, html, text }: Words): Words => ({ subject, html: html.replace(from, to), text });
const withSubject =
  (subject: string) =>
  ({ html, text }: Words): Words => ({
    subject,
    html: html.replace(/<title>.*?<\/title>/u, `<title>${subject}</title>`),
    text,
  });

const english: readonly Spoiled[] = [
  { rule: 'letterhead', by: 'no phone of the shop', spoil: replacing('+33 1 23 45 67 89', 'our number') },
  { rule: 'letterhead', by: 'a postal address in part', spoil: replacing('69001 Lyon', 'Lyon') },
  { rule: 'letterhead', by: 'nobody who signs', spoil: replacing('Camille Roux', 'The team') },
  {
    rule: 'letterhead',
    by: 'no order number in plain text',
    spoil: (w) => ({ ...w, text: w.text.replaceAll('#1001', '') }),
  },
  { rule: 'letterhead', by: 'nothing about what happens next', spoil: replacing('What happens next', 'By the way') },
  {
    rule: 'letterhead',
    by: 'a closed shop that does not say when it answers',
    letter: {
      ...confirmation('en'),
      head: letterhead('en', { shop: { ...letterhead('en').shop, opensAt: now + 23 * 3_600_000 } }),
    },
    spoil: replacing('Wednesday 25 November', 'soon'),
  },
  {
    rule: 'letterhead',
    by: 'a task without the customer’s phone',
    letter: task,
    spoil: replacing('06 12 34 56 78', '–'),
  },
  { rule: 'holes', by: 'a value that is undefined', spoil: saying('It leaves us by undefined.') },
  { rule: 'holes', by: 'a template left as it is', spoil: saying('Hello {{name}}.') },
  { rule: 'holes', by: 'an element with nothing in it', spoil: inHtml('<h2', '<div class="soft"></div><h2') },
  { rule: 'holes', by: 'brackets with nothing in them', spoil: saying('Your order () is ready.') },
  { rule: 'links', by: 'an address within our own site', spoil: inHtml(/href="https:[^"]*"/u, 'href="/c/1"') },
  { rule: 'links', by: 'a link that only says “here”', spoil: inHtml(/>\s*See my order\s*</u, '>here<') },
  { rule: 'links', by: 'another link before the one', spoil: inHtml('<h1', '<a href="https://x.example">Shop</a><h1') },
  {
    rule: 'links',
    by: 'a link that plain text lacks',
    spoil: (w) => ({ ...w, text: w.text.replace(/https:\/\/hello\S+/u, '') }),
  },
  { rule: 'subject', by: 'too many words', spoil: withSubject(`Order #1001: ${'very '.repeat(12)}late`) },
  { rule: 'subject', by: 'no order number', spoil: withSubject('Thank you for your order') },
  { rule: 'subject', by: 'a full stop', spoil: withSubject('Thank you for your order #1001.') },
  { rule: 'subject', by: 'no preheader', spoil: inHtml(/(overflow:hidden;">)[^<]*/u, '$1') },
  { rule: 'alt texts', by: 'a picture without one', spoil: inHtml('<h1', '<img src="https://x.example/a.png"><h1') },
  { rule: 'structure', by: 'the wrong language', spoil: inHtml('lang="en"', 'lang="fr"') },
  { rule: 'structure', by: 'a title that is not the subject', spoil: inHtml(/<title>.*?</u, '<title>Mail<') },
  { rule: 'structure', by: 'two main headings', spoil: inHtml('<h2', '<h1>Thank you</h1><h2') },
  { rule: 'structure', by: 'a level of headings skipped', spoil: inHtml('<h2', '<h4>Thank you</h4><h2') },
  {
    rule: 'structure',
    by: 'a table for looks that is read out',
    spoil: inHtml('<h2', '<table><tr><td>a</td></tr></table><h2'),
  },
  { rule: 'same words', by: 'a sentence in HTML only', spoil: inHtml('<h2', '<p>One more thing.</p><h2') },
  { rule: 'size', by: 'more than 100 KB', spoil: inHtml('</body>', `<!--${'x'.repeat(100_000)}--></body>`) },
  { rule: 'typography', by: 'a typewriter’s apostrophe', spoil: saying("It's on its way.") },
  { rule: 'typography', by: 'a typewriter’s quotes', spoil: saying('Your "parcel" left.') },
  { rule: 'typography', by: 'two spaces', spoil: saying('Your  parcel left.') },
  { rule: 'typography', by: 'a space before a full stop', spoil: saying('Your parcel left .') },
  { rule: 'typography', by: 'a name that is empty', spoil: replacing('Hello Zoë Martin,', 'Hello ,') },
  { rule: 'typography', by: 'an hour that may break', spoil: saying('Until 6 pm.') },
  { rule: 'typography', by: 'French spaces in English', spoil: saying(`Ready${nb}: today.`) },
  { rule: 'amounts', by: 'a currency after the number', spoil: saying('You pay 87 EUR.') },
  { rule: 'amounts', by: 'half of the cents', spoil: saying('You pay €87.5 now.') },
  { rule: 'amounts', by: 'cents of a yen', spoil: saying('You pay JP¥3,600.00 now.') },
  { rule: 'amounts', by: 'thousands that run together', spoil: saying('You pay €8700.00 now.') },
  { rule: 'days have a weekday', by: 'a day without one', spoil: saying('It leaves by 26 November.') },
  { rule: 'days have a weekday', by: 'a day for machines', spoil: saying('It leaves by 2026-11-26.') },
  { rule: 'plurals', by: '“1 items”', spoil: saying('And 1 items.') },
  { rule: 'plurals', by: '“2 more parcel”', spoil: saying('And 2 more parcel.') },
  { rule: 'plurals', by: 'a verb that does not agree', spoil: saying('Your parcels is on the way.') },
  {
    rule: 'gifts bear no price',
    by: 'a price for who receives it',
    letter: sample('announce-shipment', 'one', 'en', giftHead('en')),
    spoil: saying('It was €87.00.'),
  },
];

const french: readonly Spoiled[] = [
  { rule: 'typography', by: 'an ordinary space before a colon', spoil: saying('La raison : la neige.') },
  { rule: 'typography', by: 'no space before a question mark', spoil: saying('Tout va bien?') },
  { rule: 'typography', by: 'English quotation marks', spoil: saying('Un “colis” est parti.') },
  { rule: 'typography', by: 'ordinary spaces within guillemets', spoil: saying('Un « colis » est parti.') },
  { rule: 'typography', by: 'an hour that may break', spoil: saying('Avant 18 h.') },
  { rule: 'amounts', by: 'a currency that may break away', spoil: saying('Vous réglez 87,00 €.') },
  { rule: 'amounts', by: 'thousands that may break apart', spoil: saying(`Vous réglez 8 700,00${nb}€.`) },
  { rule: 'amounts', by: 'an English price', spoil: saying('Vous réglez €87.00.') },
  { rule: 'days have a weekday', by: 'a day without one', spoil: saying('Départ le 1er décembre.') },
  { rule: 'days have a weekday', by: '“1 décembre”', spoil: saying('Départ le mardi 1 décembre.') },
  { rule: 'plurals', by: '“0 articles”', spoil: saying('Il reste 0 articles.') },
  { rule: 'plurals', by: '“1 autres articles”', spoil: saying('Et 1 autres articles.') },
  { rule: 'plurals', by: '“2 tâche”', spoil: saying('Encore 2 tâche.') },
  { rule: 'plurals', by: 'a verb that does not agree', spoil: saying('Vos colis est parti.') },
];

function render(letter: AnyLetter): Words {
  if (letter.message === 'staff-task') return renderStaffLetter(letter);
  if (letter.message === 'morning-list') throw new Error('no planted mail is a list of the day');
  return renderLetter(letter);
}

describe.each([
  ['English', 'en', english],
  ['French', 'fr', french],
] as const)('in %s', (_, locale, planted) => {
  test.each(planted)('$rule: $by is found', ({ rule, letter = confirmation(locale), spoil }) => {
    const good = render(letter);
    expect(lintMail(good, letter)).toEqual([]);
    expect(lintMail(spoil(good), letter).map((finding) => finding.rule)).toContain(rule);
  });
});

test('every rule has a planted mail that breaks it', () => {
  const planted = new Set([...english, ...french].map(({ rule }) => rule));
  expect(rules.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});

test('what a shop typed is not judged', () => {
  const letter = sample('open-case', 'other', 'fr', letterhead('fr', { customer: { name: 'Zoë  "Z" Martin !' } }));
  expect(lintMail(renderLetter(letter), letter)).toEqual([]);
});
