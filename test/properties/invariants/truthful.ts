import type { Fact, OrderFact } from '../../../functions/domain/order/facts.ts';
import type { Told } from '../../../functions/domain/order/order.ts';
import type { Claimed } from '../chaos/watched.ts';
import { has, hasItAll, isDelivered, piecesLeft, wordsAbout, type Invariant } from './judge.ts';

/**
 * "Nobody is told what is no longer true: a message is judged against all facts in the very write that claims it" (3).
 * For each message what must hold of the facts that stood in that write.
 */
export const nothingUntrue: Invariant = ({ claims, placed }) =>
  placed === undefined
    ? []
    : claims.flatMap((claim) =>
        // A copy says what was true when the customer heard it.
        claim.told.copyOf === undefined ? (truths[claim.told.message] ?? (() => []))(claim, placed) : [],
      );

type Truth = (claim: Claimed, placed: OrderFact) => string[];

const hasLeft = (parcel: string, facts: readonly Fact[]): boolean =>
  facts.some((fact) => (fact.name === 'shipment' || fact.name === 'delivery') && fact.parcel === parcel);

const announces: Truth = ({ told, facts, before }, placed) => {
  const isWhole = piecesLeft(placed, facts) === 0;
  return [
    ...told.covers.flatMap((parcel) => {
      const isHere = !facts.some((fact) => fact.name === 'shipment' && fact.parcel === parcel);
      if (isHere) return [`announced ${parcel}, which nobody said has left`];
      if (isDelivered(parcel, facts)) return [`announced ${parcel} after it was delivered`];
      return has(parcel, facts) ? [`announced ${parcel}, which the customer has`] : [];
    }),
    ...(isWhole === (told.message === 'announce-shipment')
      ? []
      : [`${told.message}, though ${isWhole ? 'everything' : 'not everything'} has left`]),
    ...statesTheLastDay({ told, facts }),
    ...leftOut({ told, facts, before }).map((parcel) => `${told.key} leaves out ${parcel}, which has left too`),
  ];
};

/** "AnnounceShipment, covering every parcel not yet announced": who has left, is not told of, and has not arrived. */
function leftOut({ told, facts, before }: Pick<Claimed, 'told' | 'facts' | 'before'>): string[] {
  const announced = [told, ...before].flatMap(({ message, covers }) => (message.startsWith('announce-') ? covers : []));
  return facts.flatMap((fact) => {
    if (fact.name !== 'shipment' || announced.includes(fact.parcel)) return [];
    const arrived = isDelivered(fact.parcel, facts) || wordsAbout(fact.parcel, 'received', facts).length > 0;
    return arrived ? [] : [fact.parcel];
  });
}

/** The day that the shop stated with the parcel, or a later one that it has named since: never an earlier one. */
function statesTheLastDay({ told, facts }: Pick<Claimed, 'told' | 'facts'>): string[] {
  return told.promises.flatMap(({ promise, parcel, until }) => {
    if (promise !== 'deliver' || parcel === undefined) return [];
    const stated = facts.findLast((fact) => fact.name === 'shipment' && fact.parcel === parcel);
    const day = stated?.name === 'shipment' ? stated.deliverBy?.until : undefined;
    return day !== undefined && until < day ? [`${told.key} gives ${parcel} an earlier day than the shop`] : [];
  });
}

