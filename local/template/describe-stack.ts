import { account, region } from '../aws-error.ts';
import { UnsupportedTemplate, type Assembly } from './assembly.ts';
import { describeFunction } from './describe-function.ts';
import { permissionsOf, rolesOf } from './describe-rights.ts';
import { kinds, type PropertiesOf } from './kinds.ts';
import { PhysicalNames, type Addresses } from './physical-names.ts';
import { Resolver } from './resolve.ts';
import { Resources, type Found } from './resources.ts';
import type {
  MappingDescription,
  QueueDescription,
  RouteDescription,
  RuleDescription,
  StackDescription,
  StateMachineDescription,
  TableDescription,
} from './stack-description.ts';

/**
 * Describes what of a synthesised stack runs on this machine.
 * @throws UnsupportedTemplate naming the resource, and the kind or property that the embedded stack does not implement.
 */
export function describeStack(assembly: Assembly, addresses: Addresses): StackDescription {
  const { template, stackName } = assembly;
  const names = new PhysicalNames(template, stackName, addresses);
  const resources = new Resources(template, new Resolver(template, stackName, names));
  const apis = resources.all(kinds.api);
  if (apis.length > 1) throw new UnsupportedTemplate('The embedded stack runs one HTTP API, not several.');
  // Nothing of a stage is used; this refuses what cannot be run.
  resources.all(kinds.stage);
  const apiId = apis[0] && names.nameOf(apis[0].logicalId);
  // CDK writes an API's address from its parts where a stage is asked for its URL.
  const inAws = apiId && `https://${apiId}.execute-api.${region}.amazonaws.com`;
  const atHome = (value: string): string => (inAws === undefined ? value : value.replaceAll(inAws, addresses.apiUrl));
  const mappings = resources
    .all(kinds.mapping)
    .filter(({ properties }) => properties.Enabled !== false)
    .map(({ properties }) => mappingOf(properties));
  const tables = resources.all(kinds.table).map((table) => tableOf(table, names));
  return {
    name: stackName,
    apiId,
    roles: rolesOf(resources, names),
    permissions: permissionsOf(resources, names),
    tables: [...tables, ...tablesElsewhere(mappings, tables)],
    functions: resources
      .all(kinds.lambda)
      .map((found) => describeFunction(found, { assembly, names, resources, atHome })),
    routes: routesOf(resources),
    stateMachines: resources.all(kinds.stateMachine).map((machine) => stateMachineOf(machine, names)),
    queues: resources.all(kinds.queue).map((queue) => queueOf(queue, names, addresses)),
    mappings,
    rules: resources
      .all(kinds.rule)
      .filter(({ properties }) => properties.State === 'ENABLED')
      .map((rule) => ruleOf(rule, names)),
    configurationSets: resources.all(kinds.configurationSet).map(({ logicalId }) => names.nameOf(logicalId)),
    mailDomains: resources.all(kinds.mailIdentity).map(({ properties }) => properties.EmailIdentity),
    mailEvents: resources
      .all(kinds.mailEvents)
      .filter(({ properties }) => properties.EventDestination.Enabled)
      .map(({ properties }) => ({
        configurationSet: properties.ConfigurationSetName,
        eventTypes: properties.EventDestination.MatchingEventTypes.map((type) => type.toLowerCase()),
      })),
  };
}

function tableOf({ logicalId, properties }: Found<PropertiesOf<'table'>>, names: PhysicalNames): TableDescription {
  const { StreamSpecification: stream, TimeToLiveSpecification: timeToLive } = properties;
  return {
    name: names.nameOf(logicalId),
    arn: names.arnOf(logicalId),
    schema: {
      AttributeDefinitions: properties.AttributeDefinitions,
      KeySchema: properties.KeySchema,
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes,
      LocalSecondaryIndexes: properties.LocalSecondaryIndexes,
      BillingMode: 'PAY_PER_REQUEST',
    },
    ...(stream && { stream: { arn: names.attribute(logicalId, 'StreamArn'), viewType: stream.StreamViewType } }),
    ...(timeToLive?.Enabled === true && { timeToLiveAttribute: timeToLive.AttributeName }),
  };
}

