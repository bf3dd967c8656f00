import * as z from 'zod/mini';
import { hasRoom, sentLately, type Dose, type HeldOffer, type OfferLedger } from '../domain/offers/ledger.ts';
import type { Offers } from '../domain/ports.ts';
import { customerOfOffersKey, offersKey, secondsOf } from './keys.ts';
import { dueIn, type Table } from './table.ts';
import { dayMs } from '../domain/calendar/day.ts';

const ledgerSchema = z.lazy(() =>
  z.object({
    version: z.int(),
    sent: z.array(z.object({ key: z.string(), at: z.int() })),
    held: z.array(
      z.object({
        order: z.string(),
        number: z.string(),
        placedAt: z.int(),
        discount: z.union([
          z.object({ percent: z.int() }),
          z.object({ amount: z.object({ amount: z.int(), currency: z.string() }) }),
        ]),
        since: z.int(),
      }),
    ),
    /** Orders whose promo was held back once: a stream record that comes again holds nothing twice. */
    once: z.array(z.string()),
  }),
);
type Stored = z.infer<typeof ledgerSchema>;

const nothing: Stored = { version: 0, sent: [], held: [], once: [] };
const mostRemembered = 100;
const mostTries = 20;
/** Longer than any shop counts offers, and than any is held back; a ledger that nobody writes in leaves then. */
const keptMs = 400 * dayMs;

/** So many wrote at once that none of our tries held. */
export class OffersAreBusy extends Error {
  override readonly name = 'OffersAreBusy';
}

/** What customers were offered and what is held back for them: one item each, changed on the version that was read. */
export class OffersTable implements Offers {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async find(shop: string, customer: string): Promise<OfferLedger> {
    return this.stored(shop, customer);
  }

  async take(shop: string, customer: string, key: string, dose: Dose, now: number): Promise<boolean> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const stored = await this.stored(shop, customer);
      if (stored.sent.some((one) => one.key === key)) return true;
      if (!hasRoom(stored.sent, dose, now)) return false;
      const sent = [...sentLately(stored.sent, dose, now), { key, at: now }];
      if (await this.write(shop, customer, stored, { ...stored, sent }, undefined)) return true;
    }
    throw new OffersAreBusy(`${mostTries} tries`);
  }

  async hold(shop: string, customer: string, held: HeldOffer): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const stored = await this.stored(shop, customer);
      if (stored.once.includes(held.order)) return;
      const once = [...stored.once, held.order].slice(-mostRemembered);
      const after = { ...stored, held: [...stored.held, held], once };
      if (await this.write(shop, customer, stored, after, held.since)) return;
    }
    throw new OffersAreBusy(`${mostTries} tries`);
  }

  async change(
    shop: string,
    customer: string,
    before: OfferLedger,
    { sent, held, checkAt }: Pick<OfferLedger, 'sent' | 'held'> & { readonly checkAt: number },
  ): Promise<boolean> {
    const stored = await this.stored(shop, customer);
    if (stored.version !== before.version) return false;
    return this.write(shop, customer, stored, { ...stored, sent: [...sent], held: [...held] }, checkAt);
  }

  async *due(now: number): AsyncIterable<{ shop: string; customer: string }> {
    for await (const { pk } of this.table.each(dueIn(heldOffers, now))) {
      const found = customerOfOffersKey(pk as string);
      if (found !== undefined) yield found;
    }
  }

  private async stored(shop: string, customer: string): Promise<Stored> {
    const item = await this.table.get(offersKey(shop, customer));
    return item === undefined ? nothing : z.parse(ledgerSchema, item);
  }

  /** While something is held the item lies in the index, by when it is to be looked at; `checkAt` undefined: as before. */
  private async write(
    shop: string,
    customer: string,
    before: Stored,
    { sent, held, once }: Stored,
    checkAt: number | undefined,
  ): Promise<boolean> {
    const isHeld = held.length > 0;
    const lastAt = Math.max(0, ...sent.map(({ at }) => at), ...held.map(({ since }) => since));
    return this.table.update(offersKey(shop, customer), {
      set: [
        'sent = :sent',
        'held = :held',
        'once = :once',
        'version = :next',
        ...(lastAt > 0 ? ['expires = :expires'] : []),
        ...(isHeld && checkAt !== undefined ? ['watch = :watch', 'checkAt = :checkAt'] : []),
      ],
      remove: isHeld ? [] : ['watch', 'checkAt'],
      condition: before.version === 0 ? 'attribute_not_exists(version)' : 'version = :version',
      values: {
        ':sent': sent,
        ':held': held,
        ':once': once,
        ':next': before.version + 1,
        ...(lastAt > 0 ? { ':expires': secondsOf(lastAt + keptMs) } : {}),
        ...(before.version === 0 ? {} : { ':version': before.version }),
        ...(isHeld && checkAt !== undefined ? { ':watch': heldOffers, ':checkAt': checkAt } : {}),
      },
    });
  }
}

/** The partition of the index in which customers lie for whom something is held back. */
const heldOffers = 'OFFERS';
