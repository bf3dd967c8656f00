import type { DescribeExecutionOutput, ExecutionListItem } from '@aws-sdk/client-sfn';
import { endOf, type Execution, type Status } from './execution.ts';

/** DescribeExecution. */
export function describe(execution: Execution): DescribeExecutionOutput {
  const { output, error, cause } = endOf(execution);
  return {
    ...summary(execution),
    input: execution.inputText,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output: JSON.stringify(output), outputDetails: { included: true } }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    ...redrive(execution.status),
  };
}

/** One line of ListExecutions. */
export function summary(execution: Execution): ExecutionListItem {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.stateMachineArn,
    name: execution.name,
    status: execution.status,
    startDate: new Date(execution.startedAt),
    ...(execution.stoppedAt === undefined ? {} : { stopDate: new Date(execution.stoppedAt) }),
    redriveCount: 0,
  };
}

/** The detail of EventBridge's "Step Functions Execution Status Change"; instants are epoch milliseconds. */
export interface StatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: Status;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string;
  readonly inputDetails: { readonly included: true };
  readonly output: string | null;
  readonly outputDetails: { readonly included: true } | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly stateMachineVersionArn: null;
  readonly stateMachineAliasArn: null;
  readonly redriveCount: 0;
  readonly redriveDate: null;
  readonly redriveStatus: string;
  readonly redriveStatusReason: string | null;
}

export function statusChange(execution: Execution): StatusChange {
  const { output, error, cause } = endOf(execution);
  const { redriveStatus, redriveStatusReason = null } = redrive(execution.status);
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.stateMachineArn,
    name: execution.name,
    status: execution.status,
    startDate: execution.startedAt,
    stopDate: execution.stoppedAt ?? null,
    input: execution.inputText,
    inputDetails: { included: true },
    output: output === undefined ? null : JSON.stringify(output),
    outputDetails: output === undefined ? null : { included: true },
    error: error ?? null,
    cause: cause ?? null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount: 0,
    redriveDate: null,
    redriveStatus,
    redriveStatusReason,
  };
}

function redrive(status: Status): { redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE'; redriveStatusReason?: string } {
  if (status !== 'RUNNING' && status !== 'SUCCEEDED') return { redriveStatus: 'REDRIVABLE' };
  return { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: `Execution is ${status} and cannot be redriven` };
}
