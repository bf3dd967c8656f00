import type { Fact } from '../domain/order/facts.ts';
import type { Claim } from '../domain/order/judge.ts';
import type { Order, Told } from '../domain/order/order.ts';
import type { Appended, Details, Orders } from '../domain/ports.ts';
import { keptUntilOf, usualDays } from '../domain/order/retention.ts';
import { heldUp, takenUpAgain } from '../domain/vocabulary.ts';
import { mostBytes, mostFacts } from '../domain/order/share.ts';
import { detailsKey, orderKey, orderOfKey, partNumber, secondsOf } from './keys.ts';
import { orderFrom } from './order-item.ts';
import { dueIn, type Item, type Table, type Update } from './table.ts';
import { dayMs } from '../domain/calendar/day.ts';

/** Facts that came before their order wait for it this long (api.md). */
const waitForOrderMs = 30 * dayMs;
/**
 * The index of open orders is spread, so that no key in it is hot: an order moves in it some twelve times (test/cli/scale).
 * How widely, a stage says (infra/config.ts); every sweep reads these first parts, so whoever does not know writes there.
 */
export const leastWatchParts = 8;

export interface OrdersTableOptions {
  /** How long the orders are kept that are told here, in days. */
  readonly keepsDays?: number | undefined;
  /** Over how many parts of the index the orders are spread that are told here; a sweep reads so many. */
  readonly watchParts?: number;
  readonly now?: () => number;
}

/** Orders in the table. Every write is conditional: nothing is overwritten, nothing is lost (architecture, section 1). */
export class OrdersTable implements Orders {
  private readonly table: Table;
  private readonly keepsDays: number;
  private readonly watchParts: number;
  private readonly now: () => number;

  constructor(
    table: Table,
    { keepsDays = usualDays, watchParts = leastWatchParts, now = Date.now }: OrdersTableOptions = {},
  ) {
    this.table = table;
    this.keepsDays = keepsDays;
    this.watchParts = watchParts;
    this.now = now;
  }

  private watchOf(shop: string, order: string): string {
    return `WATCH#${partNumber(shop + order, this.watchParts)}`;
  }

  async find(shop: string, order: string): Promise<Order | undefined> {
    const item = await this.table.get(orderKey(shop, order));
    return item === undefined || this.hasLeft(item) ? undefined : orderFrom(item);
  }

  /** DynamoDB takes away what has expired within days: until then it is as good as gone. */
  private hasLeft({ expires }: Item): boolean {
    return typeof expires === 'number' && expires <= Math.floor(this.now() / 1000);
  }

  async append(shop: string, order: string, fact: Fact, details?: Details): Promise<Appended> {
    const key = detailsKey(shop, order, fact.id, fact.hash);
    const keptUntil = keptUntilOf(fact, this.keepsDays);
    if (details !== undefined) {
      const known = await this.table.get(orderKey(shop, order));
      // Nothing personal is ever laid beside an order whose person is gone.
      if (isErased(known)) return { result: 'erased' };
      // What comes before its order is given its own time by the projection, which knows what came first.
      const isThere = known?.['placed'] === true && !this.hasLeft(known);
      const expires = (isThere ? (known['expires'] as number | undefined) : undefined) ?? secondsOf(keptUntil);
      const isNew = 'attribute_not_exists(pk) OR expires < :expires';
      await this.table.put({ ...key, fact: fact.id, details, expires }, isNew, { ':expires': expires });
    }
    const stored = details === undefined ? fact : { ...fact, details: fact.hash };
    for (let attempt = 0; attempt < 4; attempt += 1) {
      // Most facts come to an order that is there; those that do not must leave again if it never comes.
      const awaitsOrder = fact.name !== 'order' && attempt % 2 === 1;
      const leaves = awaitsOrder ? fact.learnedAt + waitForOrderMs : fact.name === 'order' ? keptUntil : undefined;
      const now = secondsOf(this.now());
      if (
        await this.table.update(
          orderKey(shop, order),
          appending(stored, this.watchOf(shop, order), awaitsOrder, leaves, now),
        )
      ) {
        return { result: 'recorded' };
      }
      const there = await this.table.get(orderKey(shop, order));
      if (there !== undefined && this.hasLeft(there)) {
        await this.begin(shop, order, there['version'] as number);
        continue;
      }
      if (isErased(there)) {
        // They were erased in between: what was laid there goes too.
        if (details !== undefined) await this.table.put({ ...key, fact: fact.id, expires: now });
        return { result: 'erased' };
      }
      const same = (there?.['facts'] as Fact[] | undefined)?.find((known) => known.id === fact.id);
      if (same !== undefined) {
        return same.hash === fact.hash ? { result: 'duplicate' } : { result: 'conflict', first: same.id };
      }
      if (there !== undefined && isFull(there, fact)) return { result: 'full' };
    }
    throw new Error('the order changed under every attempt to append to it');
  }

