import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { locales } from '../../messages/letter.ts';
import { renderStaffLetter } from '../../messages/render-staff.ts';
import { renderLetter } from '../../messages/render.ts';
import { lettersWith, readersLettersWith, skeleton } from './hostile-values.ts';
import { sample, staffSamples } from './samples.ts';

const hostile: Record<string, string> = {
  script: '<script>alert(1)</script>',
  attribute: '" onmouseover="alert(1)" x="',
  image: "'><img src=x onerror=alert(1)>",
  handlebars: '{{constructor}} {{{html}}} {{> layout}}',
  markup: 'Tom & "Jerry" <b>bold</b> `tick` =',
  comment: '--> <!-- ]]> </style></title>',
  lines: 'first\r\nBcc: victim@example.com\n\nsecond\u2028third\u0000',
  emoji: '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️',
  hebrew: 'שלום עולם <b>',
  override: '\u202Egnp.exe\u202C \u2067x\u2069',
  lone: 'a\uD800b\uDC00',
  zalgo: `a${'\u0301'.repeat(9_999)}`,
  long: 'x'.repeat(10_000),
  longWords: 'very long '.repeat(1_000),
};

const cases = locales.flatMap((locale) =>
  Object.entries(hostile).flatMap(([kind, value]) =>
    lettersWith(locale, value).map((letter) => ({ name: `${letter.message}/${locale}`, kind, letter })),
  ),
);

const harmless = new Map(
  locales.flatMap((locale) =>
    lettersWith(locale, 'x').map((letter) => [`${letter.message}/${locale}`, skeleton(renderLetter(letter).html)]),
  ),
);

describe.each(Object.keys(hostile))('a name, a title, a number of %s', (kind) => {
  const letters = cases.filter((each) => each.kind === kind);

  test('changes nothing in the document but the words', () => {
    for (const { name, letter } of letters) {
      const tags = skeleton(renderLetter(letter).html);
      // An address may have several lines: each has its own element.
      const same = kind === 'lines' ? tags.filter((tag) => !/^<\/?div/u.test(tag)) : tags;
      const plain = harmless.get(name) ?? [];
      expect(same).toEqual(kind === 'lines' ? plain.filter((tag) => !/^<\/?div/u.test(tag)) : plain);
    }
  });

  test('never breaks a line of the subject, nor fills it', () => {
    for (const { letter } of letters) {
      const { subject } = renderLetter(letter);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      expect(subject.length).toBeLessThanOrEqual(61 * 4);
      expect([...new Intl.Segmenter().segment(subject)].length).toBeLessThanOrEqual(60);
    }
  });

  test('leaves the mail small enough to be shown whole', () => {
    for (const { letter } of letters) expect(Buffer.byteLength(renderLetter(letter).html)).toBeLessThan(100_000);
  });

  test('leaves no control character and no open direction in the text', () => {
    for (const { letter } of letters) {
      const { text } = renderLetter(letter);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066\u2067]/u);
      expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
      expect(text.isWellFormed()).toBe(true);
    }
  });
});

test.each(Object.entries(hostile).filter(([kind]) => kind !== 'lines'))(
  'to whoever receives a gift, and of what is collected, a value of %s changes nothing but the words either',
  (_, value) => {
    for (const locale of locales) {
      const plain = readersLettersWith(locale, 'x');
      for (const [index, letter] of readersLettersWith(locale, value).entries()) {
        const { html, subject } = renderLetter(letter);
        const same = plain[index];
        expect(skeleton(html)).toEqual(same && skeleton(renderLetter(same).html));
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      }
    }
  },
);

test('what was typed is readable in both parts', () => {
  const [confirm] = lettersWith('en', 'Tom & "Jerry" <b>');
  if (confirm === undefined) throw new Error('no letter');
  const { html, text } = renderLetter(confirm);
  expect(html).toContain('Hello Tom &amp; &quot;Jerry&quot; &lt;b&gt;,');
  expect(text).toContain('Hello Tom & "Jerry" <b>,');
});

