import * as z from 'zod/mini';
import { line } from '../schema.ts';
import { hours, offers, promises, promo, settingsToKeep, shape, waits } from './given-settings.ts';
import { holidaysOf } from './holidays.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Two settings that are given in parts: what a part leaves out stays as it was. */
const inParts = {
  promises: z.lazy(() => z.partial(promises)),
  waits: z.lazy(() => z.partial(waits)),
  hours: z.lazy(() => z.partial(hours)),
  offers: z.lazy(() => z.partial(offers)),
};

const clearable = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/**
 * What `PUT /shop` takes: absent is unchanged, null is cleared (back to the default, where there is one). Made when it is first
 * read: settings are looked at more often than changed.
 */
export const settingsChangeSchema = z.lazy(() =>
  z.object({
    name: clearable(shape.name),
    locale: clearable(shape.locale),
    locales: clearable(shape.locales),
    zone: clearable(shape.zone),
    country: clearable(shape.country),
    phone: clearable(shape.phone),
    address: clearable(shape.address),
    signatory: clearable(shape.signatory),
    staff: clearable(shape.staff),
    from: clearable(shape.from),
    replyTo: clearable(shape.replyTo),
    url: clearable(shape.url),
    closed: clearable(shape.closed),
    promo: clearable(promo),
    messages: clearable(shape.messages),
    historyDays: clearable(shape.historyDays),
    hours: clearable(inParts.hours),
    promises: clearable(inParts.promises),
    waits: clearable(inParts.waits),
    offers: clearable(inParts.offers),
    shopify: clearable(z.object({ secret: line(200) })),
  }),
);
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** Whether a shop sets something of that name. */
export function isSetting(name: string): boolean {
  return name in settingsChangeSchema._zod.innerType.shape;
}

/** The settings after a change. The Shopify secret is not among them: it is kept where only the webhook reads it. */
export function changedSettings(current: Settings, change: SettingsChange): Settings {
  const { shopify: _secret, ...plain } = change;
  const next: Record<string, unknown> = { ...current };
  for (const [name, value] of Object.entries(plain)) {
    if (value === undefined) continue;
    if (value === null) next[name] = defaultSettings[name as keyof Settings];
    else if (name in inParts) next[name] = { ...(current[name as keyof Settings] as object), ...(value as object) };
    else next[name] = value;
  }
  const country = next['country'] as string;
  return z.parse(settingsToKeep, { ...next, holidays: holidaysOf(country) });
}
