import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { orderDefinition } from '../../workflows/order-workflow.ts';
import type { StageConfig } from '../config.ts';
import { allow, mayUpdate, type Rights } from './rights.ts';

export interface WorkflowProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly messenger: Function;
}

/** One execution for each order: it waits, and has the messenger say what is due. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { config, table, messenger }: WorkflowProps) {
    super(scope, id);
    const name = `${Stack.of(this).stackName}-order`;
    const logGroup = new LogGroup(this, 'Log', {
      // With any other beginning, each log group that a service writes to takes room in one small policy of the account.
      logGroupName: `/aws/vendedlogs/states/${name}`,
      retention: config.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const may: Rights[] = [mayUpdate(table, 'orders'), mayCall(messenger), mayDeliverLogs()];
    for (const statement of may.flat()) role.addToPolicy(statement);
    this.machine = new StateMachine(this, 'Order', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(orderDefinition(this, { table, messenger })),
      queryLanguage: QueryLanguage.JSONATA,
      stateMachineType: StateMachineType.STANDARD,
      // What the states would grant themselves is wider: every version of the messenger, every item of the table.
      role: role.withoutPolicyUpdates(),
      logs: {
        destination: logGroup,
        // Executions that died. An error that a state catches is the ordinary course of an order, and its history has it.
        level: LogLevel.FATAL,
        includeExecutionData: false,
      },
    });
    // AWS tries the role's rights when it makes the machine, and the machine knows of the role only.
    this.machine.node.addDependency(role);
  }
}

function mayCall(lambda: Function): Rights {
  return [allow(['lambda:InvokeFunction'], [lambda.functionArn])];
}

/** Log deliveries have no names that a policy could give. */
function mayDeliverLogs(): Rights {
  const deliveries = [
    'CreateLogDelivery',
    'GetLogDelivery',
    'UpdateLogDelivery',
    'DeleteLogDelivery',
    'ListLogDeliveries',
  ];
  const policies = ['PutResourcePolicy', 'DescribeResourcePolicies', 'DescribeLogGroups'];
  return [
    allow(
      [...deliveries, ...policies].map((action) => `logs:${action}`),
      ['*'],
    ),
  ];
}
