import { expect, test } from 'vitest';
import { compilePattern, UnsupportedPattern } from '../../../local/events/pattern.ts';

const event = {
  source: 'aws.ses',
  detail: { mail: { tags: { order: ['1001'], none: [] }, messageId: 'm1' }, count: 3, done: false, nothing: null },
};

test.each([
  [{ source: ['aws.states', 'aws.ses'] }, true],
  [{ source: ['aws.states'] }, false],
  [{ source: ['aws.ses'], detail: { count: [3] } }, true],
  [{ source: ['aws.ses'], detail: { count: ['3'] } }, false],
  [{ detail: { mail: { tags: { order: ['1001'] } } } }, true],
  [{ detail: { mail: { tags: { order: [{ prefix: '10' }] } } } }, true],
  [{ detail: { mail: { tags: { order: [{ prefix: '20' }] } } } }, false],
  [{ detail: { mail: { messageId: [{ exists: true }] } } }, true],
  [{ detail: { mail: { messageId: [{ exists: false }] } } }, false],
  [{ detail: { other: [{ exists: false }] } }, true],
  [{ detail: { mail: [{ exists: true }] } }, false],
  [{ detail: { mail: { messageId: [{ 'anything-but': ['m2', 'm3'] }] } } }, true],
  [{ detail: { mail: { messageId: [{ 'anything-but': 'm1' }] } } }, false],
  [{ detail: { mail: { messageId: [{ 'anything-but': { prefix: 'm' } }] } } }, false],
  [{ detail: { other: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { count: [{ numeric: ['>', 2, '<=', 3] }] } }, true],
  [{ detail: { count: [{ numeric: ['=', 4] }] } }, false],
  [{ detail: { done: [false], nothing: [null] } }, true],
  [{ source: [{ suffix: '.ses' }] }, true],
  [{ source: [{ 'equals-ignore-case': 'AWS.SES' }] }, true],
])('%j: %s', (pattern, expected) => {
  expect(compilePattern(pattern)(event)).toBe(expected);
});

test.each([
  [{ source: [{ wildcard: 'aws.*' }] }],
  [{ source: [{ cidr: '10.0.0.0/24' }] }],
  [{ $or: [{ source: ['a'] }] }],
  [{ detail: { count: [{ numeric: ['>'] }] } }],
  [{ detail: { count: [{ numeric: ['about', 3] }] } }],
  [{ source: [{ prefix: 'a', suffix: 'b' }] }],
  [{ source: 'aws.ses' }],
])('%j is refused by name', (pattern) => {
  expect(() => compilePattern(pattern)).toThrow(UnsupportedPattern);
});