const truths: { readonly [message: string]: Truth } = {
  'announce-shipment': announces,
  'announce-partial-shipment': announces,
  'confirm-order': ({ told, facts }, placed) => {
    const isLate = placed.shipBy.until <= told.at && piecesLeft(placed, facts) > 0 && !hasItAll(facts);
    const isTold = facts.some((fact) => fact.name === 'delay' && fact.of === 'shipment');
    return isLate && !isTold && told.level !== 1 ? ['confirmed, and not a word that it is late'] : [];
  },
  'warn-shipping-delay': ({ told, facts, before }, placed) => {
    if (piecesLeft(placed, facts) === 0) return ['warned that it would leave late, after it had left'];
    if (hasItAll(facts)) return ['warned that it would leave late, though the customer has it'];
    const [ship, deliver] = ['ship', 'deliver'].map((kind) => told.promises.find(({ promise }) => promise === kind));
    const made = before
      .flatMap(({ promises }) => promises)
      .filter(({ promise, of }) => promise === 'ship' || of === 'shipment');
    const last = made.at(-1) ?? { promise: 'ship', until: placed.shipBy.until };
    return [
      ...(ship !== undefined && last.promise === 'ship' && ship.until <= last.until
        ? ['warned that it would leave late, by a day that is not later']
        : []),
      ...(ship !== undefined && deliver !== undefined && deliver.until < ship.until
        ? ['promised to arrive before it leaves']
        : []),
      ...(ship !== undefined && deliver !== undefined && isLeftBehind(ship.until, deliver.until, placed)
        ? ['moved the day it leaves, and not as far the one the shop had named for its arrival']
        : []),
    ];
  },
  'warn-delivery-delay': ({ told, facts, before }) =>
    told.covers.flatMap((parcel) => {
      if (isDelivered(parcel, facts)) return [`warned that ${parcel} is late, after it was delivered`];
      if (has(parcel, facts)) return [`warned that ${parcel} is late, though the customer has it`];
      const earlier = before.flatMap(({ promises }) => promises).findLast((made) => made.parcel === parcel)?.until ?? 0;
      const now = told.promises.find((made) => made.parcel === parcel);
      if (now === undefined) return [`warned that ${parcel} is late, and promised nothing in its place`];
      const isLater = now.promise !== 'deliver' || now.until > earlier;
      if (!isLater) return [`warned that ${parcel} is late, with a day that is not later`];
      return isOvertaken(told.cause, facts) ? [`warned that ${parcel} is late, by a word that was overtaken`] : [];
    }),
  'ask-delivery-check': ({ told, facts, before }, placed) => {
    const unasked = told.covers.flatMap((parcel) => {
      if (has(parcel, facts)) return [`asked about ${parcel}, which the customer has`];
      if (!hasLeft(parcel, facts)) return [`asked about ${parcel}, which nobody said has left`];
      if (told.scanned === true && !isDelivered(parcel, facts)) return [`asked about ${parcel} as delivered`];
      return [];
    });
    return [
      ...unasked,
      ...(told.covers.length === 0 ? ['asked about nothing'] : []),
      ...(told.scanned === true &&
      !placed.history &&
      piecesLeft(placed, facts) > 0 &&
      !hasItAll(facts) &&
      !isHandedOver(before)
        ? ['asked whether all has arrived, with some of it still to leave']
        : []),
      ...(told.scanned === false && told.covers.every((parcel) => isDelivered(parcel, facts))
        ? ['said that nobody has confirmed the delivery, after it was scanned']
        : []),
    ];
  },
  'thank-customer': ({ facts }) =>
    facts.some((fact) => fact.name === 'word' && fact.word === 'received') ? [] : ['thanked for nothing'],
  'trace-parcel': ({ told, facts }) =>
    told.covers.flatMap((parcel) => {
      if (has(parcel, facts)) return [`traced ${parcel}, which the customer has`];
      const isMissed = facts.some((fact) => fact.name === 'word' && fact.word === 'not-yet');
      return isMissed ? [] : [`traced ${parcel}, which nobody misses`];
    }),
  'escalate-silent-delivery': ({ told, facts }) =>
    told.covers.flatMap((parcel) =>
      isDelivered(parcel, facts) || has(parcel, facts) ? [`called about ${parcel}, which has arrived`] : [],
    ),
  'remind-staff': (claim) => ofAnOpenCase(claim),
  'apologise-for-wait': (claim) => ofAnOpenCase(claim),
};

/** "When ship-by moves, deliver-by moves by as many days": hours apart, since each day has its own. */
function isLeftBehind(ship: number, deliver: number, placed: OrderFact): boolean {
  const aDayAndAClockChange = 25 * 3600_000;
  const [movedShip, movedDeliver] = [ship - placed.shipBy.until, deliver - placed.deliverBy.until];
  return placed.deliverByNamed && movedDeliver < movedShip - aDayAndAClockChange;
}

/** A later word about the same parcel was known. */
function isOvertaken(cause: string, facts: readonly Fact[]): boolean {
  const index = facts.findIndex(({ id }) => id === cause);
  const fact = facts[index];
  if (fact?.name !== 'delay') return false;
  return facts
    .slice(index + 1)
    .some((later) => later.name === 'delay' && later.of === 'delivery' && later.parcel === fact.parcel);
}

const isHandedOver = (before: readonly Told[]): boolean => before.some(({ message }) => message === 'hand-to-staff');

/** Nobody is reminded of a case that has ended, or asked to be patient about it. */
function ofAnOpenCase({ told, facts, before }: Claimed): string[] {
  const ofCase = before.filter((one) => one.case?.id === told.case?.id);
  const opened = ofCase.find(({ message }) => message === 'open-case');
  if (opened === undefined) return [`${told.key} is about no case`];
  const tasks = ofCase.flatMap(({ task }) => task?.task ?? []);
  const isOver = facts.slice(opened.seen).some((fact) => fact.name === 'completion' && tasks.includes(fact.task));
  return isOver ? [`${told.key} is about a case that has ended`] : [];
}
