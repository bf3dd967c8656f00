import type { Fact, OrderFact } from '../../../functions/domain/order/facts.ts';
import type { Claimed } from '../chaos/watched.ts';
import { has, hasItAll, isDelivered, piecesLeft, type Invariant } from './judge.ts';

/**
 * "Nobody is told what is no longer true: a message is judged against all facts in the very write that claims it" (3).
 * For each message what must hold of the facts that stood in that write.
 */
export const nothingUntrue: Invariant = ({ claims, placed }) =>
  placed === undefined ? [] : claims.flatMap((claim) => (truths[claim.told.message] ?? (() => []))(claim, placed));

type Truth = (claim: Claimed, placed: OrderFact) => string[];

const hasLeft = (parcel: string, facts: readonly Fact[]): boolean =>
  facts.some((fact) => (fact.name === 'shipment' || fact.name === 'delivery') && fact.parcel === parcel);

const announces: Truth = ({ told, facts }, placed) => {
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
  ];
};

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
  'warn-shipping-delay': ({ facts }, placed) => {
    if (piecesLeft(placed, facts) === 0) return ['warned that it would leave late, after it had left'];
    return hasItAll(facts) ? ['warned that it would leave late, though the customer has it'] : [];
  },
  'warn-delivery-delay': ({ told, facts, before }) =>
    told.covers.flatMap((parcel) => {
      if (isDelivered(parcel, facts)) return [`warned that ${parcel} is late, after it was delivered`];
      if (has(parcel, facts)) return [`warned that ${parcel} is late, though the customer has it`];
      const earlier = before.flatMap(({ promises }) => promises).findLast((made) => made.parcel === parcel)?.until ?? 0;
      const now = told.promises.find((made) => made.parcel === parcel);
      const isLater = now === undefined || now.promise !== 'deliver' || now.until > earlier;
      return isLater ? [] : [`warned that ${parcel} is late, with a day that is not later`];
    }),
  'ask-delivery-check': ({ told, facts }) => {
    const unasked = told.covers.flatMap((parcel) => {
      if (has(parcel, facts)) return [`asked about ${parcel}, which the customer has`];
      if (!hasLeft(parcel, facts)) return [`asked about ${parcel}, which nobody said has left`];
      if (told.scanned === true && !isDelivered(parcel, facts)) return [`asked about ${parcel} as delivered`];
      return [];
    });
    return [
      ...unasked,
      ...(told.covers.length === 0 ? ['asked about nothing'] : []),
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

/** Nobody is reminded of a case that has ended, or asked to be patient about it. */
function ofAnOpenCase({ told, facts, before }: Claimed): string[] {
  const ofCase = before.filter((one) => one.case?.id === told.case?.id);
  const opened = ofCase.find(({ message }) => message === 'open-case');
  if (opened === undefined) return [`${told.key} is about no case`];
  const tasks = ofCase.flatMap(({ task }) => task?.task ?? []);
  const isOver = facts.slice(opened.seen).some((fact) => fact.name === 'completion' && tasks.includes(fact.task));
  return isOver ? [`${told.key} is about a case that has ended`] : [];
}
