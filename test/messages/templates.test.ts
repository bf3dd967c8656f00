import { expect, test } from 'vitest';
import { fillHtml, fillText, UnknownTemplate } from '../../messages/mails/templates.ts';

test('a value that the template names and the view lacks throws instead of leaving a hole', () => {
  expect(() => fillHtml('open-case', { lang: 'fr' })).toThrow(/subject|not defined/u);
  expect(() => fillText('open-case', { shop: {} })).toThrow(/name|not defined/u);
});

test('a message without a template throws by name', () => {
  expect(() => fillHtml('no-such-message', {})).toThrow(UnknownTemplate);
});
