import * as z from 'zod/mini';
import type { Fact, FactName } from '../domain/order/facts.ts';
import type { Order, Told } from '../domain/order/order.ts';
import { readable } from '../domain/schema-version.ts';
import { waits } from '../domain/vocabulary.ts';
import { orderOfKey } from './keys.ts';

/** An order item that this release cannot read: nothing is decided on half of the truth. */
export class UnreadableOrder extends Error {
  override readonly name = 'UnreadableOrder';
}

/** Every fact that is written; `struck` is not, it is read from the corrections. */
const factNames: Readonly<Record<Exclude<FactName, 'struck'>, true>> = {
  order: true,
  shipment: true,
  delivery: true,
  delay: true,
  word: true,
  'stock-out': true,
  choice: true,
  incident: true,
  cancellation: true,
  refund: true,
  outcome: true,
  'shipment-correction': true,
  correction: true,
  notice: true,
  payment: true,
  change: true,
  completion: true,
  resend: true,
  'mail-failed': true,
};

const text = z.string();
const whole = z.int();
const maybeWhole = z.optional(whole);

// Facts and told entries were parsed when they were written; here it is enough that each is of a kind we know.
const itemSchema = z.object({
  pk: text,
  version: whole,
  facts: z.array(z.looseObject({ id: text, name: z.enum(Object.keys(factNames)), learnedAt: whole })),
  told: z.array(z.looseObject({ key: text, message: text, at: whole })),
  fates: z.record(text, text),
  run: maybeWhole,
  awaiting: z.optional(z.object({ token: text, stage: z.enum(waits), until: whole })),
  closed: z.optional(z.object({ run: whole, how: text, at: maybeWhole })),
  stalled: maybeWhole,
  erased: maybeWhole,
  watch: z.optional(text),
  expires: maybeWhole,
});

/** The order that a table item holds, plain values in. @throws NewerSchema, UnreadableOrder */
export function orderFrom(item: Record<string, unknown>): Order {
  for (const entries of [[item], item['facts'], item['told']]) if (Array.isArray(entries)) entries.forEach(readable);
  const parsed = itemSchema.safeParse(item);
  const key = typeof item['pk'] === 'string' ? orderOfKey(item['pk']) : undefined;
  if (!parsed.success || key === undefined) {
    throw new UnreadableOrder(parsed.success ? 'not the key of an order' : parsed.error.issues[0]?.path.join('.'));
  }
  const { version, fates, run, awaiting, closed, stalled, erased, watch, expires } = parsed.data;
  return {
    ...key,
    version,
    facts: parsed.data.facts as unknown as Fact[],
    told: parsed.data.told as unknown as Told[],
    fates,
    run,
    awaiting,
    closed,
    stalled,
    erased,
    watched: watch !== undefined,
    keptUntil: expires === undefined ? undefined : expires * 1000,
  };
}
