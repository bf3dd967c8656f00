import * as z from 'zod/mini';
import { channels, tones } from '../../../messages/letter.ts';
import type { ChoicesMade, Profile } from '../ports.ts';
import { locale, zone } from '../people.ts';

/** `PUT /customers/{id}/preferences`: what is left out stays as it was, null takes a choice back. */
export const preferencesBody = z.lazy(() =>
  z
    .object({
      locale: z.optional(z.nullable(locale)),
      zone: z.optional(z.nullable(zone)),
      tone: z.optional(z.nullable(z.enum(tones))),
      channel: z.optional(z.nullable(z.enum(channels))),
      consent: z.optional(z.object({ offers: z.boolean() })),
    })
    .check(
      z.refine(
        (body) => Object.values(body).some((value) => value !== undefined),
        'name at least one of locale, zone, tone, channel, consent',
      ),
    ),
);

/** What is wanted from now on; `offers`: whether the customer agrees to them. */
export interface Preferences extends ChoicesMade {
  readonly offers?: boolean | undefined;
}

export function preferencesOf({ consent, ...choices }: z.infer<typeof preferencesBody>): Preferences {
  return { ...choices, offers: consent?.offers };
}

/** Of what is wanted, what is not so already. */
export function changedPreferences(wanted: Preferences, { chosen = {}, consent }: Profile): Preferences {
  const now: Preferences = { ...chosen, offers: consent?.offers };
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && (value ?? undefined) !== now[field as keyof Preferences],
  );
  return Object.fromEntries(changed);
}
