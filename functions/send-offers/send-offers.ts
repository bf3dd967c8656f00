import { decideOffers, type HeldOffer, type OfferLedger } from '../domain/offers/ledger.ts';
import { discountIn } from '../domain/order/order.ts';
import type { Mail, Mailer, Offers, Orders, Profile, Shops } from '../domain/ports.ts';
import { MailRefused, MailUncertain } from '../domain/ports.ts';
import { isComplete, type CompleteSettings } from '../domain/shop/settings.ts';
import { hashOfAddress } from '../domain/told-to-us/identity.ts';
import { iso, type Entry } from '../project-timeline/entry.ts';
import type { TimelinePort } from '../project-timeline/project.ts';
import { offerMail, type OfferMailPorts } from './offer-mail.ts';

export interface SendOffersPorts extends OfferMailPorts {
  readonly offers: Pick<Offers, 'find' | 'change' | 'due'>;
  readonly orders: Pick<Orders, 'find'>;
  readonly shops: Shops;
  readonly mailer: Mailer;
  readonly timeline: Pick<TimelinePort, 'put'>;
  readonly now: () => number;
  /** One customer's offers did not get anywhere; the others' do. */
  readonly failed: (shop: string, error: unknown) => void;
}

/** Whom an offer is for, and all that bears on it. */
interface Occasion {
  readonly shop: string;
  readonly customer: string;
  readonly ledger: OfferLedger;
  readonly profile: Profile;
  readonly settings: CompleteSettings;
  readonly now: number;
}

const againMs = 3_600_000;

/**
 * Goes round the customers for whom something is held back and due: sends it where the dose allows it now, merged into one
 * mail; else looks again when it may. An offer is sent at most once: where nobody can tell, it is not sent again.
 */
export async function sendOffers(ports: SendOffersPorts): Promise<void> {
  for await (const { shop, customer } of ports.offers.due(ports.now())) {
    try {
      await see(shop, customer, ports);
    } catch (error) {
      ports.failed(shop, error);
    }
  }
}

async function see(shop: string, customer: string, ports: SendOffersPorts): Promise<void> {
  const now = ports.now();
  const [ledger, profile, settings] = await Promise.all([
    ports.offers.find(shop, customer),
    ports.customers.find(shop, customer),
    ports.shops.settings(shop),
  ]);
  if (profile === undefined || settings === undefined || !isComplete(settings)) {
    await ports.offers.change(shop, customer, ledger, { ...ledger, checkAt: now + 24 * againMs });
    return;
  }
  const occasion: Occasion = { shop, customer, ledger, profile, settings, now };
  const given = await givenMeanwhile(occasion, ports);
  if (given.length > 0) return lapse(occasion, given, 'it was given meanwhile', ports);
  const decision = decideOffers(ledger, { ...profile, reachable: isReachable(profile) }, settings, now);
  if ('lapse' in decision) return lapse(occasion, decision.lapse, decision.why, ports);
  if ('send' in decision) return send(occasion, decision.send, ports);
  await ports.offers.change(shop, customer, ledger, { ...ledger, checkAt: decision.wait });
}

const isReachable = ({ email, failing }: Profile): boolean =>
  email !== undefined && failing?.address !== hashOfAddress(email);

/** A later message of the order has carried its promo after all. */
async function givenMeanwhile({ shop, ledger }: Occasion, { orders }: SendOffersPorts): Promise<HeldOffer[]> {
  const given: HeldOffer[] = [];
  for (const held of ledger.held) {
    const told = (await orders.find(shop, held.order))?.told ?? [];
    if (told.some((one) => discountIn(one) !== undefined)) given.push(held);
  }
  return given;
}

async function lapse(
  { shop, customer, ledger, profile, now }: Occasion,
  gone: readonly HeldOffer[],
  why: string,
  ports: SendOffersPorts,
): Promise<void> {
  const held = ledger.held.filter((one) => !gone.includes(one));
  for (const { order } of gone) await tell(shop, { customer, profile }, order, now, { sent: false, why }, ports);
  await ports.offers.change(shop, customer, ledger, { ...ledger, held, checkAt: now });
}

/** Claimed first, on the ledger that was judged: of two rounds only one sends, and never more than the cap. */
async function send(occasion: Occasion, offers: readonly HeldOffer[], ports: SendOffersPorts): Promise<void> {
  const { shop, customer, profile, ledger, now } = occasion;
  const key = `offer-promo:${customer}:${now}`;
  const { mail, codes } = await offerMail(key, shop, customer, offers, occasion, ports);
  const held = ledger.held.filter((one) => !offers.includes(one));
  const sent = [...ledger.sent, { key, at: now }];
  if (!(await ports.offers.change(shop, customer, ledger, { sent, held, checkAt: now }))) return;
  const said = await handOver(mail, ports);
  if (said === 'refused') {
    const after = await ports.offers.find(shop, customer);
    const withoutIt = after.sent.filter((one) => one.key !== key);
    await ports.offers.change(shop, customer, after, {
      sent: withoutIt,
      held: [...after.held, ...offers],
      checkAt: now + againMs,
    });
    return;
  }
  for (const { order } of offers) {
    await tell(shop, { customer, profile }, order, now, { ...said, detail: { promo: codes.get(order) } }, ports);
  }
}

async function handOver(
  mail: Mail,
  { mailer }: SendOffersPorts,
): Promise<'refused' | { readonly sent: boolean; readonly why?: string }> {
  try {
    await mailer.send(mail);
    return { sent: true };
  } catch (error) {
    if (error instanceof MailRefused && error.because !== 'mail') return 'refused';
    if (error instanceof MailRefused) return { sent: false, why: 'SES refused the mail' };
    if (!(error instanceof MailUncertain)) throw error;
    return { sent: false, why: 'nobody can tell whether it went out; an offer is not sent twice' };
  }
}

async function tell(
  shop: string,
  { customer, profile }: Pick<Occasion, 'customer' | 'profile'>,
  order: string,
  now: number,
  said: Pick<Entry, 'sent' | 'why' | 'detail'>,
  { timeline }: SendOffersPorts,
): Promise<void> {
  const entry = { at: iso(now), learnedAt: iso(now), kind: 'message', name: 'offer-promo', order, ...said } as const;
  await timeline.put(shop, customer, { id: `offer-promo#${order}`, entry }, now, profile.keptUntil);
}
