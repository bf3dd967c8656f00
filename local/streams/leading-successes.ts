import * as z from 'zod';
import type { StreamRecord } from '../dynamodb/stream-record.ts';
import type { InvocationResult } from '../functions/invocation.ts';

const response = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().optional() })).nullish(),
});

/**
 * How many records from the front of a batch are done with. A function that reports item failures names the sequence
 * number of the first record that failed; everything before it counts as done. A failure that names no record of the
 * batch fails all of it.
 */
export function leadingSuccesses(
  result: InvocationResult,
  records: readonly StreamRecord[],
  mapping: { reportsItemFailures: boolean },
): number {
  if ('functionError' in result) return 0;
  if (!mapping.reportsItemFailures || typeof result.payload !== 'object' || result.payload === null) {
    return records.length;
  }
  const parsed = response.safeParse(result.payload);
  if (!parsed.success) return 0;
  const positions = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) =>
    records.findIndex((record) => record.dynamodb.SequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(records.length, ...positions));
}
