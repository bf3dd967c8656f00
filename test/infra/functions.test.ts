import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod/mini';
import type { Environments } from '../../infra/environments.ts';
import { routes } from '../../infra/routes.ts';
import { idIn, synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');
const functions = [...stack.functions.values()].map((each) => [each.name, each] as const);
const longestForTheGateway = 30;

describe.each(functions)('%s', (name, { environment, properties, id }) => {
  it('is told exactly what it reads', async () => {
    const read = z
      .object({ environment: z.custom<z.ZodMiniObject>((schema) => schema instanceof z.ZodMiniObject) })
      .parse(await import(`../../functions/${name}/env.ts`));
    expect(Object.keys(environment).sort()).toEqual(Object.keys(read.environment.shape).sort());
  });

  it('has one name for its folder, its construct, its log and its metrics', () => {
    const construct = name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(id).toContain(construct);
    expect(properties.FunctionName).toBe(`Shopkeeper-production-${name}`);
    const logGroup = stack.resource(idIn(textOf(properties.LoggingConfig.LogGroup)));
    expect(logGroup.Properties['LogGroupName']).toBe(`/shopkeeper/Shopkeeper-production-${name}`);
  });

  it('runs on Node 24 and ARM', () => {
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
  });

  it('has an end: its time-out is set, and shorter than the gateway waits where that waits for it', () => {
    expect(properties.Timeout).toBeGreaterThan(3);
    if (name in routes) expect(properties.Timeout).toBeLessThan(longestForTheGateway);
  });

  it('logs structured lines, for a time that the stage says, and without the lines that Lambda adds to each call', () => {
    expect(properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    const logGroup = stack.resource(idIn(textOf(properties.LoggingConfig.LogGroup)));
    expect(logGroup.Properties['RetentionInDays']).toBe(90);
  });
});

describe('the messenger', () => {
  it('has ended before the workflow gives it up, so that a claim of a dead one is known to be dead', () => {
    expect(stack.function('send-message').properties.Timeout).toBe(30);
  });
});

describe('the register of environments', () => {
  it('does not compile where a variable is missing', () => {
    expectTypeOf<{ TABLE_NAME: string }>().not.toExtend<Environments['relay']>();
    expectTypeOf<Environments['relay']>().toExtend<{
      TABLE_NAME: string;
      STATE_MACHINE_ARN: string;
      RING_AGAIN_QUEUE_URL: string;
    }>();
  });
});
