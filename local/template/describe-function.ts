import { UnsupportedTemplate, type Assembly } from './assembly.ts';
import { kinds, type PropertiesOf } from './kinds.ts';
import type { PhysicalNames } from './physical-names.ts';
import type { Found, Resources } from './resources.ts';
import type { FunctionDescription } from './stack-description.ts';

/** What a function needs to know of the stack around it. */
export interface Surroundings {
  assembly: Assembly;
  names: PhysicalNames;
  resources: Resources;
  /** Puts this machine's address in place of the one the API would have in AWS. */
  atHome: (value: string) => string;
}

/** @throws UnsupportedTemplate when the function's code is no folder of the assembly */
export function describeFunction(
  { logicalId, properties }: Found<PropertiesOf<'lambda'>>,
  { assembly, names, resources, atHome }: Surroundings,
): FunctionDescription {
  const codeFolder = assembly.assetFolder(properties.Code.S3Key);
  if (codeFolder === undefined) throw new UnsupportedTemplate(`${logicalId}: its code is no folder of the assembly.`);
  const name = names.nameOf(logicalId);
  const configs = resources.all(kinds.invokeConfig).map((config) => config.properties);
  const invoke = configs.find(({ FunctionName }) => FunctionName === name);
  const variables = Object.entries(properties.Environment?.Variables ?? {});
  return {
    name,
    arn: names.arnOf(logicalId),
    roleArn: properties.Role,
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    codeFolder,
    handler: properties.Handler,
    environment: Object.fromEntries(variables.map(([key, value]) => [key, atHome(value)])),
    timeoutSeconds: properties.Timeout,
    memoryMegabytes: properties.MemorySize,
    concurrency: properties.ReservedConcurrentExecutions,
    asyncRetries: invoke?.MaximumRetryAttempts ?? 2,
    asyncFailureArn: invoke?.DestinationConfig?.OnFailure?.Destination ?? properties.DeadLetterConfig?.TargetArn,
  };
}
