import { describe, expect, it } from 'vitest';
import { credentialsOf } from '../../../local/iam/credentials.ts';
import { Gate } from '../../../local/iam/gate.ts';
import { policyDocument } from '../../../local/iam/statement.ts';

const table = 'arn:aws:dynamodb:eu-west-1:000000000000:table/T';
const machine = 'arn:aws:states:eu-west-1:000000000000:stateMachine:M';
const roleArn = 'arn:aws:iam::000000000000:role/Clerk';
const functionArn = 'arn:aws:lambda:eu-west-1:000000000000:function:clerk';
const clerk = { roleArn, session: 'clerk' };

/** A gate with one role that has these statements. */
function gateWith(...statements: object[]): Gate {
  const { Statement } = policyDocument.parse({ Version: '2012-10-17', Statement: statements });
  return new Gate({
    description: {
      roles: [
        { arn: roleArn, trusts: [{ service: 'lambda.amazonaws.com', sourceArn: undefined }], statements: Statement },
      ],
      permissions: [
        { functionArn, service: 'apigateway.amazonaws.com', sourceArn: 'arn:aws:execute-api:r:a:api/*/*/orders/{id}' },
      ],
      functions: [
        {
          name: 'clerk',
          arn: functionArn,
          roleArn,
          logGroup: '/clerk',
          codeFolder: '',
          handler: '',
          environment: {},
          timeoutSeconds: 1,
          memoryMegabytes: 128,
          asyncRetries: 0,
        },
      ],
      tables: [
        {
          name: 'T',
          arn: table,
          schema: {
            KeySchema: [
              { AttributeName: 'pk', KeyType: 'HASH' },
              { AttributeName: 'sk', KeyType: 'RANGE' },
            ],
            GlobalSecondaryIndexes: [{ IndexName: 'watch', KeySchema: [{ AttributeName: 'w', KeyType: 'HASH' }] }],
          },
        },
      ],
      mailDomains: ['shop.example'],
    },
    machineOfToken: (token) => (token === 'ours' ? machine : undefined),
  });
}

const allow = (Action: string | string[], Resource: string | string[], Condition: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const keysLike = (...patterns: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } });

function isLetIn(gate: Gate, operation: string, input: object): boolean {
  const [service = '', name = ''] = operation.split(':');
  try {
    gate.admit(clerk, service, name, input);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return false;
    throw error;
  }
}

const item = (pk: string) => ({ TableName: 'T', Key: { pk: { S: pk }, sk: { S: 'ORDER' } } });

