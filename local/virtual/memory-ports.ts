import { linkPurposes } from '../../functions/domain/ports.ts';
import type {
  ChoicesMade,
  Consent,
  Contact,
  ContactChange,
  Customers,
  FailingAddress,
  KeptOrder,
  Link,
  Links,
  LinkSecrets,
  Mail,
  Mailer,
  Offers,
  PlacedOrder,
  Profile,
  Promo,
  Promos,
  Shops,
  ToldCustomer,
} from '../../functions/domain/ports.ts';
import {
  hasRoom,
  sentLately,
  type Dose,
  type HeldOffer,
  type OfferLedger,
} from '../../functions/domain/offers/ledger.ts';
import type { OffersPause } from '../../functions/domain/order/offers-paused.ts';
import type { Settings } from '../../functions/domain/shop/settings.ts';

/** The other ports in memory. */
export class MemoryShops implements Shops {
  readonly shops = new Map<string, Settings>();

  async settings(shop: string): Promise<Settings | undefined> {
    return this.shops.get(shop);
  }
}

export class MemoryCustomers implements Customers {
  private readonly profiles = new Map<string, Profile>();
  private readonly orders = new Map<string, PlacedOrder[]>();
  private readonly pauses = new Map<string, Map<string, { version: number; pause: OffersPause | undefined }>>();

  async find(shop: string, customer: string): Promise<Profile | undefined> {
    const known = this.profiles.get(`${shop}/${customer}`);
    const ofOrders = this.pauses.get(`${shop}/${customer}`) ?? [];
    const pauses = [...ofOrders].flatMap(([order, { pause }]) =>
      pause === undefined ? [] : [[order, pause] as const],
    );
    return known === undefined || pauses.length === 0 ? known : { ...known, pauses: Object.fromEntries(pauses) };
  }

  async pause(
    shop: string,
    customer: string,
    order: string,
    version: number,
    pause: OffersPause | undefined,
  ): Promise<void> {
    const key = `${shop}/${customer}`;
    const ofOrders = this.pauses.get(key) ?? new Map<string, { version: number; pause: OffersPause | undefined }>();
    if ((ofOrders.get(order)?.version ?? -1) < version) ofOrders.set(order, { version, pause });
    this.pauses.set(key, ofOrders);
  }

  async keep(shop: string, customer: string, { consent, ...profile }: ToldCustomer): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known === undefined || known.asOf <= profile.asOf) this.profiles.set(key, { ...known, ...given(profile) });
    this.agree(key, consent);
  }

  async keepLonger(shop: string, customer: string, keptUntil: number): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known !== undefined && keptUntil > (known.keptUntil ?? 0)) this.profiles.set(key, { ...known, keptUntil });
  }

  async placed(shop: string, customer: string, placed: PlacedOrder): Promise<void> {
    const key = `${shop}/${customer}`;
    const others = (this.orders.get(key) ?? []).filter(({ order }) => order !== placed.order);
    this.orders.set(key, [...others, placed]);
  }

  async placedBefore(shop: string, customer: string, instant: number): Promise<readonly PlacedOrder[]> {
    const placed = this.orders.get(`${shop}/${customer}`) ?? [];
    return placed
      .filter(({ placedAt }) => placedAt < instant)
      .toSorted((a, b) => b.placedAt - a.placedAt)
      .slice(0, 10);
  }

  async choose(
    shop: string,
    customer: string,
    choices: ChoicesMade,
    consent: Consent | undefined,
    at: number,
  ): Promise<boolean> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known === undefined) return false;
    const chosen = Object.entries({ ...known.chosen, ...given(choices) }).filter(([, value]) => value !== null);
    this.profiles.set(key, { ...known, chosen: Object.fromEntries(chosen), chosenAt: at });
    this.agree(key, consent);
    return true;
  }

  async markFailing(shop: string, customer: string, { address, at, order }: FailingAddress & KeptOrder): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known === undefined) return;
    const failedOrders = [...new Set([...(known.failedOrders ?? []), order])];
    this.profiles.set(key, { ...known, failing: { address, at }, failedOrders });
  }

  async unmarkFailing(shop: string, customer: string, address: string): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known?.failing?.address !== address) return;
    const { failing: _, failedOrders: __, ...rest } = known;
    this.profiles.set(key, rest);
  }

  async waits(shop: string, customer: string, { order }: KeptOrder, now: number): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known === undefined) return;
    const since = known.waiting?.[order]?.since ?? now;
    this.profiles.set(key, { ...known, waiting: { ...known.waiting, [order]: { since, at: now } } });
  }

  async waitsNoMore(shop: string, customer: string, order: string): Promise<void> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known?.waiting === undefined) return;
    const { [order]: _, ...waiting } = known.waiting;
    this.profiles.set(key, { ...known, waiting });
  }

  private agree(key: string, consent: Consent | undefined): void {
    const known = this.profiles.get(key);
    if (known === undefined || consent === undefined || (known.consent?.at ?? 0) > consent.at) return;
    this.profiles.set(key, { ...known, consent });
  }

  async reach(
    shop: string,
    customer: string,
    contact: Contact,
    asOf: number,
    change: ContactChange | undefined,
  ): Promise<boolean> {
    const key = `${shop}/${customer}`;
    const known = this.profiles.get(key);
    if (known === undefined || known.asOf > asOf) return false;
    this.profiles.set(key, { ...known, ...given({ ...contact, change }), asOf });
    return true;
  }
}

