import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { LifeRecord, Said } from '../record.ts';
import {
  factsBy,
  hasItAll,
  isDelivered,
  latest,
  piecesLeft,
  promisesMade,
  said,
  wordsAbout,
  type Invariant,
  type MadeBy,
} from './judge.ts';

/**
 * "No promise passes without the customer having been warned, at the latest within a second of that instant; at once if
 * we learned of it later" (2). Moved, kept, warned of, or in the hands of staff; later only while something was broken.
 */
export const warnedInTime: Invariant = (record) => {
  const spoken = said(record);
  return promisesMade(record).flatMap((promise) => {
    if (promise.made.promise === 'word') return [];
    const due = brokenFrom(promise, record);
    if (due === undefined) return [];
    // What was past when we learned of it is told at once: the execution takes a breath of a second for each act.
    const crowd = due > promise.made.until ? atOnceMs : crowdMs(record, due);
    const by = latest(record, latest(record, due) - 1000 + crowd);
    const facts = factsBy(record, by);
    if (record.until < by) return [];
    const later = spoken.filter(
      ({ told, at }) => at >= promise.at && at <= by && (told.key !== promise.key || promise.made.until <= at),
    );
    if (isHandedOver(later) || isMoot(promise, facts, record) || isAnswered(promise, later)) return [];
    const { promise: kind, parcel, of } = promise.made;
    const what = [kind, of, parcel].filter((part) => part !== undefined).join(' ');
    return [`${what} by ${new Date(due).toISOString()} passed in silence (${promise.key ?? 'the order itself'})`];
  });
};

const atOnceMs = 5000;
const breathMs = 1000;

/** Where several things are due, or told, in the same second, or once what was broken has healed, each takes a breath. */
function crowdMs(record: LifeRecord, due: number): number {
  const healed = latest(record, due);
  let crowd = 0;
  for (let last = -1; crowd > last;) {
    last = crowd;
    const isNear = ({ at }: { at: number }): boolean => at > due - 2 * breathMs && at <= healed + last * breathMs;
    crowd = record.claims.filter(isNear).length + record.facts.filter(isNear).length;
  }
  return crowd * breathMs;
}

/** The first instant, from when it is due, at which nothing that we had learned kept the promise. */
function brokenFrom(promise: MadeBy, record: LifeRecord): number | undefined {
  const due = Math.max(promise.made.until, promise.at);
  const instants = [due, ...record.facts.map(({ at }) => at).filter((at) => at > due)];
  return instants.find((instant) => !isMoot(promise, factsBy(record, instant), record));
}

const isHandedOver = (later: readonly Said[]): boolean =>
  later.some(({ told }) => told.message === 'hand-to-staff' || told.task?.why === 'unstick-order');

/** What was promised has come about, or cannot any more. */
function isMoot({ made, claimedAt, covers, caseId }: MadeBy, facts: readonly Fact[], record: LifeRecord): boolean {
  const { placed } = record;
  if (placed === undefined) return true;
  const arrived = (parcel: string): boolean =>
    isDelivered(parcel, facts) || wordsAbout(parcel, 'received', facts).length > 0;
  // A trace asks about a parcel that the carrier may call delivered: only what came after it ends it.
  const since = facts.filter((fact) => record.facts.find((one) => one.fact === fact)!.at >= claimedAt);
  const turnedUp = (parcel: string): boolean =>
    isDelivered(parcel, since) || wordsAbout(parcel, 'received', facts).some((word) => since.includes(word));
  switch (made.promise) {
    case 'ship':
      return piecesLeft(placed, facts) === 0 || hasItAll(facts);
    case 'deliver':
      // The order's own day is its parcels' from when they leave; before, shipping warns of it.
      return made.parcel === undefined || arrived(made.parcel);
    case 'write':
      if (made.of === 'shipment') return piecesLeft(placed, facts) === 0 || hasItAll(facts);
      return made.of === 'delivery' ? arrived(made.parcel!) : covers.every(turnedUp);
    case 'answer':
      return caseHasEnded(caseId, facts, record);
    default:
      return false;
  }
}

function caseHasEnded(id: string | undefined, facts: readonly Fact[], { order }: LifeRecord): boolean {
  const ofCase = (order?.told ?? []).filter((told) => told.case?.id === id);
  const tasks = ofCase.flatMap(({ task }) => task?.task ?? []);
  const { about, parcels = [] } = ofCase[0]?.case ?? {};
  return facts.some((fact) => {
    if (fact.name === 'completion') return tasks.includes(fact.task);
    const isReceipt = fact.name === 'word' && fact.word === 'received' && about === 'missing';
    return isReceipt && (fact.parcel === undefined || parcels.includes(fact.parcel));
  });
}

/** Messages after which the customer knows. */
const about = {
  shipping: ['warn-shipping-delay', 'confirm-order'],
  parcel: [
    'ask-delivery-check',
    'warn-delivery-delay',
    'trace-parcel',
    'open-case',
    'ask-staff',
    'escalate-silent-delivery',
  ],
  trace: ['open-case', 'hand-to-staff'],
  case: ['apologise-for-wait'],
};

function isAnswered({ made, caseId, covers }: MadeBy, later: readonly Said[]): boolean {
  const spokeOf = (messages: readonly string[], concerns: (one: Said) => boolean): boolean =>
    later.some((one) => messages.includes(one.told.message) && concerns(one));
  const isAboutOne = (parcels: readonly string[]) => (one: Said) =>
    parcels.some((parcel) => one.told.covers.includes(parcel) || one.told.case?.parcels.includes(parcel) === true);
  if (made.promise === 'answer') return spokeOf(about.case, ({ told }) => told.case?.id === caseId);
  if (made.of === 'trace') return spokeOf(about.trace, isAboutOne(covers));
  if (made.promise === 'ship' || made.of === 'shipment')
    return spokeOf(about.shipping, ({ told }) => told.level !== undefined);
  const isAboutAll = ({ told }: Said): boolean => told.message === 'open-case' && told.covers.length === 0;
  return spokeOf(about.parcel, (one) => isAboutAll(one) || isAboutOne([made.parcel!])(one));
}
