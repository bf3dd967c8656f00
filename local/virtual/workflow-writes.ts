import * as z from 'zod';
import type { Order } from '../../functions/domain/order/order.ts';
import type { Stage } from '../../functions/domain/vocabulary.ts';
import { orderOfKey } from '../../functions/adapters/keys.ts';
import type { MemoryOrders } from './memory-orders.ts';

/** What the state machine asks of the table, as the synthesised definition has it. */
const updateSchema = z.strictObject({
  TableName: z.string(),
  Key: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.literal('ORDER') }) }),
  UpdateExpression: z.enum([
    'SET awaiting = :awaiting, #run = :run, checkAt = :until ADD version :one REMOVE closed',
    'SET closed = :closed, #run = :run, checkAt = :at ADD version :one, stalled :died REMOVE awaiting',
  ]),
  ConditionExpression: z.string().transform((text) => text.split(' AND ')),
  ExpressionAttributeNames: z.object({ '#run': z.literal('run') }),
  ExpressionAttributeValues: z.object({
    ':run': z.object({ N: z.string() }),
    ':awaiting': z.optional(
      z.object({
        M: z.object({
          token: z.object({ S: z.string() }),
          stage: z.object({ S: z.string() }),
          until: z.object({ N: z.string() }),
        }),
      }),
    ),
    ':closed': z.optional(
      z.object({ M: z.object({ how: z.object({ S: z.string() }), at: z.object({ N: z.string() }) }) }),
    ),
  }),
});

class ConditionalCheckFailedException extends Error {
  override readonly name = 'ConditionalCheckFailedException';
}

function holds(term: string, known: Order, run: number): boolean {
  switch (term) {
    case 'attribute_exists(facts)':
      return known.facts.length > 0;
    case '(attribute_not_exists(#run) OR #run <= :run)':
      return (known.run ?? 0) <= run;
    default:
      throw new Error(`a condition that orders in memory do not know: ${term}`);
  }
}

/**
 * Applies the workflow's own writes to orders in memory. It knows these expressions and no others: another one is a
 * defect that shows at once, not a write that is half understood.
 */
export function workflowWrites(
  orders: MemoryOrders,
): (service: string, action: string, args: object) => Promise<unknown> {
  return async (service, action, args) => {
    if (service !== 'dynamodb' || action !== 'updateItem') throw new Error(`the workflow called ${service}:${action}`);
    const update = updateSchema.parse(args);
    const { shop, order } = orderOfKey(update.Key.pk.S) ?? { shop: '', order: '' };
    const values = update.ExpressionAttributeValues;
    const run = Number(values[':run'].N);
    const known = await orders.find(shop, order);
    if (known === undefined || !update.ConditionExpression.every((term) => holds(term, known, run)))
      throw new ConditionalCheckFailedException('the conditional request failed');
    orders.change(shop, order, (current) => {
      if (values[':awaiting'] !== undefined) {
        const { token, stage, until } = values[':awaiting'].M;
        const awaiting = { token: token.S, stage: stage.S as Stage, until: Number(until.N) };
        return { ...current, run, awaiting, closed: undefined };
      }
      const { how, at } = values[':closed']!.M;
      const stalled = (current.stalled ?? 0) + (how.S === 'retake' ? 1 : 0);
      return { ...current, run, awaiting: undefined, closed: { run, how: how.S, at: Number(at.N) }, stalled };
    });
    return {};
  };
}
