import { describe, expect, test } from 'vitest';
import { phoneAddress, webAddress } from '../../messages/links.ts';
import { asShown, cut, MoreThanOneLine, show, showLines } from '../../messages/shown.ts';

describe('a value that is shown', () => {
  test.each([
    ['two lines become one', 'a\r\nb\u2028c\tb', 'a b c b'],
    ['spaces around it go', '  Zoë   Martin \n', 'Zoë Martin'],
    ['what is invisible goes', '\uFEFFZo\u200Bë\u202E', 'Zoë'],
    ['half a character becomes a sign that it was one', 'a\uD800', 'a\uFFFD'],
    ['the joiners of an emoji stay', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%s', (_, typed, shown) => {
    expect(show(typed)).toBe(shown);
  });

  test('is cut between characters, never inside one', () => {
    expect(show('👩‍👩‍👧'.repeat(10), 4)).toBe('👩‍👩‍👧…');
    expect(show('👍'.repeat(10), 3)).toBe('👍👍…');
    expect(show('e\u0301'.repeat(10), 3)).toBe('e\u0301e\u0301…');
    expect(cut('👍👍👍', 3)).toBe('👍👍👍');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('ab…');
  });

  test('is cut even where it is one endless character', () => {
    expect(show(`a${'\u0301'.repeat(10_000)}`, 10).length).toBeLessThanOrEqual(41);
  });

  test('of several lines keeps them, up to a number and a length', () => {
    expect(showLines('12 rue des Lilas\r\n\r\n  69001 Lyon\n', { limit: 100, lines: 5 })).toEqual([
      '12 rue des Lilas',
      '69001 Lyon',
    ]);
    expect(showLines('a\nb\nc', { limit: 100, lines: 2 })).toEqual(['a', 'b', '…']);
    expect(showLines('abc\ndef', { limit: 3, lines: 9 })).toEqual(['abc', '…']);
    expect(showLines('', { limit: 3, lines: 9 })).toEqual([]);
  });

  test('our own words must be one line', () => {
    expect(() => asShown('a\nb')).toThrow(MoreThanOneLine);
  });
});

test('a phone number is a link where it is a number', () => {
  expect(phoneAddress('+33 (0)1 23.45-67 89')).toBe('tel:+33123456789');
  expect(phoneAddress('3615 ULLA')).toBeUndefined();
  expect(phoneAddress('javascript:alert(1)')).toBeUndefined();
});

test('an address is a link where it is one of the web', () => {
  expect(webAddress('https://x.example/é')).toBe('https://x.example/%C3%A9');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress(`https://x.example/${'x'.repeat(3_000)}`)).toBeUndefined();
  expect(webAddress(undefined)).toBeUndefined();
});
