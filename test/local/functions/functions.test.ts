import { expect, test } from 'vitest';
import { openShop } from '../corner-shop/open-shop.ts';

interface Echo {
  now: string;
  environment: Record<string, string>;
  event: { pathParameters: { rest: string } };
}

test('a function sees its template environment, Lambda’s own, and nothing of this machine', async () => {
  process.env['SECRET_OF_THIS_MACHINE'] = 'x';
  const { ask, stack, table, queueUrl } = await openShop();
  const { environment } = (await ask<Echo>('GET', '/echo/x')).body;
  expect(environment).toMatchObject({
    TABLE: table,
    QUEUE: queueUrl('RingAgain'),
    API: stack.apiUrl,
    STAGE_URL: `${stack.apiUrl}/`,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: stack.awsUrl,
    TZ: 'UTC',
  });
  expect(environment['AWS_LAMBDA_FUNCTION_NAME']).toMatch(/shop/);
  expect(
    Object.keys(environment)
      .filter((name) => !/^(AWS_|LAMBDA_|_HANDLER|TZ)/.test(name))
      .sort(),
  ).toEqual(['API', 'CONFIGURATION_SET', 'QUEUE', 'STAGE_URL', 'TABLE']);
});

test('a function’s dates follow the clock', async () => {
  const { ask, stack } = await openShop({ startAt: Date.parse('2030-02-03T04:05:06Z') });
  expect((await ask<Echo>('GET', '/echo/x')).body.now).toMatch(/^2030-02-03T04:05:0/);
  await stack.advance(86_400_000);
  expect((await ask<Echo>('GET', '/echo/x')).body.now).toMatch(/^2030-02-04T04:05:0/);
});

test('errors, time-outs and deaths are told as Lambda tells them, and the next call works', async () => {
  const { stack } = await openShop();
  const clumsy = stack.description.functions.find(({ name }) => name.includes('clumsy'))!.name;
  const misbehave = async (how: string) => stack.functions.invoke(clumsy, { pathParameters: { how } });

  const thrown = await misbehave('throw');
  expect(thrown).toMatchObject({ functionError: { errorType: 'RangeError', errorMessage: 'out of range' } });
  expect('functionError' in thrown && thrown.functionError.trace?.[0]).toBe('RangeError: out of range');

  const [late, exited, rejected] = await Promise.all([misbehave('sleep'), misbehave('exit'), misbehave('reject')]);
  expect(late).toMatchObject({ functionError: { errorType: 'Sandbox.Timedout' } });
  expect('functionError' in late && late.functionError.errorMessage).toMatch(/Task timed out after 1\.00 seconds$/);
  expect(exited).toEqual({
    functionError: { errorType: 'Runtime.ExitError', errorMessage: 'Error: Runtime exited with error: exit status 7' },
  });
  expect(rejected).toMatchObject({ functionError: { errorType: 'Runtime.ExitError' } });
  expect(stack.functionLog.recent().join('\n')).toContain('nobody listens');

  expect(await misbehave('bare')).toEqual({ payload: 'a bare text' });
});

test('requests that come together are all answered, whatever their number', async () => {
  const { ask } = await openShop();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => ask<Echo>('GET', `/echo/${at}`)));
  expect(answers.map(({ body }) => body.event.pathParameters.rest)).toEqual(
    Array.from({ length: 40 }, (_, at) => String(at)),
  );
});

test('a payload over Lambda’s six megabytes is refused', async () => {
  const { stack } = await openShop();
  const shop = stack.description.functions[0]!.arn;
  const result = await stack.functions.invoke(shop, 'x'.repeat(6 * 1024 * 1024));
  expect(result).toMatchObject({ functionError: { errorType: 'RequestEntityTooLargeException' } });
});

test('a function that gets on is served by one instance, however many ask', async () => {
  const { stack } = await openShop();
  const clumsy = stack.description.functions.find(({ name }) => name.includes('clumsy'))!.name;
  const call = async () => stack.functions.invoke(clumsy, { pathParameters: { how: 'short' } });
  await Promise.all(Array.from({ length: 200 }, call));
  expect(stack.functionLog.recent().filter((line) => line.includes('woken'))).toHaveLength(1);
});

test('a request that is held up holds up no other for long', async () => {
  const { stack } = await openShop();
  const shop = stack.description.routes.find(({ routeKey }) => routeKey === 'POST /orders')!.functionArn;
  const answered: string[] = [];
  const call = async (routeKey: string): Promise<void> => {
    await stack.functions.invoke(shop, { routeKey });
    answered.push(routeKey);
  };
  await call('first');
  await Promise.all([call('held up'), call('quick')]);
  expect(answered).toEqual(['first', 'quick', 'held up']);
});
