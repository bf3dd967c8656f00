import type * as z from 'zod/mini';
import { cancellationBody, cancellationDraft } from './cancellation.ts';
import { changeBody, changeDraft } from './change.ts';
import { choiceBody, choiceDraft } from './choice.ts';
import { correctionBody, correctionDraft } from './correction.ts';
import { delayBody, delayDraft } from './delay.ts';
import { deliveryBody, deliveryDraft } from './delivery.ts';
import type { Draft, Telling } from './draft.ts';
import { incidentBody, incidentDraft } from './incident.ts';
import { outcomeBody, outcomeDraft } from './outcome.ts';
import { parsed } from './parsed.ts';
import { paymentBody, paymentDraft } from './payment.ts';
import { refundBody, refundDraft } from './refund.ts';
import { shipmentCorrectionBody, shipmentCorrectionDraft } from './shipment-correction.ts';
import { shipmentBody, shipmentDraft } from './shipment.ts';
import { stockOutBody, stockOutDraft } from './stock-out.ts';
import { wordBody, wordDraft } from './word.ts';

/** Reads a body, and says which fact it tells. Throws a WrongBody that names every wrong field. */
export type ReadBody = (json: unknown) => (telling: Telling) => Draft;

/**
 * How a body becomes a fact, by the last word of its call: `POST /orders/{id}/shipments` → `shipments`.
 * `shipment-corrections` is `PUT /orders/{id}/shipments/{parcel}`, with the parcel in the body, `changes` is
 * `PUT /orders/{id}`.
 *
 * The bodies are `z.lazy`: an instance of a function reads one or two of them, and to make all cost it milliseconds at its
 * start.
 */
export const tellings: { readonly [call: string]: ReadBody | undefined } = {
  shipments: reading(shipmentBody, shipmentDraft),
  'shipment-corrections': reading(shipmentCorrectionBody, shipmentCorrectionDraft),
  deliveries: reading(deliveryBody, deliveryDraft),
  delays: reading(delayBody, delayDraft),
  words: reading(wordBody, wordDraft),
  'stock-outs': reading(stockOutBody, stockOutDraft),
  incidents: reading(incidentBody, incidentDraft),
  choices: reading(choiceBody, choiceDraft),
  cancellations: reading(cancellationBody, cancellationDraft),
  refunds: reading(refundBody, refundDraft),
  outcomes: reading(outcomeBody, outcomeDraft),
  corrections: reading(correctionBody, correctionDraft),
  payments: reading(paymentBody, paymentDraft),
  changes: reading(changeBody, changeDraft),
};

function reading<Schema extends z.ZodMiniType>(
  schema: Schema,
  draftOf: (body: z.output<Schema>, telling: Telling) => Draft,
): ReadBody {
  return (json) => {
    const body = parsed(schema, json);
    return (telling) => draftOf(body, telling);
  };
}
