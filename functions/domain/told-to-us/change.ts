import * as z from 'zod/mini';
import type { ChangeFact } from '../order/facts.ts';
import { money } from '../money.ts';
import { dayOrInstant, instant } from '../times.ts';
import { deliveredBy, happened, known, saying, shippedBy, type Draft, type Telling } from './draft.ts';
import { deliveryKind, deliveryWords, detailLines, factLines, orderedLines, type OrderedLines } from './goods.ts';
import { identify } from './identity.ts';
import { deliverByBeforeShipBy } from './promised.ts';

const isGiven = (value: unknown): boolean => value !== undefined;

/** `PUT /orders/{id}`: the order as it is now; what is absent stays as it was. */
export const changeBody = z.lazy(() =>
  z
    .object({
      lines: z.optional(orderedLines),
      total: z.optional(money),
      delivery: z.optional(
        z
          .object({ kind: z.optional(deliveryKind), ...deliveryWords })
          .check(z.refine((delivery) => Object.values(delivery).some(isGiven), 'names none of kind, method, address')),
      ),
      shipBy: z.optional(dayOrInstant),
      deliverBy: z.optional(dayOrInstant),
      at: z.optional(instant),
    })
    .check(
      z.refine(
        ({ lines, total, delivery, shipBy, deliverBy }) => [lines, total, delivery, shipBy, deliverBy].some(isGiven),
        'changes nothing: lines, total, delivery, shipBy or deliverBy',
      ),
    ),
);
export type ChangeBody = z.infer<typeof changeBody>;

/** `natural`: what makes it the same change where the teller has an id for it, as our own API has not. */
export function changeDraft(body: ChangeBody, telling: Telling, natural?: string): Draft<ChangeFact> {
  const { settings } = telling;
  const identity = identify('change', body, { natural, key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { lines, total, delivery, shipBy, deliverBy } = body;
  const priced = total === undefined ? pricedIn(lines) : { currency: total.currency, at: ['total', 'currency'] };
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'change',
      lines: lines && factLines(lines, { currency: priced?.currency, kind: delivery?.kind }),
      total,
      kind: delivery?.kind,
      movesDelivery: delivery !== undefined,
      shipBy: shipBy && shippedBy(shipBy, settings),
      deliverBy: deliverBy && deliveredBy(deliverBy, settings),
    },
    natural: identity.natural,
    details: saying({ lines: lines && detailLines(lines), total, delivery }),
    currency: priced?.currency,
    currencyAt: priced?.at,
    wrong: [...wrong, ...deliverByBeforeShipBy(body, settings)],
  };
}

/** Without a total the prices themselves say which money it is: that of the first. */
function pricedIn(lines: OrderedLines = []): { readonly currency: string; readonly at: PropertyKey[] } | undefined {
  const index = lines.findIndex(({ price }) => price !== undefined);
  const currency = lines[index]?.price?.currency;
  return currency === undefined ? undefined : { currency, at: ['lines', index, 'price', 'currency'] };
}
