import { describe, expect, it } from 'vitest';
import { readProgram } from '../../../local/step-functions/definition/read-program.ts';
import { UnsupportedDefinition } from '../../../local/step-functions/definition/unsupported-definition.ts';
import { awaiting, calling, ending, machine } from './workflow-bench.ts';

/** What a definition is refused for: its state and field. */
function refused(definition: unknown): UnsupportedDefinition {
  try {
    readProgram(definition);
  } catch (error) {
    if (error instanceof UnsupportedDefinition) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

const one = (state: object, more: object = {}) => machine({ Only: state, Other: ending('') }, more);

describe('a definition that is refused when it is put', () => {
  it.each([
    ['InputPath', { Type: 'Pass', End: true, InputPath: '$.order' }],
    ['Parameters', { ...calling(), Parameters: { 'order.$': '$.order' } }],
    ['ResultSelector', { ...calling(), ResultSelector: {} }],
    ['ResultPath', { ...calling(), ResultPath: null }],
    ['OutputPath', { ...calling(), OutputPath: '$' }],
    ['Result', { Type: 'Pass', Result: {}, End: true }],
    ['TimeoutSecondsPath', { ...calling(), TimeoutSecondsPath: '$.t' }],
    ['Choices[0].Variable', { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'Other' }] }],
    ['Catch[0].ResultPath', calling({ Catch: [{ ErrorEquals: ['E'], Next: 'Other', ResultPath: '$' }] })],
    ['ErrorPath', { Type: 'Fail', ErrorPath: '$.e' }],
    ['SecondsPath', { Type: 'Wait', Seconds: 1, SecondsPath: '$.s', End: true }],
  ])('uses JSONPath: %s', (field, state) => {
    const error = refused(one(state));
    expect(error).toMatchObject({ name: 'UnsupportedDefinition', state: 'Only', field });
    expect(error.message).toContain('only JSONata');
  });

  it.each([
    ['Type', { Type: 'Parallel', Branches: [], End: true }],
    ['Type', { Type: 'Map', End: true }],
    ['Type', { Type: 'Sleep', End: true }],
    ['Resource', { ...calling(), Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }],
    ['Resource', { ...calling(), Resource: 'arn:aws:lambda:eu-west-1:000000000000:function:f' }],
    ['Resource', { ...calling(), Resource: 'arn:aws:states:::dynamodb:updateItem' }],
    ['Arguments.Qualifier', { ...calling(), Arguments: { FunctionName: 'f', Qualifier: 'live' } }],
    ['Arguments.FunctionName', { ...calling(), Arguments: { Payload: {} } }],
    ['Arguments', { ...calling(), Arguments: undefined }],
    ['Credentials', { ...calling(), Credentials: {} }],
    ['Retry[0].MaxAttempt', calling({ Retry: [{ ErrorEquals: ['E'], MaxAttempt: 1 }] })],
    ['Choices[0].Else', { Type: 'Choice', Choices: [{ Condition: true, Next: 'Other', Else: 'Only' }] }],
    ['Assign', { Type: 'Succeed', Assign: {} }],
    ['Output', { Type: 'Fail', Output: {} }],
    ['Next', { Type: 'Fail', Next: 'Other' }],
  ])('uses what is not supported: %s', (field, state) => {
    expect(refused(one(state))).toMatchObject({ name: 'UnsupportedDefinition', state: 'Only', field });
  });

  it.each([
    ['Next', { Type: 'Pass', Next: 'Nowhere' }],
    ['Next', { Type: 'Pass' }],
    ['Next', { Type: 'Pass', Next: 'Other', End: true }],
    ['Next', { Type: 'Pass', End: false }],
    ['Default', { Type: 'Choice', Choices: [{ Condition: true, Next: 'Other' }], Default: 'Nowhere' }],
    ['Choices[0].Next', { Type: 'Choice', Choices: [{ Condition: true, Next: 'Nowhere' }] }],
    ['Choices', { Type: 'Choice', Choices: [] }],
    ['Choices[0].Condition', { Type: 'Choice', Choices: [{ Next: 'Other' }] }],
    ['Choices[0].Condition', { Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'Other' }] }],
    ['Catch[0].Next', calling({ Catch: [{ ErrorEquals: ['E'], Next: 'Nowhere' }] })],
    ['Catch[0].ErrorEquals', calling({ Catch: [{ ErrorEquals: [], Next: 'Other' }] })],
    ['Catch[0].ErrorEquals', calling({ Catch: [{ ErrorEquals: ['States.ALL', 'E'], Next: 'Other' }] })],
    [
      'Catch[0].ErrorEquals',
      calling({
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Other' },
          { ErrorEquals: ['E'], Next: 'Other' },
        ],
      }),
    ],
    ['Retry[0].ErrorEquals', calling({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] })],
    ['Retry[0].IntervalSeconds', calling({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 0 }] })],
    ['Retry[0].MaxAttempts', calling({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: -1 }] })],
    ['Retry[0].BackoffRate', calling({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.9 }] })],
    ['Retry[0].MaxDelaySeconds', calling({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 5, MaxDelaySeconds: 5 }] })],
    ['Retry[0].JitterStrategy', calling({ Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'SOME' }] })],
    ['TimeoutSeconds', calling({ TimeoutSeconds: 0 })],
    ['TimeoutSeconds', calling({ TimeoutSeconds: 1.5 })],
    ['TimeoutSeconds', calling({ TimeoutSeconds: '60' })],
    ['HeartbeatSeconds', calling({ TimeoutSeconds: 60, HeartbeatSeconds: 60 })],
    ['Seconds', { Type: 'Wait', End: true }],
    ['Seconds', { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true }],
    ['Seconds', { Type: 'Wait', Seconds: -1, End: true }],
    ['QueryLanguage', { Type: 'Pass', QueryLanguage: 'JSONPath', End: true }],
    ['Output', { Type: 'Pass', Output: '{% $states.input. %}', End: true }],
    ['Output', { Type: 'Pass', Output: { a: ['{%  %}'] }, End: true }],
    ['Output', { Type: 'Pass', Output: "{% $eval('1') %}", End: true }],
    ['Output', { Type: 'Pass', Output: '{% $states.result %}', End: true }],
    ['Output', { Type: 'Pass', Output: '{% $states.inputs %}', End: true }],
    ['Arguments', { ...calling(), Arguments: '{% $states.result %}' }],
    ['Output', calling({ Output: '{% $states.errorOutput %}' })],
    ['Catch[0].Output', calling({ Catch: [{ ErrorEquals: ['E'], Output: '{% $states.result %}', Next: 'Other' }] })],
    ['Assign', { Type: 'Pass', Assign: '{% {} %}', End: true }],
    ['Assign.states', { Type: 'Pass', Assign: { states: 1 }, End: true }],
    ['Assign.a-b', { Type: 'Pass', Assign: { 'a-b': 1 }, End: true }],
    ['Type', {}],
    ['Comment', { Type: 'Pass', Comment: 7, End: true }],
  ])('is wrong: %s', (field, state) => {
    expect(refused(one(state))).toMatchObject({ name: 'UnsupportedDefinition', state: 'Only', field });
  });

  it.each([
    ['QueryLanguage', { ...one(ending('')), QueryLanguage: undefined }],
    ['QueryLanguage', { ...one(ending('')), QueryLanguage: 'JSONPath' }],
    ['StartAt', { ...one(ending('')), StartAt: 'Nowhere' }],
    ['StartAt', { ...one(ending('')), StartAt: undefined }],
    ['States', { QueryLanguage: 'JSONata', StartAt: 'Only', States: {} }],
    ['TimeoutSeconds', one(ending(''), { TimeoutSeconds: 0 })],
    ['Version', one(ending(''), { Version: '2.0' })],
    ['ProcessorConfig', one(ending(''), { ProcessorConfig: {} })],
  ])('has a wrong top level: %s', (field, definition) => {
    expect(refused(definition)).toMatchObject({ name: 'UnsupportedDefinition', state: undefined, field });
  });

  it.each([undefined, null, 'text', []])('is no object: %j', (definition) => {
    expect(refused(definition).name).toBe('UnsupportedDefinition');
  });
});

