import type {
  CancellationFact,
  ChangeFact,
  ChoiceFact,
  Fact,
  OrderFact,
  OrderLine,
  OutcomeFact,
  RefundFact,
  Share,
  StockOutFact,
} from './facts.ts';
import { parcelsInCase } from './cases.ts';
import { originalOf, travelling } from './changes.ts';
import type { RecordedOrder } from './order.ts';
import { Quantities, without } from './quantities.ts';

/** What a cancellation, a choice to cancel, or a refund in full took out of the order. */
export interface Cancelled {
  readonly fact: CancellationFact | ChoiceFact | RefundFact;
  /** What had not left. */
  readonly unshipped: readonly Share[];
  /** What had left already, by the parcel that carries it. */
  readonly shipped: readonly { readonly parcel: string; readonly lines: readonly Share[] }[];
  /** All of the order, not some of its lines. */
  readonly whole: boolean;
  /** Nothing of the order had left by then. */
  readonly beforeShipping: boolean;
}

/** Lines that wait for a day of their own: the customer's choice after a stock-out, or a replacement. */
export interface SetApart {
  readonly fact: ChoiceFact | OutcomeFact;
  readonly lines: readonly Share[];
}

/** Where each piece of the order is, as all facts show it. */
export interface GoodsLedger {
  /** What each parcel carries. */
  readonly carried: ReadonlyMap<string, readonly Share[]>;
  /** What no parcel carries and nobody cancelled, of the lines that ship. */
  readonly left: readonly Share[];
  /** Of what is left: what is out of stock, and nobody chose what becomes of it. */
  readonly out: readonly { readonly line: Share; readonly fact: StockOutFact }[];
  readonly apart: readonly SetApart[];
  readonly cancelled: readonly Cancelled[];
  /** Parcels in which only cancelled goods can be: to be called back. */
  readonly recalled: ReadonlySet<string>;
  /** Parcels that left before the shop cancelled all that is in them. */
  readonly withdrawn: ReadonlySet<string>;
  /** The order is cancelled from end to end: nothing is left, and nothing travels that was not withdrawn. */
  readonly isCancelled: boolean;
}

/**
 * Goes through the facts in the order in which we learned them. A parcel takes the lines it names; one that names none
 * takes all that no other parcel names (api.md), now or later. A cancellation takes what has not left by then.
 */
export function ledgerOf(order: RecordedOrder): GoodsLedger {
  const ledger = new Ledger(order);
  for (const fact of order.facts) ledger.learn(fact);
  return ledger.closed();
}

class Ledger {
  private readonly remaining = new Quantities();
  /** Lines that do not ship can be cancelled, and nothing else happens to them. */
  private readonly untravelling = new Quantities();
  private readonly carried = new Map<string, Quantities>();
  private readonly named = new Set<string>();
  private readonly gone = new Quantities();
  private readonly replaced = new Quantities();
  private readonly cancelled: Cancelled[] = [];
  private readonly recalled = new Set<string>();
  private readonly withdrawnLines = new Map<string, Quantities>();
  private out = new Map<string, { quantity: number; fact: StockOutFact }>();
  private apart: { fact: ChoiceFact | OutcomeFact; lines: Quantities }[] = [];
  private cancelledBefore = 0;
  private refunded = 0;
  private kind: OrderFact['kind'];
  private total: OrderFact['total'];
  private readonly order: RecordedOrder;

  constructor(order: RecordedOrder) {
    this.order = order;
    const ordered = originalOf(order);
    this.kind = ordered.kind;
    this.total = ordered.total;
    this.fill(ordered.lines);
  }

  private fill(lines: readonly OrderLine[]): void {
    for (const { id, quantity, ships } of lines) (ships ? this.remaining : this.untravelling).add({ id, quantity });
  }

  /** The order is now these lines, whatever was cancelled or changed before; what has left has left. */
  private change({ lines, kind = this.kind, total, shipBy }: ChangeFact): void {
    this.kind = kind;
    // What was once the price may have been paid: only when all of that is back is nothing wanted any more.
    if (total !== undefined && this.total !== undefined && total.amount > this.total.amount) this.total = total;
    // All of it leaves by that day: nothing is out of stock any more.
    if (shipBy !== undefined) this.out.clear();
    if (lines === undefined) {
      // No longer delivered: what is left of it travels no more.
      if (kind === 'none') this.fill(travelling(this.takenFromRemaining(), kind));
      return;
    }
    // Of what has left meanwhile nobody was asked, and nobody waits for an answer.
    for (const id of this.out.keys()) if (this.remaining.of(id) === 0) this.out.delete(id);
    this.remaining.clear();
    this.untravelling.clear();
    this.fill(travelling(lines, kind));
    // What was replaced was to leave once more: it counts as gone only once.
    const left = without(
      [...this.carried.values()].flatMap((contents) => contents.shares()),
      this.replaced.shares(),
    );
    for (const share of left) this.remaining.take(share);
    // Whatever was cancelled before: there is something to do again.
    if (!this.remaining.isEmpty) this.cancelledBefore = this.cancelled.length;
  }

