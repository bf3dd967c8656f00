import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientOptions, stackName } from './cdk.ts';

/** Something of the stack is still there. */
export class LeftBehind extends Error {
  override readonly name = 'LeftBehind';
}

/** A destroyed stack of this stage leaves nothing behind. @throws LeftBehind naming what is there. */
export async function nothingIsLeft(awsUrl: string): Promise<void> {
  const options = clientOptions(awsUrl);
  const { TableNames: tables } = await new DynamoDBClient(options).send(new ListTablesCommand({}));
  const { stateMachines } = await new SFNClient(options).send(new ListStateMachinesCommand({}));
  const { QueueUrls: queues } = await new SQSClient(options).send(new ListQueuesCommand({}));
  const { Rules: rules } = await new EventBridgeClient(options).send(new ListRulesCommand({}));
  const left = [
    ...(tables ?? []),
    ...(stateMachines ?? []).map(({ name }) => name),
    ...(queues ?? []),
    ...(rules ?? []).map(({ Name: name }) => name),
    ...(await stackIfThere(options)),
  ];
  if (left.length > 0) throw new LeftBehind(`Still there: ${left.join(', ')}`);
}

async function stackIfThere(options: ReturnType<typeof clientOptions>): Promise<string[]> {
  try {
    const { Stacks: stacks = [] } = await new CloudFormationClient(options).send(
      new DescribeStacksCommand({ StackName: stackName }),
    );
    return stacks.filter(({ StackStatus: status }) => status !== 'DELETE_COMPLETE').map(() => stackName);
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return [];
    throw error;
  }
}
