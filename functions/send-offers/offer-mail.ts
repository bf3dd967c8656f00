import type { Discount, PromisedTime } from '../../messages/letter.ts';
import { renderOffer } from '../../messages/render-offer.ts';
import { addDays, dayOf, endOfDeliveryDay } from '../domain/calendar/calendar.ts';
import type { HeldOffer } from '../domain/offers/ledger.ts';
import type { Customers, Mail, Profile, Promos } from '../domain/ports.ts';
import type { CompleteSettings } from '../domain/shop/settings.ts';
import { letterheadOf } from '../send-message/letterhead.ts';
import { mailTags } from '../send-message/mail-tags.ts';
import { newLinks, type NewLinksPorts } from '../send-message/new-links.ts';
import { languageOf } from '../send-message/order-details.ts';

export interface OfferMailPorts extends NewLinksPorts {
  readonly customers: Pick<Customers, 'find'>;
  readonly promos: Pick<Promos, 'put'>;
  readonly newCode: () => string;
}

/**
 * Promos that were held back, all of a customer's in one mail, with a code for each and a way out that one press takes; and the
 * codes, by their orders.
 */
export async function offerMail(
  key: string,
  shop: string,
  customer: string,
  offers: readonly HeldOffer[],
  { profile, settings, now }: { readonly profile: Profile; readonly settings: CompleteSettings; readonly now: number },
  ports: OfferMailPorts,
): Promise<{ readonly mail: Mail; readonly codes: ReadonlyMap<string, string> }> {
  const first = offers[0]!;
  const day = addDays(dayOf(settings.zone, now), settings.promo?.validDays ?? 0);
  const codes = new Map<string, string>();
  const promos: { code: string; discount: Discount; validUntil: PromisedTime; order: string }[] = [];
  for (const { order, number, discount } of offers) {
    const code = settings.promo?.code ?? ports.newCode();
    const shared = settings.promo?.code === code;
    await ports.promos.put(shop, {
      code,
      discount,
      order,
      customer,
      validUntil: endOfDeliveryDay(settings, day),
      shared,
    });
    codes.set(order, code);
    promos.push({ code, discount, validUntil: { day }, order: number });
  }
  const purposes = ['word', 'preferences', 'unsubscribe'] as const;
  const ways = await newLinks(purposes, { shop, order: first.order, message: key }, now, ports);
  const { word: link, preferences, unsubscribe: noOffers } = ways;
  const head = letterheadOf(settings, {
    locale: languageOf(profile),
    name: profile.name,
    order: { number: first.number, placedAt: first.placedAt },
    ways: { link, preferences, noOffers },
    tone: profile.chosen?.tone,
    now,
  });
  const { subject, html, text } = renderOffer({ message: 'offer-promo', head, body: { promos } });
  const mail = {
    from: settings.from,
    replyTo: settings.replyTo,
    to: profile.email ?? '',
    subject,
    html,
    text,
    tags: mailTags(shop, first.order, 'offer-promo', key, 'customer'),
    // RFC 8058: a mail program may offer the way out itself, and take it with one press.
    headers: { 'List-Unsubscribe': `<${noOffers}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
  return { mail, codes };
}
