import { describe, expect, test } from 'vitest';
import { formatFor } from '../../messages/format.ts';

const paris = 'Europe/Paris';
const now = Date.parse('2026-11-24T10:30:00+01:00');
const fr = formatFor('fr', paris, now);
const en = formatFor('en', paris, now);
const nbsp = '\u00A0';
const narrow = '\u202F';

describe('dates read as people write them', () => {
  test.each([
    ['2026-11-27', 'vendredi 27 novembre', 'Friday 27 November'],
    ['2026-12-01', 'mardi 1er décembre', 'Tuesday 1 December'],
    ['2027-01-01', 'vendredi 1er janvier 2027', 'Friday 1 January 2027'],
    ['2025-12-31', 'mercredi 31 décembre 2025', 'Wednesday 31 December 2025'],
    ['2028-02-29', 'mardi 29 février 2028', 'Tuesday 29 February 2028'],
  ])('%s', (day, french, english) => {
    expect(fr.promise({ day })).toBe(french);
    expect(en.promise({ day })).toBe(english);
  });

  test.each([
    ['2026-11-27T18:00:00+01:00', `vendredi 27 novembre à 18${nbsp}h`, `Friday 27 November at 6${nbsp}pm`],
    ['2026-11-27T09:05:00+01:00', `vendredi 27 novembre à 9${nbsp}h${nbsp}05`, `Friday 27 November at 9:05${nbsp}am`],
    ['2026-11-27T12:00:00+01:00', `vendredi 27 novembre à 12${nbsp}h`, `Friday 27 November at 12${nbsp}pm`],
    ['2026-11-27T00:30:00+01:00', `vendredi 27 novembre à 0${nbsp}h${nbsp}30`, `Friday 27 November at 12:30${nbsp}am`],
    ['2026-07-14T18:30:00+02:00', `mardi 14 juillet à 18${nbsp}h${nbsp}30`, `Tuesday 14 July at 6:30${nbsp}pm`],
  ])('%s', (instant, french, english) => {
    expect(fr.promise({ instant: Date.parse(instant) })).toBe(french);
    expect(en.promise({ instant: Date.parse(instant) })).toBe(english);
  });

  test('hours and days are those of the shop', () => {
    const instant = Date.parse('2026-12-31T23:30:00Z');
    expect(formatFor('en', 'Europe/London', now).promise({ instant })).toBe(`Thursday 31 December at 11:30${nbsp}pm`);
    expect(formatFor('en', 'Asia/Tokyo', now).promise({ instant })).toBe(`Friday 1 January 2027 at 8:30${nbsp}am`);
    expect(formatFor('en', 'Asia/Tokyo', now).day(instant)).toBe('Friday 1 January 2027');
  });

  test('both hours of the night that has one twice are told apart by nothing but themselves', () => {
    const first = Date.parse('2026-10-25T02:30:00+02:00');
    expect(fr.promise({ instant: first })).toBe(fr.promise({ instant: first + 3_600_000 }));
  });

  test('a day that is no day of the shop’s zone yet is that day all the same', () => {
    expect(formatFor('fr', 'Pacific/Kiritimati', now).promise({ day: '2026-11-27' })).toBe('vendredi 27 novembre');
    expect(formatFor('fr', 'Pacific/Pago_Pago', now).promise({ day: '2026-11-27' })).toBe('vendredi 27 novembre');
  });

  test('a promise is never said earlier than it is, nor moved into the next day', () => {
    expect(fr.hourToCome(Date.parse('2026-11-27T14:23:37+01:00'))).toBe(`vendredi 27 novembre à 14${nbsp}h${nbsp}24`);
    expect(fr.hourToCome(Date.parse('2026-11-27T23:59:59.999+01:00'))).toBe(
      `vendredi 27 novembre à 23${nbsp}h${nbsp}59`,
    );
  });

  test('something that happened at midnight sharp is told by its day', () => {
    expect(fr.moment(Date.parse('2026-11-24T00:00:00+01:00'))).toBe('mardi 24 novembre');
    expect(fr.moment(Date.parse('2026-11-24T09:42:50+01:00'))).toBe(`mardi 24 novembre à 9${nbsp}h${nbsp}42`);
  });

  test('today is the shop’s today', () => {
    const late = formatFor('fr', paris, Date.parse('2026-11-24T23:30:00Z'));
    expect(late.isToday({ day: '2026-11-25' })).toBe(true);
    expect(late.isToday({ day: '2026-11-24' })).toBe(false);
    expect(late.isToday({ instant: Date.parse('2026-11-25T20:00:00+01:00') })).toBe(true);
  });
});

describe('money has the digits of its currency', () => {
  test.each([
    [123450, 'EUR', `1${narrow}234,50${nbsp}€`, '€1,234.50'],
    [5, 'EUR', `0,05${nbsp}€`, '€0.05'],
    [0, 'EUR', `0,00${nbsp}€`, '€0.00'],
    [-250, 'EUR', `-2,50${nbsp}€`, '-€2.50'],
    [1200, 'JPY', `1${narrow}200${nbsp}JPY`, 'JP¥1,200'],
    [1234, 'KWD', `1,234${nbsp}KWD`, `KWD${nbsp}1.234`],
    [999, 'GBP', `9,99${nbsp}£GB`, '£9.99'],
    [
      9007199254740991,
      'USD',
      `90${narrow}071${narrow}992${narrow}547${narrow}409,91${nbsp}$US`,
      'US$90,071,992,547,409.91',
    ],
  ])('%i %s', (amount, currency, french, english) => {
    expect(fr.money({ amount, currency })).toBe(french);
    expect(en.money({ amount, currency })).toBe(english);
  });

  test('an amount that is no whole number of minor units is a mistake, not a price', () => {
    expect(() => fr.money({ amount: 1e21, currency: 'EUR' })).toThrow(RangeError);
    expect(() => fr.money({ amount: 1.5, currency: 'JPY' })).toThrow(RangeError);
  });
});

test('a discount is said without empty cents', () => {
  expect(fr.discount({ percent: 10 }).replace(narrow, nbsp)).toBe(`10${nbsp}%`);
  expect(en.discount({ percent: 12.5 })).toBe('12.5%');
  expect(fr.discount({ amount: { amount: 500, currency: 'EUR' } })).toBe(`5${nbsp}€`);
  expect(en.discount({ amount: { amount: 550, currency: 'EUR' } })).toBe('€5.50');
});
