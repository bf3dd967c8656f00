import * as z from 'zod/mini';
import type { OffersPause } from '../domain/order/offers-paused.ts';
import { channels, tones } from '../../messages/letter.ts';
import type {
  Choices,
  ChoicesMade,
  Consent,
  Contact,
  ContactChange,
  Customers,
  FailingAddress,
  KeptOrder,
  PlacedOrder,
  Profile,
  ToldCustomer,
} from '../domain/ports.ts';
import { expiryOf, placedKey, profileKey, secondsOf } from './keys.ts';
import type { Item, Table } from './table.ts';

const profileSchema = z.lazy(() =>
  z.object({
    name: z.string(),
    email: z.optional(z.string()),
    phone: z.optional(z.string()),
    locale: z.optional(z.string()),
    zone: z.optional(z.string()),
    asOf: z.int(),
    chosenAt: z.optional(z.int()),
    failing: z.optional(z.object({ address: z.string(), at: z.int() })),
    consent: z.optional(z.object({ offers: z.boolean(), at: z.int() })),
    change: z.optional(z.object({ at: z.int(), fields: z.array(z.string()) })),
    expires: z.optional(z.int()),
  }),
);

const pauseOf = 'pause:';
const pauseSchema = z.lazy(() => z.object({ why: z.optional(z.string()), until: z.optional(z.int()) }));

function pausesIn(item: Item): { [order: string]: OffersPause } {
  const found = Object.entries(item).flatMap(([field, value]) => {
    if (!field.startsWith(pauseOf)) return [];
    const { why, until } = z.parse(pauseSchema, value);
    return why === undefined ? [] : [[field.slice(pauseOf.length), { why, until }] as const];
  });
  return Object.fromEntries(found);
}

/** Each choice has a field of its own, so that two made at once both hold; one that was taken back is null. */
const chosenBy = { locale: 'chosenLocale', zone: 'chosenZone', tone: 'chosenTone', channel: 'chosenChannel' } as const;
const chosenSchema = z.lazy(() =>
  z.object({
    chosenLocale: z.nullish(z.string()),
    chosenZone: z.nullish(z.string()),
    chosenTone: z.nullish(z.enum(tones)),
    chosenChannel: z.nullish(z.enum(channels)),
  }),
);