  /** In place of an order that has left, and that DynamoDB has not taken away yet: nothing, for what comes now. */
  private async begin(shop: string, order: string, left: number): Promise<void> {
    const expires = secondsOf(this.now() + waitForOrderMs);
    const nothing = { facts: [], told: [], fates: {}, bytes: 0, version: left + 1, expires };
    await this.table.put({ ...orderKey(shop, order), ...nothing }, 'version = :left', { ':left': left });
  }

  async details({ shop, order, facts }: Order): Promise<ReadonlyMap<string, Details>> {
    const found = new Map<string, Details>();
    const hashes = new Map(facts.map((fact) => [fact.id, fact.details]));
    const query = { condition: 'pk = :pk AND begins_with(sk, :details)', consistent: true };
    const values = { ':pk': orderKey(shop, order).pk, ':details': 'DETAILS#' };
    for await (const item of this.table.each({ ...query, values })) {
      const fact = item['fact'] as string;
      if ((item['sk'] as string).endsWith(`#${hashes.get(fact)}`)) found.set(fact, item['details'] as Details);
    }
    return found;
  }

  async claim(order: Order, { told, fates }: Claim, progress = told.unsent !== undefined): Promise<boolean> {
    const set = ['told = list_append(told, :told)', 'bytes = if_not_exists(bytes, :none) + :bytes'];
    const remove = progress ? ['stalled'] : [];
    return this.write(order, fates, { set, remove, values: { ':told': [told], ':none': 0, ':bytes': bytesOf(told) } });
  }

  async note(order: Order, notes: { readonly [fact: string]: string }): Promise<boolean> {
    return this.write(order, notes, { remove: ['stalled'] });
  }

  /** One write on the version that was judged. */
  private write(order: Order, fates: { readonly [fact: string]: string }, more: Update): Promise<boolean> {
    const entries = Object.entries(fates);
    return this.table.update(orderKey(order.shop, order.order), {
      set: [
        ...(more.set ?? []),
        ...entries.map((_, index) => `fates.#fate${index} = :fate${index}`),
        'version = version + :one',
      ],
      remove: more.remove ?? [],
      condition: 'version = :judged',
      names:
        entries.length === 0 ? undefined : Object.fromEntries(entries.map(([fact], index) => [`#fate${index}`, fact])),
      values: {
        ...more.values,
        ':one': 1,
        ':judged': order.version,
        ...Object.fromEntries(entries.map(([, fate], index) => [`:fate${index}`, fate])),
      },
    });
  }

  async withdraw(shop: string, order: string, key: string): Promise<void> {
    await this.atTold(shop, order, key, (index, known) => {
      const covered = Object.entries(known.fates).filter(([, fate]) => fate === key);
      return {
        remove: [`told[${index}]`, ...covered.map((_, at) => `fates.#fate${at}`)],
        names: Object.fromEntries(covered.map(([fact], at) => [`#fate${at}`, fact])),
        condition: 'version = :version',
        values: { ':version': known.version },
      };
    });
  }

  async sendAgain(order: Order, key: string, owner: string, now: number): Promise<boolean> {
    const index = order.told.findIndex((told) => told.key === key);
    if (index === -1) return false;
    return this.table.update(orderKey(order.shop, order.order), {
      set: [`told[${index}].#owner = :owner`, `told[${index}].resent = :resent`, `told[${index}].resentAt = :now`],
      add: ['version :one'],
      condition: 'version = :judged',
      names: { '#owner': 'owner' },
      values: {
        ':owner': owner,
        ':resent': (order.told[index]!.resent ?? 0) + 1,
        ':now': now,
        ':one': 1,
        ':judged': order.version,
      },
    });
  }

