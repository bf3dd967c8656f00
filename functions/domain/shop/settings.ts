import * as z from 'zod/mini';

/** One of these for each day of the week. */
export const eachWeekday = <Schema extends z.ZodMiniType>(of: Schema) =>
  z.object({ mon: of, tue: of, wed: of, thu: of, fri: of, sat: of, sun: of });

const text = z.string();
const whole = z.int();
const clock = z.tuple([text, text]);
export const hours = eachWeekday(z.nullable(clock));
const person = z.object({ name: text, role: text });
const colleague = z.object({ name: text, email: text });

/**
 * Kept settings, as every call reads them. They were parsed in full when they were written (given-settings.ts), by the one
 * function that writes them; here it is enough that all is there and of its kind. A new instance of nearly every function
 * waited milliseconds for the whole of their shape.
 */
export const settingsSchema = z.object({
  locale: text,
  locales: z.array(text),
  zone: text,
  country: text,
  staff: z.array(colleague),
  hours,
  closed: z.array(text),
  /** Of the country, looked up when the settings change, so that only one function carries every country's. */
  holidays: z.array(text),
  promises: z.object({ ship: text, deliver: text, answer: text, refund: text }),
  waits: z.object({
    warnings: z.array(text),
    customerWord: text,
    stockChoice: text,
    trace: text,
    pickup: text,
    payment: text,
    staff: text,
    quietBeforeClose: text,
  }),
  promo: z.nullable(
    z.object({
      discount: z.union([
        z.object({ percent: whole }),
        z.object({ amount: z.object({ amount: whole, currency: text }) }),
      ]),
      validDays: whole,
      code: z.optional(text),
    }),
  ),
  offers: z.object({ max: whole, inDays: whole, quiet: clock }),
  messages: z.record(text, z.enum(['shop'])),
  historyDays: whole,
  name: z.optional(text),
  phone: z.optional(text),
  address: z.optional(text),
  signatory: z.optional(person),
  from: z.optional(text),
  replyTo: z.optional(text),
  url: z.optional(text),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Without these no message could carry what the charter owes, so no order is taken. */
export const requiredSettings = ['name', 'phone', 'address', 'signatory', 'from', 'replyTo', 'url'] as const;
export type CompleteSettings = Settings & Required<Pick<Settings, (typeof requiredSettings)[number]>>;

export function missingSettings(settings: Settings): string[] {
  return requiredSettings.filter((name) => settings[name] === undefined);
}

export function isComplete(settings: Settings): settings is CompleteSettings {
  return missingSettings(settings).length === 0;
}

const weekday = ['09:00', '18:00'] as [string, string];

/** What holds where the shop has said nothing: the figures of api.md; no promo, unless the shop sets one. */
export const defaultSettings: Settings = {
  locale: 'fr',
  locales: ['fr', 'en'],
  zone: 'Europe/Paris',
  country: 'FR',
  staff: [],
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: null },
  closed: [],
  holidays: [],
  promises: { ship: 'P2D', deliver: 'P3D', answer: 'PT48H', refund: 'P2D' },
  waits: {
    warnings: ['P2D', 'P1D'],
    customerWord: 'P7D',
    stockChoice: 'P2D',
    trace: 'P3D',
    pickup: 'P10D',
    payment: 'P7D',
    staff: 'P3D',
    quietBeforeClose: 'P30D',
  },
  promo: null,
  offers: { max: 2, inDays: 7, quiet: ['21:00', '08:00'] },
  messages: {},
  historyDays: 7,
};
