import * as fc from 'fast-check';
import { changes, decisions, payments } from './decisions.ts';
import { aParcel, tellings, whens, type Step, type Telling, type When } from './steps.ts';

/**
 * What often happens, in its usual order, with anything else between. Facts drawn without regard to each other seldom
 * meet in the way in which they do in shops: here they do, so that the rules about them are tried in every hundred lives.
 */
const hour = 3600_000;

const shortly: fc.Arbitrary<When> = fc.oneof(
  fc.integer({ min: 0, max: 6 * hour }).map((after) => ({ after })),
  fc.constantFrom(0, 1, 1000).map((after) => ({ mail: true as const, after })),
);
const atNight: fc.Arbitrary<When> = fc.record({
  hour: fc.constantFrom('21:00', '00:00', '08:00', '20:00'),
  days: fc.integer({ min: 0, max: 2 }),
  beside: fc.constantFrom(0, -1, 1, -1000, 1000, 3 * hour),
});

const step = (telling: fc.Arbitrary<Telling>, when: fc.Arbitrary<When> = shortly): fc.Arbitrary<Step> =>
  fc.record({ when, told: telling, happenedBefore: fc.constant(0) });
const always = (telling: Telling, when?: fc.Arbitrary<When>): fc.Arbitrary<Step> => step(fc.constant(telling), when);
const sometimes = (one: fc.Arbitrary<Step>): fc.Arbitrary<Step | undefined> => fc.option(one, { nil: undefined });

/** A story's own steps, in order, with up to so many others somewhere between them. */
function told(
  others: fc.Arbitrary<Telling>,
  ...own: readonly fc.Arbitrary<Step | undefined>[]
): fc.Arbitrary<readonly Step[]> {
  const between = fc.array(fc.record({ place: fc.nat({ max: own.length }), other: step(others, whens) }), {
    maxLength: 2,
  });
  return fc
    .tuple(fc.tuple(...own), between)
    .map(([script, rest]) =>
      [...script, undefined].flatMap((one, place) => [
        ...rest.filter((noise) => noise.place === place).map(({ other }) => other),
        ...(one === undefined ? [] : [one]),
      ]),
    );
}

const leaves = always({ tell: 'shipment', parcel: 1 });
const anything = fc.oneof(tellings, decisions);
const laterDay = fc.record({
  tell: fc.constant('delay' as const),
  of: fc.constant('delivery' as const),
  parcel: fc.constant(1),
  until: fc.integer({ min: 4, max: 25 }),
});
/** SES says nothing, nobody can tell what became of the next mail, and the one after it is refused. */
const silentSes: fc.Arbitrary<Step> = fc.constant({
  when: { after: 0 },
  fault: { fault: 'mail-events', how: 'never', times: 3 },
});
const mailIsLost: fc.Arbitrary<Step> = fc.record({
  when: shortly,
  fault: fc.record({
    fault: fc.constant('mail' as const),
    how: fc.constantFrom('breaks-before' as const, 'breaks-after' as const),
    times: fc.constant(1),
  }),
});
const thenRefused: fc.Arbitrary<Step> = fc.constant({
  when: { after: 0 },
  fault: { fault: 'mail', how: 'refused', times: 1 },
});
/** The end of an order is written, and the workflow hears that it was not: it writes it again a moment later. */
const closingIsRefused: fc.Arbitrary<Step> = fc.constant({
  when: { after: 1000 },
  fault: { fault: 'waits-throttled', times: 2, when: 'after' },
});
const atOnce: fc.Arbitrary<When> = fc.constantFrom(0, 1, 100).map((after) => ({ after }));
const misses = always({ tell: 'word', word: 'not-yet', parcel: 1 });
const leavesLater = fc.record({
  tell: fc.constant('delay' as const),
  of: fc.constant('shipment' as const),
  until: fc.option(fc.integer({ min: 4, max: 25 }), { nil: undefined }),
});
const cancels = fc.record({
  tell: fc.constant('cancellation' as const),
  by: fc.constantFrom('customer' as const, 'shop' as const),
  lines: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 }),
});
const runsOut = fc.record({
  tell: fc.constant('stock-out' as const),
  lines: fc.integer({ min: 0, max: 3 }),
  restockOn: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  hasReplacement: fc.boolean(),
});
const isHeld = fc.record({
  tell: fc.constant('incident' as const),
  parcel: fc.constant(1),
  kind: fc.constant('held-at-pickup' as const),
  keptUntil: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
});
const endsBadly = fc.record({
  tell: fc.constant('incident' as const),
  parcel: fc.constant(1),
  kind: fc.constantFrom('damaged' as const, 'lost' as const, 'returned' as const, 'refused' as const),
});
const isSettled = fc.record({
  tell: fc.constant('outcome' as const),
  of: fc.constant(0),
  outcome: fc.constantFrom('replacement' as const, 'replacement' as const, 'refund' as const, 'in-hand' as const),
  until: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  promo: fc.boolean(),
});
const refunds = fc.record({
  tell: fc.constant('refund' as const),
  refund: fc.constant(1),
  amount: fc.constantFrom(9900, 4900, 1500),
});
const isWantedAgain = fc.record({ tell: fc.constant('resend' as const), message: fc.integer({ min: 0, max: 2 }) });
const prefersThePhone: fc.Arbitrary<Step> = fc.record({ when: shortly, prefers: fc.constant('phone' as const) });
const wasWrong = fc.record({ tell: fc.constant('correction' as const), fact: fc.integer({ min: 0, max: 1 }) });

