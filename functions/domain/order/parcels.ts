import { parcelsConcernedBy, type Case } from './cases.ts';
import type { DeliveryFact, Share, ShipmentCorrectionFact, ShipmentFact, WordFact } from './facts.ts';
import type { GoodsLedger } from './goods.ts';
import type { Made, RecordedOrder, Told } from './order.ts';

/** A parcel as all facts and everything told show it. */
export interface Parcel {
  readonly parcel: string;
  readonly lines: readonly Share[];
  /** With what was corrected about it since. */
  readonly shipment?: ShipmentFact | undefined;
  readonly delivery?: DeliveryFact | undefined;
  /** The word by which the customer has it. */
  readonly received?: WordFact | undefined;
  /** The message that told the customer that it left. */
  readonly announced?: Told | undefined;
  /** The last check that asked about it. */
  readonly asked?: Told | undefined;
  readonly traced?: Told | undefined;
  /** It waits at a pickup point, or in the shop: the message that said so, with the day it is kept until. */
  readonly pickup?:
    | {
        readonly made: Made;
        readonly told: Told;
        /** Named once more, before its time was over or because the customer asked. */
        readonly reminded: boolean;
        readonly asked: boolean;
      }
    | undefined;
  /** The last thing said about the day of its arrival: a deliver-by, or when we write again. */
  readonly promised?: { readonly made: Made; readonly told: Told } | undefined;
  /** The case that takes care of it from now on. */
  readonly caseId?: string | undefined;
  /** A "not yet" that came after the last check. */
  readonly missed?: WordFact | undefined;
  /** Nobody waits for it any more: the shop cancelled all that is in it, or calls it back. */
  readonly withdrawn: boolean;
}

/** Every parcel of the order, in the order in which we learned of them. */
export function parcelsOf(order: RecordedOrder, ledger: GoodsLedger, cases: readonly Case[]): Parcel[] {
  return [...ledger.carried].map(([parcel, lines]) => ({
    parcel,
    lines,
    shipment: shipmentOf(order, parcel),
    delivery: order.facts.findLast((fact): fact is DeliveryFact => fact.name === 'delivery' && fact.parcel === parcel),
    caseId: cases.find(({ parcels }) => parcels.includes(parcel))?.id,
    withdrawn: ledger.withdrawn.has(parcel) || ledger.recalled.has(parcel),
    ...saidAbout(order, parcel),
  }));
}

/** As it was told, with what was corrected since; an older correction never overwrites a newer one. */
function shipmentOf({ facts }: RecordedOrder, parcel: string): ShipmentFact | undefined {
  const told = facts.findLast((fact): fact is ShipmentFact => fact.name === 'shipment' && fact.parcel === parcel);
  if (told === undefined) return undefined;
  const corrections = facts
    .filter((fact): fact is ShipmentCorrectionFact => fact.name === 'shipment-correction' && fact.parcel === parcel)
    .toSorted((a, b) => a.at - b.at);
  return corrections.reduce(
    (shipment, { carrier, trackingNumber, trackingUrl, deliverBy }) => ({
      ...shipment,
      carrier: carrier ?? shipment.carrier,
      trackingNumber: trackingNumber ?? shipment.trackingNumber,
      // The link of another number leads to another parcel.
      trackingUrl: trackingUrl ?? (trackingNumber === undefined ? shipment.trackingUrl : undefined),
      deliverBy: deliverBy ?? shipment.deliverBy,
    }),
    told,
  );
}

type Said = Omit<Parcel, 'parcel' | 'lines' | 'shipment' | 'delivery' | 'caseId' | 'withdrawn'>;

function saidAbout(order: RecordedOrder, parcel: string): Said {
  const about = order.told.filter((told) => told.covers.includes(parcel));
  const last = (...messages: readonly string[]): Told | undefined =>
    about.findLast((told) => messages.includes(told.message));
  const asked = last('ask-delivery-check');
  const promised = about
    .flatMap((told) => told.promises.map((made) => ({ made, told })))
    .findLast(({ made }) => made.parcel === parcel && (made.promise === 'deliver' || made.of === 'delivery'));
  const words = order.facts.flatMap((fact, index) =>
    fact.name === 'word' && concerns(order, fact, index, parcel) ? [{ fact, index }] : [],
  );
  return {
    received: words.find(({ fact }) => fact.word === 'received')?.fact,
    announced: last('announce-shipment', 'announce-partial-shipment'),
    asked,
    traced: last('trace-parcel'),
    pickup: isHeld(promised, order) ? heldSince(promised!, about) : undefined,
    promised,
    missed: words.findLast(({ fact, index }) => fact.word === 'not-yet' && index >= (asked?.seen ?? 0))?.fact,
  };
}

/** At a pickup point, or ready in the shop: what waits there to be collected arrives by no day. */
function isHeld(promised: Parcel['promised'], { placed }: RecordedOrder): boolean {
  if (promised === undefined) return false;
  const { message } = promised.told;
  return message === 'announce-pickup' || (placed.kind === 'collect' && message.startsWith('announce-'));
}

function heldSince(held: { made: Made; told: Told }, about: readonly Told[]): Parcel['pickup'] {
  const named = about.slice(about.indexOf(held.told) + 1).filter(({ message }) => message === 'remind-pickup');
  const inSilence = named.filter(({ cause }) => cause.startsWith(held.told.key));
  return { ...held, reminded: named.length > 0, asked: named.length > inSilence.length };
}

/** A word about no parcel in particular is about all that had left; before any left, "received" is about what comes. */
function concerns(order: RecordedOrder, word: WordFact, index: number, parcel: string): boolean {
  const concerned = parcelsConcernedBy(order, word, index);
  return concerned.length === 0 ? word.word === 'received' : concerned.includes(parcel);
}
