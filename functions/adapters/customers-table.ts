import * as z from 'zod/mini';
import type { Customers, Profile } from '../domain/ports.ts';
import { profileKey } from './keys.ts';
import type { Table } from './table.ts';

const profileSchema = z.object({
  name: z.string(),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  locale: z.optional(z.string()),
  zone: z.optional(z.string()),
  asOf: z.int(),
});

/** Who the customers are, as their newest order told it. */
export class CustomersTable implements Customers {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async find(shop: string, customer: string): Promise<Profile | undefined> {
    const item = await this.table.get(profileKey(shop, customer));
    return item === undefined ? undefined : z.parse(profileSchema, item);
  }

  /** What an order leaves out stays as an earlier one told it; an older order changes nothing. */
  async keep(shop: string, customer: string, profile: Profile): Promise<void> {
    const given = Object.entries(profile).filter(([, value]) => value !== undefined);
    await this.table.update(profileKey(shop, customer), {
      set: given.map((_, index) => `#field${index} = :field${index}`),
      condition: 'attribute_not_exists(asOf) OR asOf <= :asOf',
      names: Object.fromEntries(given.map(([field], index) => [`#field${index}`, field])),
      values: {
        ':asOf': profile.asOf,
        ...Object.fromEntries(given.map(([, value], index) => [`:field${index}`, value])),
      },
    });
  }
}
