import type { Told } from '../../../functions/domain/order/order.ts';
import type { Life } from '../life.ts';
import { answerMail } from './answering.ts';
import { payBack } from './paying-back.ts';
import { workOn } from './working.ts';

/** What people do about something that was told: a mail in the customer's hands, a task in those of staff, money owed. */
export function react(life: Life, told: Told, at: number): void {
  const { message, key, covers, level = 0, task, promises, stock, owed: amount } = told;
  if (task !== undefined) workOn(life, { ...task, case: told.case?.id, at });
  const money = promises.find(({ promise }) => promise === 'refund');
  if (money !== undefined) payBack(life, { key, at, until: money.until, amount });
  if (told.unsent !== undefined) return;
  const choices = stock?.choices ?? (level >= 3 ? (['cancel-order', 'call'] as const) : []);
  answerMail(life, { message, key, parcels: covers, choices, at });
}
