import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');
const machine = stack.the('AWS::StepFunctions::StateMachine');
const aYear = 365 * 24 * 3600;

const definition = z
  .object({
    QueryLanguage: z.string(),
    TimeoutSeconds: z.number().optional(),
    States: z.record(
      z.string(),
      z.looseObject({ Type: z.string(), TimeoutSeconds: z.unknown().optional(), Arguments: z.unknown().optional() }),
    ),
  })
  .parse(JSON.parse(textOf(machine.Properties['DefinitionString'])));
const tasks = Object.entries(definition.States).filter(([, { Type }]) => Type === 'Task');

describe("the order's state machine", () => {
  it('is of the kind that waits for months and shows its history', () => {
    expect(machine.Properties['StateMachineType']).toBe('STANDARD');
    expect(definition.QueryLanguage).toBe('JSONata');
    expect(definition.TimeoutSeconds ?? aYear).toBeLessThanOrEqual(aYear);
  });

  it.each(tasks)('has an end to %s', (_, { TimeoutSeconds }) => {
    expect(TimeoutSeconds).toBeDefined();
  });

  it('calls our messenger and writes our table, and nothing else', () => {
    const called = tasks.map(([, { Arguments }]) => {
      const { FunctionName, TableName } = z
        .object({ FunctionName: z.string().optional(), TableName: z.string().optional() })
        .parse(Arguments);
      return FunctionName ?? TableName;
    });
    const table = stack.the('AWS::DynamoDB::Table').id;
    expect(new Set(called)).toEqual(new Set([`\${${stack.function('send-message').id}.Arn}`, `\${${table}}`]));
  });

  it('writes no log, which would need rights on all logs of the account: its history has every step', () => {
    expect(machine.Properties).not.toHaveProperty('LoggingConfiguration');
  });

  it('is the one that the relay starts', () => {
    expect(stack.function('relay').environment['STATE_MACHINE_ARN']).toBe(`\${${machine.id}}`);
    expect(stack.outputs['StateMachineArn']).toBe(`\${${machine.id}}`);
  });
});
