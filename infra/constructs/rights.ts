import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { watchIndex } from './table.ts';

/** Some statements of a policy: what one function may do, as its construct lists it. */
export type Rights = readonly PolicyStatement[];

/**
 * The kinds of things in the table, by their partition keys (functions/adapters/keys.ts). `*` matches `#` too, so what
 * lies right under a shop is told from the rest by what it is unlike.
 */
export const itemKinds = {
  shops: { like: 'SHOP#*', unlike: 'SHOP#*#*' },
  orders: { like: 'SHOP#*#ORDER#*' },
  customers: { like: 'SHOP#*#CUSTOMER#*' },
  offers: { like: 'SHOP#*#OFFERS#*' },
  placed: { like: 'SHOP#*#PLACED#*' },
  /** The list's first place, and the parts that it is spread over. */
  tasks: { like: 'SHOP#*#TASKS' },
  taskParts: { like: 'SHOP#*#TASKS#*' },
  calls: { like: 'SHOP#*#CALLS#*' },
  leaves: { like: 'SHOP#*#LEAVES' },
  leavesParts: { like: 'SHOP#*#LEAVES#*' },
  promos: { like: 'SHOP#*#PROMO#*' },
  notTaken: { like: 'SHOP#*#NOT-TAKEN' },
  idempotency: { like: 'SHOP#*#IDEMPOTENCY#*' },
  erased: { like: 'SHOP#*#ERASED#*' },
  links: { like: 'LINK#*' },
  keys: { like: 'KEY#*' },
  secrets: { like: 'SECRET#*' },
  register: { like: 'SHOPS' },
} as const satisfies Record<string, KeyPattern>;

interface KeyPattern {
  readonly like: string;
  readonly unlike?: string;
}

export type ItemKind = keyof typeof itemKinds;

/** May look up single items of these kinds. */
export function mayRead(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:GetItem'], table, kinds);
}

/** May read all items that lie under one key of these kinds: an order with its details, a timeline, a list of tasks. */
export function mayList(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:Query'], table, kinds);
}

/** May make items of these kinds and change them; never delete them. */
export function mayWrite(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:PutItem', 'dynamodb:UpdateItem'], table, kinds);
}

/** May make items of these kinds, or replace them whole. */
export function mayPut(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:PutItem'], table, kinds);
}

/** May change items of these kinds; an update of an item that is not there makes it. */
export function mayUpdate(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:UpdateItem'], table, kinds);
}

/** May take items of these kinds away. */
export function mayDelete(table: ITable, ...kinds: readonly ItemKind[]): Rights {
  return onItems(['dynamodb:DeleteItem'], table, kinds);
}

/** May find the orders that should have moved. */
export function mayFindOverdue(table: ITable): Rights {
  return [allow(['dynamodb:Query'], [`${table.tableArn}/index/${watchIndex}`])];
}

/** May follow the changes of the table. Lambda makes no mapping without all four, and asks each of this one stream. */
export function mayFollow(table: ITable): Rights {
  const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
  return [
    allow(
      actions.map((action) => `dynamodb:${action}`),
      [streamOf(table)],
    ),
  ];
}

/** May begin executions. */
export function mayStart(machine: StateMachine): Rights {
  return [allow(['states:StartExecution'], [machine.stateMachineArn])];
}

/** May end the waits of executions. A token belongs to a state machine as far as IAM can tell, not to an execution. */
export function mayAnswerWaits(machine: StateMachine): Rights {
  return [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], [machine.stateMachineArn])];
}

/** May see which executions there are and how they ended. To describe one is a right on executions, which have no name yet. */
export function mayListExecutions(machine: StateMachine): Rights {
  return [allow(['states:ListExecutions'], [machine.stateMachineArn])];
}

/** May put messages on the queue. */
export function maySendTo(queue: IQueue): Rights {
  return [allow(['sqs:SendMessage'], [queue.queueArn])];
}

/** May take messages off the queue: what Lambda does for a function that reads one. */
export function mayReadFrom(queue: IQueue): Rights {
  return [allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn])];
}

/** @throws Error where the table has no stream. */
export function streamOf(table: ITable): string {
  if (table.tableStreamArn === undefined) throw new Error('nothing can follow a table that has no stream');
  return table.tableStreamArn;
}

/** A statement that allows exactly this. */
export function allow(
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Record<string, unknown>,
): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
}

function onItems(actions: readonly string[], table: ITable, kinds: readonly ItemKind[]): PolicyStatement[] {
  const patterns = kinds.map((kind): KeyPattern => itemKinds[kind]);
  const plain = patterns.filter(({ unlike }) => unlike === undefined).map(({ like }) => like);
  const others = patterns.filter(({ unlike }) => unlike !== undefined);
  return [
    ...(plain.length === 0 ? [] : [allow(actions, [table.tableArn], keysLike(plain))]),
    ...others.map(({ like, unlike }) =>
      allow(actions, [table.tableArn], {
        ...keysLike([like]),
        'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': [unlike] },
      }),
    ),
  ];
}

function keysLike(patterns: readonly string[]): Record<string, unknown> {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } };
}
