import { isJsonObject } from '../json.ts';
import { parseInstant } from '../instants.ts';
import { integrationFor } from '../integrations.ts';
import { Fields, type Readable } from './fields.ts';
import type { ChoiceState, FailState, PassState, Rule, State, SucceedState, TaskState, WaitState } from './program.ts';
import { outputsOf, readExit } from './read-exit.ts';
import { readCatchers, readRetriers } from './read-handlers.ts';

const ON_ENTRY: readonly Readable[] = ['input', 'context'];
const AFTER_A_TASK: readonly Readable[] = ['input', 'result', 'context'];

/** One state of a definition. */
export function readState(name: string, raw: unknown): State {
  const fields = new Fields(name, '', raw);
  const type = fields.needText('Type');
  fields.text('Comment');
  if ((fields.text('QueryLanguage') ?? 'JSONata') !== 'JSONata')
    throw fields.refuse('QueryLanguage', 'must be JSONata');
  const state = stateOf(type, name, fields);
  fields.done();
  return state;
}

function stateOf(type: string, name: string, fields: Fields): State {
  switch (type) {
    case 'Task':
      return readTask(name, fields);
    case 'Choice':
      return readChoice(name, fields);
    case 'Wait':
      return readWait(name, fields);
    case 'Pass':
      return readPass(name, fields);
    case 'Succeed':
      return readSucceed(name, fields);
    case 'Fail':
      return readFail(name, fields);
    default:
      throw fields.refuse('Type', `${type} states are not supported`);
  }
}

function readTask(name: string, fields: Fields): TaskState {
  const resource = fields.needText('Resource');
  const integration = integrationFor(resource);
  if (integration === undefined) throw fields.refuse('Resource', `${resource} is not supported`);
  const args = fields.value('Arguments');
  if (isJsonObject(args)) {
    const wrong = integration.wrongArgument(Object.keys(args));
    if (wrong !== undefined) throw fields.refuse(`Arguments.${wrong.field}`, wrong.why);
  } else if (typeof args !== 'string') throw fields.refuse('Arguments', 'must be an object or an expression for one');
  const timeoutSeconds = fields.wholeNumber('TimeoutSeconds', 1, ON_ENTRY);
  const heartbeatSeconds = fields.wholeNumber('HeartbeatSeconds', 1, ON_ENTRY);
  if (timeoutSeconds?.kind === 'literal' && heartbeatSeconds?.kind === 'literal') {
    const [timeout, heartbeat] = [Number(timeoutSeconds.value), Number(heartbeatSeconds.value)];
    if (heartbeat >= timeout) throw fields.refuse('HeartbeatSeconds', 'must be smaller than TimeoutSeconds');
  }
  return {
    type: 'Task',
    name,
    integration,
    arguments: fields.template('Arguments', ON_ENTRY) ?? { kind: 'literal', value: {} },
    timeoutSeconds,
    heartbeatSeconds,
    retriers: readRetriers(fields),
    catchers: readCatchers(fields),
    ...readExit(fields, AFTER_A_TASK),
  };
}

function readChoice(name: string, fields: Fields): ChoiceState {
  const rules = fields.objects('Choices').map(readRule);
  if (rules.length === 0) throw fields.refuse('Choices', 'must hold at least one rule');
  const next = fields.text('Default');
  const outputs = outputsOf(fields, ON_ENTRY);
  return { type: 'Choice', name, rules, otherwise: next === undefined ? undefined : { ...outputs, next } };
}

function readRule(rule: Fields): Rule {
  rule.text('Comment');
  const condition = rule.template('Condition', ON_ENTRY);
  const outputs = outputsOf(rule, ON_ENTRY);
  const next = rule.text('Next');
  // What else is there (Variable, And, …) says more about what is wrong than a missing Condition.
  rule.done();
  const isBoolean = condition?.kind === 'literal' && typeof condition.value === 'boolean';
  if (condition === undefined || (condition.kind !== 'expression' && !isBoolean)) {
    throw rule.refuse('Condition', 'must be a boolean or an expression for one');
  }
  if (next === undefined) throw rule.refuse('Next', 'is required');
  return { condition, ...outputs, next };
}

function readWait(name: string, fields: Fields): WaitState {
  const seconds = fields.wholeNumber('Seconds', 0, ON_ENTRY);
  const timestamp = fields.textTemplate('Timestamp', ON_ENTRY);
  if ((seconds === undefined) === (timestamp === undefined)) {
    throw fields.refuse('Seconds', 'exactly one of Seconds and Timestamp is required');
  }
  const written = timestamp?.kind === 'literal' ? fields.text('Timestamp') : undefined;
  if (written !== undefined && parseInstant(written) === undefined) {
    throw fields.refuse('Timestamp', 'must be an instant such as 2026-11-23T12:00:00Z, or an expression for one');
  }
  return { type: 'Wait', name, seconds, timestamp, ...readExit(fields, ON_ENTRY) };
}

function readPass(name: string, fields: Fields): PassState {
  return { type: 'Pass', name, ...readExit(fields, ON_ENTRY) };
}

function readSucceed(name: string, fields: Fields): SucceedState {
  return { type: 'Succeed', name, assign: undefined, output: fields.template('Output', ON_ENTRY), next: undefined };
}

function readFail(name: string, fields: Fields): FailState {
  const [error, cause] = [fields.textTemplate('Error', ON_ENTRY), fields.textTemplate('Cause', ON_ENTRY)];
  return { type: 'Fail', name, error, cause };
}
