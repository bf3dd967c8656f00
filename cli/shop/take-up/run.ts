import { ExecutionDoesNotExist, paginateListExecutions, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { OrdersTable } from '../../../functions/adapters/orders-table.ts';
import { WorkflowClient } from '../../../functions/adapters/workflow-client.ts';
import { machineAt } from '../../report/executions.ts';
import { executionName, executionOf } from '../../../functions/domain/execution-name.ts';
import type { Place } from '../arguments.ts';
import type { Said } from '../commands.ts';
import { clientOptions, openTable } from '../place.ts';
import type { Surroundings } from '../run.ts';
import { takeUp, type Running } from './take-up.ts';

/**
 * Has every order of a stack taken up by a new execution (docs/runbook.md, Restore the table).
 * @throws NoStack, NoTable, and what the AWS SDK throws.
 */
export async function takeUpAt(place: Place, before: number, { environment, progress }: Surroundings): Promise<Said> {
  const client = new SFNClient(clientOptions(place, environment));
  const { table, name, close } = await openTable(place, environment);
  try {
    const machine = await machineAt(place, client);
    const { stopped, left } = await takeUp(before, {
      orders: new OrdersTable(table),
      running: () => runningAt(client, machine),
      stop: (execution) => stop(client, machine, execution),
      isRunning: (shop, order, run) => new WorkflowClient(client, machine).isRunning(shop, order, run),
      progress,
    });
    return {
      out: [`${stopped} executions stopped, ${left} orders whose execution had ended: all are taken up by others.`],
      aside: [`The table is ${name}.`],
    };
  } finally {
    close();
    client.destroy();
  }
}

async function* runningAt(client: SFNClient, stateMachineArn: string): AsyncIterable<Running> {
  const asked = { stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000 } as const;
  for await (const { executions = [] } of paginateListExecutions({ client }, asked)) {
    for (const { name, startDate } of executions) {
      const known = executionOf(name ?? '');
      if (known !== undefined && startDate !== undefined) yield { ...known, startedAt: startDate.getTime() };
    }
  }
}

async function stop(client: SFNClient, machine: string, { shop, order, run }: Running): Promise<void> {
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${executionName(shop, order, run)}`;
  try {
    await client.send(new StopExecutionCommand({ executionArn, error: 'TakenUp', cause: 'npm run shop -- take-up' }));
  } catch (error) {
    if (!(error instanceof ExecutionDoesNotExist)) throw error;
  }
}
