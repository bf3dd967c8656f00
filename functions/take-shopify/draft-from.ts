import type * as z from 'zod/mini';
import type { ToldCustomer } from '../domain/ports.ts';
import type { ToTell } from '../domain/shopify/news.ts';
import { cancellationBody, cancellationDraft } from '../domain/told-to-us/cancellation.ts';
import { changeBody, changeDraft } from '../domain/told-to-us/change.ts';
import { correctionBody, correctionDraft } from '../domain/told-to-us/correction.ts';
import { delayBody, delayDraft } from '../domain/told-to-us/delay.ts';
import { deliveryBody, deliveryDraft } from '../domain/told-to-us/delivery.ts';
import type { Draft, Telling, Wrong } from '../domain/told-to-us/draft.ts';
import { incidentBody, incidentDraft } from '../domain/told-to-us/incident.ts';
import { noticeBody, noticeDraft } from '../domain/told-to-us/notice.ts';
import { orderBody, orderDraft, profileOf } from '../domain/told-to-us/order.ts';
import { wrongIn } from '../domain/told-to-us/parsed.ts';
import { paymentBody, paymentDraft } from '../domain/told-to-us/payment.ts';
import { refundBody, refundDraft } from '../domain/told-to-us/refund.ts';
import { shipmentCorrectionBody, shipmentCorrectionDraft } from '../domain/told-to-us/shipment-correction.ts';
import { shipmentBody, shipmentDraft } from '../domain/told-to-us/shipment.ts';

export interface Drafted {
  readonly draft: Draft;
  /** Who the customer is, where it is an order that tells it. */
  readonly profile?: ToldCustomer | undefined;
}

/** More than that would not fit beside the order. */
const mostBytes = 300_000;

/** The fact that our own API would make of it, by the very same schemas; or what is wrong with it. */
export function draftFrom(
  { tell, body, natural }: Pick<ToTell, 'tell' | 'body' | 'natural'>,
  telling: Telling,
): Drafted | { readonly wrong: readonly Wrong[] } {
  if (Buffer.byteLength(JSON.stringify(body)) > mostBytes) {
    return { wrong: [{ path: [], detail: 'more than an order can hold' }] };
  }
  return drafts[tell](body, telling, natural);
}

type Reader = (
  body: object,
  telling: Telling,
  natural: string | undefined,
) => Drafted | { readonly wrong: readonly Wrong[] };

const drafts: { readonly [tell in ToTell['tell']]: Reader } = {
  order: reader(orderBody, (body, telling) => {
    const draft = orderDraft(body, telling);
    return { draft, profile: profileOf(body, draft.fact.at) };
  }),
  payment: reader(paymentBody, (body, telling) => ({ draft: paymentDraft(body, telling) })),
  change: reader(changeBody, (body, telling) => ({ draft: changeDraft(body, telling) })),
  // Shopify cancels an order once, however many webhooks say so.
  cancellation: reader(cancellationBody, (body, telling, natural = 'shopify') => ({
    draft: cancellationDraft(body, telling, natural),
  })),
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
  draft: (body: z.output<Schema>, telling: Telling, natural: string | undefined) => Drafted,
): Reader {
  return (body, telling, natural) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? draft(parsed.data, telling, natural) : { wrong: wrongIn(parsed.error.issues) };
  };
}
