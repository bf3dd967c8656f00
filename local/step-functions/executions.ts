import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import { summary } from './descriptions.ts';
import type { Attempt, Execution, Status, Visit } from './execution.ts';
import { executionDoesNotExist, invalidToken, taskTimedOut } from './refusals.ts';
import { checkArn, type PageRequest, pageSize, pageToken, positionIn } from './requests.ts';
import type { TokenOf } from './task-tokens.ts';

/** A closed execution's name is free again after this. */
const NAME_RESERVED_MILLIS = 90 * 86_400_000;

/** All executions, running and closed. */
export class Executions {
  private readonly byArn = new Map<string, Execution>();
  /** Per state machine, in the order of their start. */
  private readonly started = new Map<string, Execution[]>();

  /** Adds one; it takes the place of an old one of the same name. */
  keep(execution: Execution): void {
    const started = this.started.get(execution.stateMachineArn) ?? [];
    const namesake = this.byArn.get(execution.arn);
    if (namesake !== undefined) started.splice(started.indexOf(namesake), 1);
    started.push(execution);
    this.started.set(execution.stateMachineArn, started);
    this.byArn.set(execution.arn, execution);
  }

  get(arn: string): Execution {
    checkArn(arn);
    const execution = this.byArn.get(arn);
    if (execution === undefined) throw executionDoesNotExist(arn);
    return execution;
  }

  /** One whose history is still known. */
  getWithHistory(arn: string): Execution {
    const execution = this.get(arn);
    if (execution.forgotten === true) throw executionDoesNotExist(arn);
    return execution;
  }

  /** The execution that holds this name: it runs, or closed less than 90 days ago. */
  holding(arn: string, now: number): Execution | undefined {
    const execution = this.byArn.get(arn);
    const { stoppedAt } = execution ?? {};
    return stoppedAt !== undefined && now >= stoppedAt + NAME_RESERVED_MILLIS ? undefined : execution;
  }

  /** The attempt that waits for a token. Throws TaskTimedOut, and InvalidToken for what never was a token. */
  awaiting(token: TokenOf | undefined): { execution: Execution; visit: Visit; attempt: Attempt } {
    if (token === undefined) throw invalidToken();
    const execution = this.byArn.get(token.executionArn);
    const visit = execution?.visit;
    const attempt = visit?.attempt;
    if (execution?.startedAt !== token.startedAt || visit === undefined) throw taskTimedOut();
    if (attempt?.scheduledEvent !== token.scheduledEvent || !attempt.open) throw taskTimedOut();
    return { execution, visit, attempt };
  }

  /** Newest first. A page begins below a position in the order of start, so that what starts meanwhile moves nothing. */
  list(
    stateMachineArn: string,
    status: Status | undefined,
    request: PageRequest,
  ): { executions: ExecutionListItem[]; nextToken?: string } {
    const started = this.started.get(stateMachineArn) ?? [];
    const size = pageSize(request.maxResults);
    const executions: ExecutionListItem[] = [];
    let position = request.nextToken === undefined ? started.length : positionIn(request.nextToken);
    while (position > 0 && executions.length < size) {
      const execution = started[--position];
      const wanted = status === undefined || status === execution?.status;
      if (execution !== undefined && wanted) executions.push(summary(execution));
    }
    return position > 0 ? { executions, nextToken: pageToken(position) } : { executions };
  }
}
