import type { Told } from '../../functions/domain/order/order.ts';
import { heldAgainst, needsOrder } from '../../functions/domain/told-to-us/held-against.ts';
import type { KeptKeys } from '../../functions/domain/told-to-us/record.ts';
import { record } from '../../functions/domain/told-to-us/record.ts';
import { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import { Chance } from './chance.ts';
import { isPersonIn, isSeenBeside, isSeenIn } from './judging/canaries.ts';
import { type Count, count, emptyTally, type Tally } from './judging/tally.ts';
import type { Sent } from './judging/record.ts';
import { day, type DraftOf, Life } from './life.ts';
import { beginLife } from './lives/live.ts';
import { react } from './lives/reacting.ts';
import { shops } from './shops.ts';

/** A share of the simulation's orders: what one thread lives through. */
export interface Share {
  /** The state machine. */
  readonly definition: unknown;
  readonly seed: number;
  readonly days: number;
  /** Of the orders of this share. */
  readonly numbers: readonly number[];
}

export interface Progress {
  readonly placed: number;
  readonly ended: number;
  readonly days: number;
}

/** A Monday before the weeks in which the clocks of Paris and New York are changed, one week apart. */
export const startAt = Date.parse('2026-10-19T00:00:00Z');
/** Orders come in the first half of the time, so that nearly all have come to their end when it is over. */
const ordersComeMs = (days: number): number => (days * day) / 2;

/** What the simulation notes of one order while it lives. */
interface Seen {
  readonly life: Life;
  readonly mails: Sent[];
  accepted: number;
  told: number;
  longest: number;
  statesEntered: number;
  failed: number;
  /** Where something personal was found that must not be there. */
  readonly leaks: Set<string>;
}

/** Lives through a share of the orders, in virtual time, and judges each at the end of the days. */
export async function liveThrough(share: Share, progress: (now: Progress) => void): Promise<Tally> {
  return new World(share).live(progress);
}

/** Idempotency-Keys are for callers over HTTP; nobody here uses one. */
const noKeys: KeptKeys = {
  reserve: async (_request, reservation) => reservation,
  giveBack: async () => {},
};

class World {
  private readonly share: Share;
  private readonly shop: VirtualShop;
  private readonly endAt: number;
  private readonly seen = new Map<string, Seen>();
  private readonly refused: Count = {};

  constructor(share: Share) {
    this.share = share;
    this.endAt = startAt + share.days * day;
    this.shop = new VirtualShop(share.definition, startAt, {
      forgets: true,
      mailSent: (mail) => {
        const { tags, at } = mail;
        const seen = this.seen.get(tags['order']!);
        seen?.mails.push({ message: tags['message']!, key: tags['key']!, at });
        if (isSeenBeside(mail)) seen?.leaks.add('beside a mail');
      },
      orderChanged: ({ order, told }) => this.lookAt(this.seen.get(order), told),
      executionEnded: ({ order, status, events, statesEntered, history }) => {
        const seen = this.seen.get(order)!;
        seen.longest = Math.max(seen.longest, events);
        seen.statesEntered += statesEntered;
        if (status !== 'SUCCEEDED') seen.failed += 1;
        if (isSeenIn(history())) seen.leaks.add('in an execution');
      },
    });
    for (const [, { id, settings }] of shops) this.shop.open(id, settings);
  }

  async live(progress: (now: Progress) => void): Promise<Tally> {
    for (const number of this.share.numbers) this.expect(number);
    for (let instant = startAt; instant < this.endAt; instant += day / 4) {
      await this.shop.moveTo(Math.min(instant + day / 4, this.endAt));
      progress(this.progress());
    }
    return this.judge();
  }

  /** The order comes at an instant of its own; its life is drawn only then. */
  private expect(number: number): void {
    const chance = new Chance(this.share.seed, number, 'placed');
    const place = chance.oneOf(shops);
    const placedAt = startAt + chance.between(day / 4, ordersComeMs(this.share.days));
    this.shop.at(placedAt - day / 8, async () => {
      const life = new Life(number, this.share.seed, place, placedAt, {
        tell: (at, draftOf) => this.tell(life, at, draftOf),
      });
      const nothing = { accepted: 0, told: 0, longest: 0, statesEntered: 0, failed: 0 };
      this.seen.set(life.order, { life, mails: [], leaks: new Set(), ...nothing });
      beginLife(life);
    });
  }

  private tell(life: Life, at: number, draftOf: DraftOf): void {
    if (at >= this.endAt) return;
    this.shop.at(at, async () => {
      const { id, settings } = life.shop;
      const now = this.shop.clock.now();
      const { orders } = this.shop;
      const draft = draftOf({ settings, now });
      const held = needsOrder(draft) ? heldAgainst(draft, await orders.find(id, life.order), now) : draft;
      const { result } = await record({ shop: id, order: life.order }, held, orders, noKeys);
      if (result === 'recorded') this.seen.get(life.order)!.accepted += 1;
      else if (result !== 'duplicate') this.refuse(draft.fact.name);
    });
  }

  /** What was told since we last looked: a mail in the customer's hands, a task in those of staff. */
  private lookAt(seen: Seen | undefined, told: readonly Told[]): void {
    if (seen === undefined) return;
    const news = told.slice(seen.told);
    seen.told = told.length;
    for (const one of news) react(seen.life, one, this.shop.clock.now());
  }

  /** As a caller is refused who tells what cannot be: a choice that nobody offers any more, a scan told twice. */
  private refuse(name: string): void {
    this.refused[name] = (this.refused[name] ?? 0) + 1;
  }

  private judge(): Tally {
    const tally = emptyTally();
    Object.assign(tally.refused, this.refused);
    for (const order of this.shop.orders.all()) {
      const seen = this.seen.get(order.order)!;
      const running =
        order.awaiting === undefined ? undefined : this.shop.lengthOfRun(order.shop, order.order, order.run!);
      const executions = {
        longest: Math.max(seen.longest, running?.events ?? 0),
        statesEntered: seen.statesEntered + (running?.statesEntered ?? 0),
        failed: seen.failed,
      };
      // What the stream carries, and what a run that still waits has written down.
      if (isPersonIn(order)) seen.leaks.add('in its item');
      if (running !== undefined && isSeenIn(this.shop.historyOfRun(order.shop, order.order, order.run!))) {
        seen.leaks.add('in an execution');
      }
      const { mails, accepted, leaks } = seen;
      count(tally, { order, mails, accepted, executions, leaks: [...leaks] }, this.endAt);
    }
    tally.troubles.push(...this.shop.failures.map((failure) => `a bell could not be answered: ${String(failure)}`));
    return tally;
  }

  private progress(): Progress {
    let ended = 0;
    for (const { closed } of this.shop.orders.all()) if (closed !== undefined) ended += 1;
    return { placed: this.seen.size, ended, days: (this.shop.clock.now() - startAt) / day };
  }
}