function chosenIn(item: Item): Choices | undefined {
  const { chosenLocale, chosenZone, chosenTone, chosenChannel } = z.parse(chosenSchema, item);
  const chosen = { locale: chosenLocale, zone: chosenZone, tone: chosenTone, channel: chosenChannel };
  const known = Object.entries(chosen).filter(([, value]) => value !== undefined && value !== null);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

const waitsSince = 'waitsSince:';
const triedAt = 'triedAt:';

function waitingIn(item: Item): Profile['waiting'] {
  const found = Object.entries(item).flatMap(([field, since]) => {
    if (!field.startsWith(waitsSince)) return [];
    const order = field.slice(waitsSince.length);
    return [[order, { since: Number(since), at: Number(item[`${triedAt}${order}`]) }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** What may be noted before the customer is known by name: it leaves with its order where nothing else keeps it. */
function leavesWith({ keptUntil }: Pick<KeptOrder, 'keptUntil'>): { set: string[]; values: Record<string, number> } {
  if (keptUntil === undefined) return { set: [], values: {} };
  return { set: ['expires = if_not_exists(expires, :expires)'], values: { ':expires': secondsOf(keptUntil) } };
}

const placedSchema = z.lazy(() => z.object({ order: z.string(), placedAt: z.int() }));
const mostPlaced = 10;

/** Who the customers are, as their newest order or the shop itself told it. */
export class CustomersTable implements Customers {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async find(shop: string, customer: string): Promise<Profile | undefined> {
    const item = await this.table.get(profileKey(shop, customer));
    // A pause may come before the order's customer is known by name.
    if (item?.['asOf'] === undefined) return undefined;
    const [pauses, chosen, waiting] = [pausesIn(item), chosenIn(item), waitingIn(item)];
    const failed = item['failedOrders'];
    const { expires, ...profile } = z.parse(profileSchema, item);
    return {
      ...profile,
      ...(expires === undefined ? {} : { keptUntil: expires * 1000 }),
      ...(failed instanceof Set ? { failedOrders: [...failed].map(String) } : {}),
      ...(waiting === undefined ? {} : { waiting }),
      ...(chosen === undefined ? {} : { chosen }),
      ...(Object.keys(pauses).length > 0 ? { pauses } : {}),
    };
  }

  /** What an order leaves out stays as an earlier one told it; an older order changes nothing. */
  async keep(shop: string, customer: string, { consent, keptUntil, ...profile }: ToldCustomer): Promise<void> {
    const isNewest = 'attribute_not_exists(asOf) OR asOf <= :asOf';
    const isKept = await this.write(shop, customer, { ...profile, expires: expiryOf(keptUntil) }, isNewest);
    if (!isKept && keptUntil !== undefined) await this.keepLonger(shop, customer, keptUntil);
    if (consent !== undefined) await this.agree(shop, customer, consent);
  }

  async keepLonger(shop: string, customer: string, until: number): Promise<void> {
    await this.table.update(profileKey(shop, customer), {
      set: ['expires = :until'],
      condition: 'attribute_exists(pk) AND (attribute_not_exists(expires) OR expires < :until)',
      values: { ':until': secondsOf(until) },
    });
  }

  async placed(shop: string, customer: string, { order, placedAt, keptUntil }: PlacedOrder): Promise<void> {
    const leaves = keptUntil !== undefined;
    await this.table.update(placedKey(shop, customer, order, placedAt), {
      set: ['#order = :order', 'placedAt = :placedAt', ...(leaves ? ['expires = :expires'] : [])],
      names: { '#order': 'order' },
      values: {
        ':order': order,
        ':placedAt': placedAt,
        ...(leaves ? { ':expires': secondsOf(keptUntil) } : {}),
      },
    });
  }

  async placedBefore(shop: string, customer: string, instant: number): Promise<readonly PlacedOrder[]> {
    const { pk, sk: until } = placedKey(shop, customer, '', instant);
    const { items } = await this.table.query({
      condition: 'pk = :pk AND sk BETWEEN :from AND :until',
      values: { ':pk': pk, ':from': placedKey(shop, customer, '', 0).sk, ':until': until },
      newestFirst: true,
      limit: mostPlaced,
    });
    return items.map((item) => z.parse(placedSchema, item));
  }

  async choose(
    shop: string,
    customer: string,
    choices: ChoicesMade,
    consent: Consent | undefined,
    at: number,
  ): Promise<boolean> {
    const made = [
      ['chosenAt', at] as const,
      ...Object.entries(chosenBy).flatMap(([choice, field]) => {
        const value = choices[choice as keyof Choices];
        return value === undefined ? [] : [[field, value] as const];
      }),
    ];
    const isKnown = await this.table.update(profileKey(shop, customer), {
      set: made.map(([field]) => `${field} = :${field}`),
      condition: 'attribute_exists(asOf)',
      values: Object.fromEntries(made.map(([field, value]) => [`:${field}`, value])),
    });
    if (isKnown && consent !== undefined) await this.agree(shop, customer, consent);
    return isKnown;
  }

  async markFailing(
    shop: string,
    customer: string,
    { address, at, ...order }: FailingAddress & KeptOrder,
  ): Promise<void> {
    const leaving = leavesWith(order);
    await this.table.update(profileKey(shop, customer), {
      set: ['failing = :failing', ...leaving.set],
      add: ['failedOrders :orders'],
      values: { ':failing': { address, at }, ':orders': new Set([order.order]), ...leaving.values },
    });
  }

  async unmarkFailing(shop: string, customer: string, address: string): Promise<void> {
    await this.table.update(profileKey(shop, customer), {
      remove: ['failing', 'failedOrders'],
      condition: 'failing.address = :address',
      values: { ':address': address },
    });
  }

  async waits(shop: string, customer: string, order: KeptOrder, now: number): Promise<void> {
    const leaving = leavesWith(order);
    await this.table.update(profileKey(shop, customer), {
      set: ['#since = if_not_exists(#since, :now)', '#at = :now', ...leaving.set],
      names: { '#since': `${waitsSince}${order.order}`, '#at': `${triedAt}${order.order}` },
      values: { ':now': now, ...leaving.values },
    });
  }

  async waitsNoMore(shop: string, customer: string, order: string): Promise<void> {
    await this.table.update(profileKey(shop, customer), {
      remove: ['#since', '#at'],
      // Whoever has left stays away.
      condition: 'attribute_exists(pk)',
      names: { '#since': `${waitsSince}${order}`, '#at': `${triedAt}${order}` },
    });
  }

  /** The last word about offers counts, whoever passes it on. */
  private async agree(shop: string, customer: string, consent: Consent): Promise<void> {
    await this.table.update(profileKey(shop, customer), {
      set: ['consent = :consent'],
      condition: 'attribute_not_exists(consent) OR consent.#at <= :at',
      names: { '#at': 'at' },
      values: { ':consent': consent, ':at': consent.at },
    });
  }

  async reach(
    shop: string,
    customer: string,
    contact: Contact,
    asOf: number,
    change: ContactChange | undefined,
  ): Promise<boolean> {
    return this.write(shop, customer, { ...contact, asOf, change }, 'asOf <= :asOf');
  }

  /** Each order has a field of its own, and one whose pause is over keeps it: its version holds off what comes late. */
  async pause(
    shop: string,
    customer: string,
    order: string,
    version: number,
    pause: OffersPause | undefined,
    keptUntil?: number,
  ): Promise<void> {
    const leaving = leavesWith({ keptUntil });
    await this.table.update(profileKey(shop, customer), {
      set: ['#pause = :pause', ...leaving.set],
      condition: 'attribute_not_exists(#pause) OR #pause.#version < :version',
      names: { '#pause': `${pauseOf}${order}`, '#version': 'version' },
      values: {
        ':pause': { ...pause, version },
        ':version': version,
        ...leaving.values,
      },
    });
  }

  private async write(
    shop: string,
    customer: string,
    fields: Partial<Profile> & Pick<Profile, 'asOf'> & { readonly expires?: number | undefined },
    condition: string,
  ): Promise<boolean> {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    return this.table.update(profileKey(shop, customer), {
      set: given.map((_, index) => `#field${index} = :field${index}`),
      condition,
      names: Object.fromEntries(given.map(([field], index) => [`#field${index}`, field])),
      values: {
        ':asOf': fields.asOf,
        ...Object.fromEntries(given.map(([, value], index) => [`:field${index}`, value])),
      },
    });
  }
}
