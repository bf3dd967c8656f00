import * as z from 'zod/mini';
import { linkPurposes, type Link, type Links, type LinkSecrets } from '../domain/ports.ts';
import { linkKey, sha256 } from './keys.ts';
import type { Table } from './table.ts';

const about = { shop: z.string(), order: z.string(), message: z.string(), expiresAt: z.int() };
const mailSchema = z.lazy(() => z.object({ ...about, ways: z.partialRecord(z.enum(linkPurposes), z.string()) }));
/** As earlier releases wrote them: one item a link, under the hash of its whole token. */
const linkSchema = z.lazy(() => z.object({ ...about, purpose: z.enum(linkPurposes) }));

/** 128 bits in base64url. */
const mailTokenLength = 22;

/** An expired link is kept a little longer: its page can still say how to reach the shop. */
const keptAfterExpirySeconds = 90 * 24 * 3600;

/** What stands behind the links in our mails, an item a mail. The table knows the hashes of their tokens only. */
export class LinksTable implements Links {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async put(mail: string, secrets: LinkSecrets, link: Omit<Link, 'purpose'>): Promise<void> {
    const expires = Math.ceil(link.expiresAt / 1000) + keptAfterExpirySeconds;
    const ways = Object.fromEntries(Object.entries(secrets).map(([purpose, secret]) => [purpose, sha256(secret)]));
    await this.table.put({ ...linkKey(mail), ...link, ways, expires });
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
    const [mail, secret] = [token.slice(0, mailTokenLength), token.slice(mailTokenLength)];
    const item = await this.table.get(linkKey(mail));
    if (item === undefined) return undefined;
    if (item['ways'] === undefined) return secret === '' ? z.parse(linkSchema, item) : undefined;
    const { ways, ...link } = z.parse(mailSchema, item);
    const hash = sha256(secret);
    const purpose = linkPurposes.find((one) => ways[one] === hash);
    return purpose === undefined ? undefined : { ...link, purpose };
  }
}
