import { describe, expect, it } from 'vitest';
import { readProgram } from '../../../../local/step-functions/definition/read-program.ts';
import { awaiting, calling, ending, machine } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

const ELSEWHERE = 'Other';
const retrying = (retrier: object) => calling({ Retry: [{ ErrorEquals: ['E'], ...retrier }] });
const catching = (...catchers: object[]) => calling({ Catch: catchers });

const named = (name: string) => refusalOf(machine({ [name]: ending('') }));

describe('a value that a field may not have: refused when the definition is put', () => {
  it.each([
    ['States', 'a state has a type', 'Type', {}],
    ['States', 'a comment is text', 'Comment', { Type: 'Pass', Comment: 7, End: true }],
    ['States', 'End is a boolean', 'End', { Type: 'Pass', End: 'yes' }],
    ['Transitions', 'Next is the name of a state', 'Next', { Type: 'Pass', Next: 'Nowhere' }],
    ['Transitions', 'names are told apart by their case', 'Next', { Type: 'Pass', Next: 'other' }],
    ['Transitions', 'a state that does not end has a Next', 'Next', { Type: 'Pass' }],
    ['Transitions', 'End: false ends nothing', 'Next', { Type: 'Pass', End: false }],
    ['Transitions', 'either Next or End, not both', 'Next', { Type: 'Pass', Next: ELSEWHERE, End: true }],
    // The interpreter may restrict how query languages are combined: ours are all JSONata.
    ['Query Languages', 'JSONata only', 'QueryLanguage', { Type: 'Pass', QueryLanguage: 'JSONPath', End: true }],
    ['Task State', 'a task says what is to be done', 'Resource', { Type: 'Task', Arguments: {}, End: true }],
    // Without Arguments the specification hands the input over. The integrations we have need them, on AWS too.
    ['Task State', 'our integrations need Arguments', 'Arguments', { ...calling(), Arguments: undefined }],
    ['Timeouts', 'a positive whole number', 'TimeoutSeconds', calling({ TimeoutSeconds: 0 })],
    ['Timeouts', 'a positive whole number', 'TimeoutSeconds', calling({ TimeoutSeconds: 1.5 })],
    ['Timeouts', 'a positive whole number', 'TimeoutSeconds', calling({ TimeoutSeconds: '60' })],
    ['Timeouts', 'a positive whole number', 'HeartbeatSeconds', calling({ HeartbeatSeconds: 0 })],
    [
      'Timeouts',
      'a heartbeat is more frequent than the time-out',
      'HeartbeatSeconds',
      calling({ TimeoutSeconds: 60, HeartbeatSeconds: 60 }),
    ],
    ['Choice State', 'there is a rule', 'Choices', { Type: 'Choice', Choices: [] }],
    [
      'Choice State',
      'Default is the name of a state',
      'Default',
      { Type: 'Choice', Choices: [{ Condition: true, Next: ELSEWHERE }], Default: 'Nowhere' },
    ],
    [
      'Choice State',
      'Next is the name of a state',
      'Choices[0].Next',
      { Type: 'Choice', Choices: [{ Condition: true, Next: 'Nowhere' }] },
    ],
    ['Choice State', 'a rule leads somewhere', 'Choices[0].Next', { Type: 'Choice', Choices: [{ Condition: true }] }],
    [
      'JSONata Choice Rules',
      'a rule has a condition',
      'Choices[0].Condition',
      { Type: 'Choice', Choices: [{ Next: ELSEWHERE }] },
    ],
    [
      'JSONata Choice Rules',
      'a condition is a boolean or an expression',
      'Choices[0].Condition',
      { Type: 'Choice', Choices: [{ Condition: 'yes', Next: ELSEWHERE }] },
    ],
    ['JSONata Wait State', 'exactly one of Seconds and Timestamp', 'Seconds', { Type: 'Wait', End: true }],
    [
      'JSONata Wait State',
      'exactly one of Seconds and Timestamp',
      'Seconds',
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
    ],
    ['JSONata Wait State', 'no less than nothing', 'Seconds', { Type: 'Wait', Seconds: -1, End: true }],
    ['Fail State', 'an error is text', 'Error', { Type: 'Fail', Error: 7 }],
    ['Fail State', 'a cause is text', 'Cause', { Type: 'Fail', Cause: {} }],
    [
      'Fallback states',
      'a catcher names errors',
      'Catch[0].ErrorEquals',
      catching({ ErrorEquals: [], Next: ELSEWHERE }),
    ],
    ['Fallback states', 'a catcher leads somewhere', 'Catch[0].Next', catching({ ErrorEquals: ['E'] })],
    ['Fallback states', 'Next names a state', 'Catch[0].Next', catching({ ErrorEquals: ['E'], Next: 'Nowhere' })],
    [
      'Fallback states',
      'States.ALL stands alone',
      'Catch[0].ErrorEquals',
      catching({ ErrorEquals: ['States.ALL', 'E'], Next: ELSEWHERE }),
    ],
    [
      'Fallback states',
      'States.ALL stands in the last catcher',
      'Catch[0].ErrorEquals',
      catching({ ErrorEquals: ['States.ALL'], Next: ELSEWHERE }, { ErrorEquals: ['E'], Next: ELSEWHERE }),
    ],
    ['Retrying after error', 'a retrier names errors', 'Retry[0].ErrorEquals', retrying({ ErrorEquals: undefined })],
    ['Retrying after error', 'names are text', 'Retry[0].ErrorEquals', retrying({ ErrorEquals: ['E', 7] })],
    [
      'Retrying after error',
      'States.ALL stands in the last retrier',
      'Retry[0].ErrorEquals',
      calling({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }),
    ],
    ['Retrying after error', 'a positive whole number', 'Retry[0].IntervalSeconds', retrying({ IntervalSeconds: 0 })],
    ['Retrying after error', 'no less than none', 'Retry[0].MaxAttempts', retrying({ MaxAttempts: -1 })],
    ['Retrying after error', 'at least 1', 'Retry[0].BackoffRate', retrying({ BackoffRate: 0.9 })],
    // The specification asks for a positive integer only; AWS ("Handling errors") for more than the interval.
    [
      'Retrying after error',
      'AWS: above IntervalSeconds',
      'Retry[0].MaxDelaySeconds',
      retrying({ IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    ],
    // The specification leaves the strategies open; AWS has two.
    ['Retrying after error', 'AWS: FULL or NONE', 'Retry[0].JitterStrategy', retrying({ JitterStrategy: 'SAMPLE' })],
    ['Using Assign', 'Assign is an object', 'Assign', { Type: 'Pass', Assign: '{% {} %}', End: true }],
    [
      'State Machine Variables',
      'nothing is assigned to "states"',
      'Assign.states',
      { Type: 'Pass', Assign: { states: 1 }, End: true },
    ],
    ['JSONata Evaluation', 'an expression is JSONata', 'Output', ending('{% $states.input. %}')],
    ['JSONata Evaluation', 'at any depth', 'Output', ending({ a: ['{%  %}'] })],
  ])('Spec "%s": %s', (_paragraph, _what, field, state) => {
    expect(refusalOf(withState(state))).toMatchObject({ name: 'UnsupportedDefinition', state: 'Only', field });
  });

  it.each([
    ['Query Languages', 'JSONPath is the default: JSONata must be said', 'QueryLanguage', { QueryLanguage: undefined }],
    ['Query Languages', 'JSONPath is not supported', 'QueryLanguage', { QueryLanguage: 'JSONPath' }],
    ['Top-level fields', 'StartAt names a state', 'StartAt', { StartAt: 'Nowhere' }],
    ['Top-level fields', 'there is a StartAt', 'StartAt', { StartAt: undefined }],
    ['Top-level fields', 'there are States', 'States', { States: {} }],
    ['Top-level fields', 'a time-out is a positive integer', 'TimeoutSeconds', { TimeoutSeconds: 0 }],
    ['Top-level fields', 'and no expression', 'TimeoutSeconds', { TimeoutSeconds: '{% 60 %}' }],
    ['Top-level fields', 'this is version 1.0', 'Version', { Version: '2.0' }],
  ])('Spec "%s": %s', (_paragraph, _what, field, more) => {
    expect(refusalOf(withState(ending(''), more))).toMatchObject({ state: undefined, field });
  });

  it('Spec "States": the name of a state has at most 80 characters of Unicode, however they are written', () => {
    expect(named('n'.repeat(80))).toBeUndefined();
    expect(named('📦'.repeat(80))).toBeUndefined();
    expect(named('n'.repeat(81))?.field).toBe('States');
    expect(named('📦'.repeat(81))?.field).toBe('States');
  });

  it.each([undefined, null, 'text', []])(
    'Spec "Structure of a State Machine": a machine is an object, not %j',
    (not) => {
      expect(refusalOf(not)?.name).toBe('UnsupportedDefinition');
    },
  );

  it.each([
    ['Resource', { ...calling(), Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }],
    ['Resource', { ...calling(), Resource: 'arn:aws:lambda:eu-west-1:000000000000:function:f' }],
    ['Resource', { ...calling(), Resource: 'arn:aws:states:::dynamodb:updateItem' }],
    ['Arguments.Qualifier', { ...calling(), Arguments: { FunctionName: 'f', Qualifier: 'live' } }],
    ['Arguments.FunctionName', { ...calling(), Arguments: { Payload: {} } }],
  ])('AWS "Integrating services": an integration or argument that is not ours is refused as %s', (field, state) => {
    expect(refusalOf(withState(state))).toMatchObject({ state: 'Only', field });
  });
});

describe('a definition that is taken', () => {
  it('Spec "States": a machine may use all that is supported, and have states nobody reaches', () => {
    const definition = machine({
      Start: { Type: 'Pass', QueryLanguage: 'JSONata', Assign: { level: 0, größe: 1 }, Next: 'Await' },
      Await: awaiting({
        TimeoutSeconds: '{% $level + 1 %}',
        HeartbeatSeconds: '{% $level %}',
        Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 2, MaxDelaySeconds: 9, JitterStrategy: 'FULL' }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Which', Output: '{% $states.errorOutput %}' }],
      }),
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $level > 1 %}', Assign: { level: 1 }, Output: 1, Next: 'Wait' }],
        Default: 'Wait',
      },
      Wait: { Type: 'Wait', Timestamp: '2026-11-23T12:00:00Z', Output: '{% $states.(input) %}', End: true },
      Unreached: { Type: 'Fail', Error: 'E', Cause: '{% $states.context.State.Name %}' },
    });
    expect([...readProgram(definition).states.keys()]).toEqual(['Start', 'Await', 'Which', 'Wait', 'Unreached']);
  });

  it('Spec "States": End: false is as good as no End where there is a Next', () => {
    expect(refusalOf(withState({ Type: 'Pass', Next: 'Other', End: false }))).toBeUndefined();
  });
});
