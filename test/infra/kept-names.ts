import { synthesised } from './synthesised.ts';

/**
 * Resources that would not survive another logical id or another name: they hold something, or somebody outside of the
 * stack names them. Waiting executions name the table and the messenger; shops and mails the API's address.
 */
const lasting: Readonly<Record<string, string | undefined>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::ApiGatewayV2::Api': undefined,
  'AWS::SES::ConfigurationSet': 'Name',
};

/** What CloudFormation cannot change where it is: it makes another resource instead. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['KeySchema'],
  'AWS::StepFunctions::StateMachine': ['StateMachineType'],
};

export interface KeptName {
  readonly type: string;
  readonly name?: string;
  readonly fixed?: { readonly [property: string]: unknown };
}
export type KeptNames = { readonly [logicalId: string]: KeptName };

/** The lasting resources of a synthesised stage, by their logical ids. */
export function namesIn(stage: 'local' | 'production'): KeptNames {
  const stack = synthesised(stage);
  const found = Object.entries(lasting).flatMap(([type, naming]) =>
    stack.all(type).map(({ id, Properties }): [string, KeptName] => {
      const name = naming === undefined ? undefined : Properties[naming];
      const kept = Object.fromEntries((fixed[type] ?? []).map((property) => [property, Properties[property]]));
      return [
        id,
        {
          type,
          ...(typeof name === 'string' ? { name } : {}),
          ...(Object.keys(kept).length > 0 ? { fixed: kept } : {}),
        },
      ];
    }),
  );
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
