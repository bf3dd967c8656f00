import { canaries, reachedAt, recipient } from '../life/facts-of.ts';
import { keyTagOf, type Invariant } from './judge.ts';

/** To the right person: the customer as they are reached now, whoever receives a gift, and nobody else. */

/** A mail that was written before the shop gave another address may go out this long after. */
const underWayMs = 60_000;

/** "E-mail changed mid-order": what is sent from then on goes to the new address; who has none is not mailed. */
export const rightAddress: Invariant = ({ mails, claims, order, placed, reached }) => {
  const told = order?.told ?? [];
  const isCopy = (key: string | undefined): boolean => told.some((one) => one.key === key && one.copyOf !== undefined);
  // A copy that is sent again goes where the copy went.
  const copies = new Set(told.flatMap(({ key, again }) => (isCopy(key) || isCopy(again) ? [keyTagOf(key)] : [])));
  const [changedAt = Number.POSITIVE_INFINITY] = reached;
  // By when it was judged: a claim may take its time.
  const unwritten = claims.flatMap(({ told: claimed }) =>
    claimed.unsent === noAddress && claimed.at > changedAt
      ? [`${claimed.key} is not sent, though there is an address by now`]
      : [],
  );
  const misled = mails.flatMap(({ to, at, tags }) => {
    const may = copies.has(tags['key']!)
      ? [recipient.email]
      : [
          ...(placed?.mailable === true && at <= changedAt + underWayMs ? [canaries[1]] : []),
          ...(at >= changedAt ? [reachedAt.email] : []),
        ];
    return may.includes(to) ? [] : [`${tags['message']} went to ${to}`];
  });
  return [...unwritten, ...misled];
};
const noAddress = 'the customer has no e-mail address';

/** Messages about parcels: what whoever receives a gift is told (charter, Who receives what). */
const aboutParcels: readonly string[] = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'announce-pickup',
  'remind-pickup',
  'correct-shipment',
];

/** "Recipient (gift)": each message about a parcel, once, where the shop asked for it; never a price, a promo, a case. */
export const recipientsHear: Invariant = ({ mails, order, placed, disturbances, facts }) => {
  const told = order?.told ?? [];
  const copies = told.filter(({ copyOf }) => copyOf !== undefined);
  const ofThem = mails.filter(({ to }) => to === recipient.email);
  const isGift = placed?.notifiesRecipient === true;
  const isCalm = disturbances.length === 0 && !facts.some(({ fact }) => fact.name === 'correction');
  const originals = told.filter(({ message, copyOf }) => copyOf === undefined && aboutParcels.includes(message));
  return [
    ...(isGift || ofThem.length === 0 ? [] : ['whoever receives it was written to, and nobody asked for that']),
    ...ofThem.flatMap(({ tags, text }) => [
      ...(aboutParcels.includes(tags['message']!) ? [] : [`whoever receives it got ${tags['message']}`]),
      ...(/[€$]|EUR|CODE\d/.test(text) ? [`whoever receives it reads of money in ${tags['message']}`] : []),
    ]),
    ...originals.flatMap(({ key }) => {
      const made = copies.filter(({ copyOf }) => copyOf === key).length;
      if (made > 1) return [`${key} was copied ${made} times`];
      return isGift && isCalm && made === 0 ? [`whoever receives it never heard of ${key}`] : [];
    }),
    ...copies.flatMap(({ key, copyOf, promises, covers, task }) => [
      ...(originals.some((one) => one.key === copyOf) ? [] : [`${key} is a copy of nothing`]),
      ...(promises.length + covers.length > 0 || task !== undefined ? [`${key} counts like a message of its own`] : []),
    ]),
  ];
};

/**
 * "Offers pause": while another order of the customer has a problem, no promo goes with a message, unless staff give it.
 * What begins while the messenger is at work, from its judgement to its claim, it cannot know.
 */
export const offersPause: Invariant = ({ claims, pauses }) =>
  claims.flatMap(({ told, at }) => {
    const isGiven = told.promo !== undefined && 'code' in told.promo && told.message !== 'announce-settlement';
    const last = pauses.findLast((pause) => pause.at < told.at);
    const isDoubtful = pauses.some((pause) => pause.at >= told.at && pause.at <= at);
    return isGiven && last?.isPaused === true && !isDoubtful ? [`${told.key} has a promo while offers pause`] : [];
  });

