import { ListStateMachinesCommand, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { executionOf } from '../../functions/domain/execution-name.ts';
import { NoStack, isEmbedded, outputOf } from '../shop/place.ts';
import type { Place } from '../shop/arguments.ts';
import type { Period } from './figures.ts';

/** An execution of an order's workflow. Instants are milliseconds since the epoch. */
export interface ListedExecution {
  readonly shop: string;
  readonly order: string;
  readonly run: number;
  readonly status: string;
  readonly begunAt: number;
  /** Undefined while it runs. */
  readonly endedAt: number | undefined;
}

/**
 * The state machine of the orders: the one that the stage's stack names, or the only one behind an address.
 * @throws NoStack, and what the AWS SDK throws.
 */
export async function machineAt(place: Place, client: SFNClient): Promise<string> {
  const found = isEmbedded(place)
    ? (await client.send(new ListStateMachinesCommand({}))).stateMachines?.[0]?.stateMachineArn
    : await outputOf(place, 'StateMachineArn');
  if (found === undefined) throw new NoStack('The stack names no state machine: deploy this release first.');
  return found;
}

/**
 * Every execution that was under way in the period. There is no way to ask for just these: all that Step Functions still
 * knows are listed, a thousand a call (it forgets an execution 90 days after its end).
 */
export async function executionsIn(
  period: Period,
  shop: string | undefined,
  machine: string,
  client: SFNClient,
  progress: (listed: number) => void,
): Promise<ListedExecution[]> {
  const found: ListedExecution[] = [];
  let listed = 0;
  for await (const { executions = [] } of paginateListExecutions(
    { client, pageSize: 1000 },
    { stateMachineArn: machine },
  )) {
    for (const { name = '', status = 'RUNNING', startDate, stopDate } of executions) {
      const named = executionOf(name);
      // What somebody started by hand is no order's.
      if (named === undefined || startDate === undefined || (shop !== undefined && named.shop !== shop)) continue;
      const [begunAt, endedAt] = [startDate.getTime(), stopDate?.getTime()];
      if (begunAt < period.until && (endedAt ?? period.until) >= period.since) {
        found.push({ ...named, status, begunAt, endedAt });
      }
    }
    listed += executions.length;
    progress(listed);
  }
  return found;
}
