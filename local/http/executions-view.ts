import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import type { EmbeddedStack } from '../embedded-stack.ts';
import { statesOf } from '../step-functions/states-of.ts';

/** An execution as `/_local/executions` shows it. */
interface ShownExecution {
  name: string;
  status: string;
  startedAt: string;
  stoppedAt?: string;
}

/** Every execution of every state machine, oldest first. */
export function executionsShown(stack: EmbeddedStack): ShownExecution[] {
  return allExecutions(stack).map(shown);
}

/** One execution with the states it went through, or undefined when there is none of that name. */
export function executionShown(stack: EmbeddedStack, name: string): object | undefined {
  const found = allExecutions(stack).find((execution) => execution.name === name);
  if (found?.executionArn === undefined) return undefined;
  const { executionArn } = found;
  const events = everyPage((nextToken) => {
    const page = stack.stepFunctions.getExecutionHistory({ executionArn, maxResults: 1000, nextToken });
    return { items: page.events, nextToken: page.nextToken };
  });
  return { ...shown(found), states: statesOf(events) };
}

/** The state machines with their definitions: what a picture of the tree is drawn from. */
export function treesShown(stack: EmbeddedStack): object {
  const { stateMachines } = stack.description;
  return { stateMachines: stateMachines.map(({ name, arn, definition }) => ({ name, arn, definition })) };
}

function allExecutions(stack: EmbeddedStack): ExecutionListItem[] {
  const all = stack.description.stateMachines.flatMap(({ arn: stateMachineArn }) =>
    everyPage((nextToken) => {
      const page = stack.stepFunctions.listExecutions({ stateMachineArn, maxResults: 1000, nextToken });
      return { items: page.executions, nextToken: page.nextToken };
    }).reverse(),
  );
  return all.sort((left, right) => startOf(left) - startOf(right));
}

function everyPage<Item>(page: (token?: string) => { items: Item[]; nextToken?: string | undefined }): Item[] {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const { items: some, nextToken } = page(token);
    items.push(...some);
    token = nextToken;
  } while (token !== undefined);
  return items;
}

const startOf = ({ startDate }: ExecutionListItem): number => startDate?.getTime() ?? 0;

function shown({ name, status, startDate, stopDate }: ExecutionListItem): ShownExecution {
  return {
    name: name ?? '',
    status: status ?? '',
    startedAt: startDate?.toISOString() ?? '',
    ...(stopDate !== undefined && { stoppedAt: stopDate.toISOString() }),
  };
}
