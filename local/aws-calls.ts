import { AwsError } from './aws-error.ts';
import type { Tables } from './dynamodb/tables.ts';
import type { Gate } from './iam/gate.ts';

/**
 * The SDK actions that a state machine may call: those of DynamoDB, as far as its role allows. An error's `name` is the
 * exception's.
 */
export function awsCalls(
  tables: Tables,
  gate: Gate,
): (service: string, action: string, args: object, roleArn: string) => Promise<unknown> {
  return async (service, action, args, roleArn) => {
    if (service !== 'dynamodb') {
      throw new AwsError('UnknownOperationException', `State machines cannot call ${service} here.`);
    }
    const operation = `${action[0]!.toUpperCase()}${action.slice(1)}`;
    gate.admit({ roleArn, session: 'states' }, service, operation, args);
    // The arguments stay the execution's own: the table takes what it is given apart.
    return tables.call(operation, structuredClone(args));
  };
}
