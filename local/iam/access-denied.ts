import { AwsError } from '../aws-error.ts';
import type { Asked } from './statement.ts';

/** The refusal of a call as the service that was called words it. */
export function accessDenied(who: string, { action, resource }: Asked): AwsError {
  const [service] = action.split(':');
  const why = `because no identity-based policy allows the ${action} action`;
  const worded = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  switch (service) {
    case 'ses':
      return new AwsError(
        'AccessDeniedException',
        `User \`${who}' is not authorized to perform \`${action}' on resource \`${resource}'`,
        403,
      );
    case 'sqs':
      return new AwsError('AccessDeniedException', worded.replaceAll(action, action.toLowerCase()));
    case 'lambda':
      return new AwsError('AccessDeniedException', worded, 403);
    default:
      return new AwsError('AccessDeniedException', worded);
  }
}
