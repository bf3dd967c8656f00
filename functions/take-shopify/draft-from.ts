import type * as z from 'zod/mini';
import type { Order } from '../domain/order/order.ts';
import type { Profile } from '../domain/ports.ts';
import type { ShopifyNews } from '../domain/shopify/news.ts';
import { delayBody, delayDraft } from '../domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../domain/told-to-us/delivery.ts';
import type { Draft, Telling, Wrong } from '../domain/told-to-us/draft.ts';
import { orderBody, orderDraft, profileOf } from '../domain/told-to-us/order.ts';
import { shipmentBody, shipmentDraft, unknownLines } from '../domain/told-to-us/shipment.ts';
import { wrongIn } from '../domain/told-to-us/parsed.ts';

export interface Drafted {
  readonly draft: Draft;
  /** Who the customer is, where it is an order that tells it. */
  readonly profile?: Profile | undefined;
}

/** More than that would not fit beside the order. */
const mostBytes = 300_000;

/** The fact that our own API would make of it, by the very same schemas. */
export async function draftFrom(
  { tell, body }: Extract<ShopifyNews, { tell: unknown }>,
  telling: Telling,
  order: () => Promise<Order | undefined>,
): Promise<Drafted | { readonly wrong: readonly Wrong[] }> {
  if (Buffer.byteLength(JSON.stringify(body)) > mostBytes) {
    return { wrong: [{ path: [], detail: 'more than an order can hold' }] };
  }
  const drafted = drafts[tell](body, telling);
  if ('wrong' in drafted || drafted.draft.fact.name !== 'shipment' || drafted.draft.fact.lines === undefined)
    return drafted;
  const { draft } = drafted;
  return { draft: { ...draft, wrong: [...draft.wrong, ...unknownLines(drafted.draft.fact, await order())] } };
}

type Reader = (body: object, telling: Telling) => Drafted | { readonly wrong: readonly Wrong[] };

const drafts: { readonly [tell in Extract<ShopifyNews, { tell: unknown }>['tell']]: Reader } = {
  order: reader(orderBody, (body, telling) => {
    const draft = orderDraft(body, telling);
    return { draft, profile: profileOf(body, draft.fact.at) };
  }),
  shipment: reader(shipmentBody, (body, telling) => ({ draft: shipmentDraft(body, telling) })),
  delivery: reader(deliveryBody, (body, telling) => ({ draft: deliveryDraft(body, telling) })),
  delay: reader(delayBody, (body, telling) => ({ draft: delayDraft(body, telling) })),
};

function reader<Schema extends z.ZodMiniType>(
  schema: Schema,
  draft: (body: z.output<Schema>, telling: Telling) => Drafted,
): Reader {
  return (body, telling) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? draft(parsed.data, telling) : { wrong: wrongIn(parsed.error.issues) };
  };
}
