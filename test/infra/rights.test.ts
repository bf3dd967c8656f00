import { describe, expect, it } from 'vitest';
import * as keys from '../../functions/adapters/keys.ts';
import { itemKinds, type ItemKind } from '../../infra/constructs/rights.ts';
import { isAllowed } from './allowed.ts';
import { idIn, synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');
const table = `\${${stack.the('AWS::DynamoDB::Table').id}.Arn}`;
const machine = `\${${stack.the('AWS::StepFunctions::StateMachine').id}}`;
const messenger = stack.function('send-message');

/** Partition keys as functions/adapters/keys.ts makes them. */
const samples: Record<ItemKind, string> = {
  shops: keys.shopKey('demo').pk,
  orders: keys.orderKey('demo', '1001').pk,
  customers: keys.profileKey('demo', 'c-1').pk,
  promos: keys.promoKey('demo', 'WELCOME').pk,
  idempotency: keys.idempotencyKey('demo', 'POST', '/orders', 'k').pk,
  links: keys.linkKey('token').pk,
  keys: keys.apiKeyKey('secret').pk,
  secrets: keys.secretKey('demo').pk,
  erased: keys.erasureKey('demo', 'c-1').pk,
  offers: keys.offersKey('demo', 'c-1').pk,
  placed: keys.placedKey('demo', 'c-1', '1001', 0).pk,
  tasks: keys.tasksPartition('demo'),
  taskParts: keys.taskKey('demo', '1001.1', 0).pk,
  calls: keys.callKey('demo', 'c-1', '1001.1').pk,
  leaves: keys.leavesPartition('demo'),
  leavesParts: keys.leavesKey('demo', '1001', 0).pk,
  register: keys.shopsPartition,
  notTaken: keys.notTakenPartition('demo'),
};

/** What only people deal with (npm run shop): which keys a shop has. */
const forPeople = keys.shopKeysKey('demo').pk;

const isKind = (name: string): name is ItemKind => name in samples;
const kinds = Object.keys(samples).filter(isKind);

const workflowSide = [
  'relay',
  'send-message',
  'project-timeline',
  'mail-staff',
  'send-offers',
  'mail-morning-list',
  'note-mail',
  'note-execution-end',
  'sweep',
  'erase-customer',
];

const names = [...stack.functions.keys()];

/** The functions that may do this to items of this kind. */
function whoMay(action: string, kind: ItemKind): string[] {
  const call = { action: `dynamodb:${action}`, resource: table, leadingKey: samples[kind] };
  return names.filter((name) => isAllowed(stack.function(name).statements, call)).sort();
}

/** The functions that have a right whose action begins so. */
function whoHas(action: string): string[] {
  const isIt = (each: string): boolean => each.startsWith(action);
  return names.filter((name) => stack.function(name).statements.some(({ actions }) => actions.some(isIt))).sort();
}

describe('a function', () => {
  it('may do nothing to a resource without a name', () => {
    const wide = names.flatMap((name) =>
      stack
        .function(name)
        .statements.flatMap(({ actions, resources }) =>
          resources.filter((resource) => resource.includes('*')).map((resource) => `${actions.join(' ')} ${resource}`),
        ),
    );
    expect(wide).toEqual([]);
  });

  it('is granted actions one by one, never by a wildcard', () => {
    const actions = names.flatMap((name) => stack.function(name).statements.flatMap((each) => each.actions));
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('touches items only of the kinds it is about: every right on the table is narrowed by their keys', () => {
    const onTheTable = names.flatMap((name) =>
      stack.function(name).statements.filter(({ resources }) => resources.includes(table)),
    );
    expect(onTheTable.length).toBeGreaterThan(0);
    expect(onTheTable.filter(({ like }) => like === undefined)).toEqual([]);
  });

  it('never scans the table, and never writes or reads many items in one call', () => {
    const many = ['Scan', 'BatchGetItem', 'BatchWriteItem', 'TransactWriteItems', 'PartiQL'];
    expect(many.flatMap((action) => whoHas(`dynamodb:${action}`))).toEqual([]);
  });

  it('writes its own log and no other', () => {
    for (const name of names) {
      const { statements, properties } = stack.function(name);
      const logs = statements.filter(({ actions }) => actions.some((action) => action.startsWith('logs:')));
      expect(logs).toEqual([
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`\${${idIn(textOf(properties.LoggingConfig.LogGroup))}.Arn}`],
        },
      ]);
    }
  });

  it('has no rights but those of its own policy', () => {
    for (const { Properties } of stack.all('AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
  });
});

describe('the table', () => {
  it.each(kinds)('has keys of the kind %s, told from all others', (kind) => {
    const fitting = Object.entries(itemKinds).filter(([, pattern]) => {
      const keysLike = { like: [pattern.like], unlike: 'unlike' in pattern ? [pattern.unlike] : undefined };
      const call = { action: 'a', resource: 'r', leadingKey: samples[kind] };
      return isAllowed([{ actions: ['a'], resources: ['r'], ...keysLike }], call);
    });
    expect(fitting.map(([name]) => name)).toEqual([kind]);
  });

  it("gives a shop's secret to the function that checks Shopify's signature, and to nobody else", () => {
    expect(whoMay('GetItem', 'secrets')).toEqual(['take-shopify']);
    expect(whoMay('Query', 'secrets')).toEqual([]);
    expect(whoMay('PutItem', 'secrets')).toEqual(['keep-shop']);
    expect(whoMay('UpdateItem', 'secrets')).toEqual([]);
  });

  it('shows API keys only to functions that shops call, and lets none of them make one', () => {
    const calledByShops = [
      'complete-task',
      'export-customer',
      'forget-customer',
      'keep-customer',
      'keep-shop',
      'list-not-taken',
      'list-tasks',
      'record-fact',
      'record-order',
      'redeem-promo',
      'resend-message',
    ];
    expect(whoMay('GetItem', 'keys')).toEqual([...calledByShops, 'show-order', 'show-timeline']);
    expect([...whoMay('PutItem', 'keys'), ...whoMay('UpdateItem', 'keys')]).toEqual([]);
  });

  it("lets only the customer's page look behind a link, and only who writes to customers make one", () => {
    expect(whoMay('GetItem', 'links')).toEqual(['answer-customer']);
    expect(whoMay('PutItem', 'links')).toEqual(['send-message', 'send-offers']);
  });

  it('lets only the shop itself change its settings', () => {
    expect(whoMay('PutItem', 'shops')).toEqual(['keep-shop']);
    expect(whoMay('UpdateItem', 'shops')).toEqual([]);
  });

  it('loses tasks that are done and places where an order no longer waits to the projection, and persons to who erases them', () => {
    expect(whoHas('dynamodb:DeleteItem')).toEqual(['erase-customer', 'project-timeline']);
    const lostTo = (name: string): string[] => kinds.filter((kind) => whoMay('DeleteItem', kind).includes(name));
    expect(lostTo('project-timeline')).toEqual(['tasks', 'taskParts', 'calls', 'leaves', 'leavesParts']);
    expect(lostTo('erase-customer').sort()).toEqual(['calls', 'customers', 'offers', 'orders', 'placed', 'promos']);
  });

  it('keeps who is to be erased between those who take the wish, who fulfils it, and who tells orders', () => {
    expect(whoMay('GetItem', 'erased')).toEqual(['erase-customer', 'forget-customer', 'record-order', 'take-shopify']);
    expect(whoMay('UpdateItem', 'erased')).toEqual(whoMay('GetItem', 'erased'));
    expect([...whoMay('PutItem', 'erased'), ...whoMay('DeleteItem', 'erased'), ...whoMay('Query', 'erased')]).toEqual(
      [],
    );
  });

  it('shows which shops there are only to who goes round all of them; who changes one passes on when it is open', () => {
    expect([...whoMay('Query', 'register'), ...whoMay('GetItem', 'register')]).toEqual(['mail-morning-list']);
    expect(whoMay('UpdateItem', 'register')).toEqual(['keep-shop', 'mail-morning-list']);
    expect(whoMay('PutItem', 'register')).toEqual([]);
  });

  it('shows no function which keys a shop has: that is for people', () => {
    const actions = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'];
    const reaching = names.filter((name) => {
      const { statements } = stack.function(name);
      return actions.some((action) =>
        isAllowed(statements, { action: `dynamodb:${action}`, resource: table, leadingKey: forPeople }),
      );
    });
    expect(reaching).toEqual([]);
  });

  it('is not open at all to functions that need nothing of it', () => {
    expect(stack.function('report-health').statements).toHaveLength(1);
    expect(stack.function('refuse-unknown').statements).toHaveLength(1);
  });

  it('lets nobody list but who shows or tells a whole: an order with its details, a timeline, the tasks, what was not taken', () => {
    const tellingOrders = [
      'answer-customer',
      'erase-customer',
      'export-customer',
      'mail-morning-list',
      'mail-staff',
      'project-timeline',
      'resend-message',
      'send-message',
      'show-order',
    ];
    expect(whoMay('Query', 'orders')).toEqual(tellingOrders);
    expect(whoMay('Query', 'customers')).toEqual(['erase-customer', 'export-customer', 'show-timeline']);
    expect(whoMay('Query', 'tasks')).toEqual(['list-tasks', 'mail-morning-list']);
    expect(whoMay('Query', 'calls')).toEqual([
      'complete-task',
      'erase-customer',
      'list-tasks',
      'mail-staff',
      'project-timeline',
    ]);
    expect(whoMay('Query', 'leaves')).toEqual(['mail-morning-list']);
    expect(whoMay('Query', 'placed')).toEqual([
      'erase-customer',
      'export-customer',
      'forget-customer',
      'send-message',
      'take-shopify',
    ]);
    const listed = kinds.filter((kind) => whoMay('Query', kind).length > 0);
    expect(whoMay('Query', 'notTaken')).toEqual(['list-not-taken']);
    expect(listed.sort()).toEqual([
      'calls',
      'customers',
      'leaves',
      'leavesParts',
      'notTaken',
      'orders',
      'placed',
      'register',
      'taskParts',
      'tasks',
    ]);
  });

  it('hides who the customer is from the relay, the sweep and the projection', () => {
    for (const name of ['relay', 'sweep', 'note-mail', 'note-execution-end', 'project-timeline']) {
      expect(whoMay('GetItem', 'customers')).not.toContain(name);
    }
  });
});

describe('the workflow', () => {
  it('is answered by the relay alone, and started by it and the sweep: only this one state machine', () => {
    expect(whoHas('states:StartExecution')).toEqual(['relay', 'sweep']);
    expect(whoHas('states:SendTask')).toEqual(['relay']);
    const onStates = names.flatMap((name) =>
      stack
        .function(name)
        .statements.filter(({ actions }) => actions.some((action) => action.startsWith('states:')))
        .flatMap(({ resources }) => resources),
    );
    expect(new Set(onStates)).toEqual(new Set([machine]));
  });

  it('is out of reach for everything that answers HTTP', () => {
    const reaching = [...whoHas('states:'), ...whoHas('lambda:'), ...whoHas('sqs:'), ...whoHas('ses:')];
    expect(reaching.filter((name) => !workflowSide.includes(name))).toEqual([]);
  });

  it('may itself change orders and call the messenger, and nothing else', () => {
    const role = stack
      .all('AWS::IAM::Role')
      .find(({ Properties }) => JSON.stringify(Properties).includes('states.amazonaws'));
    const statements = stack.statementsOf(role?.id ?? '');
    expect(statements).toEqual([
      { actions: ['dynamodb:UpdateItem'], resources: [table], like: ['SHOP#*#ORDER#*'], unlike: undefined },
      {
        actions: ['lambda:InvokeFunction'],
        resources: [`\${${messenger.id}.Arn}`],
        like: undefined,
        unlike: undefined,
      },
    ]);
  });
});

describe('mail', () => {
  it('is sent by who writes to customers and to staff, with our configuration set and in the names that the stage says', () => {
    expect(whoHas('ses:')).toEqual(['mail-morning-list', 'mail-staff', 'send-message', 'send-offers']);
    const set = `configuration-set/\${${stack.the('AWS::SES::ConfigurationSet').id}}`;
    const sending = messenger.statements.find(({ actions }) => actions.includes('ses:SendEmail'));
    // The stage names nobody yet, so there is nothing but the set.
    expect(sending?.resources.map((resource) => resource.slice(resource.lastIndexOf(':') + 1))).toEqual([set]);
  });
});