/** Tables that the template has not got, and whose streams it follows: one that was restored. */
function tablesElsewhere(
  mappings: readonly MappingDescription[],
  known: readonly TableDescription[],
): TableDescription[] {
  const streams = new Set(mappings.map(({ sourceArn }) => sourceArn).filter((arn) => arn.includes(':dynamodb:')));
  for (const { stream } of known) streams.delete(stream?.arn ?? '');
  return [...streams].map((arn) => {
    const [tableArn = ''] = arn.split('/stream/');
    return { name: tableArn.split('/').at(-1)!, arn: tableArn, stream: { arn, viewType: 'NEW_AND_OLD_IMAGES' } };
  });
}

function routesOf(resources: Resources): RouteDescription[] {
  const integrations = resources.all(kinds.integration);
  return resources.all(kinds.route).map(({ properties: { RouteKey: routeKey, Target: target } }) => {
    const integration = integrations.find(({ logicalId }) => target === `integrations/${logicalId}`);
    if (integration === undefined) throw new UnsupportedTemplate(`${routeKey}: there is no integration ${target}.`);
    return {
      routeKey,
      functionArn: functionArnIn(integration.properties.IntegrationUri),
      timeoutMilliseconds: integration.properties.TimeoutInMillis,
    };
  });
}

/** API Gateway may name a function by its ARN, or by the address under which it calls it. */
function functionArnIn(uri: string): string {
  return /(arn:aws:lambda:[^/]+)/.exec(uri)?.[1] ?? uri;
}

function stateMachineOf(
  { logicalId, properties }: Found<PropertiesOf<'stateMachine'>>,
  names: PhysicalNames,
): StateMachineDescription {
  const { DefinitionString, Definition, DefinitionSubstitutions: substitutions } = properties;
  const text = DefinitionString ?? JSON.stringify(Definition);
  if (text === undefined) throw new UnsupportedTemplate(`${logicalId}: a state machine without a definition.`);
  const whole = text.replaceAll(/\$\{([^}]+)\}/g, (placeholder, name: string) => substitutions[name] ?? placeholder);
  const definition: unknown = JSON.parse(whole);
  return { name: names.nameOf(logicalId), arn: names.arnOf(logicalId), roleArn: properties.RoleArn, definition };
}

function queueOf(
  { logicalId, properties }: Found<PropertiesOf<'queue'>>,
  names: PhysicalNames,
  addresses: Addresses,
): QueueDescription {
  const name = names.nameOf(logicalId);
  const redrive = properties.RedrivePolicy;
  return {
    name,
    arn: names.arnOf(logicalId),
    url: `${addresses.awsUrl}/${account}/${name}`,
    delaySeconds: properties.DelaySeconds,
    visibilitySeconds: properties.VisibilityTimeout,
    retentionSeconds: properties.MessageRetentionPeriod,
    waitSeconds: properties.ReceiveMessageWaitTimeSeconds,
    maximumBytes: properties.MaximumMessageSize,
    ...(redrive && { redrive: { arn: redrive.deadLetterTargetArn, maxReceiveCount: redrive.maxReceiveCount } }),
  };
}

function mappingOf(properties: PropertiesOf<'mapping'>): MappingDescription {
  const isStream = properties.EventSourceArn.startsWith('arn:aws:dynamodb:');
  return {
    sourceArn: properties.EventSourceArn,
    functionName: properties.FunctionName,
    batchSize: properties.BatchSize ?? (isStream ? 100 : 10),
    windowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
    bisect: properties.BisectBatchOnFunctionError === true,
    reportsItemFailures: properties.FunctionResponseTypes !== undefined,
    maximumRetries: properties.MaximumRetryAttempts ?? -1,
    maximumAgeSeconds: properties.MaximumRecordAgeInSeconds ?? -1,
    concurrency: properties.ScalingConfig?.MaximumConcurrency,
    failureArn: properties.DestinationConfig?.OnFailure?.Destination,
    filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown => JSON.parse(Pattern)),
  };
}

function ruleOf({ logicalId, properties }: Found<PropertiesOf<'rule'>>, names: PhysicalNames): RuleDescription {
  return {
    name: names.nameOf(logicalId),
    arn: names.arnOf(logicalId),
    pattern: properties.EventPattern,
    schedule: properties.ScheduleExpression,
    targets: properties.Targets.map(({ Arn: arn, Input: text }) => {
      if (text === undefined) return { arn };
      const input: unknown = JSON.parse(text);
      return { arn, input };
    }),
  };
}
