import { expect, test } from 'vitest';
import { withTypeset } from '../../build/typeset.ts';
import { en, fr } from '../../messages/catalogues/typography.ts';

test('a sentence without values is typeset where it stands, as it would be when it is said', () => {
  expect(withTypeset("const ask = fr`Est-ce juste ?`, say = fr`C'est dit`;", 'fr', fr)).toBe(
    `const ask = ${JSON.stringify(fr`Est-ce juste ?`)}, say = ${JSON.stringify(fr`C'est dit`)};`,
  );
});

test('one with values is left to be said, and what is said inside it is typeset', () => {
  const source = "const more = (one) => en`It is${one ? en`n't` : number(one)} here, isn't it`;";
  expect(withTypeset(source, 'en', en)).toBe(
    'const more = (one) => en`It is${one ? "n’t" : number(one)} here, isn\'t it`;',
  );
});
