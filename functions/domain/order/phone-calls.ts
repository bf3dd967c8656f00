import { messageOf } from '../vocabulary.ts';
import { isCall } from './call-tasks.ts';
import { newsForMs } from './copies.ts';
import { isUnreachable } from './claims/compose.ts';
import { openOrExtend } from './claims/tasks.ts';
import type { Circumstances } from './judge.ts';
import type { RecordedOrder, Told, ToldMessage } from './order.ts';
import { read } from './reading.ts';

/** What goes wrong, and what was promised and not kept: whoever prefers the phone hears it by phone too. */
const warnings: readonly ToldMessage[] = [
  'warn-shipping-delay',
  'warn-out-of-stock',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'apologise-for-wait',
  'escalate-refund',
];

/** A confirmation that is late already is its first warning; a check that no scan led to is one, too. */
export function isWarning({ message, level, scanned }: Pick<Told, 'message' | 'level' | 'scanned'>): boolean {
  return warnings.includes(message) || level !== undefined || scanned === false;
}

/**
 * The call that a message is followed by: for who prefers the phone, with the mail as a written record; and for who has no
 * e-mail address, where the message's own task is not a call. As the entry that claims it, which tells the customer
 * nothing and from which nothing is derived but the task. Undefined where none is owed, or it is there. `message`: of that
 * one, or of any.
 */
export function callOwed(
  order: RecordedOrder,
  message: ToldMessage | 'any',
  circumstances: Pick<Circumstances, 'settings' | 'now' | 'owner'>,
): Told | undefined {
  const { now, owner } = circumstances;
  const keys = new Set(order.told.map(({ key }) => key));
  const original = order.told.find(
    (told) =>
      (message === 'any' || told.message === message) &&
      told.isVoid !== true &&
      told.at > now - newsForMs &&
      isToBeCalled(told) &&
      !keys.has(keyOfCall(told)),
  );
  if (original === undefined) return undefined;
  const reading = read(order);
  const occasion = { act: 'AskStaff', cause: original.cause, dues: [], reading } as const;
  const why = original.byPhone === true ? 'call-back' : 'call-customer';
  return {
    key: keyOfCall(original),
    message: messageOf('AskStaff') as ToldMessage,
    cause: original.cause,
    at: now,
    owner,
    seen: order.facts.length,
    unsent: 'a matter for staff',
    covers: [],
    promises: [],
    task: openOrExtend(occasion, circumstances, why, { until: now }),
  };
}

function isToBeCalled({ byPhone, unsent, task, copyOf }: Told): boolean {
  if (copyOf !== undefined) return false;
  return byPhone === true || (isUnreachable(unsent) && (task === undefined || !isCall(task.why)));
}

const keyOfCall = ({ key }: Told): string => `ask-staff:${key}@phone`;
