import type { Share } from './facts.ts';

/** How many there are of each line. */
export class Quantities {
  private readonly counts = new Map<string, number>();

  of(id: string): number {
    return this.counts.get(id) ?? 0;
  }

  add({ id, quantity }: Share): void {
    if (quantity > 0) this.counts.set(id, this.of(id) + quantity);
  }

  /** Takes what is wanted as far as it is there: nobody can ship more of a line than was ordered. */
  take({ id, quantity }: Share): Share {
    const taken = Math.max(0, Math.min(quantity, this.of(id)));
    if (taken > 0) this.counts.set(id, this.of(id) - taken);
    return { id, quantity: taken };
  }

  clear(): void {
    this.counts.clear();
  }

  get isEmpty(): boolean {
    for (const count of this.counts.values()) if (count > 0) return false;
    return true;
  }

  shares(): Share[] {
    return [...this.counts].filter(([, quantity]) => quantity > 0).map(([id, quantity]) => ({ id, quantity }));
  }
}

/** What is in `all` and not in `some`, line by line. */
export function without(all: readonly Share[], some: readonly Share[]): Share[] {
  const rest = new Quantities();
  for (const share of all) rest.add(share);
  for (const share of some) rest.take(share);
  return rest.shares();
}