describe('a definition that is taken', () => {
  it('may use all that is supported, and have states nobody reaches', () => {
    const definition = machine(
      {
        Start: {
          Type: 'Pass',
          Comment: 'for eyes',
          QueryLanguage: 'JSONata',
          Assign: { level: 0, größe: 1 },
          Next: 'Await',
        },
        Await: awaiting({
          TimeoutSeconds: '{% $level + 1 %}',
          HeartbeatSeconds: '{% $level %}',
          Retry: [{ ErrorEquals: ['E'], Comment: 'c', IntervalSeconds: 2, MaxDelaySeconds: 9, JitterStrategy: 'FULL' }],
          Catch: [{ ErrorEquals: ['States.ALL'], Comment: 'c', Next: 'Which', Output: '{% $states.errorOutput %}' }],
        }),
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $level > 1 %}', Comment: 'c', Assign: { level: 1 }, Output: 1, Next: 'Wait' }],
          Default: 'Wait',
        },
        Wait: { Type: 'Wait', Timestamp: '2026-11-23T12:00:00Z', Output: '{% $states.(input) %}', End: true },
        Unreached: { Type: 'Fail', Error: 'E', Cause: '{% $states.context.State.Name %}' },
      },
      { Comment: 'The order', Version: '1.0', TimeoutSeconds: 86_400 },
    );
    expect([...readProgram(definition).states.keys()]).toEqual(['Start', 'Await', 'Which', 'Wait', 'Unreached']);
  });

  it('cannot be changed by whom its literals are handed to', () => {
    const definition = machine({ Only: ending({ list: ['a'] }) });
    const state = readProgram(definition).states.get('Only');
    const literal = state?.type === 'Pass' && state.output?.kind === 'literal' ? state.output.value : undefined;
    expect(Object.isFrozen(literal)).toBe(true);
  });
});
