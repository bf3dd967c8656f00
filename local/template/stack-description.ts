import type { PolicyDocument } from '../iam/statement.ts';

// What of a synthesised stack runs on this machine, with every reference resolved.

export interface TableDescription {
  name: string;
  arn: string;
  /** The input of `CreateTable`, without the name. Absent: the template only names it, and it must be there. */
  schema?: Record<string, unknown>;
  stream?: { arn: string; viewType: string };
  timeToLiveAttribute?: string;
}

export interface FunctionDescription {
  name: string;
  arn: string;
  /** What it may do. */
  roleArn: string;
  logGroup: string;
  /** The folder of the bundle on this disk. */
  codeFolder: string;
  /** File and export, as in `index.handler`. */
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** How many may run at once, where the template says so. */
  concurrency?: number;
  /** How often an asynchronous call is tried again after a function error, and where it goes in the end. */
  asyncRetries: number;
  asyncFailureArn?: string;
}

export interface RouteDescription {
  routeKey: string;
  functionArn: string;
  timeoutMilliseconds: number;
}

export interface StateMachineDescription {
  name: string;
  arn: string;
  roleArn: string;
  definition: unknown;
}

export interface QueueDescription {
  name: string;
  arn: string;
  url: string;
  delaySeconds: number;
  visibilitySeconds: number;
  retentionSeconds: number;
  waitSeconds: number;
  maximumBytes: number;
  redrive?: { arn: string; maxReceiveCount: number };
}

export interface MappingDescription {
  sourceArn: string;
  functionName: string;
  batchSize: number;
  /** How long a batch is gathered, at most. */
  windowSeconds: number;
  bisect: boolean;
  reportsItemFailures: boolean;
  /** -1: until the records are too old. */
  maximumRetries: number;
  /** -1: as long as the stream keeps them. */
  maximumAgeSeconds: number;
  concurrency?: number;
  failureArn?: string;
  /** EventBridge patterns; none: everything passes. */
  filters: unknown[];
}

export interface RuleDescription {
  name: string;
  arn: string;
  pattern?: Record<string, unknown>;
  schedule?: string;
  targets: Array<{ arn: string; input?: unknown }>;
}

export interface MailEventsDescription {
  configurationSet: string;
  /** Lower case: `send`, `delivery`, … */
  eventTypes: string[];
}

export interface RoleDescription {
  arn: string;
  /** The services that may act in it (`lambda.amazonaws.com`), where it says so for what of theirs only. */
  trusts: Array<{ service: string; sourceArn: string | undefined }>;
  statements: PolicyDocument['Statement'];
}

/** That a service may call a function. */
export interface PermissionDescription {
  functionArn: string;
  /** `events.amazonaws.com` */
  service: string;
  /** A pattern for what of that service calls; none: anything. */
  sourceArn: string | undefined;
}

/** All of a synthesised stack that runs, with every reference resolved. */
export interface StackDescription {
  name: string;
  apiId: string | undefined;
  roles: RoleDescription[];
  permissions: PermissionDescription[];
  tables: TableDescription[];
  functions: FunctionDescription[];
  routes: RouteDescription[];
  stateMachines: StateMachineDescription[];
  queues: QueueDescription[];
  mappings: MappingDescription[];
  rules: RuleDescription[];
  configurationSets: string[];
  /** Domains that mail may be from; whatever else it is from was verified as an address. */
  mailDomains: string[];
  mailEvents: MailEventsDescription[];
}
