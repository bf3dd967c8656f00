import * as z from 'zod/mini';
import type { OffersPause } from '../domain/order/offers-paused.ts';
import type { Contact, ContactChange, Customers, Profile } from '../domain/ports.ts';
import { profileKey } from './keys.ts';
import type { Item, Table } from './table.ts';

const profileSchema = z.object({
  name: z.string(),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  locale: z.optional(z.string()),
  zone: z.optional(z.string()),
  asOf: z.int(),
  change: z.optional(z.object({ at: z.int(), fields: z.array(z.string()) })),
});

const pauseOf = 'pause:';
const pauseSchema = z.object({ why: z.optional(z.string()), until: z.optional(z.int()) });

function pausesIn(item: Item): { [order: string]: OffersPause } {
  const found = Object.entries(item).flatMap(([field, value]) => {
    if (!field.startsWith(pauseOf)) return [];
    const { why, until } = z.parse(pauseSchema, value);
    return why === undefined ? [] : [[field.slice(pauseOf.length), { why, until }] as const];
  });
  return Object.fromEntries(found);
}

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
    const pauses = pausesIn(item);
    return { ...z.parse(profileSchema, item), ...(Object.keys(pauses).length > 0 ? { pauses } : {}) };
  }

  /** What an order leaves out stays as an earlier one told it; an older order changes nothing. */
  async keep(shop: string, customer: string, profile: Omit<Profile, 'change' | 'pauses'>): Promise<void> {
    await this.write(shop, customer, profile, 'attribute_not_exists(asOf) OR asOf <= :asOf');
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
  ): Promise<void> {
    await this.table.update(profileKey(shop, customer), {
      set: ['#pause = :pause'],
      condition: 'attribute_not_exists(#pause) OR #pause.#version < :version',
      names: { '#pause': `${pauseOf}${order}`, '#version': 'version' },
      values: { ':pause': { ...pause, version }, ':version': version },
    });
  }

  private async write(
    shop: string,
    customer: string,
    fields: Partial<Profile> & Pick<Profile, 'asOf'>,
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
