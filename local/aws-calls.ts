import { AwsError } from './aws-error.ts';
import type { Tables } from './dynamodb/tables.ts';

/** The SDK actions that a state machine may call: those of DynamoDB. An error's `name` is the exception's. */
export function awsCalls(tables: Tables): (service: string, action: string, args: object) => Promise<unknown> {
  return async (service, action, args) => {
    if (service !== 'dynamodb') {
      throw new AwsError('UnknownOperationException', `State machines cannot call ${service} here.`);
    }
    // The arguments stay the execution's own: the table takes what it is given apart.
    return tables.call(`${action[0]!.toUpperCase()}${action.slice(1)}`, structuredClone(args));
  };
}
