import * as z from 'zod';
import { account } from '../aws-error.ts';
import { policyDocument } from '../iam/statement.ts';

// For each kind of resource that runs here, the properties that shape how it runs, and by name those that change nothing
// on one machine. A property in neither list is refused: better a clear no than a stack that behaves otherwise here.

const ignored = z.unknown().optional();

function ignore<const Name extends string>(...names: Name[]): Partial<Record<Name, typeof ignored>> {
  const shape: Partial<Record<Name, typeof ignored>> = {};
  for (const name of names) shape[name] = ignored;
  return shape;
}

/** A kind of resource, and the properties it may have. */
export interface Kind<Properties extends z.ZodType = z.ZodType> {
  type: string;
  properties: Properties;
}

function kind<Shape extends z.ZodRawShape>(type: string, shape: Shape): Kind<z.ZodObject<Shape>> {
  return { type, properties: z.strictObject(shape) };
}

const count = z.coerce.number().int();
const flag = z.union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)]);

const onFailure = z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() });

export const kinds = {
  table: kind('AWS::DynamoDB::Table', {
    AttributeDefinitions: z.array(z.unknown()),
    KeySchema: z.array(z.unknown()),
    GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).optional(),
    LocalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).optional(),
    StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
    TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
    ...ignore(
      'TableName',
      'BillingMode',
      'ProvisionedThroughput',
      'OnDemandThroughput',
      'WarmThroughput',
      'TableClass',
    ),
    ...ignore('PointInTimeRecoverySpecification', 'SSESpecification', 'DeletionProtectionEnabled', 'Tags'),
    ...ignore('ContributorInsightsSpecification', 'ResourcePolicy'),
  }),

  lambda: kind('AWS::Lambda::Function', {
    Code: z.strictObject({ S3Bucket: ignored, S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().startsWith('nodejs'),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).optional() }).optional(),
    Timeout: count.default(3),
    MemorySize: count.default(128),
    ReservedConcurrentExecutions: count.optional(),
    DeadLetterConfig: z.strictObject({ TargetArn: z.string().optional() }).optional(),
    Role: z.string(),
    LoggingConfig: z.looseObject({ LogGroup: z.string().optional() }).optional(),
    ...ignore('FunctionName', 'Description', 'Architectures', 'TracingConfig', 'Tags'),
    ...ignore('EphemeralStorage', 'RecursiveLoop', 'RuntimeManagementConfig', 'PackageType', 'SnapStart'),
  }),

  permission: kind('AWS::Lambda::Permission', {
    Action: z.literal('lambda:InvokeFunction'),
    FunctionName: z.string(),
    Principal: z.string(),
    SourceArn: z.string().optional(),
  }),

  role: kind('AWS::IAM::Role', {
    AssumeRolePolicyDocument: z.strictObject({
      Version: z.literal('2012-10-17'),
      Statement: z.array(
        z.strictObject({
          Effect: z.literal('Allow'),
          Action: z.literal('sts:AssumeRole'),
          Principal: z.strictObject({ Service: z.string() }),
          Condition: z
            .strictObject({
              StringEquals: z.strictObject({ 'aws:SourceAccount': z.literal(account) }).optional(),
              ArnLike: z.strictObject({ 'aws:SourceArn': z.string() }).optional(),
            })
            .optional(),
        }),
      ),
    }),
    Policies: z.array(z.strictObject({ PolicyName: ignored, PolicyDocument: policyDocument })).default([]),
    ManagedPolicyArns: z.array(z.string()).default([]),
    ...ignore('RoleName', 'Description', 'MaxSessionDuration', 'Tags'),
  }),

  policy: kind('AWS::IAM::Policy', {
    PolicyDocument: policyDocument,
    Roles: z.array(z.string()),
    ...ignore('PolicyName'),
  }),

  invokeConfig: kind('AWS::Lambda::EventInvokeConfig', {
    FunctionName: z.string(),
    Qualifier: z.literal('$LATEST').optional(),
    MaximumRetryAttempts: count.optional(),
    DestinationConfig: onFailure.optional(),
    ...ignore('MaximumEventAgeInSeconds'),
  }),

  mapping: kind('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: flag.optional(),
    BatchSize: count.optional(),
    BisectBatchOnFunctionError: flag.optional(),
    DestinationConfig: onFailure.optional(),
    FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })).optional() }).optional(),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).optional(),
    MaximumBatchingWindowInSeconds: count.optional(),
    MaximumRecordAgeInSeconds: count.optional(),
    MaximumRetryAttempts: count.optional(),
    ScalingConfig: z.strictObject({ MaximumConcurrency: count.optional() }).optional(),
    ...ignore('ParallelizationFactor', 'StartingPosition', 'Tags', 'MetricsConfig'),
  }),

  api: kind('AWS::ApiGatewayV2::Api', {
    ProtocolType: z.literal('HTTP'),
    ...ignore('Name', 'Description', 'DisableExecuteApiEndpoint', 'IpAddressType', 'Tags'),
  }),

  route: kind('AWS::ApiGatewayV2::Route', {
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.literal('NONE').optional(),
    ...ignore('OperationName'),
  }),

  integration: kind('AWS::ApiGatewayV2::Integration', {
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: count.default(30_000),
    ConnectionType: z.literal('INTERNET').optional(),
    ...ignore('Description', 'IntegrationMethod'),
  }),

  stage: kind('AWS::ApiGatewayV2::Stage', {
    ApiId: z.string(),
    StageName: z.literal('$default'),
    // One machine needs no throttling.
    ...ignore('AutoDeploy', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'Description', 'Tags'),
    ...ignore('DeploymentId'),
  }),

  stateMachine: kind('AWS::StepFunctions::StateMachine', {
    DefinitionString: z.string().optional(),
    Definition: z.unknown().optional(),
    DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
    RoleArn: z.string(),
    StateMachineType: z.literal('STANDARD').optional(),
    ...ignore('StateMachineName', 'LoggingConfiguration', 'TracingConfiguration', 'EncryptionConfiguration', 'Tags'),
  }),

  queue: kind('AWS::SQS::Queue', {
    DelaySeconds: count.default(0),
    VisibilityTimeout: count.default(30),
    MessageRetentionPeriod: count.default(345_600),
    ReceiveMessageWaitTimeSeconds: count.default(0),
    MaximumMessageSize: count.default(1_048_576),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: count }).optional(),
    ...ignore('QueueName', 'RedriveAllowPolicy', 'SqsManagedSseEnabled', 'KmsMasterKeyId', 'Tags'),
    ...ignore('KmsDataKeyReusePeriodSeconds'),
  }),

  rule: kind('AWS::Events::Rule', {
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z
      .array(
        z.strictObject({
          Arn: z.string(),
          Input: z.string().optional(),
          // A target here is always reached, so nothing is ever retried or set aside on the way to it.
          ...ignore('Id', 'RetryPolicy', 'DeadLetterConfig'),
        }),
      )
      .default([]),
    EventBusName: z.literal('default').optional(),
    ...ignore('Name', 'Description', 'RoleArn', 'Tags'),
  }),

  configurationSet: kind('AWS::SES::ConfigurationSet', {
    ...ignore('Name', 'DeliveryOptions', 'ReputationOptions', 'SendingOptions', 'SuppressionOptions', 'VdmOptions'),
    ...ignore('TrackingOptions', 'ArchivingOptions', 'Tags'),
  }),

  mailIdentity: kind('AWS::SES::EmailIdentity', {
    EmailIdentity: z.string(),
    ...ignore('ConfigurationSetAttributes', 'DkimAttributes', 'DkimSigningAttributes', 'FeedbackAttributes'),
    ...ignore('MailFromAttributes', 'Tags'),
  }),

  mailEvents: kind('AWS::SES::ConfigurationSetEventDestination', {
    ConfigurationSetName: z.string(),
    EventDestination: z.strictObject({
      Enabled: flag.default(false),
      MatchingEventTypes: z.array(z.string()),
      EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }),
      ...ignore('Name'),
    }),
  }),
};

export type PropertiesOf<K extends keyof typeof kinds> = z.infer<(typeof kinds)[K]['properties']>;

/** Kinds that exist in AWS for observation, bookkeeping or protection: on one machine there is nothing to run. */
export const nothingToRun: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Deployment',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);
