import { expect, test } from 'vitest';
import { letters } from '../../messages/mails/compiled.js';
import { mailsOf, UnknownTemplate } from '../../messages/mails/templates.ts';

const { fillHtml, fillText } = mailsOf(letters);

test('a value that the template names and the view lacks throws instead of leaving a hole', () => {
  expect(() => fillHtml('open-case', { lang: 'fr' })).toThrow(/subject|not defined/u);
  expect(() => fillText('open-case', { shop: {} })).toThrow(/name|not defined/u);
});

test('a message without a template throws by name', () => {
  expect(() => fillHtml('no-such-message', {})).toThrow(UnknownTemplate);
});