  private takenFromRemaining(): OrderLine[] {
    const lines = this.remaining.shares().map((share) => ({ ...share, ships: true }));
    this.remaining.clear();
    return lines;
  }

  learn(fact: Fact): void {
    switch (fact.name) {
      case 'shipment':
        return this.ship(fact.parcel, fact.lines);
      case 'delivery':
        // Not shipped as far as we knew: it counts as shipped too.
        if (!this.carried.has(fact.parcel)) this.ship(fact.parcel, undefined);
        return;
      case 'stock-out':
        return this.runOut(fact);
      case 'choice':
        return this.choose(fact);
      case 'cancellation':
        return this.cancel(fact);
      case 'refund':
        return this.refund(fact);
      case 'outcome':
        return this.replace(fact);
      case 'change':
        return this.change(fact);
      default:
        return;
    }
  }

  private ship(parcel: string, lines: readonly Share[] | undefined): void {
    const before = this.carried.get(parcel);
    if (before !== undefined && (lines === undefined || this.named.has(parcel))) return;
    for (const share of before?.shares() ?? []) this.remaining.add(share);
    const taken = new Quantities();
    this.carried.set(parcel, taken);
    if (lines === undefined) {
      for (const share of this.remaining.shares()) taken.add(this.remaining.take(share));
    } else {
      this.named.add(parcel);
      for (const share of lines) this.takeInto(taken, share, parcel);
      this.passOn(before?.shares() ?? [], parcel);
    }
    const onlyCancelled = lines === undefined ? this.nothingTravels() : lines.some(({ id }) => this.gone.of(id) > 0);
    if (taken.isEmpty && !this.gone.isEmpty && onlyCancelled) this.recalled.add(parcel);
  }

  /** What a parcel held for want of a better word is in another that names nothing, where there is one. */
  private passOn(held: readonly Share[], parcel: string): void {
    const other = [...this.carried].find(([name]) => name !== parcel && !this.named.has(name))?.[1];
    if (other !== undefined) for (const share of held) other.add(this.remaining.take(share));
  }

  /** From what is left, then from parcels that named nothing: theirs was "all that no other parcel names". */
  private takeInto(taken: Quantities, { id, quantity }: Share, parcel: string): void {
    taken.add(this.remaining.take({ id, quantity }));
    for (const [other, contents] of this.carried) {
      const missing = quantity - taken.of(id);
      if (missing <= 0) return;
      if (other !== parcel && !this.named.has(other)) taken.add(contents.take({ id, quantity: missing }));
    }
  }

  private runOut(fact: StockOutFact): void {
    for (const { id, quantity } of fact.lines) {
      // Of what has left or was cancelled nobody is asked, whatever becomes of the order later.
      if (this.remaining.of(id) === 0) continue;
      this.out.set(id, { quantity, fact });
      for (const { lines } of this.apart) lines.take({ id, quantity });
    }
  }

  private choose(fact: ChoiceFact): void {
    const outNow = this.outShares();
    const about = fact.lines ?? (outNow.length > 0 ? outNow : this.remaining.shares());
    if (fact.choice === 'cancel-order') return this.takeAway(fact, this.remaining.shares(), [], true);
    if (fact.choice === 'cancel-items') return this.takeAway(fact, about, [], false);
    const lines = new Quantities();
    for (const { id, quantity } of about) {
      const waiting = this.out.get(id);
      if (waiting === undefined) continue;
      lines.add({ id, quantity: Math.min(quantity, waiting.quantity, this.remaining.of(id)) });
      this.out.delete(id);
    }
    if (!lines.isEmpty) this.apart.push({ fact, lines });
  }

