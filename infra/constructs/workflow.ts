import { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, QueryLanguage, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { orderDefinition } from '../../workflows/order-workflow.ts';
import { allow, mayUpdate, type Rights } from './rights.ts';

export interface WorkflowProps {
  readonly table: ITable;
  readonly messenger: Function;
}

/**
 * One execution for each order: it waits, and has the messenger say what is due.
 *
 * It writes no log: its history has every step for 90 days, a log of them all would cost as much as all the rest of the
 * logs, and which executions died is told by `note-execution-end`.
 */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { table, messenger }: WorkflowProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const may: Rights[] = [mayUpdate(table, 'orders'), mayCall(messenger)];
    for (const statement of may.flat()) role.addToPolicy(statement);
    this.machine = new StateMachine(this, 'Order', {
      stateMachineName: `${Stack.of(this).stackName}-order`,
      definitionBody: DefinitionBody.fromChainable(orderDefinition(this, { table, messenger })),
      queryLanguage: QueryLanguage.JSONATA,
      stateMachineType: StateMachineType.STANDARD,
      // What the states would grant themselves is wider: every version of the messenger, every item of the table.
      role: role.withoutPolicyUpdates(),
    });
    // AWS tries the role's rights when it makes the machine, and the machine knows of the role only.
    this.machine.node.addDependency(role);
  }
}

function mayCall(lambda: Function): Rights {
  return [allow(['lambda:InvokeFunction'], [lambda.functionArn])];
}
