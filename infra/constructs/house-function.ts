import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Environments, FunctionName } from '../environments.ts';
import type { Rights } from './rights.ts';

export interface HouseFunctionProps<Name extends FunctionName> {
  readonly config: StageConfig;
  /** One sentence for the console. */
  readonly description: string;
  /** What `functions/<name>/env.ts` parses, all of it and nothing else. */
  readonly environment: Environments[Name];
  /** All that it may do besides writing its log. */
  readonly may: readonly Rights[];
  readonly timeout: Duration;
  /** So many run at once, and nobody else takes their place. Default: as many as the account has left. */
  readonly concurrency?: number | undefined;
  /** More memory is more processor too. Default: 256. */
  readonly memoryMegabytes?: 256 | 512;
}

/** A bundle is not there. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}

/** Where build/bundle.ts puts the functions. */
const bundles = resolve(import.meta.dirname, '../../dist/functions');

/**
 * A function of the house. One name runs through everything: the folder `record-order` is the construct `RecordOrder`,
 * and in the console the function, its log group and its metrics are `Shopkeeper-<stage>-record-order`.
 *
 * Its role may write its own log and do what `may` lists, nothing else.
 */
export class HouseFunction<Name extends FunctionName> extends Construct {
  /** Of its folder. */
  readonly name: Name;
  readonly lambda: Function;
  readonly logGroup: LogGroup;

  /** @throws NotBuilt where the bundle is missing. */
  constructor(scope: Construct, name: Name, props: HouseFunctionProps<Name>) {
    super(scope, pascalCase(name));
    const { config, description, environment, may, timeout, concurrency, memoryMegabytes = 256 } = props;
    this.name = name;
    const fullName = `${Stack.of(this).stackName}-${name}`;
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/shopkeeper/${fullName}`,
      retention: config.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(role);
    for (const statement of may.flat()) role.addToPolicy(statement);
    this.lambda = new Function(this, 'Function', {
      functionName: fullName,
      description,
      code: Code.fromAsset(bundleOf(name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      timeout,
      reservedConcurrentExecutions: concurrency,
      memorySize: memoryMegabytes,
      environment: { ...environment },
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: config.logLevel,
      // Lambda's own start, end and report of every call cost more than the calls.
      systemLogLevelV2: SystemLogLevel.WARN,
    });
  }
}

function bundleOf(name: FunctionName): string {
  const folder = resolve(bundles, name);
  if (!existsSync(folder)) throw new NotBuilt(`There is no ${folder}: run npm run build first.`);
  return folder;
}

/** `record-order` → `RecordOrder`. */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