  private cancel(fact: CancellationFact): void {
    const everything = [...this.remaining.shares(), ...this.untravelling.shares()];
    const wanted = fact.lines ?? everything;
    const shipped = [...this.carried].flatMap(([parcel, contents]) => {
      const lines = fact.lines === undefined ? contents.shares() : this.beyondWhatIsLeft(fact.lines, contents);
      return lines.length === 0 ? [] : [{ parcel, lines }];
    });
    if (fact.by === 'shop') for (const { parcel, lines } of shipped) this.withdraw(parcel, lines);
    this.takeAway(fact, wanted, shipped, fact.lines === undefined);
  }

  private beyondWhatIsLeft(wanted: readonly Share[], contents: Quantities): Share[] {
    return wanted.flatMap(({ id, quantity }) => {
      const beyond = Math.min(quantity - this.remaining.of(id), contents.of(id));
      return beyond > 0 ? [{ id, quantity: beyond }] : [];
    });
  }

  private withdraw(parcel: string, lines: readonly Share[]): void {
    const all = this.withdrawnLines.get(parcel) ?? new Quantities();
    this.withdrawnLines.set(parcel, all);
    for (const share of lines) all.add(share);
  }

  private takeAway(
    fact: Cancelled['fact'],
    wanted: readonly Share[],
    shipped: Cancelled['shipped'],
    whole: boolean,
  ): void {
    const unshipped = wanted.flatMap((share) => {
      const pool = this.remaining.of(share.id) > 0 ? this.remaining : this.untravelling;
      const taken = pool.take(share);
      this.gone.add(taken);
      return taken.quantity === 0 ? [] : [taken];
    });
    const beforeShipping = this.nothingTravels();
    const isAll = beforeShipping && this.remaining.isEmpty && this.untravelling.isEmpty;
    this.cancelled.push({ fact, unshipped, shipped, whole: whole || isAll, beforeShipping });
  }

  private nothingTravels(): boolean {
    return [...this.carried.values()].every((contents) => contents.isEmpty);
  }

  /** Refunded in full before anything shipped counts as cancelled (charter). */
  private refund(fact: RefundFact): void {
    this.refunded += fact.amount;
    const { total } = this;
    if (total === undefined || this.refunded < total.amount || this.carried.size > 0 || this.remaining.isEmpty) return;
    this.takeAway(fact, [...this.remaining.shares(), ...this.untravelling.shares()], [], true);
  }

  /** A new parcel to ship, with what was in the parcels that the case is about. */
  private replace(fact: OutcomeFact): void {
    if (fact.outcome !== 'replacement') return;
    const concerned = parcelsInCase(this.order, fact.case);
    const names = concerned.length > 0 ? concerned : [...this.carried.keys()];
    const lines = new Quantities();
    for (const name of names) {
      for (const share of this.carried.get(name)?.shares() ?? []) {
        lines.add(share);
        this.replaced.add(share);
        this.remaining.add(share);
      }
    }
    if (!lines.isEmpty) this.apart.push({ fact, lines });
  }

  private outShares(): Share[] {
    return [...this.out].flatMap(([id, { quantity }]) => {
      const still = Math.min(quantity, this.remaining.of(id));
      return still > 0 ? [{ id, quantity: still }] : [];
    });
  }

  closed(): GoodsLedger {
    const withdrawn = [...this.withdrawnLines].filter(([parcel, lines]) =>
      this.carried
        .get(parcel)
        ?.shares()
        .every(({ id, quantity }) => lines.of(id) >= quantity),
    );
    const withdrawnParcels = new Set(withdrawn.map(([parcel]) => parcel));
    const travels = [...this.carried].some(
      ([parcel, contents]) => !withdrawnParcels.has(parcel) && !contents.isEmpty && !this.recalled.has(parcel),
    );
    return {
      carried: new Map([...this.carried].map(([parcel, contents]) => [parcel, contents.shares()])),
      left: this.remaining.shares(),
      out: this.outShares().map((line) => ({ line, fact: this.out.get(line.id)!.fact })),
      apart: this.apart.flatMap(({ fact, lines }) => {
        const still = lines.shares().flatMap(({ id, quantity }) => {
          const left = Math.min(quantity, this.remaining.of(id));
          return left > 0 ? [{ id, quantity: left }] : [];
        });
        return still.length === 0 ? [] : [{ fact, lines: still }];
      }),
      cancelled: this.cancelled,
      recalled: this.recalled,
      withdrawn: withdrawnParcels,
      isCancelled:
        this.cancelled.slice(this.cancelledBefore).some(({ whole }) => whole) && this.remaining.isEmpty && !travels,
    };
  }
}
