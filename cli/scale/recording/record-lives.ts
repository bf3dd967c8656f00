import { heldAgainst, needsOrder } from '../../../functions/domain/told-to-us/held-against.ts';
import { record } from '../../../functions/domain/told-to-us/record.ts';
import type { Draft } from '../../../functions/domain/told-to-us/draft.ts';
import type { OrderFact } from '../../../functions/domain/order/facts.ts';
import { isOfErased, keepCustomerOf, onTheirClock } from '../../../functions/http/customers.ts';
import { Chance } from '../../simulate/chance.ts';
import { day, type DraftOf, Life } from '../../simulate/life.ts';
import { react } from '../../simulate/lives/reacting.ts';
import { beginLife } from '../../simulate/lives/live.ts';
import { startAt } from '../../simulate/live-through.ts';
import { shops } from '../../simulate/shops.ts';
import type { Recording } from './asked.ts';
import { RecordedShop } from './recorded-shop.ts';

export interface ToRecord {
  readonly definition: unknown;
  readonly orders: number;
  readonly seed: number;
}

/** Orders are placed within four weeks, so that every day of the week is there; then all have time to end. */
const placedWithinMs = 28 * day;
const watchedMs = 90 * day;

/** Lives through some of the orders that `npm run simulate` draws, and writes down what each asks of AWS, and when. */
export async function recordLives(
  { definition, orders, seed }: ToRecord,
  progress: (day: number, days: number) => void = () => {},
): Promise<Recording> {
  const recorder = await Recorder.start(definition, seed);
  try {
    return await recorder.live(orders, progress);
  } finally {
    await recorder.shop.close();
  }
}

class Recorder {
  readonly shop: RecordedShop;
  private readonly seed: number;
  private readonly lives: Map<string, { readonly life: Life; told: number }>;

  private constructor(shop: RecordedShop, seed: number, lives: Recorder['lives']) {
    this.shop = shop;
    this.seed = seed;
    this.lives = lives;
  }

  static async start(definition: unknown, seed: number): Promise<Recorder> {
    const lives: Recorder['lives'] = new Map();
    const shop = await RecordedShop.start(definition, startAt, ({ order, told }) => {
      const one = lives.get(order)!;
      const news = told.slice(one.told);
      one.told = told.length;
      for (const each of news) react(one.life, each, shop.clock.now());
    });
    for (const [, { id, settings }] of shops) shop.open(id, settings);
    await shop.settle();
    return new Recorder(shop, seed, lives);
  }

  async live(orders: number, progress: (day: number, days: number) => void): Promise<Recording> {
    for (let number = 1; number <= orders; number += 1) this.expect(number);
    for (let passed = 0; passed < watchedMs; passed += day) {
      await this.shop.moveTo(startAt + passed + day);
      progress(passed / day, watchedMs / day);
    }
    const { notebook, openMs } = this.shop;
    this.shop.endEpisodes();
    return { orders, episodes: notebook.episodes, openSeconds: openMs / orders / 1000 };
  }

  private expect(number: number): void {
    const chance = new Chance(this.seed, number, 'placed');
    const place = chance.oneOf(shops);
    const placedAt = startAt + chance.between(day / 4, placedWithinMs);
    this.shop.at(placedAt - day / 8, async () => {
      const life: Life = new Life(number, this.seed, place, placedAt, {
        tell: (at, draftOf) => void this.shop.at(at, () => this.tell(life, draftOf)),
      });
      this.lives.set(life.order, { life, told: 0 });
      beginLife(life);
    });
  }

  /** As the functions of the API do it, once the body is read. */
  private async tell({ shop: { id }, order }: Life, draftOf: DraftOf): Promise<void> {
    const { notebook, known, clock } = this.shop;
    const now = clock.now();
    await notebook.as(
      'http',
      id,
      order,
      async () => {
        notebook.count('requests');
        const settings = (await known.shops.settings(id))!;
        const draft = draftOf({ settings, now });
        const { fact } = draft;
        if (fact.name === 'order') return this.recordOrder(id, order, draft as Draft<OrderFact>);
        if ('by' in fact && fact.by === 'customer') await this.openPage(id, order);
        const held = needsOrder(draft) ? heldAgainst(draft, await known.orders.find(id, order), now) : draft;
        await record({ shop: id, order }, held, known.orders, known.keys);
      },
      'told',
    );
  }

  private async recordOrder(shop: string, order: string, told: Draft<OrderFact>): Promise<void> {
    const { known } = this.shop;
    const draft = await onTheirClock(shop, told, known);
    const { fact, details } = draft;
    if (await isOfErased(shop, order, fact, known)) return;
    await record({ shop, order }, draft, known.orders, known.keys);
    const { name, email, phone } = (details as { customer: { name: string; email?: string; phone?: string } }).customer;
    await keepCustomerOf(shop, order, fact, { name, email, phone, asOf: fact.at }, known);
  }

  /** What the page behind a link reads: once to show it, once to take what its form says. */
  private async openPage(shop: string, order: string): Promise<void> {
    const { notebook, known, clock } = this.shop;
    notebook.count('requests');
    for (const _ of ['shown', 'answered']) {
      await known.links.find(`link of ${order}`, clock.now());
      const found = await known.orders.find(shop, order);
      if (found === undefined) continue;
      await known.orders.details(found);
      await known.customers.find(shop, this.customerOf(found.facts) ?? order);
    }
    await known.shops.settings(shop);
  }

  private customerOf(facts: readonly { readonly name: string }[]): string | undefined {
    return (facts.find(({ name }) => name === 'order') as OrderFact | undefined)?.customer;
  }
}
