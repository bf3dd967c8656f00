import * as z from 'zod/mini';
import { linkPurposes, type Link, type Links } from '../domain/ports.ts';
import { linkKey } from './keys.ts';
import type { Table } from './table.ts';

const linkSchema = z.object({
  purpose: z.enum(linkPurposes),
  shop: z.string(),
  order: z.string(),
  message: z.string(),
  expiresAt: z.int(),
});

/** An expired link is kept a little longer: its page can still say how to reach the shop. */
const keptAfterExpirySeconds = 90 * 24 * 3600;

/** What stands behind the links in our mails. The table knows their hashes only. */
export class LinksTable implements Links {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async put(token: string, link: Link): Promise<void> {
    const expires = Math.ceil(link.expiresAt / 1000) + keptAfterExpirySeconds;
    await this.table.put({ ...linkKey(token), ...link, expires });
  }

  async find(token: string, now: number): Promise<Link | undefined> {
    const link = await this.look(token);
    return link !== undefined && link.expiresAt > now ? link : undefined;
  }

  /** The shop whose link it is or was, expired or not. */
  async shopBehind(token: string): Promise<string | undefined> {
    return (await this.look(token))?.shop;
  }

  private async look(token: string): Promise<Link | undefined> {
    const item = await this.table.get(linkKey(token));
    return item === undefined ? undefined : z.parse(linkSchema, item);
  }
}
