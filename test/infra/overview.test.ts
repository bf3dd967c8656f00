import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');

describe('a saved question', () => {
  const questions = stack
    .all('AWS::Logs::QueryDefinition')
    .map(({ Properties }) =>
      z.object({ Name: z.string(), QueryString: z.string(), LogGroupNames: z.array(z.unknown()) }).parse(Properties),
    );
  const sources = readdirSync(resolve(import.meta.dirname, '../../functions'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

  it('is put to the logs of all functions', () => {
    const groups = stack.all('AWS::Logs::LogGroup').filter(({ Properties }) => {
      return textOf(Properties['LogGroupName']).startsWith('/shopkeeper/');
    });
    expect(questions.length).toBeGreaterThan(5);
    for (const { LogGroupNames } of questions) {
      expect(LogGroupNames.map(textOf).sort()).toEqual(groups.map(({ id }) => `\${${id}}`).sort());
    }
  });

  it('asks for lines that some function writes', () => {
    const asked = questions.flatMap(({ QueryString }) =>
      [...QueryString.matchAll(/message in \[([^\]]*)\]/g)].flatMap(([, list]) => list!.match(/[^",]{3,}/g) ?? []),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((line) => !sources.includes(`'${line}'`))).toEqual([]);
  });
});

describe('the dashboard', () => {
  const body = textOf(stack.the('AWS::CloudWatch::Dashboard').Properties['DashboardBody']);
  const { widgets } = z
    .object({ widgets: z.array(z.object({ properties: z.looseObject({}) })) })
    .parse(JSON.parse(body));

  it('shows every alarm', () => {
    const [shown] = widgets.map(({ properties }) => properties['alarms']).filter((alarms) => alarms !== undefined);
    expect(shown).toHaveLength(stack.all('AWS::CloudWatch::Alarm').length);
  });

  it('shows orders, promises, tasks, calls, mails, what waits and what breaks', () => {
    expect(widgets.map(({ properties }) => properties['title'])).toEqual([
      'What a person must look at',
      'Orders, an hour',
      'Promises to customers, a day',
      'Open tasks of staff, by age',
      'Calls of shops and customers, an hour',
      'Mails of the account by outcome, an hour',
      'Mails that wait or come back, an hour',
      'Seconds behind the table, at most',
      'Messages in queues, at most',
      'Errors of functions, an hour',
    ]);
    for (const name of stack.functions.keys()) expect(body).toContain(`"label":"${name}"`);
  });

  it('counts promises and tasks by the lines in which functions say them', () => {
    const filters = stack.all('AWS::Logs::MetricFilter').map(({ Properties }) => ({
      pattern: String(Properties['FilterPattern']),
      ...z
        .object({ MetricName: z.string(), MetricValue: z.string() })
        .parse((Properties['MetricTransformations'] as unknown[])[0]),
    }));
    const counted = {
      PromisesKept: 'promises settled',
      PromisesMoved: 'promises settled',
      PromisesWarned: 'promises settled',
      PromisesBroken: 'promises settled',
      OpenTasksNotDue: 'open tasks',
      OpenTasksOverdue: 'open tasks',
      OpenTasksOverdueForDays: 'open tasks',
    };
    for (const [metric, line] of Object.entries(counted)) {
      const { pattern, MetricValue } = filters.find(({ MetricName }) => MetricName === metric)!;
      const field = /(?:Promises|OpenTasks)(.)(.*)/.exec(metric)!;
      const value = `$.${field[1]!.toLowerCase()}${field[2]}`;
      expect({ pattern, MetricValue }).toEqual({
        pattern: `{ ($.message = "${line}") && (${value} >= 0) }`,
        MetricValue: value,
      });
      expect(body).toContain(`"Shopkeeper-production","${metric}"`);
    }
  });
});
