import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { LifeRecord } from '../record.ts';
import { crowdMs, factsBy, latest, type Invariant } from './judge.ts';

/** Orders as real shops have them: still to be paid, changed, collected. */

const isAbout =
  (...names: readonly Fact['name'][]) =>
  ({ name }: Fact): boolean =>
    names.includes(name);

/** It was paid, or left all the same. */
const goesOn = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => isAbout('shipment', 'delivery')(fact) || (fact.name === 'payment' && fact.status === 'paid'));

/** "Payment awaited: one reminder, then a person, ends unpaid; no promise to ship runs until it is paid". */
export const paymentIsAwaited: Invariant = (record) => {
  const { placed, claims, order, facts } = record;
  if (placed?.payment !== 'awaited' || placed.history || facts.some(({ fact }) => fact.name === 'correction'))
    return [];
  const reminders = (order?.told ?? []).filter(({ message }) => message === 'remind-payment').length;
  const early = claims.flatMap(({ told, facts: known }) => {
    const isEarly = told.message === 'warn-shipping-delay' && !goesOn(known);
    return isEarly ? [`${told.key} though it is not paid`] : [];
  });
  const tooSoon = claims.flatMap(({ told, at, facts: known }) => {
    const paid = known.find((fact) => fact.name === 'payment' && fact.status === 'paid');
    const until = paid?.name === 'payment' ? paid.shipBy?.until : undefined;
    const isAlone = known.every(isAbout('order', 'payment'));
    const isEarly = told.message === 'warn-shipping-delay' && isAlone && until !== undefined && at < until - 1000;
    return isEarly ? [`${told.key} before its day, which counts from the payment`] : [];
  });
  return [
    ...tooSoon,
    ...(reminders > 1 ? [`reminded of the payment ${reminders} times`] : []),
    ...early,
    ...unpaidInSilence(record),
  ];
};

/** Whoever has one of these has the payment in hand too. */
const seenTo = ['settle-payment', 'take-over', 'unstick-order'];

/** Nobody says anything: reminded by half of the time, a person asked at its end, and the order let go. */
function unpaidInSilence(record: LifeRecord): string[] {
  const { order, claims } = record;
  const confirmed = claims.findLast(({ told }) => told.message === 'confirm-order');
  const until = confirmed?.told.promises.find(({ of }) => of === 'payment')?.until;
  if (confirmed === undefined) return [];
  if (until === undefined)
    return goesOn(confirmed.facts) ? [] : [`${confirmed.told.key} does not say by when it is to be paid`];
  const by = latest(record, Math.max(until, confirmed.at) + crowdMs);
  const isSilent = factsBy(record, by).every(isAbout('order', 'change', 'word'));
  if (!isSilent || record.until < by) return [];
  const told = claims.filter(({ at }) => at <= by).map((one) => one.told);
  const [isReminded, isAsked] = [
    told.some(({ message }) => message === 'remind-payment'),
    told.some(({ task }) => task !== undefined && seenTo.includes(task.why)),
  ];
  const isAlone = record.facts.length === 1 && order?.closed?.how !== 'unpaid' && order?.closed?.how !== 'retake';
  return [
    ...(isReminded || isAsked ? [] : ['nobody was reminded of the payment']),
    ...(isAsked ? [] : ['nobody in the shop was asked about the payment']),
    ...(isAlone ? [`ends ${order?.closed?.how}, and was never paid`] : []),
  ];
}

/** "Lines that do not ship: none → confirmed and closed": nobody waits for what does not travel. */
export const nothingIsWaitedFor: Invariant = ({ placed, facts, closings, disturbances, until }) => {
  if (placed === undefined || placed.payment === 'awaited' || disturbances.length > 0 || facts.length > 1) return [];
  if (placed.kind !== 'none' && placed.lines.some(({ ships }) => ships)) return [];
  const by = placed.learnedAt + crowdMs;
  return until < by || closings.some(({ at }) => at <= by) ? [] : ['waits for what does not travel'];
};

/** "Each with its message, once per change": a change is confirmed, by the first confirmation where it came before that. */
export const changesAreConfirmed: Invariant = (record) => {
  const { order, placed, facts, claims } = record;
  const all = facts.map(({ fact }) => fact);
  // What is cancelled is not changed any more, and what was taken back was no change.
  if (placed === undefined || all.some(isAbout('cancellation', 'choice', 'refund', 'correction'))) return [];
  if (order?.closed?.how === 'retake') return [];
  const told = order?.told ?? [];
  const known = claims.find((claim) => claim.told.message === 'confirm-order')?.facts ?? [];
  return all.filter(isAbout('change')).flatMap(({ id }) => {
    const said = told.filter(({ message, cause }) => message === 'confirm-change' && cause === id).length;
    const isPart = order?.fates[id]?.startsWith('confirm-order:') === true;
    const wasKnown = known.some((fact) => fact.id === id);
    return said === (wasKnown ? 0 : 1) && isPart === wasKnown ? [] : [`${id} was confirmed ${said} times`];
  });
};

/** "Never 'shipped' for a thing to be collected"; and it arrives by no day. */
export const collectedIsNotShipped: Invariant = ({ mails, claims, placed, facts }) => {
  if (placed?.kind !== 'collect' || facts.some(({ fact }) => fact.name === 'change')) return [];
  const arriving = claims.flatMap(({ told }) =>
    told.promises.some(({ promise, parcel }) => promise === 'deliver' && parcel === undefined)
      ? [`${told.key} says by when what is to be collected arrives`]
      : [],
  );
  const shipped = mails.flatMap(({ subject, text, tags }) => {
    const found = (
      /\b(on (its|their) way|en route)\b/i.exec(subject) ?? /\b(shipped|shipping|expédi\p{L}+)/iu.exec(text)
    )?.[0];
    return found === undefined ? [] : [`${tags['message']} says "${found}" of what is to be collected`];
  });
  return [...arriving, ...shipped];
};
