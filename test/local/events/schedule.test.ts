import { expect, test } from 'vitest';
import { compileSchedule, UnsupportedSchedule } from '../../../local/events/schedule.ts';

const startedAt = Date.parse('2026-11-27T10:20:30Z'); // a Friday

test.each([
  ['rate(1 hour)', '2026-11-27T11:20:30Z', '2026-11-27T12:20:30Z'],
  ['rate(15 minutes)', '2026-11-27T10:35:30Z', '2026-11-27T10:50:30Z'],
  ['rate(1 day)', '2026-11-28T10:20:30Z', '2026-11-29T10:20:30Z'],
  ['cron(0 8 * * ? *)', '2026-11-28T08:00:00Z', '2026-11-29T08:00:00Z'],
  ['cron(30 10 * * ? *)', '2026-11-27T10:30:00Z', '2026-11-28T10:30:00Z'],
  ['cron(0/20 * * * ? *)', '2026-11-27T10:40:00Z', '2026-11-27T11:00:00Z'],
  ['cron(5,50 9-10 * * ? *)', '2026-11-27T10:50:00Z', '2026-11-28T09:05:00Z'],
  ['cron(0 8 ? * MON-FRI *)', '2026-11-30T08:00:00Z', '2026-12-01T08:00:00Z'],
  ['cron(0 8 ? * 1 *)', '2026-11-29T08:00:00Z', '2026-12-06T08:00:00Z'],
])('%s fires at %s, then at %s', (expression, first, second) => {
  const next = compileSchedule(expression, startedAt);
  expect(new Date(next(startedAt)).toISOString()).toBe(new Date(first).toISOString());
  expect(new Date(next(Date.parse(first))).toISOString()).toBe(new Date(second).toISOString());
});

test.each([
  'rate(1 fortnight)',
  'cron(0 8 1 * ? *)',
  'cron(0 8 L * ? *)',
  'cron(99 8 * * ? *)',
  'cron(0 8 * *)',
  'at(2026-12-24T18:00:00)',
])('%s is refused by name', (expression) => {
  expect(() => compileSchedule(expression, startedAt)).toThrow(UnsupportedSchedule);
});
