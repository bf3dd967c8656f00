import type { DescribeStateMachineOutput, StateMachineListItem } from '@aws-sdk/client-sfn';
import type { Program } from './definition/program.ts';
import type { Execution } from './execution.ts';
import { programOf } from './programs.ts';
import { stateMachineDoesNotExist } from './refusals.ts';
import { checkArn, page, type PageRequest } from './requests.ts';

/** A state machine as it was put. */
export interface PutStateMachine {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** Parsed Amazon States Language. */
  readonly definition: unknown;
}

export interface StateMachine extends PutStateMachine {
  readonly program: Program;
  readonly hash: string;
  readonly createdAt: number;
}

const NO_LOGGING_NO_TRACING = {
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
} as const;

/** The state machines that executions can be started of. */
export class StateMachines {
  private readonly machines = new Map<string, StateMachine>();

  /** Creates or updates. Throws UnsupportedDefinition. */
  put(machine: PutStateMachine, now: number): void {
    const createdAt = this.machines.get(machine.arn)?.createdAt ?? now;
    this.machines.set(machine.arn, { ...machine, ...programOf(machine.definition), createdAt });
  }

  get(arn: string): StateMachine {
    checkArn(arn);
    const machine = this.machines.get(arn);
    if (machine === undefined) throw stateMachineDoesNotExist(arn);
    return machine;
  }

  /** By name. */
  list(request: PageRequest): { stateMachines: StateMachineListItem[]; nextToken?: string } {
    const sorted = [...this.machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, ...rest } = page(sorted, request);
    const stateMachines = items.map(({ arn, name, createdAt }) => {
      return { stateMachineArn: arn, name, type: 'STANDARD' as const, creationDate: new Date(createdAt) };
    });
    return { stateMachines, ...rest };
  }

  describe(arn: string): DescribeStateMachineOutput {
    const machine = this.get(arn);
    return {
      stateMachineArn: arn,
      name: machine.name,
      status: 'ACTIVE',
      definition: JSON.stringify(machine.definition),
      roleArn: machine.roleArn,
      type: 'STANDARD',
      creationDate: new Date(machine.createdAt),
      ...NO_LOGGING_NO_TRACING,
      revisionId: machine.hash,
    };
  }
}

/** DescribeStateMachineForExecution: the definition it runs by, which may be older than its state machine's. */
export function describeMachineOf(execution: Execution) {
  return {
    stateMachineArn: execution.stateMachineArn,
    name: execution.stateMachineName,
    definition: JSON.stringify(execution.program.definition),
    roleArn: execution.roleArn,
    updateDate: new Date(execution.startedAt),
    ...NO_LOGGING_NO_TRACING,
    revisionId: execution.programHash,
  };
}
