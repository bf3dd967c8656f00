import { App, Stack } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { orderDefinition } from './order-workflow.ts';

/** A state machine as Amazon States Language has it, as far as its readers here need to know. */
export interface Definition {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: DefinedState };
}
type Assigned = { readonly [variable: string]: unknown };
export interface DefinedState {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Resource?: string;
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly Next: string;
    readonly Assign?: Assigned;
  }[];
  /** Of a choice: what it assigns where no branch is taken. */
  readonly Assign?: Assigned;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
}

/**
 * The order's state machine as CDK synthesises it, outside of any stack: for pictures of the tree and for virtual time.
 * The table and the function it names are placeholders.
 */
export function synthesisedDefinition(): Definition {
  // What is wrong with it shows when the stack is synthesised; here it would only cost seconds.
  const app = new App({ builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Definition', { env: { account: '000000000000', region: 'eu-west-1' } });
  const functionArn = 'arn:aws:lambda:eu-west-1:000000000000:function:send-message';
  const messenger = LambdaFunction.fromFunctionArn(stack, 'Messenger', functionArn);
  const table = Table.fromTableName(stack, 'Table', 'shopkeeper');
  const machine = new StateMachine(stack, 'Order', {
    definitionBody: DefinitionBody.fromChainable(orderDefinition(stack, { table, messenger })),
    queryLanguage: QueryLanguage.JSONATA,
  });
  const template = app.synth().getStackByName('Definition').template as {
    Resources: { [id: string]: { Properties: { DefinitionString: unknown } } };
  };
  const id = stack.getLogicalId(machine.node.defaultChild as never);
  return JSON.parse(textOf(template.Resources[id]!.Properties.DefinitionString)) as Definition;
}

/** The definition's text; the partition is the only thing in it that deployment fills in. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('');
}
