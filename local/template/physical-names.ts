import { account, arn } from '../aws-error.ts';
import { UnsupportedTemplate, type Template } from './assembly.ts';
import type { References } from './resolve.ts';

/** Where the stack listens; addresses appear in the functions' environments. */
export interface Addresses {
  apiUrl: string;
  awsUrl: string;
}

/** The property by which a template may name a resource of this kind itself. */
const nameProperty: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

const arnOf: Readonly<Record<string, (name: string) => string>> = {
  'AWS::DynamoDB::Table': (name) => arn('dynamodb', `table/${name}`),
  'AWS::Events::Rule': (name) => arn('events', `rule/${name}`),
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::Lambda::Function': (name) => arn('lambda', `function:${name}`),
  'AWS::Logs::LogGroup': (name) => `${arn('logs', `log-group:${name}`)}:*`,
  'AWS::SES::ConfigurationSet': (name) => arn('ses', `configuration-set/${name}`),
  'AWS::SNS::Topic': (name) => arn('sns', name),
  'AWS::SQS::Queue': (name) => arn('sqs', name),
  'AWS::StepFunctions::StateMachine': (name) => arn('states', `stateMachine:${name}`),
};

const refersToArn: ReadonlySet<string> = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine']);

/** Gives every resource of a template its name on this machine, and answers `Ref` and `Fn::GetAtt` of it. */
export class PhysicalNames implements References {
  private readonly template: Template;
  private readonly stackName: string;
  private readonly addresses: Addresses;

  constructor(template: Template, stackName: string, addresses: Addresses) {
    this.template = template;
    this.stackName = stackName;
    this.addresses = addresses;
  }

  nameOf(logicalId: string): string {
    const { Type: type, Properties: properties } = this.resource(logicalId);
    const named = properties[nameProperty[type] ?? ''];
    if (typeof named === 'string') return named;
    // Logical ids are unique in a stack, and an API's id is a part of a host name.
    return type === 'AWS::ApiGatewayV2::Api' ? logicalId.toLowerCase() : `${this.stackName}-${logicalId}`;
  }

  arnOf(logicalId: string): string {
    const { Type: type } = this.resource(logicalId);
    const make = arnOf[type];
    if (make === undefined) throw new UnsupportedTemplate(`${type} ${logicalId}: its ARN is not known here.`);
    return make(this.nameOf(logicalId));
  }

  ref(logicalId: string): string {
    const { Type: type } = this.resource(logicalId);
    if (refersToArn.has(type)) return this.arnOf(logicalId);
    if (type === 'AWS::SQS::Queue') return this.queueUrl(this.nameOf(logicalId));
    // Only an integration's own id is needed, to tie routes to it.
    if (type === 'AWS::ApiGatewayV2::Integration') return logicalId;
    return this.nameOf(logicalId);
  }

  attribute(logicalId: string, attribute: string): string {
    const { Type: type } = this.resource(logicalId);
    const name = this.nameOf(logicalId);
    switch (`${type}.${attribute}`) {
      case 'AWS::ApiGatewayV2::Api.ApiEndpoint':
        return this.addresses.apiUrl;
      case 'AWS::ApiGatewayV2::Api.ApiId':
      case 'AWS::SQS::Queue.QueueName':
      case 'AWS::SNS::Topic.TopicName':
      case 'AWS::StepFunctions::StateMachine.Name':
        return name;
      case 'AWS::SQS::Queue.QueueUrl':
        return this.queueUrl(name);
      case 'AWS::SNS::Topic.TopicArn':
        return this.arnOf(logicalId);
      case 'AWS::DynamoDB::Table.StreamArn':
        return `${this.arnOf(logicalId)}/stream/local`;
    }
    if (attribute === 'Arn') return this.arnOf(logicalId);
    throw new UnsupportedTemplate(`${type} ${logicalId}: its attribute ${attribute} is not known here.`);
  }

  private queueUrl(name: string): string {
    return `${this.addresses.awsUrl}/${account}/${name}`;
  }

  private resource(logicalId: string): { Type: string; Properties: Record<string, unknown> } {
    const resource = this.template.Resources[logicalId];
    if (resource === undefined) throw new UnsupportedTemplate(`There is no resource ${logicalId}.`);
    return resource;
  }
}