  async notSentAgain({ shop, order }: Order, { key, resent, resentAt }: Told, owner: string): Promise<void> {
    for (;;) {
      const told = (await this.find(shop, order))?.told ?? [];
      const index = told.findIndex((one) => one.key === key && one.owner === owner);
      if (index === -1) return;
      const isFirst = resent === undefined;
      const done = await this.table.update(orderKey(shop, order), {
        set: isFirst ? [] : [`told[${index}].resent = :resent`, `told[${index}].resentAt = :at`],
        remove: isFirst ? [`told[${index}].resent`, `told[${index}].resentAt`] : [],
        add: ['version :one'],
        condition: `told[${index}].#key = :key AND told[${index}].#owner = :owner`,
        names: { '#key': 'key', '#owner': 'owner' },
        values: { ':key': key, ':owner': owner, ':one': 1, ...(isFirst ? {} : { ':resent': resent, ':at': resentAt }) },
      });
      if (done) return;
    }
  }

  async settle(shop: string, order: string, key: string, sesId: string, place?: number): Promise<void> {
    const settled = (index: number): Update => ({
      set: [`told[${index}].sesId = :id`],
      remove: ['stalled'],
      values: { ':id': sesId },
    });
    // It nearly always stands where it was: then nothing need be read.
    if (place !== undefined && (await this.changeTold(shop, order, key, place, settled(place)))) return;
    await this.atTold(shop, order, key, settled);
  }

  async settleTask(shop: string, order: string, key: string, mailId: string): Promise<void> {
    await this.atTold(shop, order, key, (index) => ({
      set: [`told[${index}].task.mailId = :id`],
      values: { ':id': mailId },
    }));
  }

  /** Changes one told entry where it stands now; entries before it may have been withdrawn meanwhile. */
  private async atTold(
    shop: string,
    order: string,
    key: string,
    change: (index: number, known: Order) => Update,
  ): Promise<void> {
    for (;;) {
      const known = await this.find(shop, order);
      const index = known?.told.findIndex((told) => told.key === key) ?? -1;
      if (known === undefined || index === -1) return;
      if (await this.changeTold(shop, order, key, index, change(index, known))) return;
    }
  }

  /** False where another entry stands there, or what else the change asks for does not hold. */
  private changeTold(shop: string, order: string, key: string, index: number, update: Update): Promise<boolean> {
    return this.table.update(orderKey(shop, order), {
      ...update,
      add: ['version :one'],
      condition: [`told[${index}].#key = :key`, ...(update.condition === undefined ? [] : [update.condition])].join(
        ' AND ',
      ),
      names: { ...update.names, '#key': 'key' },
      values: { ...update.values, ':key': key, ':one': 1 },
    });
  }

  async retake(shop: string, order: string, run: number, counts = true): Promise<boolean> {
    const how: (typeof takenUpAgain)[number] = counts ? 'retake' : heldUp;
    return this.table.update(orderKey(shop, order), {
      set: ['closed = :closed', '#run = :run'],
      remove: ['awaiting'],
      add: ['version :one', ...(counts ? ['stalled :one'] : [])],
      condition:
        'attribute_exists(facts) AND (attribute_not_exists(#run) OR #run <= :run) AND (attribute_not_exists(closed) OR closed.#run < :run)',
      names: { '#run': 'run' },
      values: { ':closed': { run, how }, ':run': run, ':one': 1 },
    });
  }

  async keepLonger({ shop, order }: Order, until: number): Promise<void> {
    await this.table.update(orderKey(shop, order), {
      set: ['expires = :until'],
      add: ['version :one'],
      condition:
        'attribute_exists(facts) AND attribute_not_exists(erased) AND (attribute_not_exists(expires) OR expires < :until)',
      values: { ':until': secondsOf(until), ':one': 1 },
    });
  }

  async unwatch(order: Order): Promise<void> {
    await this.table.update(orderKey(order.shop, order.order), {
      remove: ['watch', 'checkAt'],
      add: ['version :one'],
      condition: 'version = :judged AND attribute_exists(watch)',
      values: { ':judged': order.version, ':one': 1 },
    });
  }

