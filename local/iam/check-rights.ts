import type { MappingDescription, StackDescription } from '../template/stack-description.ts';
import type { Gate } from './gate.ts';

/** The stack could not be deployed: what a service does in a role, the role does not allow. */
export class MissingRight extends Error {
  override readonly name = 'MissingRight';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-permissions.html and services-sqs-configure.html */
const toRead = {
  dynamodb: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
  sqs: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'],
} as const;

/**
 * Tries what AWS tries when it makes a function, a mapping or a state machine, so that nothing starts here that could not
 * be deployed. What a mapping reads with is in use from then on.
 * @throws MissingRight naming everything that is missing.
 */
export function checkRights(description: StackDescription, gate: Gate): void {
  const missing = [
    ...description.functions.flatMap((each) => untrusted(gate, each, 'lambda.amazonaws.com')),
    ...description.stateMachines.flatMap((each) => untrusted(gate, each, 'states.amazonaws.com')),
    ...description.mappings.flatMap((mapping) => unreadable(description, gate, mapping)),
    ...description.functions.flatMap(({ name, roleArn, asyncFailureArn }) =>
      unsendable(gate, name, roleArn, asyncFailureArn),
    ),
  ];
  if (missing.length > 0) throw new MissingRight(missing.join('\n'));
}

function untrusted(
  gate: Gate,
  { name, arn, roleArn }: { name: string; arn: string; roleArn: string },
  service: string,
): string[] {
  if (gate.role(roleArn)?.canBeAssumedBy(service, arn) === true) return [];
  return [`${name}: the role ${roleArn} cannot be assumed by ${service}.`];
}

function unreadable(description: StackDescription, gate: Gate, mapping: MappingDescription): string[] {
  const { functionName, sourceArn, failureArn } = mapping;
  const roleArn = description.functions.find(({ name }) => name === functionName)?.roleArn ?? '';
  const service = sourceArn.startsWith('arn:aws:sqs:') ? 'sqs' : 'dynamodb';
  const refused = toRead[service]
    .map((operation) => `${service}:${operation}`)
    .filter((action) => !gate.uses(roleArn, { action, resource: sourceArn }));
  return [
    ...refused.map((action) => `${functionName}: its role may not ${action} on ${sourceArn}, from which it reads.`),
    ...unsendable(gate, functionName, roleArn, failureArn),
  ];
}

function unsendable(gate: Gate, name: string, roleArn: string, queueArn: string | undefined): string[] {
  if (queueArn === undefined) return [];
  const asked = { action: 'sqs:SendMessage', resource: queueArn };
  if (gate.role(roleArn)?.may(asked) === true) return [];
  return [`${name}: its role may not sqs:SendMessage on ${queueArn}, where its failures go.`];
}
