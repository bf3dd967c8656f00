import { deadlineAfter, millisecondsOf } from '../../calendar/calendar.ts';
import type { DelayFact } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Made, Told } from '../order.ts';
import type { Parcel } from '../parcels.ts';
import type { Reading } from '../reading.ts';
import type { Particular } from './compose.ts';
import { capReached } from '../../offers/ledger.ts';
import { openTask } from './tasks.ts';

/** After a scan, or in its other words when the day passes without one: then it is the warning, and carries no promo. */
export function askDeliveryCheck({ news, dues, reading }: Occasion, circumstances: Circumstances): Particular {
  const { settings, now } = circumstances;
  const overdue = dues.filter(({ due }) => due === 'deliver-by').flatMap(({ parcels }) => parcels);
  const scanned = overdue.length === 0;
  const arrived = reading.underWay.filter(({ delivery, asked }) => delivery !== undefined && asked === undefined);
  const concerned = scanned ? (news?.parcels ?? dues[0]!.parcels) : [...overdue, ...arrived];
  return {
    covers: [...new Set(concerned.map(({ parcel }) => parcel))],
    promises: [{ promise: 'word', ...deadlineAfter(settings, now, settings.waits.customerWord) }],
    scanned,
    promo: scanned ? promoFor(concerned, reading, circumstances) : undefined,
  };
}

/**
 * The thanks for an answer, whatever it is: offered with the question, where the code is made; it is shown by the answer.
 * Undefined where the shop has none, with the reason where it is left out (charter, Dose and hours).
 */
export function promoFor(parcels: readonly Parcel[], reading: Reading, circumstances: Circumstances): Told['promo'] {
  const { promo } = circumstances.settings;
  if (promo === null) return undefined;
  const refused = refusesOffers(reading, circumstances) ? refusal : undefined;
  const leftOut = refused ?? whyNoPromo(parcels, reading);
  if (leftOut !== undefined) return { leftOut };
  const held = whyHeld(circumstances);
  if (held !== undefined) return { leftOut: held, held: promo.discount };
  const { newCode } = circumstances;
  return { discount: promo.discount, code: promo.code ?? codeOffered(reading) ?? newCode() };
}

/** Staff give the promo after a problem: in spite of it, but never to whoever refuses offers, nor twice. */
export function promoGiven(reading: Reading, circumstances: Circumstances): Told['promo'] {
  const { settings, newCode } = circumstances;
  const { promo } = settings;
  if (promo === null) return { leftOut: 'the shop has none' };
  if (refusesOffers(reading, circumstances)) return { leftOut: refusal };
  if (isGivenAlready(reading)) return { leftOut: 'given already' };
  // A person has decided on it in spite of the problem: only the dose can hold it back.
  if (circumstances.offersFull === true) return { leftOut: capReached(settings.offers), held: promo.discount };
  return { discount: promo.discount, code: promo.code ?? codeOffered(reading) ?? newCode() };
}

/** It would be given, and must wait: a pause or the cap passes, and it is offered then. */
function whyHeld({ pausedBecause, offersFull, settings }: Circumstances): string | undefined {
  return pausedBecause ?? (offersFull === true ? capReached(settings.offers) : undefined);
}

const refusal = 'the customer refuses offers';

/** As last said by anybody, else as the order says. */
function refusesOffers({ order }: Reading, { consent }: Circumstances): boolean {
  return consent === undefined ? order.placed.offersRefused : !consent;
}

function codeOffered({ order }: Reading): string | undefined {
  return order.told
    .flatMap(({ message, promo }) =>
      message === 'ask-delivery-check' && promo !== undefined && 'code' in promo ? [promo.code] : [],
    )
    .at(-1);
}

function whyNoPromo(parcels: readonly Parcel[], reading: Reading): string | undefined {
  const { cases, shipping } = reading;
  if (cases.some(({ ended }) => ended === undefined)) return 'a case is open';
  if (cases.length > 0) return 'there was a problem: staff say when';
  if (parcels.some(isLate)) return 'the parcel was late';
  // A day moved with notice is a promise kept; one that passed in silence is not.
  if (shipping.chain.some(({ made }) => made.promise === 'write')) return 'the order was late';
  return isGivenAlready(reading) ? 'given already' : undefined;
}

function isGivenAlready({ order }: Reading): boolean {
  return order.told.some(
    ({ message, promo }) =>
      (message === 'thank-customer' || message === 'announce-settlement') && promo !== undefined && 'code' in promo,
  );
}

function isLate({ promised, delivery, received, asked }: Parcel): boolean {
  if (asked?.scanned === false) return true;
  const arrivedAt = delivery?.at ?? received?.at;
  return promised !== undefined && arrivedAt !== undefined && arrivedAt > promised.made.until;
}

/** A later day, or when we write again where the carrier names none. */
export function warnDeliveryDelay({ news, dues, reading }: Occasion, { settings, now }: Circumstances): Particular {
  const fact = (news?.fact ?? reading.order.facts.find(({ id }) => id === dues[0]?.cause)) as DelayFact;
  const parcels = news?.parcels ?? [];
  const promise = ({ parcel }: Parcel): Made =>
    fact.until !== undefined && fact.until.until > now
      ? { promise: 'deliver', parcel, ...fact.until }
      : { promise: 'write', of: 'delivery', parcel, ...deadlineAfter(settings, now, settings.waits.warnings[0]!) };
  return { covers: parcels.map(({ parcel }) => parcel), promises: parcels.map(promise) };
}

/** No word and no scan, or nobody collects it: somebody calls, and the customer has two more days. */
export function escalateSilentDelivery(occasion: Occasion, circumstances: Circumstances): Particular {
  const until = circumstances.now + millisecondsOf('P2D');
  const isAtPickup = occasion.dues.every(({ due }) => due === 'pickup-by');
  return {
    covers: [...new Set(occasion.dues.flatMap(({ parcels }) => parcels.map(({ parcel }) => parcel)))],
    promises: [{ promise: 'word', until }],
    task: openTask(occasion, circumstances, isAtPickup ? 'call-about-pickup' : 'call-about-delivery', { until }),
  };
}
