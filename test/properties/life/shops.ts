import * as fc from 'fast-check';
import { at } from '../../../functions/domain/calendar/calendar.ts';
import type { CompleteSettings } from '../../../functions/domain/shop/settings.ts';
import { shop as usual } from '../../shop/facts.ts';

/**
 * Shops in several zones, half-hour ones and southern ones among them, around the days on which their clocks change;
 * with promises of days, hours and seconds.
 */
export interface ShopPlan {
  readonly zone: string;
  /** The customer's, where it is another. */
  readonly customerZone: string | undefined;
  /** The day and hour at which the story begins, on the shop's clock. */
  readonly day: string;
  readonly hour: string;
  readonly pace: keyof typeof paces;
  readonly hours: keyof typeof openings;
  readonly promo: boolean;
  /** The shop sends the confirmation itself. */
  readonly confirms: boolean;
  readonly locale: 'fr' | 'en';
}

const day = 24 * 3600_000;

/** Where the clock is moved, and the days around it. */
const changes: readonly (readonly [string, string])[] = [
  ['Europe/Paris', '2026-10-25'],
  ['Europe/Paris', '2027-03-28'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['America/New_York', '2027-03-14'],
  ['Australia/Adelaide', '2026-10-04'],
  ['Australia/Adelaide', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['America/Santiago', '2027-04-04'],
  ['Pacific/Auckland', '2027-04-04'],
  ['Asia/Kolkata', '2026-12-24'],
  ['Asia/Kathmandu', '2027-01-04'],
  ['America/St_Johns', '2027-03-14'],
];

const zones = [...new Set(changes.map(([zone]) => zone))];

export const shopPlans: fc.Arbitrary<ShopPlan> = fc
  .record({
    change: fc.constantFrom(...changes),
    daysBefore: fc.integer({ min: -1, max: 6 }),
    isUsual: fc.integer({ min: 0, max: 2 }),
    hour: fc.constantFrom('10:00', '00:30', '02:30', '07:59', '08:00', '17:59', '18:00', '20:59', '23:59'),
    abroad: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...zones) },
    ),
    pace: fc.constantFrom('days', 'days', 'days', 'exact', 'quick') as fc.Arbitrary<ShopPlan['pace']>,
    hours: fc.constantFrom('week', 'week', 'always', 'late') as fc.Arbitrary<ShopPlan['hours']>,
    promo: fc.boolean(),
    confirms: fc.integer({ min: 0, max: 19 }).map((drawn) => drawn === 19),
    locale: fc.constantFrom('fr' as const, 'en' as const),
  })
  .map(({ change, daysBefore, isUsual, hour, abroad, ...rest }) => {
    // A third of the shops is the usual one of the other tests: the simplest story is the easiest to read.
    if (isUsual === 0) return { zone: 'Europe/Paris', customerZone: abroad, day: '2026-11-03', hour, ...rest };
    const [zone, changes] = change;
    const begins = new Date(Date.parse(changes) - daysBefore * day).toISOString().slice(0, 10);
    return { zone, customerZone: abroad, day: begins, hour, ...rest };
  });

/** Days as the shop counts them, exact hours, or seconds: the shortest promises meet the margins. */
const paces = {
  days: {},
  exact: {
    promises: { ship: 'PT30H', deliver: 'PT50H', answer: 'PT24H', refund: 'PT48H' },
    waits: { ...usual.waits, warnings: ['PT26H', 'PT5H'], customerWord: 'PT60H', trace: 'PT20H' },
  },
  quick: {
    promises: { ship: 'PT20S', deliver: 'PT30S', answer: 'PT45S', refund: 'PT2S' },
    waits: { ...usual.waits, warnings: ['PT9S', 'PT2S'], customerWord: 'PT61S', trace: 'PT3S', staff: 'PT5S' },
  },
} as const;

const always = ['00:00', '23:59'] as [string, string];
const openings = {
  week: usual.hours,
  always: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
  late: {
    ...usual.hours,
    mon: null,
    tue: null,
    fri: ['12:00', '21:30'] as [string, string],
    sun: ['02:00', '03:30'] as [string, string],
  },
};

export function settingsOf(plan: ShopPlan): CompleteSettings {
  const { promises, waits } = { promises: usual.promises, waits: usual.waits, ...paces[plan.pace] };
  return {
    ...usual,
    zone: plan.zone,
    locale: plan.locale,
    hours: openings[plan.hours],
    promises,
    waits: { ...waits, warnings: [...waits.warnings] },
    promo: plan.promo ? usual.promo : null,
    messages: plan.confirms ? { 'confirm-order': 'shop' } : {},
  };
}

export const beginningOf = ({ zone, day: named, hour }: ShopPlan): number => at(zone, named, hour);
