import type * as z from 'zod/mini';
import type { Order } from '../domain/order/order.ts';
import type { Profile } from '../domain/ports.ts';
import type { ToTell } from '../domain/shopify/news.ts';
import { whyNoNews } from '../domain/shopify/parcel-news.ts';
import { cancellationBody, cancellationDraft } from '../domain/told-to-us/cancellation.ts';
import { correctionBody, correctionDraft } from '../domain/told-to-us/correction.ts';
import { delayBody, delayDraft } from '../domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../domain/told-to-us/delivery.ts';
import type { Draft, Telling, Wrong } from '../domain/told-to-us/draft.ts';
import { heldAgainst, needsOrder } from '../domain/told-to-us/held-against.ts';
import { incidentBody, incidentDraft } from '../domain/told-to-us/incident.ts';
import { noticeBody, noticeDraft } from '../domain/told-to-us/notice.ts';
import { orderBody, orderDraft, profileOf } from '../domain/told-to-us/order.ts';
import { wrongIn } from '../domain/told-to-us/parsed.ts';
import { refundBody, refundDraft } from '../domain/told-to-us/refund.ts';
import { shipmentCorrectionBody, shipmentCorrectionDraft } from '../domain/told-to-us/shipment-correction.ts';
import { shipmentBody, shipmentDraft } from '../domain/told-to-us/shipment.ts';

export interface Drafted {
  readonly draft: Draft;
  /** Who the customer is, where it is an order that tells it. */
  readonly profile?: Profile | undefined;
}

type NotDrafted = { readonly wrong: readonly Wrong[] } | { readonly ignored: string };

/** More than that would not fit beside the order. */
const mostBytes = 300_000;

/** The fact that our own API would make of it, by the very same schemas; or why there is none. */
export async function draftFrom(
  { tell, body }: Pick<ToTell, 'tell' | 'body'>,
  telling: Telling,
  find: () => Promise<Order | undefined>,
): Promise<Drafted | NotDrafted> {
  if (Buffer.byteLength(JSON.stringify(body)) > mostBytes) {
    return { wrong: [{ path: [], detail: 'more than an order can hold' }] };
  }
  const drafted = drafts[tell](body, telling);
  if ('wrong' in drafted) return drafted;
  const { draft } = drafted;
  if (draft.fact.name === 'shipment-correction') {
    const order = await find();
    const none = order === undefined ? undefined : whyNoNews(draft.fact, order);
    if (none === undefined) return drafted;
    return 'ignored' in none ? none : { wrong: [{ path: ['at'], detail: none.older }] };
  }
  // A fulfilment that is cancelled may be told before the fulfilment itself.
  if (draft.fact.name === 'correction' || !needsOrder(draft)) return drafted;
  return { ...drafted, draft: heldAgainst(draft, await find(), telling.now) };
}

type Reader = (body: object, telling: Telling) => Drafted | { readonly wrong: readonly Wrong[] };

const drafts: { readonly [tell in ToTell['tell']]: Reader } = {
  order: reader(orderBody, (body, telling) => {
    const draft = orderDraft(body, telling);
    return { draft, profile: profileOf(body, draft.fact.at) };
  }),
  // Shopify cancels an order once, however many webhooks say so.
  cancellation: reader(cancellationBody, (body, telling) => ({ draft: cancellationDraft(body, telling, 'shopify') })),
  shipment: reader(shipmentBody, (body, telling) => ({ draft: shipmentDraft(body, telling) })),
  'shipment-correction': reader(shipmentCorrectionBody, (body, telling) => ({
    draft: shipmentCorrectionDraft(body, telling),
  })),
  correction: reader(correctionBody, (body, telling) => ({ draft: correctionDraft(body, telling) })),
  delivery: reader(deliveryBody, (body, telling) => ({ draft: deliveryDraft(body, telling) })),
  delay: reader(delayBody, (body, telling) => ({ draft: delayDraft(body, telling) })),
  incident: reader(incidentBody, (body, telling) => ({ draft: incidentDraft(body, telling) })),
  notice: reader(noticeBody, (body, telling) => ({ draft: noticeDraft(body, telling) })),
  refund: reader(refundBody, (body, telling) => ({ draft: refundDraft(body, telling) })),
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
