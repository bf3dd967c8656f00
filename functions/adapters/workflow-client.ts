import {
  ExecutionAlreadyExists,
  InvalidToken,
  paginateListExecutions,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  type ExecutionStatus,
} from '@aws-sdk/client-sfn';
import { executionName, executionOf } from '../domain/execution-name.ts';
import type { AnswerResult, StartResult, Workflow } from '../domain/ports.ts';

/** Step Functions behind the port; benign answers are results, everything else is thrown. */
export class WorkflowClient implements Workflow {
  private readonly client: SFNClient;
  private readonly stateMachineArn: string;

  constructor(client: SFNClient, stateMachineArn: string) {
    this.client = client;
    this.stateMachineArn = stateMachineArn;
  }

  async start(shop: string, order: string, run: number): Promise<StartResult> {
    try {
      await this.client.send(
        new StartExecutionCommand({
          stateMachineArn: this.stateMachineArn,
          name: executionName(shop, order, run),
          input: JSON.stringify({ shop, order, run }),
        }),
      );
      return 'started';
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return 'exists';
      throw error;
    }
  }

  succeed(token: string): Promise<AnswerResult> {
    return this.answer(() => this.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' })));
  }

  fail(token: string, error: string, cause: string): Promise<AnswerResult> {
    return this.answer(() => this.client.send(new SendTaskFailureCommand({ taskToken: token, error, cause })));
  }

  private async answer(send: () => Promise<unknown>): Promise<AnswerResult> {
    try {
      await send();
      return 'taken';
    } catch (error) {
      if (error instanceof TaskTimedOut) return 'timed-out';
      if (error instanceof InvalidToken || error instanceof TaskDoesNotExist) return 'unknown-token';
      throw error;
    }
  }

  /**
   * Starts it: one that runs is not started twice, one that has ended is refused. To describe an execution would take a
   * right on all of them, for a policy cannot name those that do not exist yet. One that was forgotten, 90 days after its
   * end, begins anew under its name, and takes its order up.
   * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
   */
  async isRunning(shop: string, order: string, run: number): Promise<boolean> {
    return (await this.start(shop, order, run)) === 'started';
  }

  async *diedSince(instant: number): AsyncIterable<{ shop: string; order: string; run: number }> {
    const dead: ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];
    for (const statusFilter of dead) {
      const pages = paginateListExecutions(
        { client: this.client },
        { stateMachineArn: this.stateMachineArn, statusFilter, maxResults: 1000 },
      );
      for await (const page of pages) {
        for (const { name, stopDate } of page.executions ?? []) {
          const execution = executionOf(name ?? '');
          if (execution !== undefined && stopDate !== undefined && stopDate.getTime() >= instant) yield execution;
        }
      }
    }
  }
}
