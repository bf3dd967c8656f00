import { setTimeout as sleep } from 'node:timers/promises';
import { anOrder, type Outside } from '../e2e/outside.ts';

/** A fact as the shop tells it, and the id under which it must be on record once it was answered 202. */
interface Telling {
  readonly path: string;
  readonly body: object;
  readonly fact: string;
  /** It happens only once the customer has had this message. */
  readonly after?: string | undefined;
}

/** What the shop knows of one order of its own. */
interface Sold {
  readonly id: string;
  /** What is still to be told, in this order. */
  readonly toTell: Telling[];
  readonly accepted: string[];
  readonly isInHurry: boolean;
  /** Somebody is telling of it now. */
  busy: boolean;
}

/** It was answered, but not as a shop expects: told again, it would not become right. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * The backend of a shop: it places orders and tells of them what happens, each fact after the one before was accepted. What
 * brought no answer it tells again, as any client does.
 */
export class ShopBackend {
  readonly sold: Sold[] = [];
  /** How often in a row nothing could be told. */
  private idle = 0;
  /** Calls that were cut off, or that the stack could not answer: the shop does not know what became of them. */
  unanswered = 0;
  private readonly shop: Outside;
  private readonly mostOrders: number;

  constructor(shop: Outside, mostOrders: number) {
    this.shop = shop;
    this.mostOrders = mostOrders;
  }

  get accepted(): number {
    return this.sold.reduce((sum, { accepted }) => sum + accepted.length, 0);
  }

  get isDone(): boolean {
    return this.sold.every(({ toTell }) => toTell.length === 0);
  }

  /** Several clerks tell what there is to tell, until nothing can be told now or `stop` says so. */
  async work(clerks: number, stop: AbortSignal): Promise<void> {
    this.idle = 0;
    await Promise.all(Array.from({ length: clerks }, () => this.clerk(stop)));
  }

  private async clerk(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const next = this.next();
      if (next === undefined) return;
      next.busy = true;
      try {
        await this.tellOneOf(next, stop);
      } finally {
        next.busy = false;
      }
    }
  }

  /** The order that was seen to longest ago; a new one where the shop may still sell. Undefined: none moves for now. */
  private next(): Sold | undefined {
    const known = this.sold.filter(({ busy, toTell }) => !busy && toTell.length > 0);
    if (this.sold.length < this.mostOrders && known.length < 4) {
      const [id, isInHurry] = [`k-${this.sold.length}`, this.sold.length % 2 === 0];
      const sold = { id, isInHurry, toTell: lifeOf(id, isInHurry), accepted: [], busy: false };
      this.sold.push(sold);
      return sold;
    }
    return this.idle > 20 * known.length ? undefined : known[0];
  }

  private async tellOneOf(sold: Sold, stop: AbortSignal): Promise<void> {
    // Whoever comes next is another.
    this.sold.push(...this.sold.splice(this.sold.indexOf(sold), 1));
    const { path, body, fact, after } = sold.toTell[0]!;
    try {
      if (after !== undefined && !(await this.shop.messages(sold.id)).includes(after)) {
        this.idle += 1;
        await sleep(10);
        return;
      }
      const answer = await this.shop.ask('POST', path, body);
      if (answer.status >= 500) throw new Error('no answer');
      if (answer.status !== 202) throw new Refused(`${path} answered ${answer.status}: ${answer.text}`);
      sold.accepted.push(fact);
      sold.toTell.shift();
      this.idle = 0;
    } catch (error) {
      if (error instanceof Refused) throw error;
      // The stack was killed under the call, has no time for it, or is not there: it is told again.
      this.unanswered += 1;
      if (!stop.aborted) await sleep(50);
    }
  }
}

/**
 * An order that goes well. In a hurry everything is told at once, so that some messages are overtaken; else each thing
 * happens once the customer knows of the one before.
 */
function lifeOf(id: string, isInHurry: boolean): Telling[] {
  const [confirmed, announced, asked] = isInHurry ? [] : wholeConversation;
  return [
    { path: '/orders', body: anOrder(id), fact: `order:${id}` },
    {
      path: `/orders/${id}/shipments`,
      body: { parcel: 'p1', carrier: 'Colissimo' },
      fact: 'shipment:p1',
      after: confirmed,
    },
    { path: `/orders/${id}/deliveries`, body: { parcel: 'p1' }, fact: 'delivery:p1', after: announced },
    { path: `/orders/${id}/words`, body: { word: 'received', by: 'phone' }, fact: 'word:', after: asked },
  ];
}

/** What a customer is told by the end, in this order. */
export const wholeConversation = ['confirm-order', 'announce-shipment', 'ask-delivery-check', 'thank-customer'];