/** "Who prefers the phone gets a call-back for every warning, with the e-mail as written record" (charter, tone and channel). */
export const calledWhoPrefersIt: Invariant = ({ claims, preferred, disturbances, order }) => {
  if (disturbances.length > 0 || preferred.length === 0) return [];
  const kept = new Set(order?.told.map(({ key }) => key));
  return claims.flatMap(({ told, at }) => {
    const last = preferred.findLast((one) => one.at < at);
    const isDoubtful = preferred.some((one) => one.at === at);
    const isWarned = warnings.includes(told.message) || told.level !== undefined;
    if (last?.channel !== 'phone' || isDoubtful || !isWarned || told.unsent !== undefined || !kept.has(told.key))
      return [];
    const isCalled = claims.some((one) => one.at >= at && one.at <= at + 5000 && one.told.task?.why === 'call-back');
    return isCalled ? [] : [`nobody calls about ${told.key}`];
  });
};
const warnings = ['warn-shipping-delay', 'warn-out-of-stock', 'warn-delivery-delay', 'warn-delivery-incident'];

/** Sent again is what was said, in the words of then, and only while it holds. */
export const sentAgainWhileTrue: Invariant = ({ order, mails, facts: accepted }) => {
  const told = order?.told ?? [];
  const subjectOf = (key: string): string | undefined =>
    mails.find(({ tags }) => tags['key'] === keyTagOf(key))?.subject;
  return told.flatMap((one, index) => {
    if (one.again === undefined) return [];
    const first = told.find(({ key }) => key === one.again);
    if (first === undefined) return [`${one.key} repeats what was never said`];
    const [before, after] = [subjectOf(first.key), subjectOf(one.key)];
    const isOther = before !== undefined && after !== undefined && before !== after;
    const since = told.slice(told.indexOf(first) + 1, index);
    const isMoved = first.promises.some(
      ({ promise, parcel, until, lines }) =>
        lines === undefined &&
        (promise === 'ship' || promise === 'deliver') &&
        since.some((later) =>
          later.promises.some(
            (made) =>
              made.promise === promise && made.parcel === parcel && made.lines === undefined && made.until > until,
          ),
        ),
    );
    const isOff =
      ['confirm-order', 'announce-shipment', 'warn-shipping-delay'].includes(first.message) &&
      accepted.some(
        ({ fact, at }) => fact.name === 'cancellation' && fact.lines === undefined && at < one.at && fact.by === 'shop',
      ) &&
      !accepted.some(({ fact }) => fact.name === 'change' || fact.name === 'correction' || fact.name === 'outcome');
    return [
      ...(one.promises.length + one.covers.length > 0 ? [`${one.key} promises anew`] : []),
      ...(isOther ? [`${one.key} says something else than was said`] : []),
      ...(isMoved ? [`${one.key} repeats a day that has moved`] : []),
      ...(isOff ? [`${one.key} repeats what is cancelled`] : []),
    ];
  });
};

/** "Address bounces or complains: staff task to call": whatever came back for good is a person's matter. */
export const calledAboutWhatCameBack: Invariant = ({ order, facts }) =>
  (order?.told.length ?? 0) === 0
    ? []
    : facts.flatMap(({ fact }) => {
        if (fact.name !== 'mail-failed' || (fact.why !== 'bounced' && fact.why !== 'complained')) return [];
        const message = order?.told.find(({ key }) => key === fact.message);
        const isStruck = facts.some((one) => one.fact.name === 'correction');
        if (message === undefined || message.copyOf !== undefined || isStruck || order?.fates[fact.id] === undefined)
          return [];
        const led = order.told.find(({ key }) => key === order.fates[fact.id]);
        return led?.task === undefined ? [`nobody sees to ${fact.id}`] : [];
      });

/** "One person, one call": what several messages would have called about is one open task of the order. */
export const oneCallAtATime: Invariant = ({ claims }) =>
  claims.flatMap(({ told, before, facts }) => {
    if (told.task?.why !== 'call-customer') return [];
    const done = facts.flatMap((fact) => (fact.name === 'completion' ? [fact.task] : []));
    const open = before.flatMap(({ task }) =>
      task?.why === 'call-customer' && !done.includes(task.task) && task.task !== told.task!.task ? [task.task] : [],
    );
    const isMistaken = facts.some(({ name }) => name === 'correction');
    return open.length === 0 || isMistaken ? [] : [`${told.key} opens a call beside ${open[0]}`];
  });
