/** When the numbers below were looked up; quotas change, and an account may have others (Service Quotas console). */
export const lookedUpOn = '2026-11-26';

export type QuotaId =
  | 'apiStage'
  | 'apiAccount'
  | 'lambda'
  | 'startExecution'
  | 'taskSuccess'
  | 'taskFailure'
  | 'transitions'
  | 'openExecutions'
  | 'tableWrites'
  | 'tableReads'
  | 'indexWrites'
  | 'messengers'
  | 'sesRate'
  | 'sesDay'
  | 'mailEvents'
  | 'relayReaders'
  | 'timelineReaders'
  | 'ringAgain'
  | 'staffReaders';

/** Whose it is: `ours` stands in infra/, `soft` is raised by AWS when asked, `hard` follows from something else. */
export type Whose = 'ours' | 'soft' | 'hard';

export interface Quota {
  readonly name: string;
  readonly unit: string;
  readonly whose: Whose;
  /** Where it is raised, or what it follows from. */
  readonly where: string;
}

/** Source: the services' quota pages in AWS's documentation. Regions: us-east-1, us-west-2, eu-west-1 (the others have less). */
export const quotas: { readonly [id in QuotaId]: Quota } = {
  apiStage: {
    name: 'API stage throttle',
    unit: 'requests/s',
    whose: 'ours',
    where: 'infra/config.ts, throttling',
  },
  apiAccount: {
    name: 'API Gateway throttle',
    unit: 'requests/s',
    whose: 'soft',
    where: 'API Gateway, Throttle rate',
  },
  lambda: {
    name: 'Lambda concurrency, but for the messengers',
    unit: 'at once',
    whose: 'soft',
    where: 'Lambda, Concurrent executions',
  },
  startExecution: {
    name: 'StartExecution',
    unit: 'calls/s',
    whose: 'soft',
    where: 'Step Functions, StartExecution throttle token refill rate',
  },
  taskSuccess: {
    name: 'SendTaskSuccess',
    unit: 'calls/s',
    whose: 'soft',
    where: 'Step Functions, SendTaskSuccess throttle token refill rate',
  },
  taskFailure: {
    name: 'SendTaskFailure',
    unit: 'calls/s',
    whose: 'soft',
    where: 'Step Functions, SendTaskFailure throttle token refill rate',
  },
  transitions: {
    name: 'State transitions',
    unit: 'states/s',
    whose: 'soft',
    where: 'Step Functions, StateTransition throttle token refill rate',
  },
  openExecutions: {
    name: 'Open executions',
    unit: 'open',
    whose: 'soft',
    where: 'Step Functions, Open executions ("millions")',
  },
  tableWrites: {
    name: 'Table, writes',
    unit: 'units/s',
    whose: 'soft',
    where: 'DynamoDB, Table-level write throughput limit; warm throughput',
  },
  tableReads: {
    name: 'Table, reads',
    unit: 'units/s',
    whose: 'soft',
    where: 'DynamoDB, Table-level read throughput limit; warm throughput',
  },
  indexWrites: {
    name: 'Index of open orders, writes',
    unit: 'units/s',
    whose: 'soft',
    where: 'DynamoDB, as for the table; warm throughput of the index',
  },
  messengers: {
    name: 'Messengers',
    unit: 'at once',
    whose: 'ours',
    where: "infra/config.ts, mailsPerSecond; out of Lambda's concurrency",
  },
  sesRate: { name: 'SES, send rate', unit: 'mails/s', whose: 'soft', where: 'SES, Sending rate' },
  sesDay: { name: 'SES, a day', unit: 'mails/24 h', whose: 'soft', where: 'SES, Sending quota' },
  mailEvents: {
    name: 'EventBridge calls',
    unit: 'calls/s',
    whose: 'soft',
    where: 'EventBridge, Invocations throttle limit',
  },
  relayReaders: {
    name: "Relay's readers of the stream",
    unit: 'at once',
    whose: 'hard',
    where: "one for each of the table's partitions",
  },
  timelineReaders: {
    name: "Timeline's readers of the stream",
    unit: 'at once',
    whose: 'ours',
    where: "infra/constructs/timeline.ts, for each of the table's partitions",
  },
  ringAgain: {
    name: "Queue ring-again's readers",
    unit: 'at once',
    whose: 'ours',
    where: 'infra/constructs/relay.ts',
  },
  staffReaders: {
    name: "Queue staff-mail's readers",
    unit: 'at once',
    whose: 'ours',
    where: 'infra/constructs/timeline.ts',
  },
};

/** What each is, how much may gather in its bucket, and where a table's capacity begins. */
export interface Limits {
  readonly rate: { readonly [id in QuotaId]: number };
  readonly burst: { readonly [id in QuotaId]?: number };
  /** What a table and its index take in their first half hour (warm throughput). */
  readonly warm: { readonly tableWrites: number; readonly tableReads: number; readonly indexWrites: number };
}

/** One partition of a table or an index. */
export const partitionMost = { write: 1000, read: 3000 } as const;

/** What a new account is given, on the services' pages. */
export const givenByAws = {
  apiAccount: { rate: 10_000, burst: 5000 },
  lambda: { rate: 1000 },
  startExecution: { rate: 300, burst: 1300 },
  taskSuccess: { rate: 500, burst: 3000 },
  taskFailure: { rate: 500, burst: 3000 },
  transitions: { rate: 5000, burst: 5000 },
  openExecutions: { rate: 1_000_000 },
  tableWrites: { rate: 40_000 },
  tableReads: { rate: 40_000 },
  indexWrites: { rate: 40_000 },
  sesRate: { rate: 14 },
  sesDay: { rate: 50_000 },
  mailEvents: { rate: 18_750 },
} as const;

/** What a new on-demand table takes before it has grown. */
export const newTable = { tableWrites: 4000, tableReads: 12_000, indexWrites: 4000 } as const;
