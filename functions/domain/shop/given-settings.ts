import * as z from 'zod/mini';
import { locales } from '../../../messages/letter.ts';
import { day, duration, email, line, locale, money, phone, webAddress, zone } from '../schema.ts';
import { eachWeekday } from './settings.ts';

/** The settings of a shop as it gives them (`PUT /shop`; api.md, Settings of a shop). How they are read again: settings.ts. */

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM'));
const openingHours = z.nullable(
  z.tuple([timeOfDay, timeOfDay]).check(z.refine(([from, to]) => from < to, 'must close after it opens')),
);
export const hours = eachWeekday(openingHours);

export const promises = z.object({ ship: duration, deliver: duration, answer: duration, refund: duration });

export const waits = z.object({
  warnings: z.array(duration).check(z.minLength(1), z.maxLength(10)),
  customerWord: duration,
  stockChoice: duration,
  trace: duration,
  pickup: duration,
  payment: duration,
  staff: duration,
  quietBeforeClose: duration,
});

const discount = z.union(
  [z.object({ percent: z.int().check(z.minimum(1), z.maximum(100)) }), z.object({ amount: money })],
  'either {"percent": 1 to 100} or {"amount": {"amount", "currency"}}',
);

export const promo = z.object({
  discount,
  validDays: z.int().check(z.minimum(1), z.maximum(400)),
  code: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/, '1 to 32 of A–Z a–z 0–9 _ -'))),
});

export const offers = z.object({
  max: z.int().check(z.minimum(0), z.maximum(100)),
  inDays: z.int().check(z.minimum(1), z.maximum(365)),
  quiet: z.tuple([timeOfDay, timeOfDay]),
});

const messageName = z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/, 'a message, as confirm-order'), z.maxLength(64));

/** A language that we have words for: a shop that names another would find its mails in French. */
const ourLocale = locale.check(
  z.refine(
    (tag: string) => locales.some((known) => tag.toLowerCase().split('-')[0] === known),
    `one of ${locales.join(', ')}`,
  ),
);

export const shape = {
  name: line(80),
  locale: ourLocale,
  locales: z.array(ourLocale).check(z.minLength(1), z.maxLength(10)),
  zone,
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'an ISO 3166 country, as FR')),
  phone,
  address: line(300),
  signatory: z.object({ name: line(80), role: line(80) }),
  staff: z.array(z.object({ name: line(80), email })).check(z.maxLength(50)),
  from: email,
  replyTo: email,
  url: webAddress,
  hours,
  closed: z.array(day).check(z.maxLength(200)),
  promises,
  waits,
  promo: z.nullable(promo),
  offers,
  messages: z.record(messageName, z.literal('shop', 'only "shop": the shop sends this message itself')),
  historyDays: z.int().check(z.minimum(0), z.maximum(3650)),
};

/** What is kept of them: whole, with defaults in place of what the shop never said. */
export const settingsToKeep = z.object({
  ...shape,
  /** Of the country, looked up when the settings change, so that only one function carries every country's. */
  holidays: z.array(day),
  name: z.optional(shape.name),
  phone: z.optional(shape.phone),
  address: z.optional(shape.address),
  signatory: z.optional(shape.signatory),
  from: z.optional(shape.from),
  replyTo: z.optional(shape.replyTo),
  url: z.optional(shape.url),
});
