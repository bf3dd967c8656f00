import type { Fact, OrderFact } from '../../functions/domain/order/facts.ts';
import type { Order, Told } from '../../functions/domain/order/order.ts';
import type { CompleteSettings } from '../../functions/domain/shop/settings.ts';
import type { Entry } from '../../functions/project-timeline/entry.ts';
import type { Channel } from '../../messages/letter.ts';
import type { StateStay } from '../../local/step-functions/states-of.ts';
import type { SentMail } from '../../local/virtual/memory-ports.ts';
import type { Disturbance } from './chaos/faults.ts';
import type { Handing } from './chaos/post-office.ts';
import type { Claimed, Closing, Executed } from './chaos/watched.ts';

/** A fact that we answered with 202, and when. */
export interface Accepted {
  readonly fact: Fact;
  readonly at: number;
}

/** One order's life as it looks from outside: what was told, what was sent, when, and what the console shows. */
export interface LifeRecord {
  readonly settings: CompleteSettings;
  /** Each fact once, as it was accepted. */
  readonly facts: readonly Accepted[];
  /** What the story said besides: facts refused, repeated, nothing to tell. */
  readonly said: readonly { readonly at: number; readonly words: string }[];
  /** The order as the shop told it; absent where the story ends before. */
  readonly placed: OrderFact | undefined;
  /** When the shop gave the customer's new address. */
  readonly reached: readonly number[];
  /** What the customer chose, and when: how to hear of what goes wrong. */
  readonly preferred: readonly { readonly at: number; readonly channel: Channel }[];
  /** When another order of the customer began to pause offers, and when it no longer did. */
  readonly pauses: readonly { readonly at: number; readonly isPaused: boolean }[];
  readonly mails: readonly SentMail[];
  readonly handings: readonly Handing[];
  /** SES's own word that it took a mail, when it came. */
  readonly mailEvents: readonly { readonly at: number; readonly key: string }[];
  readonly order: Order | undefined;
  readonly claims: readonly Claimed[];
  readonly withdrawn: readonly string[];
  readonly closings: readonly Closing[];
  readonly executions: readonly (Executed & { readonly states: readonly StateStay[] })[];
  readonly disturbances: readonly Disturbance[];
  readonly wires: readonly string[];
  readonly failures: readonly string[];
  readonly timeline: ReadonlyMap<string, Entry>;
  /** Open tasks on the list, `dueAt#task`. */
  readonly tasks: ReadonlySet<string>;
  /** The shop began with a definition that lacks one of today's errors. */
  readonly beganWithOldDefinition: boolean;
  /** It never came to rest: the story was broken off. */
  readonly runsAway: boolean;
  readonly from: number;
  readonly until: number;
}

/** Something said to the customer: its entry, and when the first mail of it went out (or was recorded as not to be sent). */
export interface Said {
  readonly told: Told;
  readonly at: number;
  readonly mails: readonly SentMail[];
}
