import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context, ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { rungErasure } from '../adapters/erase-queue.ts';
import { ErasuresTable } from '../adapters/erasures-table.ts';
import { PersonInTable } from '../adapters/person-in-table.ts';
import { Table } from '../adapters/table.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';
import { eraseCustomer, type Erased } from './erase-customer.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const [wishes, person] = [new ErasuresTable(table), new PersonInTable(table)];
/** Enough to finish what is under way. */
const sparedMs = 30_000;

/** Rung as soon as somebody is to be erased; and every six hours for all that is still to be done. */
export async function handler(event: SQSEvent | ScheduledEvent, context: Context): Promise<SQSBatchResponse> {
  const isLate = (): boolean => context.getRemainingTimeInMillis() < sparedMs;
  const failures: { itemIdentifier: string }[] = [];
  if ('Records' in event) {
    for (const { body, messageId } of event.Records) {
      const isDone = !isLate() && (await tried(rungErasure(body), isLate));
      if (!isDone) failures.push({ itemIdentifier: messageId });
    }
    return { batchItemFailures: failures };
  }
  let broken = 0;
  for await (const erasure of wishes.due(Date.now())) {
    if (isLate()) break;
    if (!(await tried(erasure, isLate))) broken += 1;
  }
  if (broken > 0) throw new Error(`${broken} persons could not be erased`);
  return { batchItemFailures: [] };
}

/** False where it broke: it is tried again. What a run has no time for, the next goes on with. */
async function tried(erasure: string, isLate: () => boolean): Promise<boolean> {
  try {
    const wish = await wishes.find(erasure);
    if (wish === undefined) return true;
    const erased: Erased = await eraseCustomer(wish, { wishes, person, now: () => Date.now(), isLate });
    log.info('erasure', { shop: wish.shop, erased, looks: wish.looks + 1 });
    return true;
  } catch (error) {
    log.error('an erasure broke', { error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
