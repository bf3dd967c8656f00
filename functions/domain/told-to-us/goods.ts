import * as z from 'zod/mini';
import { deliveryKinds, tones, type DeliveryKind } from '../../../messages/letter.ts';
import type { OrderLine } from '../order/facts.ts';
import { id } from '../ids.ts';
import { money } from '../money.ts';
import { mostLines, quantity } from './shares.ts';
import { freeText, oneLine } from './texts.ts';

/** What was ordered and how it reaches the customer: the same in an order and in a change of it. */

const line = z.lazy(() =>
  z.object({
    id,
    title: oneLine,
    quantity,
    price: z.optional(money),
    tone: z.optional(z.enum(tones)),
    ships: z._default(z.boolean(), true),
  }),
);

export const orderedLines = z.lazy(() =>
  z.array(line).check(
    z.minLength(1, 'an order has at least one line'),
    z.maxLength(mostLines),
    z.check(({ value, issues }) => {
      const seen = new Set<string>();
      for (const [index, { id: lineId }] of value.entries()) {
        if (seen.has(lineId)) {
          issues.push({
            code: 'custom',
            input: lineId,
            path: [index, 'id'],
            message: 'another line has this id',
            continue: true,
          });
        }
        seen.add(lineId);
      }
    }),
  ),
);
export type OrderedLines = z.infer<typeof orderedLines>;

export const deliveryKind = z.enum(deliveryKinds);
export const deliveryWords = { method: z.optional(oneLine), address: z.optional(freeText) };

/** The lines as they stand in a fact. `kind` none: whatever the lines say, nothing of it travels. */
export function factLines(
  lines: OrderedLines,
  { currency, kind }: { readonly currency: string | undefined; readonly kind: DeliveryKind | undefined },
): OrderLine[] {
  return lines.map((each) => ({
    id: each.id,
    quantity: each.quantity,
    ships: each.ships && kind !== 'none',
    // Of another currency it says nothing about what is owed.
    price: each.price?.currency === currency ? each.price?.amount : undefined,
    tone: each.tone,
  }));
}

/** The lines as they stand in the details. */
export function detailLines(lines: OrderedLines) {
  return lines.map(({ id: lineId, title, quantity: count, price }) => ({ id: lineId, title, quantity: count, price }));
}