/** Of parcels and words alone. */
export const likelyPlain: fc.Arbitrary<readonly Step[]> = fc.oneof(
  told(tellings, leaves, step(laterDay), step(laterDay), sometimes(step(laterDay))),
  told(tellings, silentSes, mailIsLost, sometimes(thenRefused), leaves),
  told(
    tellings,
    always({ tell: 'word', word: 'received' }),
    closingIsRefused,
    always({ tell: 'word', word: 'question' }, atOnce),
    step(fc.oneof(leavesLater, fc.constant({ tell: 'completion' as const, task: 0 })), atOnce),
    always({ tell: 'word', word: 'question' }, whens),
  ),
  told(tellings, leaves, misses, always({ tell: 'word', word: 'not-yet', parcel: 1 }, whens)),
  told(
    tellings,
    fc.oneof(leaves, always({ tell: 'word', word: 'received' })),
    step(leavesLater),
    sometimes(step(leavesLater, whens)),
  ),
  told(
    tellings,
    leaves,
    step(fc.record({ tell: fc.constant('delivery'), parcel: aParcel, neighbour: fc.boolean() }), atNight),
  ),
);

/** With decisions, problems and money. */
export const likelyDecided: fc.Arbitrary<readonly Step[]> = fc.oneof(
  told(anything, step(cancels), sometimes(step(refunds, whens))),
  told(anything, leaves, always({ tell: 'cancellation', by: 'shop' }), misses),
  told(anything, sometimes(step(leavesLater)), step(fc.oneof(cancels, changes)), step(isWantedAgain, whens)),
  told(anything, always({ tell: 'mail-failed', message: 0, why: 'bounced' }), step(isWantedAgain, whens)),
  told(anything, prefersThePhone, step(fc.oneof(leavesLater, runsOut))),
  told(anything, step(runsOut)),
  told(anything, step(runsOut), step(runsOut), sometimes(step(decisions, whens))),
  told(anything, leaves, step(isHeld)),
  told(anything, step(payments), sometimes(step(changes)), sometimes(step(payments, whens))),
  told(
    anything,
    step(changes),
    sometimes(always({ tell: 'shipment', parcel: 1 }, whens)),
    sometimes(step(changes, whens)),
  ),
  told(anything, leaves, step(endsBadly), step(isSettled), sometimes(always({ tell: 'shipment', parcel: 2 }, whens))),
  told(anything, leaves, step(wasWrong), sometimes(always({ tell: 'shipment', parcel: 2 }, whens))),
  told(
    anything,
    leaves,
    always({ tell: 'delivery', parcel: 1, neighbour: false }),
    step(wasWrong),
    sometimes(step(tellings, whens)),
  ),
);
