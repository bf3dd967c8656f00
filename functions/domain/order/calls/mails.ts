import type { MailFailedFact, ResendFact } from '../facts.ts';
import type { RecordedOrder, Told } from '../order.ts';
import type { Reading } from '../reading.ts';
import { whyNotAgain } from '../still-true.ts';
import type { Call } from './call.ts';

/** After so many mails that came back for a while, a person sees to it. */
const mostAfterSoftBounces = 2;

/** What was said, said once more: where it still holds. */
export function callOfResend({ message }: ResendFact, reading: Reading, now: number): Call {
  const told = originalOf(message, reading.order);
  if (told === undefined) return { note: 'there is no such message' };
  const why = whyNotAgain(told, reading, now);
  return why === undefined ? { act: 'ResendMessage', parcels: [] } : { note: `not sent again: ${why}` };
}

/** A mail came back. For a while: it is sent again, within bounds. For good: somebody calls, and asks for another address. */
export function callOfMailFailed(fact: MailFailedFact, reading: Reading, now: number): Call {
  const { order } = reading;
  const failed = order.told.find(({ key }) => key === fact.message);
  const told = originalOf(fact.message, order);
  if (failed === undefined || told === undefined) return { note: 'there is no such message' };
  if (failed.copyOf !== undefined) return { note: 'the mail to whoever receives the gift came back' };
  const again = order.told.filter((one) => one.again === told.key).length;
  const isWorthIt = fact.why === 'bounced-for-now' && again < mostAfterSoftBounces;
  if (isWorthIt && whyNotAgain(told, reading, now) === undefined) return { act: 'ResendMessage', parcels: [] };
  return { act: 'AskStaff', parcels: [] };
}

/** The message that was said first, whichever mail of it is meant. */
export function originalOf(key: string, { told }: RecordedOrder): Told | undefined {
  const meant = told.find((one) => one.key === key);
  return meant?.again === undefined ? meant : told.find((one) => one.key === meant.again);
}
