import { addressParser } from 'postal-mime';
import * as z from 'zod';
import { AwsError, arn } from '../aws-error.ts';
import type { StackDescription } from '../template/stack-description.ts';
import { DynamoDbAsks } from './dynamodb-asks.ts';
import { read } from './read-input.ts';
import type { Asked } from './statement.ts';

export interface AsksOptions {
  description: Pick<StackDescription, 'tables' | 'mailDomains'>;
  /** The state machine whose execution waits with this token; undefined where it is none of ours. */
  machineOfToken: (token: string) => string | undefined;
}

const toQueue = z.object({ QueueUrl: z.string() });
const toMachine = z.object({ stateMachineArn: z.string() });
const toExecution = z.object({ executionArn: z.string() });
const withToken = z.object({ taskToken: z.string() });
const mail = z.object({ FromEmailAddress: z.string(), ConfigurationSetName: z.string().optional() });

/**
 * What each call of an AWS service asks of IAM: which actions on which resources, all of which must be allowed
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 */
export class Asks {
  private readonly options: AsksOptions;
  private readonly dynamodb: DynamoDbAsks;

  constructor(options: AsksOptions) {
    this.options = options;
    this.dynamodb = new DynamoDbAsks(options.description.tables, (table) => arn('dynamodb', `table/${table}`));
  }

  /**
   * @param service as in the names of its actions: `dynamodb`.
   * @throws AwsError `UnknownOperationException` for a call of which it is not known here what rights it needs;
   * `SerializationException` or `ValidationException` where the input does not say what it is about.
   */
  of(service: string, operation: string, input: unknown): Asked[] {
    const asked = this.known(service, operation, input);
    if (asked !== undefined) return asked;
    const what = `${service}:${operation}`;
    throw new AwsError('UnknownOperationException', `It is not known here which rights ${what} needs: local/iam.`);
  }

  private known(service: string, operation: string, input: unknown): Asked[] | undefined {
    switch (service) {
      case 'dynamodb':
        return this.dynamodb.of(operation, input);
      case 'states':
        return this.states(operation, input);
      case 'sqs':
        return queue(operation, input);
      case 'ses':
        return operation === 'SendEmail' ? this.mail(read(mail, input)) : undefined;
      case 'lambda':
        return [{ action: 'lambda:InvokeFunction', resource: String(input) }];
      case 'events':
        return operation === 'PutEvents'
          ? [{ action: 'events:PutEvents', resource: arn('events', 'event-bus/default') }]
          : undefined;
      default:
        return undefined;
    }
  }

  private states(operation: string, input: unknown): Asked[] | undefined {
    const action = `states:${operation}`;
    switch (operation) {
      case 'StartExecution':
      case 'ListExecutions':
      case 'DescribeStateMachine':
        return [{ action, resource: read(toMachine, input).stateMachineArn }];
      case 'DescribeExecution':
      case 'GetExecutionHistory':
      case 'StopExecution':
        return [{ action, resource: read(toExecution, input).executionArn }];
      case 'SendTaskSuccess':
      case 'SendTaskFailure':
      case 'SendTaskHeartbeat': {
        // A token of nobody's is no resource: the workflow service itself says what is wrong with it.
        const machine = this.options.machineOfToken(read(withToken, input).taskToken);
        return machine === undefined ? [] : [{ action, resource: machine }];
      }
      default:
        return undefined;
    }
  }

  /** SES looks at the identity that it sends in the name of, and at the configuration set. */
  private mail({ FromEmailAddress: from, ConfigurationSetName: set }: z.infer<typeof mail>): Asked[] {
    const address = addressParser(from)[0]?.address ?? from;
    const domain = address.slice(address.lastIndexOf('@') + 1);
    // What the template does not set up as a domain was verified elsewhere, as an address.
    const identity = this.options.description.mailDomains.includes(domain) ? domain : address;
    const resources = [`identity/${identity}`, ...(set === undefined ? [] : [`configuration-set/${set}`])];
    return resources.map((resource) => ({ action: 'ses:SendEmail', resource: arn('ses', resource) }));
  }
}

/** A batch needs the right to do the thing once. */
function queue(operation: string, input: unknown): Asked[] {
  const name = read(toQueue, input).QueueUrl.split('/').at(-1)!;
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arn('sqs', name) }];
}