test('a value written from right to left is isolated from the words beside it', () => {
  const [confirm] = lettersWith('en', 'שלום');
  if (confirm === undefined) throw new Error('no letter');
  const { html, text, subject } = renderLetter(confirm);
  expect(html).toContain('Hello <bdi>שלום</bdi>,');
  expect(text).toContain('Hello \u2068שלום\u2069,');
  expect(subject).toBe('Thank you for your order שלום');
  expect(html).toContain('<title>Thank you for your order שלום</title>');
});

test('what is too long is cut visibly', () => {
  const [confirm] = lettersWith('en', 'x'.repeat(10_000));
  if (confirm === undefined) throw new Error('no letter');
  const { text } = renderLetter(confirm);
  expect(text).toContain(`Hello ${'x'.repeat(79)}…,`);
  expect(text).toContain(`- 1 × ${'x'.repeat(199)}…`);
});

test('only http and https lead anywhere', () => {
  const shipment = sample('announce-shipment', 'one', 'en');
  const [parcel] = shipment.body.parcels;
  if (parcel === undefined) throw new Error('no parcel');
  for (const trackingUrl of ['javascript:alert(1)', 'data:text/html,x', ' //evil.example', 'ftp://x.example', 'x']) {
    const { html, text } = renderLetter({
      ...shipment,
      body: { ...shipment.body, parcels: [{ ...parcel, trackingUrl }] },
    });
    expect(html).not.toContain('Follow this parcel');
    expect(text).not.toContain('Follow this parcel');
  }
  const { html, text } = renderLetter({
    ...shipment,
    body: { ...shipment.body, parcels: [{ ...parcel, trackingUrl: 'https://x.example/a b"><i>&c=1' }] },
  });
  expect(html).toContain('href="https://x.example/a%20b%22%3E%3Ci%3E&amp;c&#x3D;1"');
  expect(text).toContain('Follow this parcel: https://x.example/a%20b%22%3E%3Ci%3E&c=1');
});

test('an order of a thousand lines still ends with the signature', () => {
  const confirm = sample('confirm-order', 'plain', 'en');
  const lines = Array.from({ length: 1_000 }, (_, index) => ({
    title: `"Quoted" & ${index} ${'é'.repeat(300)}`,
    quantity: 1,
  }));
  const { html, text } = renderLetter({ ...confirm, body: { ...confirm.body, lines } });
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  expect(html).toContain('Camille Roux');
  expect(text).toMatch(/and \d+ more items/u);
});

test('a shipment of a hundred parcels too', () => {
  const shipment = sample('announce-shipment', 'one', 'en');
  const [parcel] = shipment.body.parcels;
  if (parcel === undefined) throw new Error('no parcel');
  const parcels = Array.from({ length: 100 }, () => parcel);
  const { html, text } = renderLetter({ ...shipment, body: { ...shipment.body, parcels } });
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  expect(text).toContain('and 80 more parcels');
});

test('the note to staff is quoted, never obeyed', () => {
  const [task] = staffSamples('en');
  if (task === undefined) throw new Error('no task');
  const note = `<script>1</script>\r\n--\nBcc: x@example.com\n${'long '.repeat(3_000)}`;
  const { html, text } = renderStaffLetter({ ...task.letter, note });
  expect(html).not.toContain('<script');
  expect(text).toContain('> <script>1</script>\n> --\n> Bcc: x@example.com\n> long');
  expect(text.length).toBeLessThan(4_000);
});

property.prop([fc.string({ unit: 'binary', maxLength: 300 })], { numRuns: 60 })(
  'anything at all changes nothing in the document but the words',
  (value) => {
    // What cannot be seen is left out with its label.
    const typed = `x${value.replaceAll(/[\r\n\u2028\u2029]/gu, ' ')}`;
    for (const letter of lettersWith('fr', typed)) {
      const { subject, html, text } = renderLetter(letter);
      expect(skeleton(html)).toEqual(harmless.get(`${letter.message}/fr`));
      expect(subject).not.toMatch(/\p{Cc}/u);
      expect(text.isWellFormed()).toBe(true);
    }
  },
);
