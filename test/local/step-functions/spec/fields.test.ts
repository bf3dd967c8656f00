import { describe, expect, it } from 'vitest';
import { calling } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

/**
 * Every field that the specification names for a state of any type, with a value that would be right where it is allowed;
 * what only AWS has (`Label`) too. A field is either taken, and what it does is pinned in the other files of this folder,
 * or refused by its name when the definition is put. Nothing is passed over in silence.
 */
const SAMPLES: Readonly<Record<string, unknown>> = {
  // "Table of State Types and Fields (JSONata)".
  Comment: 'for eyes',
  QueryLanguage: 'JSONata',
  Output: { order: '1001' },
  Assign: { level: 1 },
  Next: 'Other',
  End: true,
  Arguments: { FunctionName: 'messenger' },
  Retry: [{ ErrorEquals: ['Busy'] }],
  Catch: [{ ErrorEquals: ['Busy'], Next: 'Other' }],
  // "Task State", "Choice State", "Wait State", "Fail State", "Parallel State", "Map State".
  Resource: 'arn:aws:states:::lambda:invoke',
  TimeoutSeconds: 60,
  HeartbeatSeconds: 30,
  Credentials: { RoleArn: 'arn:aws:iam::000000000000:role/Other' },
  Choices: [{ Condition: true, Next: 'Other' }],
  Default: 'Other',
  Seconds: 1,
  Timestamp: '2026-11-23T12:00:00Z',
  Error: 'ShopClosed',
  Cause: 'holidays',
  Branches: [],
  ItemProcessor: {},
  Iterator: {},
  Items: [],
  ItemReader: {},
  ItemSelector: {},
  ItemBatcher: {},
  ResultWriter: {},
  MaxConcurrency: 1,
  ToleratedFailurePercentage: 1,
  ToleratedFailureCount: 1,
  Label: 'orders',
  // "Table of State Types and Fields (JSONPath)", and the fields that JSONata has no use for ("November 22, 2024").
  InputPath: '$',
  OutputPath: '$',
  ResultPath: '$',
  Parameters: {},
  ResultSelector: {},
  Result: {},
  TimeoutSecondsPath: '$.seconds',
  HeartbeatSecondsPath: '$.seconds',
  SecondsPath: '$.seconds',
  TimestampPath: '$.until',
  ErrorPath: '$.error',
  CausePath: '$.cause',
  ItemsPath: '$.items',
  MaxConcurrencyPath: '$.most',
  ToleratedFailurePercentagePath: '$.most',
  ToleratedFailureCountPath: '$.most',
};

const EVERYWHERE = ['Comment', 'QueryLanguage'];
const MOST = [...EVERYWHERE, 'Output', 'Assign', 'Next', 'End'];

/** A state of each type that lacks nothing, and the fields that such a state may have. */
const TYPES = [
  {
    type: 'Task',
    state: calling(),
    takes: [...MOST, 'Arguments', 'Retry', 'Catch', 'Resource', 'TimeoutSeconds', 'HeartbeatSeconds'],
  },
  { type: 'Pass', state: { Type: 'Pass', End: true }, takes: MOST },
  { type: 'Wait', state: { Type: 'Wait', Seconds: 1, End: true }, takes: [...MOST, 'Seconds', 'Timestamp'] },
  {
    type: 'Choice',
    state: { Type: 'Choice', Choices: SAMPLES['Choices'] },
    takes: [...EVERYWHERE, 'Output', 'Assign', 'Choices', 'Default'],
  },
  { type: 'Succeed', state: { Type: 'Succeed' }, takes: [...EVERYWHERE, 'Output'] },
  { type: 'Fail', state: { Type: 'Fail' }, takes: [...EVERYWHERE, 'Error', 'Cause'] },
];

/** Of two fields that exclude each other, the one that makes way. */
const INSTEAD_OF: Readonly<Record<string, string>> = { Next: 'End', Timestamp: 'Seconds' };

function having(field: string, state: object): object {
  const others = Object.entries(state).filter(([name]) => name !== INSTEAD_OF[field]);
  return { ...Object.fromEntries(others), [field]: SAMPLES[field] };
}

describe.each(TYPES)('the fields of a $type state', ({ type, state, takes }) => {
  it(`Spec "Table of State Types and Fields (JSONata)": a ${type} state may have its own fields, and they are taken`, () => {
    const refusals = takes.map((field) => refusalOf(withState(having(field, state))));
    expect(refusals).toEqual(takes.map(() => undefined));
  });

  const others = Object.keys(SAMPLES).filter((field) => !takes.includes(field));

  it.each(others)(
    `Spec "Table of State Types and Fields": %s is not for a ${type} state, or not supported here: refused by its name`,
    (field) => {
      expect(refusalOf(withState(having(field, state)))).toMatchObject({ state: 'Only', field });
    },
  );

  it(`Spec "State Types": a field that no page names is refused in a ${type} state`, () => {
    expect(refusalOf(withState({ ...state, Timeout: 60 }))).toMatchObject({ state: 'Only', field: 'Timeout' });
    expect(refusalOf(withState({ ...state, comment: 'small' }))).toMatchObject({ state: 'Only', field: 'comment' });
  });
});

