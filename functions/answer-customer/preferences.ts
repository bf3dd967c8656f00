import { channels, tones } from '../../messages/letter.ts';
import type { PreferencesPage, UnsubscribePage } from '../../messages/pages/models.ts';
import type { Preferences } from '../domain/told-to-us/preferences.ts';
import { spokenIn } from '../send-message/letterhead.ts';
import { orderDetailsIn } from '../send-message/order-details.ts';
import { common, type Known } from './page-models.ts';

/** How the customer wants to be written to, as it holds now. */
export function preferencesPageOf(known: Known, { saved }: { readonly saved: boolean }): PreferencesPage {
  const { order, details, profile, settings } = known;
  const { tone, channel = 'email' } = profile?.chosen ?? {};
  // Who refused with the order has been asked; who agreed with it, by the profile.
  const offers = profile?.consent?.offers ?? (order.placed.offersRefused ? false : undefined);
  return {
    ...common(known, orderDetailsIn(order, details)),
    locales: spokenIn(settings),
    tone,
    channel,
    offers,
    saved,
  };
}

export function unsubscribePageOf(known: Known, { done }: { readonly done: boolean }): UnsubscribePage {
  return { ...common(known, orderDetailsIn(known.order, known.details)), done };
}

const agreed: { readonly [answer: string]: boolean } = { yes: true, true: true, no: false, false: false };

/**
 * What the form wants; what it leaves out stays as it is. Undefined where a field is none that the page offers, or where
 * there is none of its fields.
 */
export function preferencesIn(form: ReadonlyMap<string, string>, { settings }: Known): Preferences | undefined {
  const [locale, tone, channel, offers] = ['locale', 'tone', 'channel', 'offers'].map((field) => form.get(field));
  const wanted = {
    locale: locale === undefined ? undefined : spokenIn(settings).find((each) => each === locale),
    tone: tone === '' ? null : tones.find((each) => each === tone),
    channel: channels.find((each) => each === channel),
    offers: offers === undefined ? undefined : agreed[offers],
  };
  const given = [locale, tone, channel, offers].filter((field) => field !== undefined).length;
  const taken = Object.values(wanted).filter((field) => field !== undefined).length;
  return given > 0 && given === taken ? wanted : undefined;
}
