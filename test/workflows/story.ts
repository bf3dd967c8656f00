import { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import type { Fact, OrderFact } from '../../functions/domain/order/facts.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import { tasksOf } from '../../functions/domain/order/tasks.ts';
import type { CompleteSettings } from '../../functions/domain/shop/settings.ts';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import { order, orderDetails, shop as usualShop } from '../shop/facts.ts';

const definition = synthesisedDefinition();

/** One order's life in the shop of the stories, in virtual time. */
export class Story {
  readonly shop: VirtualShop;

  constructor(startAt: number, settings: CompleteSettings = usualShop) {
    this.shop = new VirtualShop(definition, startAt);
    this.shop.open('demo', settings);
  }

  /** A story whose order was placed at that instant. */
  static async ofOrder(placedAt: number, more: Partial<OrderFact> = {}, settings?: CompleteSettings): Promise<Story> {
    return new Story(placedAt, settings).place(placedAt, more);
  }

  async place(placedAt: number, more: Partial<OrderFact> = {}): Promise<this> {
    return this.tell(order(placedAt, more));
  }

  /** Moves to when the fact is learned, and tells it. */
  async tell(...facts: Fact[]): Promise<this> {
    for (const fact of facts) {
      await this.until(fact.learnedAt);
      await this.shop.tell('demo', '1001', fact, fact.name === 'order' ? { ...orderDetails } : undefined);
    }
    return this;
  }

  async until(instant: number): Promise<this> {
    if (instant > this.shop.clock.now()) await this.shop.moveTo(instant);
    return this;
  }

  get order(): Order {
    for (const known of this.shop.orders.all()) return known;
    throw new Error('no order in this story');
  }

  /** The names of the states entered, over all executions. */
  get states(): string[] {
    return this.shop.states('demo', '1001').map(({ name }) => name);
  }

  /** The messages that the customer got, in order. */
  get mails(): string[] {
    return this.shop.mailer.sent.map(({ tags }) => tags['message']!);
  }

  /** When each of them was sent, on the shop's clock. */
  get sentAt(): string[] {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return this.shop.mailer.sent.map(({ at, tags }) => `${clock.format(at)} ${tags['message']}`);
  }

  /** The last mail, as text. */
  get lastText(): string {
    return this.shop.mailer.sent.at(-1)?.text ?? '';
  }

  /** What staff were asked to do, each task once. */
  get tasks(): string[] {
    return tasksOf(this.order).map(({ name }) => name);
  }

  get openTasks(): string[] {
    return tasksOf(this.order).flatMap(({ name, status }) => (status === 'open' ? [name] : []));
  }

  get fates(): readonly string[] {
    return Object.values(this.order.fates);
  }
}