describe('types of states', () => {
  it.each([
    ['Parallel', { Type: 'Parallel', Branches: [], End: true }],
    ['Map', { Type: 'Map', Items: [], ItemProcessor: {}, End: true }],
    ['Sleep', { Type: 'Sleep', End: true }],
    ['task', { ...calling(), Type: 'task' }],
  ])('Spec "State Types": the type decides what a state is; %s is not supported and refused by it', (type, state) => {
    const refusal = refusalOf(withState(state));
    expect(refusal).toMatchObject({ state: 'Only', field: 'Type' });
    expect(refusal?.message).toContain(type);
  });
});

/** The comparison fields of "Data-test expression for JSONPath Choice Rules". */
const COMPARISONS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const DATA_TESTS = [
  ...['String', 'Numeric', 'Timestamp'].flatMap((kind) =>
    COMPARISONS.flatMap((comparison) => [`${kind}${comparison}`, `${kind}${comparison}Path`]),
  ),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
  ...['Null', 'Present', 'Numeric', 'String', 'Boolean', 'Timestamp'].map((kind) => `Is${kind}`),
];

const RULE = { Condition: true, Next: 'Other' };
const RETRIER = { ErrorEquals: ['Busy'] };
const CATCHER = { ErrorEquals: ['Busy'], Next: 'Other' };

describe('the fields of what lies within a state', () => {
  it('Spec "JSONata Choice Rules": a rule has Condition and Next, and may have Assign, Output and a Comment', () => {
    const rule = { ...RULE, Assign: { level: 1 }, Output: 1, Comment: 'late' };
    expect(refusalOf(withState({ Type: 'Choice', Choices: [rule] }))).toBeUndefined();
  });

  it.each(['And', 'Or', 'Not', 'Variable', ...DATA_TESTS])(
    'Spec "JSONata Choice Rules": a rule is a Condition; JSONPath’s %s is refused by its name',
    (field) => {
      const refusal = refusalOf(withState({ Type: 'Choice', Choices: [{ ...RULE, [field]: true }] }));
      expect(refusal).toMatchObject({ state: 'Only', field: `Choices[0].${field}` });
    },
  );

  it('Spec "Retrying after error": a retrier may have these fields', () => {
    const policy = { IntervalSeconds: 1, MaxAttempts: 1, MaxDelaySeconds: 2, JitterStrategy: 'FULL', BackoffRate: 1.5 };
    expect(refusalOf(withState(calling({ Retry: [{ ...RETRIER, ...policy, Comment: 'c' }] })))).toBeUndefined();
  });

  it.each(['Next', 'Output', 'Assign', 'MaxAttempt', 'Jitter'])(
    'Spec "Retrying after error": a retrier has no %s: refused by its name',
    (field) => {
      const refusal = refusalOf(withState(calling({ Retry: [{ ...RETRIER, [field]: 'Other' }] })));
      expect(refusal).toMatchObject({ state: 'Only', field: `Retry[0].${field}` });
    },
  );

  it('Spec "JSONata Catchers": a catcher may have Assign and Output, and a Comment', () => {
    const more = { Assign: { level: 1 }, Output: 1, Comment: 'c' };
    expect(refusalOf(withState(calling({ Catch: [{ ...CATCHER, ...more }] })))).toBeUndefined();
  });

  it.each(['ResultPath', 'End', 'Retry', 'MaxAttempts'])(
    'Spec "JSONata Catchers": a catcher has no %s: refused by its name',
    (field) => {
      const refusal = refusalOf(withState(calling({ Catch: [{ ...CATCHER, [field]: '$' }] })));
      expect(refusal).toMatchObject({ state: 'Only', field: `Catch[0].${field}` });
    },
  );
});

describe('the fields of the state machine', () => {
  it('Spec "Top-level fields": a machine may have a comment, a version and a time-out besides States and StartAt', () => {
    const more = { Comment: 'The order', Version: '1.0', TimeoutSeconds: 86_400 };
    expect(refusalOf(withState({ Type: 'Pass', End: true }, more))).toBeUndefined();
  });

  it.each(['ProcessorConfig', 'Timeout', 'Name', 'startAt'])(
    'Spec "Top-level fields": a machine has no %s: refused by its name',
    (field) => {
      const refusal = refusalOf(withState({ Type: 'Pass', End: true }, { [field]: 'x' }));
      expect(refusal).toMatchObject({ state: undefined, field });
    },
  );
});