describe('a role', () => {
  it('may do what a statement allows: that action, that resource, those partition keys', () => {
    const gate = gateWith(allow('dynamodb:GetItem', table, keysLike('SHOP#*#ORDER#*')));
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SHOP#a#ORDER#1'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SECRET#a'))).toBe(false);
    expect(isLetIn(gate, 'dynamodb:DeleteItem', item('SHOP#a#ORDER#1'))).toBe(false);
    expect(isLetIn(gate, 'dynamodb:GetItem', { ...item('SHOP#a#ORDER#1'), TableName: 'U' })).toBe(false);
  });

  it('may not where another statement denies it', () => {
    const denied = { ...allow('dynamodb:*', '*', keysLike('SECRET#*')), Effect: 'Deny' };
    const gate = gateWith(allow('dynamodb:*', `${table}*`), denied);
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SHOP#a'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SECRET#a'))).toBe(false);
  });

  it('is told apart by what its keys are unlike', () => {
    const unlike = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': 'SHOP#*#*' } };
    const gate = gateWith(allow('dynamodb:GetItem', table, { ...keysLike('SHOP#*'), ...unlike }));
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SHOP#a'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:GetItem', item('SHOP#a#TASKS'))).toBe(false);
  });

  it('may do nothing with a batch of which one item is out of its reach', () => {
    const gate = gateWith(allow(['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem'], table, keysLike('SHOP#*')));
    const keys = (...pks: string[]) => ({ RequestItems: { T: { Keys: pks.map((pk) => item(pk).Key) } } });
    expect(isLetIn(gate, 'dynamodb:BatchGetItem', keys('SHOP#a', 'SHOP#b'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:BatchGetItem', keys('SHOP#a', 'SECRET#a'))).toBe(false);
    const writes = (pk: string) => ({ RequestItems: { T: [{ DeleteRequest: { Key: item(pk).Key } }] } });
    expect(isLetIn(gate, 'dynamodb:BatchWriteItem', writes('SHOP#a'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:BatchWriteItem', writes('SECRET#a'))).toBe(false);
  });

  it('queries under the key that the query names, whatever it calls it, and an index is a resource of its own', () => {
    const gate = gateWith(
      allow('dynamodb:Query', table, keysLike('SHOP#*')),
      allow('dynamodb:Query', `${table}/index/watch`),
    );
    const query = (pk: string, condition = '#k = :pk AND begins_with(sk, :pk)') => ({
      TableName: 'T',
      KeyConditionExpression: condition,
      ExpressionAttributeNames: { '#k': 'pk' },
      ExpressionAttributeValues: { ':pk': { S: pk } },
    });
    expect(isLetIn(gate, 'dynamodb:Query', query('SHOP#a'))).toBe(true);
    expect(isLetIn(gate, 'dynamodb:Query', query('SECRET#a'))).toBe(false);
    expect(isLetIn(gate, 'dynamodb:Query', { ...query('X', 'w = :pk'), IndexName: 'watch' })).toBe(true);
    expect(() => isLetIn(gate, 'dynamodb:Query', query('SHOP#a', 'sk = :pk'))).toThrow('no partition key is known');
  });

  it('answers the waits of a state machine; a token of nobody is left to the workflow service', () => {
    const gate = gateWith(allow('states:SendTaskSuccess', machine));
    expect(isLetIn(gate, 'states:SendTaskSuccess', { taskToken: 'ours' })).toBe(true);
    expect(isLetIn(gate, 'states:SendTaskFailure', { taskToken: 'ours' })).toBe(false);
    expect(isLetIn(gate, 'states:SendTaskFailure', { taskToken: 'forged' })).toBe(true);
  });

  it('mails in the name of an identity and with a configuration set: both must be allowed', () => {
    const ses = 'arn:aws:ses:eu-west-1:000000000000';
    const gate = gateWith(allow('ses:SendEmail', [`${ses}:identity/shop.example`, `${ses}:configuration-set/ours`]));
    const mail = (from: string, ConfigurationSetName?: string) => ({ FromEmailAddress: from, ConfigurationSetName });
    expect(isLetIn(gate, 'ses:SendEmail', mail('A shop <hello@shop.example>', 'ours'))).toBe(true);
    expect(isLetIn(gate, 'ses:SendEmail', mail('hello@shop.example', 'another'))).toBe(false);
    expect(isLetIn(gate, 'ses:SendEmail', mail('hello@other.example', 'ours'))).toBe(false);
  });

  it('needs for a batch of messages the right to send one', () => {
    const gate = gateWith(allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:000000000000:ours'));
    const QueueUrl = 'http://127.0.0.1:4011/000000000000/ours';
    expect(isLetIn(gate, 'sqs:SendMessageBatch', { QueueUrl })).toBe(true);
    expect(isLetIn(gate, 'sqs:SendMessage', { QueueUrl: `${QueueUrl}-too` })).toBe(false);
  });

  it('may do nothing of which nobody has said here what it needs', () => {
    const gate = gateWith(allow('*', '*'));
    expect(() => isLetIn(gate, 'dynamodb:ExecuteStatement', {})).toThrow(
      'which rights dynamodb:ExecuteStatement needs',
    );
  });

  it('that there is not may do nothing', () => {
    const gate = gateWith(allow('*', '*'));
    const nobody = { roleArn: `${roleArn}-of-old`, session: 'x' };
    expect(() => gate.admit(nobody, 'dynamodb', 'GetItem', item('a'))).toThrow('is not authorized to perform');
  });
});

describe('a condition', () => {
  const reads = (Condition: object, pk = 'SHOP#a'): boolean =>
    isLetIn(gateWith(allow(['dynamodb:GetItem', 'dynamodb:Scan'], table, Condition)), 'dynamodb:GetItem', item(pk));
  const scans = (Condition: object): boolean =>
    isLetIn(gateWith(allow('dynamodb:Scan', table, Condition)), 'dynamodb:Scan', { TableName: 'T' });
  const on = (operator: string, ...values: string[]) => ({ [operator]: { 'dynamodb:LeadingKeys': values } });

  it.each<[string, boolean, boolean]>([
    ['StringEquals', true, false],
    ['StringLike', true, false],
    ['StringNotEquals', false, true],
    ['StringNotLike', false, true],
    ['ForAllValues:StringEquals', true, true],
    ['ForAnyValue:StringEquals', true, false],
    ['ForAllValues:StringNotEquals', false, true],
    ['ForAnyValue:StringNotEquals', false, false],
  ])('%s of the very key holds: %s; where there is no value: %s', (operator, ofTheKey, ofNothing) => {
    expect(reads(on(operator, 'SHOP#a'))).toBe(ofTheKey);
    expect(scans(on(operator, 'SHOP#a'))).toBe(ofNothing);
  });

  it('has wildcards only where it says Like', () => {
    expect(reads(on('StringLike', 'SHOP#?'))).toBe(true);
    expect(reads(on('StringEquals', 'SHOP#?'))).toBe(false);
    expect(reads(on('StringLike', 'SHOP.*'))).toBe(false);
  });

  it.each([
    { NumericLessThan: { 'dynamodb:LeadingKeys': '1' } },
    { StringLikeIfExists: { 'dynamodb:LeadingKeys': 'a' } },
    { StringLike: { 'aws:SourceIp': '10.0.0.1' } },
  ])('that is not known here is refused, not taken for granted: %j', (Condition) => {
    expect(() => gateWith(allow('dynamodb:GetItem', table, Condition))).toThrow();
  });

  it.each([{ NotAction: 'dynamodb:Scan' }, { NotResource: table }, { Principal: '*' }])(
    'nor is another element of a statement: %j',
    (element) => {
      expect(() => gateWith({ ...allow('dynamodb:GetItem', table), ...element })).toThrow();
    },
  );
});

describe('the gate', () => {
  it('knows a function by the key that it signs with, and everybody else is the administrator', () => {
    const gate = gateWith();
    const signed = (key: string): string =>
      `AWS4-HMAC-SHA256 Credential=${key}/20261123/eu-west-1/dynamodb/aws4_request, …`;
    expect(gate.callerBehind(signed(credentialsOf(functionArn).accessKeyId))).toEqual(clerk);
    expect(gate.callerBehind(signed('AKIAPERSON'))).toBeUndefined();
    expect(gate.callerBehind(undefined)).toBeUndefined();
  });

  it('lets a service call a function for what the permission covers', () => {
    const gate = gateWith();
    const source = 'arn:aws:execute-api:r:a:api/$default/GET/orders/{id}';
    expect(gate.mayInvoke('apigateway.amazonaws.com', source, functionArn)).toBe(true);
    expect(gate.mayInvoke('apigateway.amazonaws.com', `${source}/words`, functionArn)).toBe(false);
    expect(gate.mayInvoke('events.amazonaws.com', source, functionArn)).toBe(false);
    expect(gate.mayInvoke('apigateway.amazonaws.com', source, `${functionArn}-too`)).toBe(false);
  });

  it('reports what nobody made use of: each action, each resource, each pattern of keys', () => {
    const gate = gateWith(
      allow(['dynamodb:GetItem', 'dynamodb:PutItem'], table, keysLike('SHOP#*', 'LINK#*')),
      allow('sqs:SendMessage', ['arn:aws:sqs:eu-west-1:000000000000:one', 'arn:aws:sqs:eu-west-1:000000000000:two']),
    );
    gate.mayInvoke('apigateway.amazonaws.com', 'arn:aws:execute-api:r:a:api/$default/GET/orders/{id}', functionArn);
    isLetIn(gate, 'dynamodb:GetItem', item('SHOP#a'));
    isLetIn(gate, 'dynamodb:PutItem', { TableName: 'T', Item: item('LINK#a').Key });
    isLetIn(gate, 'dynamodb:DeleteItem', item('SHOP#a'));
    isLetIn(gate, 'sqs:SendMessage', { QueueUrl: 'http://127.0.0.1/0/two' });
    expect(gate.unused().map(({ action, resource, where }) => [action, resource.split(':').at(-1), where])).toEqual([
      ['dynamodb:GetItem', 'table/T', 'dynamodb:LeadingKeys like LINK#*'],
      ['dynamodb:PutItem', 'table/T', 'dynamodb:LeadingKeys like SHOP#*'],
      ['sqs:SendMessage', 'one', undefined],
    ]);
    expect(gate.refusals()).toEqual([expect.stringContaining('dynamodb:DeleteItem')]);
  });
});
