import type { Fact } from '../../functions/domain/order/facts.ts';
import type { Claim } from '../../functions/domain/order/judge.ts';
import type { Order, Told } from '../../functions/domain/order/order.ts';
import { keptUntilOf, usualDays } from '../../functions/domain/order/retention.ts';
import { mostBytes, mostFacts } from '../../functions/domain/order/share.ts';
import type { Appended, Details, Orders } from '../../functions/domain/ports.ts';

type Change = (before: Order | undefined, after: Order) => void;

/**
 * Orders in memory, held to the same contract as the table: for simulations that live through thousands of orders.
 * Every change is told to `changed`, as the table's stream would.
 */
export class MemoryOrders implements Orders {
  private readonly orders = new Map<string, Order>();
  private readonly texts = new Map<string, Map<string, Details>>();
  private readonly changed: Change;

  constructor(changed: Change = () => {}) {
    this.changed = changed;
  }

  async find(shop: string, order: string): Promise<Order | undefined> {
    return this.orders.get(`${shop}/${order}`);
  }

  all(): Iterable<Order> {
    return this.orders.values();
  }

  async append(shop: string, order: string, fact: Fact, details?: Details): Promise<Appended> {
    const before = this.orders.get(`${shop}/${order}`);
    const same = before?.facts.find(({ id }) => id === fact.id);
    if (same !== undefined)
      return same.hash === fact.hash ? { result: 'duplicate' } : { result: 'conflict', first: same.id };
    if (before !== undefined && isFull(before)) return { result: 'full' };
    if (details !== undefined) this.detailsOf(shop, order).set(fact.id, details);
    const empty: Order = { shop, order, version: 0, facts: [], told: [], fates: {} };
    const { version, facts, ...rest } = before ?? empty;
    const stored = details === undefined ? fact : { ...fact, details: fact.hash };
    // Also on an order that has ended: if nobody hears of this fact, the sweep must.
    const watched = [...facts, fact].some(({ name }) => name === 'order');
    const keptUntil = fact.name === 'order' ? keptUntilOf(fact, usualDays) : rest.keptUntil;
    this.write({ ...rest, watched, keptUntil, version: version + 1, facts: [...facts, stored] });
    return { result: 'recorded' };
  }

  async details({ shop, order }: Order): Promise<ReadonlyMap<string, Details>> {
    return this.detailsOf(shop, order);
  }

  async claim(order: Order, { told, fates }: Claim, progress = told.unsent !== undefined): Promise<boolean> {
    return this.onVersion(order, (known) => ({
      ...known,
      stalled: progress ? undefined : known.stalled,
      told: [...known.told, told],
      fates: { ...known.fates, ...fates },
    }));
  }

  async note(order: Order, notes: { readonly [fact: string]: string }): Promise<boolean> {
    return this.onVersion(order, (known) => ({ ...known, stalled: undefined, fates: { ...known.fates, ...notes } }));
  }

  async withdraw(shop: string, order: string, key: string): Promise<void> {
    this.change(shop, order, (known) => ({
      ...known,
      told: known.told.filter((told) => told.key !== key),
      fates: Object.fromEntries(Object.entries(known.fates).filter(([, fate]) => fate !== key)),
    }));
  }

  async sendAgain(order: Order, key: string, owner: string, now: number): Promise<boolean> {
    return this.onVersion(order, (known) => ({
      ...known,
      told: known.told.map((told) =>
        told.key === key ? { ...told, owner, resent: (told.resent ?? 0) + 1, resentAt: now } : told,
      ),
    }));
  }

  async notSentAgain({ shop, order }: Order, { key, resent, resentAt }: Told, owner: string): Promise<void> {
    this.changeTold(shop, order, key, (told) => (told.owner === owner ? { ...told, resent, resentAt } : told));
  }

  async settle(shop: string, order: string, key: string, sesId: string): Promise<void> {
    this.changeTold(shop, order, key, (told) => ({ ...told, sesId }));
    this.change(shop, order, (known) => ({ ...known, stalled: undefined }));
  }

  async settleTask(shop: string, order: string, key: string, mailId: string): Promise<void> {
    this.changeTold(shop, order, key, (told) =>
      told.task === undefined ? told : { ...told, task: { ...told.task, mailId } },
    );
  }

  async retake(shop: string, order: string, run: number, counts = true): Promise<boolean> {
    const known = this.orders.get(`${shop}/${order}`);
    if (known === undefined || (known.run ?? 0) > run || (known.closed?.run ?? 0) >= run) return false;
    this.write({
      ...known,
      version: known.version + 1,
      run,
      closed: { run, how: counts ? 'retake' : 'held-up' },
      awaiting: undefined,
      stalled: counts ? (known.stalled ?? 0) + 1 : known.stalled,
    });
    return true;
  }

  async keepLonger({ shop, order }: Order, keptUntil: number): Promise<void> {
    this.change(shop, order, (known) => (keptUntil > (known.keptUntil ?? 0) ? { ...known, keptUntil } : known));
  }

  async unwatch(order: Order): Promise<void> {
    this.onVersion(order, (known) => (known.watched === true ? { ...known, watched: false } : known));
  }

  async *overdue(): AsyncIterable<{ shop: string; order: string }> {
    for (const { shop, order, watched } of this.orders.values()) if (watched === true) yield { shop, order };
  }

  /** Any change that is not a fact, a claim or a note: what the workflow writes of itself. */
  change(shop: string, order: string, change: (known: Order) => Order): boolean {
    const known = this.orders.get(`${shop}/${order}`);
    if (known === undefined) return false;
    const next = change(known);
    if (next !== known) this.write({ ...next, version: known.version + 1 });
    return true;
  }

  private changeTold(shop: string, order: string, key: string, change: (told: Told) => Told): void {
    this.change(shop, order, (known) => ({
      ...known,
      told: known.told.map((told) => (told.key === key ? change(told) : told)),
    }));
  }

  private onVersion(judged: Order, change: (known: Order) => Order): boolean {
    const known = this.orders.get(`${judged.shop}/${judged.order}`);
    if (known === undefined || known.version !== judged.version) return false;
    return this.change(judged.shop, judged.order, change);
  }

  private write(order: Order): void {
    const key = `${order.shop}/${order.order}`;
    const before = this.orders.get(key);
    this.orders.set(key, order);
    this.changed(before, order);
  }

  private detailsOf(shop: string, order: string): Map<string, Details> {
    const key = `${shop}/${order}`;
    const found = this.texts.get(key) ?? new Map<string, Details>();
    this.texts.set(key, found);
    return found;
  }
}

/** Nothing is measured while an order is small: its length alone tells. */
function isFull({ facts, told }: Order): boolean {
  if (facts.length >= mostFacts) return true;
  return facts.length + told.length > 100 && JSON.stringify([facts, told]).length >= mostBytes;
}
