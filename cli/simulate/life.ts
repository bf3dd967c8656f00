import type { Draft, Telling } from '../../functions/domain/told-to-us/draft.ts';
import { Chance } from './chance.ts';
import type { Shop } from './shops.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type DraftOf = (telling: Telling) => Draft;

/** What became of a parcel in truth, whoever knows it. Instants are milliseconds since the epoch. */
export interface Journey {
  readonly leftAt: number;
  /** Never: it is lost. */
  readonly arrivedAt?: number | undefined;
}

/** What a life does to the world around it. */
export interface Effects {
  /** Has the fact told at that instant; one that lies after the simulation's end is never told. */
  tell(at: number, draftOf: DraftOf): void;
}

/**
 * One order's life: what is true of it, and what the shop, the carrier, the customer and staff tell of that. All of it
 * comes from the seed and the order's number; what it draws for one purpose does not change what it draws for another.
 */
export class Life {
  readonly order: string;
  /** Of each parcel that left. */
  readonly journeys = new Map<string, Journey>();
  /** What the customer knows that the order promises; set once it is placed. */
  promised = { shipBy: 0, deliverBy: 0 };
  /** Anything of it travels, and is paid where that comes first. */
  ships = true;
  /** Nothing leaves earlier. */
  leavesFrom: number;
  lines: readonly { readonly id: string; readonly quantity: number }[] = [];
  /** In minor units. */
  total = 0;
  /** Of the last word, if the customer said any. */
  lastWord: string | undefined;
  readonly number: number;
  readonly shop: Shop;
  readonly placedAt: number;
  private readonly seed: number;
  private readonly effects: Effects;

  constructor(number: number, seed: number, shop: Shop, placedAt: number, effects: Effects) {
    this.number = number;
    this.order = `o${number}`;
    this.seed = seed;
    this.shop = shop;
    this.placedAt = placedAt;
    this.leavesFrom = placedAt;
    this.effects = effects;
  }

  chance(purpose: string): Chance {
    return new Chance(this.seed, this.number, purpose);
  }

  tell(at: number, draftOf: DraftOf): void {
    this.effects.tell(at, draftOf);
  }

  /** Told again, as callers do who did not hear the answer: the very same, some time later. */
  tellTwice(at: number, again: number, draftOf: DraftOf): void {
    this.tell(at, draftOf);
    this.tell(again, draftOf);
  }

  /** Whether the customer has these parcels at that instant; with none named, all that left. */
  has(parcels: readonly string[], at: number): boolean {
    const asked = parcels.length > 0 ? parcels.map((name) => this.journeys.get(name)) : [...this.journeys.values()];
    return asked.length > 0 && asked.every((journey) => (journey?.arrivedAt ?? Number.POSITIVE_INFINITY) <= at);
  }
}
