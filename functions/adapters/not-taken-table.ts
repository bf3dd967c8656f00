import * as z from 'zod/mini';
import type { Page } from '../http/lists.ts';
import { notTakenPartition } from './keys.ts';
import { positionOf } from './timeline-table.ts';
import type { Table } from './table.ts';

/** Why something a shop's other software told us could not be used. Ids only: what it said about persons is not kept. */
export interface NotTaken {
  readonly id: string;
  readonly at: number;
  readonly topic: string;
  readonly why: string;
  readonly order?: string | undefined;
  /** A person must do it one day: it stays on the list until then, not for a month. */
  readonly stays?: boolean | undefined;
}

/** An entry as api.md's lists show it. */
export interface ListedNotTaken {
  readonly id: string;
  readonly at: string;
  readonly topic: string;
  readonly order?: string | undefined;
  readonly why: string;
}

const itemSchema = z.object({
  sk: z.string(),
  at: z.string(),
  topic: z.string(),
  order: z.optional(z.string()),
  why: z.string(),
});

/** The id is what the key says after the instant: Shopify's own of the webhook, where it had one. */
function listed({ sk, at, topic, order, why }: z.infer<typeof itemSchema>): ListedNotTaken {
  return { id: sk.slice(at.length + 1), at, topic, order, why };
}

const keptSeconds = 30 * 24 * 3600;

/** The list "not taken" of a shop (api.md), kept for a month. The same thing told again stays one entry. */
export class NotTakenTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async put(shop: string, { id, at, stays = false, ...rest }: NotTaken): Promise<void> {
    const instant = new Date(at).toISOString();
    await this.table.put({
      pk: notTakenPartition(shop),
      sk: `${instant}#${id}`,
      at: instant,
      ...rest,
      expires: stays ? undefined : Math.floor(at / 1000) + keptSeconds,
    });
  }

  /** Newest first. `after`: the `next` of the page before. */
  async page(shop: string, limit: number, after: string | undefined): Promise<Page<ListedNotTaken>> {
    const pk = notTakenPartition(shop);
    const { items, next } = await this.table.query({
      condition: 'pk = :pk',
      values: { ':pk': pk },
      newestFirst: true,
      limit,
      after: after === undefined ? undefined : { pk, sk: after },
    });
    return { items: items.map((item) => listed(z.parse(itemSchema, item))), next: positionOf(next) };
  }
}