  /**
   * Nothing is kept of the order but that it was there, who runs it and how it ended; on the very version whose details
   * and promos are known; false: look again. Of an order that is not there: that it is not to come.
   */
  async erase(shop: string, order: string, before: Order | undefined, now: number): Promise<boolean> {
    const isThere = before !== undefined;
    return this.table.update(orderKey(shop, order), {
      set: [
        'erased = :now',
        'facts = :none',
        'told = :none',
        'fates = :noFates',
        // If nobody hears of this write, the sweep brings it to its end.
        ...(isThere ? ['watch = if_not_exists(watch, :watch)', 'checkAt = :now'] : ['closed = :closed']),
      ],
      remove: ['known', 'bytes', 'placed', 'expires', 'stalled'],
      add: ['version :one'],
      condition: isThere ? 'version = :judged' : 'attribute_not_exists(facts)',
      values: {
        ':now': now,
        ':none': [],
        ':noFates': {},
        ':one': 1,
        ...(isThere
          ? { ':watch': this.watchOf(shop, order), ':judged': before.version }
          : { ':closed': { run: 0, how: 'erased', at: now } }),
      },
    });
  }

  async *overdue(instant: number): AsyncIterable<{ shop: string; order: string }> {
    const queries = Array.from({ length: this.watchParts }, (_, part) => dueIn(`WATCH#${part}`, instant));
    // Nearly always nothing is overdue: all parts are asked at once, and only those with more than a page again.
    const pages = await Promise.all(queries.map(async (query) => ({ query, ...(await this.table.query(query)) })));
    for (const { query, items, next } of pages) {
      yield* items.flatMap(({ pk }) => orderOfKey(pk as string) ?? []);
      if (next === undefined) continue;
      for await (const { pk } of this.table.each({ ...query, after: next })) {
        const found = orderOfKey(pk as string);
        if (found !== undefined) yield found;
      }
    }
  }
}

function appending(fact: Fact, watch: string, awaitsOrder: boolean, leaves: number | undefined, now: number): Update {
  const isOrder = fact.name === 'order';
  const placed = isOrder ? undefined : awaitsOrder ? 'attribute_not_exists(placed)' : 'attribute_exists(placed)';
  return {
    set: [
      'facts = list_append(if_not_exists(facts, :none), :fact)',
      'told = if_not_exists(told, :none)',
      'fates = if_not_exists(fates, :noFates)',
      'bytes = if_not_exists(bytes, :zero) + :bytes',
      'checkAt = :checkAt',
      ...(isOrder ? ['placed = :yes'] : []),
      // Also on an order that has ended: if nobody hears of this fact, the sweep must.
      ...(awaitsOrder ? [] : ['watch = if_not_exists(watch, :watch)']),
      ...(leaves === undefined ? [] : ['expires = :expires']),
    ],
    add: ['version :one', 'known :id'],
    condition: [
      'attribute_not_exists(erased)',
      '(attribute_not_exists(expires) OR expires > :second)',
      '(attribute_not_exists(known) OR NOT contains(known, :sameId))',
      '(attribute_not_exists(bytes) OR (bytes < :mostBytes AND size(facts) < :mostFacts))',
      ...(placed === undefined ? [] : [placed]),
    ].join(' AND '),
    values: {
      ':none': [],
      ':fact': [fact],
      ':noFates': {},
      ':zero': 0,
      ':bytes': bytesOf(fact),
      ':checkAt': checkedFrom(fact.learnedAt),
      ':one': 1,
      ':id': new Set([fact.id]),
      ':sameId': fact.id,
      ':mostBytes': mostBytes - bytesOf(fact),
      ':mostFacts': mostFacts,
      ...(isOrder ? { ':yes': true } : {}),
      ...(awaitsOrder ? {} : { ':watch': watch }),
      ...(leaves === undefined ? {} : { ':expires': secondsOf(leaves) }),
      ':second': now,
    },
  };
}

/** To ten minutes: what follows within them leaves the index as it is, and so does the end (workflows/states.ts). */
const checkedFrom = (instant: number): number => Math.floor(instant / 600_000) * 600_000;

const isErased = (item: Item | undefined): boolean => item?.['erased'] !== undefined;

function isFull(item: Record<string, unknown>, fact: Fact): boolean {
  return (item['facts'] as unknown[]).length >= mostFacts || (item['bytes'] as number) >= mostBytes - bytesOf(fact);
}

const bytesOf = (entry: Fact | Told): number => Buffer.byteLength(JSON.stringify(entry));
