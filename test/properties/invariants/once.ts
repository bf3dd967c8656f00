import type { LifeRecord } from '../record.ts';
import { keyTagOf, latest, type Invariant } from './judge.ts';

const minute = 60_000;
/**
 * Nothing is sent again before 20 minutes have passed since it was claimed or sent again (architecture, section 6); it
 * may have been handed over as much later as the messenger may live.
 */
const publishedWindowMs = 20 * minute - 30_000;

/** "Every order is confirmed, exactly once by ourselves, unless … is history, … or the shop confirms it" (1), "within a minute". */
export const confirmedOnce: Invariant = (record) => {
  const { placed, settings, claims, withdrawn, mails } = record;
  if (placed === undefined) return [];
  const learnedAt = record.facts.find(({ fact }) => fact === placed)!.at;
  const confirmations = claims.filter(({ told }) => told.message === 'confirm-order');
  const kept = confirmations.length - withdrawn.filter((key) => key.startsWith('confirm-order:')).length;
  const sent = mails.filter(({ tags }) => tags['message'] === 'confirm-order');
  // Whoever had no address may have been given one before it could be said.
  if (!placed.mailable && record.reached.length > 0) return [];
  const isOurs = !placed.history && placed.mailable && settings.messages['confirm-order'] !== 'shop';
  if (!isOurs) return sent.length === 0 ? [] : ['confirmed though it should not be'];
  const inTime = latest(record, learnedAt + minute);
  // "Cancelled before: ConfirmCancellation alone."
  const isCancelled = record.facts.some(({ fact }) => ['cancellation', 'choice', 'refund'].includes(fact.name));
  if (isCancelled && sent.length === 0) return [];
  const isGivenUp = claims.some(({ told }) => told.task?.why === 'unstick-order');
  return [
    ...(kept === 1 || (isGivenUp && kept === 0) ? [] : [`confirmed ${kept} times`]),
    ...(sent[0] === undefined || (sent[0].at > inTime && !isGivenUp)
      ? [`not confirmed within a minute (${sent[0]?.at ?? 'never'})`]
      : []),
  ];
};

/** "Exactly once, honestly": what is sent again is sent long after nobody could tell, and its entry says so (architecture, 6). */
export const nothingTwice: Invariant = (record) => {
  const { mails, handings, order } = record;
  const broken: string[] = [...againForNothing(record)];
  for (const key of new Set(mails.map(({ tags }) => tags['key']!))) {
    const sent = mails.filter(({ tags }) => tags['key'] === key);
    if (sent.length === 1) continue;
    const name = sent[0]!.tags['message'];
    if (new Set(sent.map(({ subject }) => subject)).size > 1)
      broken.push(`${name} said something else the second time`);
    const told = order?.told.find((one) => keyTagOf(one.key) === key);
    if ((told?.resent ?? 0) < sent.length - 1) {
      broken.push(`${name} was sent ${sent.length} times, and noted as sent again ${told?.resent ?? 0} times`);
    }
    for (const again of sent.slice(1)) {
      const before = handings
        .filter(({ tags, at, how }) => tags['key'] === key && at < again.at && how !== 'refused')
        .at(-1);
      const gap = again.at - (before?.at ?? again.at);
      if (gap < publishedWindowMs) broken.push(`${name} was sent again after ${Math.round(gap / 1000)} seconds`);
    }
  }
  return broken;
};

/** Nothing is sent again that SES itself had said it took, or that it had surely refused. */
function againForNothing({ order, handings, mailEvents, disturbances }: LifeRecord): string[] {
  // A twin that claimed and died leaves as much doubt as any other death.
  const isDoubtful = disturbances.some(
    ({ kind, from, until }) =>
      ['dies', 'killed', 'slow', 'refused'].includes(kind) || (kind === 'race' && until > from),
  );
  return (order?.told ?? []).flatMap(({ key, message, resent, resentAt = 0 }) => {
    const tag = keyTagOf(key);
    const ours = handings.filter(({ tags, at }) => tags['key'] === tag && at < resentAt);
    const isTaken = mailEvents.some((event) => event.key === tag && event.at < resentAt);
    const isRefused = !isDoubtful && resent !== undefined && ours.every(({ how }) => how === 'refused');
    return [
      ...(isTaken ? [`${message} was sent again, though SES had said that it took it`] : []),
      ...(isRefused ? [`${message} is noted as sent again, though it had never been sent`] : []),
    ];
  });
}

/** "One fact never causes the same message twice, however often and in whatever order it is delivered" (4). */
export const oneFactOneMessage: Invariant = ({ order, claims, withdrawn }) => {
  const causes = (order?.told ?? []).map(
    ({ message, cause, copyOf }) => `${message}${copyOf === undefined ? '' : ' (copy)'} because of ${cause}`,
  );
  const twice = causes.filter((cause, index) => causes.indexOf(cause) < index);
  const keys = claims.map(({ told }) => told.key);
  const claimedAgain = [...new Set(keys)].filter(
    (key) => keys.filter((one) => one === key).length > 1 + withdrawn.filter((one) => one === key).length,
  );
  return [
    ...twice.map((cause) => `said twice: ${cause}`),
    ...claimedAgain.map((key) => `claimed twice, and not taken back between: ${key}`),
  ];
};

/** "AnnounceShipment, covering every parcel not yet announced"; a parcel is announced once, traced once (charter's table). */
export const aParcelOnce: Invariant = ({ order }) => {
  const broken: string[] = [];
  for (const group of [['announce-shipment', 'announce-partial-shipment'], ['trace-parcel']]) {
    const covered = (order?.told ?? []).flatMap(({ message, covers }) => (group.includes(message) ? covers : []));
    const twice = covered.filter((parcel, index) => covered.indexOf(parcel) < index);
    broken.push(...twice.map((parcel) => `${group[0]} twice for ${parcel}`));
  }
  return broken;
};

/** "WarnDeliveryDelay (at most one a parcel a day)" unless that very day is the one that moves. */
export const oneWarningADay: Invariant = ({ claims, placed, order }) => {
  if (placed === undefined) return [];
  const dayOf = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: placed.zone });
  const kept = new Set((order?.told ?? []).map(({ key }) => key));
  // Refused by SES it is claimed again, and counts once.
  const lastOf = new Map(claims.map((claim) => [claim.told.key, claim]));
  const warnings = [...lastOf.values()].filter(
    ({ told }) => told.message === 'warn-delivery-delay' && kept.has(told.key),
  );
  return warnings.flatMap(({ told, at, before }, index) =>
    told.covers.flatMap((parcel) => {
      const earlier = warnings.slice(0, index).findLast((one) => one.told.covers.includes(parcel));
      if (earlier === undefined || dayOf(earlier.at) !== dayOf(at)) return [];
      const promised = before.flatMap(({ promises }) => promises).findLast((made) => made.parcel === parcel);
      const isPressing = promised !== undefined && promised.until - 1000 <= at;
      return isPressing || told.covers.length > 1 ? [] : [`${parcel} was warned of twice in a day`];
    }),
  );
};
