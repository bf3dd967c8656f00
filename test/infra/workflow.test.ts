import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { idIn, synthesised, textOf } from './synthesised.ts';

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

  it('logs executions that died, for a time that the stage says, and never what was in them', () => {
    const { Level, IncludeExecutionData, Destinations } = z
      .object({
        Level: z.string(),
        IncludeExecutionData: z.boolean(),
        Destinations: z.array(z.object({ CloudWatchLogsLogGroup: z.object({ LogGroupArn: z.unknown() }) })),
      })
      .parse(machine.Properties['LoggingConfiguration']);
    expect({ Level, IncludeExecutionData }).toEqual({ Level: 'FATAL', IncludeExecutionData: false });
    const [logGroup] = Destinations.map(({ CloudWatchLogsLogGroup: { LogGroupArn } }) =>
      stack.resource(idIn(textOf(LogGroupArn))),
    );
    expect(logGroup?.Properties['RetentionInDays']).toBe(90);
  });

  it('is the one that the relay starts', () => {
    expect(stack.function('relay').environment['STATE_MACHINE_ARN']).toBe(`\${${machine.id}}`);
    expect(stack.outputs['StateMachineArn']).toBe(`\${${machine.id}}`);
  });
});