/** What is left out stays as it was. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

export class MemoryOffers implements Offers {
  private readonly ledgers = new Map<
    string,
    OfferLedger & { readonly once: readonly string[]; readonly checkAt: number }
  >();

  async find(shop: string, customer: string): Promise<OfferLedger> {
    return this.ledgers.get(`${shop}/${customer}`) ?? { version: 0, sent: [], held: [] };
  }

  async take(shop: string, customer: string, key: string, dose: Dose, now: number): Promise<boolean> {
    const ledger = await this.find(shop, customer);
    if (ledger.sent.some((one) => one.key === key)) return true;
    if (!hasRoom(ledger.sent, dose, now)) return false;
    this.keep(shop, customer, { sent: [...sentLately(ledger.sent, dose, now), { key, at: now }] });
    return true;
  }

  async hold(shop: string, customer: string, held: HeldOffer): Promise<void> {
    const known = this.ledgers.get(`${shop}/${customer}`);
    if (known?.once.includes(held.order) === true) return;
    const once = [...(known?.once ?? []), held.order];
    this.keep(shop, customer, { held: [...(known?.held ?? []), held], once, checkAt: held.since });
  }

  async change(
    shop: string,
    customer: string,
    before: OfferLedger,
    after: Pick<OfferLedger, 'sent' | 'held'> & { readonly checkAt: number },
  ): Promise<boolean> {
    if ((await this.find(shop, customer)).version !== before.version) return false;
    this.keep(shop, customer, after);
    return true;
  }

  async *due(now: number): AsyncIterable<{ shop: string; customer: string }> {
    for (const [key, { held, checkAt }] of this.ledgers) {
      const [shop = '', customer = ''] = key.split('/');
      if (held.length > 0 && checkAt <= now) yield { shop, customer };
    }
  }

  private keep(
    shop: string,
    customer: string,
    change: Partial<OfferLedger & { readonly once: readonly string[]; readonly checkAt: number }>,
  ): void {
    const key = `${shop}/${customer}`;
    const known = this.ledgers.get(key) ?? { version: 0, sent: [], held: [], once: [], checkAt: 0 };
    const { sent = known.sent, held = known.held, once = known.once, checkAt = known.checkAt } = change;
    this.ledgers.set(key, { version: known.version + 1, sent, held, once, checkAt });
  }
}

export class MemoryLinks implements Links {
  private readonly links = new Map<string, Link>();

  async put(mail: string, secrets: LinkSecrets, about: Omit<Link, 'purpose'>): Promise<void> {
    for (const purpose of linkPurposes) {
      const secret = secrets[purpose];
      if (secret !== undefined) this.links.set(`${mail}${secret}`, { ...about, purpose });
    }
  }

  async find(token: string, now: number): Promise<Link | undefined> {
    const link = this.links.get(token);
    return link !== undefined && link.expiresAt > now ? link : undefined;
  }
}

export class MemoryPromos implements Promos {
  private readonly promos = new Map<string, Promo>();

  async put(shop: string, promo: Promo): Promise<void> {
    const key = `${shop}/${promo.code}`;
    if (!this.promos.has(key)) this.promos.set(key, promo);
  }

  async find(shop: string, code: string): Promise<Promo | undefined> {
    return this.promos.get(`${shop}/${code}`);
  }

  async redeem(shop: string, code: string, order: string, now: number): Promise<Promo | undefined> {
    const promo = this.promos.get(`${shop}/${code}`);
    if (promo === undefined) return undefined;
    if (promo.shared || promo.redeemedFor === order) return promo;
    if (promo.redeemedFor !== undefined) return undefined;
    const redeemed = { ...promo, redeemedFor: order, redeemedAt: now };
    this.promos.set(`${shop}/${code}`, redeemed);
    return redeemed;
  }
}

export interface SentMail extends Mail {
  readonly id: string;
  readonly at: number;
}

/** A mailer that keeps what it was given, and can be made to fail like SES does. */
export class MemoryMailer implements Mailer {
  readonly sent: SentMail[] = [];
  /** While it is set, every mail fails with it and none is taken. */
  down: Error | undefined;
  private readonly failures: { readonly error: Error; readonly afterAcceptance: boolean }[] = [];
  private readonly now: () => number;
  private readonly keeps: (mail: SentMail) => boolean;
  private accepted = 0;

  /** `keeps` is shown every mail as it is accepted, and says whether it stays in `sent`. */
  constructor(now: () => number, keeps: (mail: SentMail) => boolean = () => true) {
    this.now = now;
    this.keeps = keeps;
  }

  /** The next mail fails: before SES took it, or after. */
  failNext(error: Error, afterAcceptance: boolean): void {
    this.failures.push({ error, afterAcceptance });
  }

  async send(mail: Mail): Promise<string> {
    if (this.down !== undefined) throw this.down;
    const failure = this.failures.shift();
    if (failure !== undefined && !failure.afterAcceptance) throw failure.error;
    this.accepted += 1;
    const id = `mail-${this.accepted}`;
    const sent = { ...mail, id, at: this.now() };
    if (this.keeps(sent)) this.sent.push(sent);
    if (failure !== undefined) throw failure.error;
    return id;
  }
}
