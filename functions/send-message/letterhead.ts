import { locales, type Letterhead, type Locale } from '../../messages/letter.ts';
import { isOpenAt, nextOpening } from '../domain/calendar/calendar.ts';
import { remembered } from '../domain/remembered.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';

/** What stands on every mail to a customer. `locale`: the language they want, where it is known. */
export function letterheadOf(
  settings: CompleteSettings,
  about: Pick<Letterhead, 'order' | 'tone' | 'now'> & {
    readonly locale: string | undefined;
    readonly name: string;
    readonly ways: Pick<Letterhead, 'link' | 'preferences' | 'noOffers'>;
  },
): Letterhead {
  const { name, phone, address, url, signatory } = settings;
  const opensAt = isOpenAt(settings, about.now) ? undefined : nextOpening(settings, about.now);
  return {
    locale: localeOf(about.locale, settings),
    zone: settings.zone,
    now: about.now,
    shop: { name, phone, address, url, signatory, opensAt },
    order: about.order,
    customer: { name: about.name },
    tone: about.tone,
    ...about.ways,
  };
}

const spokenBy = /* @__PURE__ */ remembered((tag: string): Locale | undefined => {
  const { language } = new Intl.Locale(tag);
  return locales.find((known) => known === language);
});

function ours(tag: string | undefined): Locale | undefined {
  return tag === undefined ? undefined : spokenBy(tag);
}

/** The languages that both the shop and we speak, as the shop lists them. */
export function spokenIn({ locales: spoken }: Pick<CompleteSettings, 'locales'>): Locale[] {
  return [...new Set(spoken.flatMap((tag) => ours(tag) ?? []))];
}

/** The customer's language where the shop and we both speak it, else the shop's, else the first of ours. */
export function localeOf(wanted: string | undefined, settings: Pick<CompleteSettings, 'locale' | 'locales'>): Locale {
  const spoken = settings.locales.map(ours);
  const theirs = ours(wanted);
  if (theirs !== undefined && spoken.includes(theirs)) return theirs;
  return ours(settings.locale) ?? spoken.find((known) => known !== undefined) ?? locales[0];
}
