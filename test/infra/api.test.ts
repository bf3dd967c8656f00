import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../infra/routes.ts';
import { idIn, synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');

/** `POST /orders` → `record-order`, as the gateway has it. */
function routesOfTheGateway(): [string, string][] {
  return stack.all('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
    const integration = stack.resource(idIn(textOf(Properties['Target'])));
    const functionId = idIn(textOf(integration.Properties['IntegrationUri']));
    const answering = [...stack.functions.values()].find(({ id }) => id === functionId);
    return [textOf(Properties['RouteKey']), answering?.name ?? 'nobody'];
  });
}

describe('the API', () => {
  it('has each call answered by its own function, and everything else refused by one', () => {
    const wanted = Object.entries(routes).flatMap(([name, keys]) => keys.map((key): [string, string] => [key, name]));
    expect(new Map(routesOfTheGateway())).toEqual(new Map(wanted));
    expect(new Map(routesOfTheGateway()).get('$default')).toBe('refuse-unknown');
  });

  it('lets the gateway call each of these functions, on its own paths', () => {
    const callable = stack
      .all('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(({ Properties }) => [idIn(textOf(Properties['FunctionName'])), textOf(Properties['SourceArn'])] as const);
    for (const [key, name] of routesOfTheGateway()) {
      const path = key === '$default' ? '/*/*' : `/*/*${key.split(' ')[1]}`;
      const sources = callable.filter(([id]) => id === stack.function(name).id).map(([, source]) => source);
      expect(sources.some((source) => source.endsWith(`\${${stack.the('AWS::ApiGatewayV2::Api').id}}${path}`))).toBe(
        true,
      );
    }
  });

  it('hands requests over in the second format of payloads', () => {
    for (const { Properties } of stack.all('AWS::ApiGatewayV2::Integration')) {
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    }
  });

  it('takes no more calls than the stage says', () => {
    const { Properties } = stack.the('AWS::ApiGatewayV2::Stage');
    expect(Properties['DefaultRouteSettings']).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 500 });
  });

  it("logs routes and what came of them, and neither paths, for customers' links are in them, nor who called", () => {
    const { DestinationArn, Format } = z
      .object({ DestinationArn: z.unknown(), Format: z.string() })
      .parse(stack.the('AWS::ApiGatewayV2::Stage').Properties['AccessLogSettings']);
    const said = Object.values(z.record(z.string(), z.string()).parse(JSON.parse(Format)));
    expect(said.sort()).toEqual([
      '$context.integrationErrorMessage',
      '$context.requestId',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ]);
    expect(stack.resource(idIn(textOf(DestinationArn))).Properties['RetentionInDays']).toBe(90);
  });

  it('puts its own address into the links of mails, without a slash at the end', () => {
    const { PUBLIC_URL } = stack.function('send-message').environment;
    expect(PUBLIC_URL).toBe(`\${${stack.the('AWS::ApiGatewayV2::Api').id}.ApiEndpoint}`);
    expect(stack.outputs['ApiUrl']).toBe(PUBLIC_URL);
  });
});

describe('every folder of functions/ with an environment', () => {
  const root = resolve(import.meta.dirname, '../..');
  const folders = globSync('functions/*/env.ts', { cwd: root }).map((file) => basename(dirname(file)));

  it('is a function of the stack, and there are no others', () => {
    expect([...stack.functions.keys()].sort()).toEqual(folders.sort());
  });
});
