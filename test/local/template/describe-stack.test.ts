import { expect, test } from 'vitest';
import { NoAssembly, readAssembly, UnsupportedTemplate } from '../../../local/template/assembly.ts';
import { checkWiring } from '../../../local/template/check-wiring.ts';
import { describeStack } from '../../../local/template/describe-stack.ts';
import { cornerShop } from '../corner-shop/corner-shop.ts';

const assembly = readAssembly(await cornerShop());
const addresses = { apiUrl: 'http://127.0.0.1:1', awsUrl: 'http://127.0.0.1:2' };

/** The corner shop's template with one more resource, or with other properties of one. */
function changed(logicalId: RegExp, change: (resource: { Type: string; Properties: Record<string, unknown> }) => void) {
  const template = structuredClone(assembly.template);
  const found = Object.entries(template.Resources).find(
    ([id, { Type }]) => logicalId.test(id) && !/IAM|Permission/.test(Type),
  )!;
  change(found[1]);
  return { ...assembly, template };
}

test('all that runs is read from the template', () => {
  const stack = describeStack(assembly, addresses);
  checkWiring(stack);
  expect(stack.tables).toMatchObject([{ timeToLiveAttribute: 'endsAt', stream: { viewType: 'NEW_AND_OLD_IMAGES' } }]);
  expect(stack.functions.map(({ timeoutSeconds }) => timeoutSeconds)).toEqual(expect.arrayContaining([1, 20]));
  expect(stack.routes.map(({ routeKey }) => routeKey)).toContain('POST /orders/{id}/shipments');
  expect(stack.rules.map(({ schedule }) => schedule)).toContain('rate(1 hour)');
  expect(stack.mailEvents).toMatchObject([{ eventTypes: ['send', 'bounce'] }]);
  const stream = stack.mappings.find(({ sourceArn }) => sourceArn.includes('dynamodb'))!;
  expect(stream).toMatchObject({ batchSize: 10, bisect: true, reportsItemFailures: true, maximumRetries: 2 });
  expect(stack.queues.map(({ arn }) => arn)).toContain(stream.failureArn);
  expect(JSON.stringify(stack.stateMachines[0]!.definition)).toContain(stack.tables[0]!.name);
});

test.each<[string, RegExp, (resource: { Type: string; Properties: Record<string, unknown> }) => void, string]>([
  ['a kind', /^Table/, (resource) => void (resource.Type = 'AWS::S3::Bucket'), 'AWS::S3::Bucket'],
  ['a FIFO queue', /^RingAgain/, ({ Properties }) => void (Properties['FifoQueue'] = true), 'FifoQueue'],
  ['layers', /^shop/, ({ Properties }) => void (Properties['Layers'] = ['arn']), 'Layers'],
  ['another runtime', /^shop/, ({ Properties }) => void (Properties['Runtime'] = 'python3.13'), 'Runtime'],
  [
    'an express workflow',
    /^Workflow/,
    ({ Properties }) => void (Properties['StateMachineType'] = 'EXPRESS'),
    'StateMachineType',
  ],
  ['an authorizer', /^ApiPOSTorders/, ({ Properties }) => void (Properties['AuthorizerId'] = 'a'), 'AuthorizerId'],
  [
    'an input transformer',
    /^Failures/,
    ({ Properties }) => void (Properties['Targets'] = [{ Arn: 'arn', InputTransformer: {} }]),
    'InputTransformer',
  ],
])('%s that does not run here is refused by name', (_, logicalId, change, named) => {
  const stack = changed(logicalId, change);
  expect(() => describeStack(stack, addresses)).toThrow(UnsupportedTemplate);
  expect(() => describeStack(stack, addresses)).toThrow(named);
});

test('a rule that leads out of the stack is refused', () => {
  const stack = changed(/^Failures/, ({ Properties }) => {
    Properties['Targets'] = [{ Id: 'T', Arn: 'arn:aws:sns:eu-west-1:000000000000:topic' }];
  });
  expect(() => checkWiring(describeStack(stack, addresses))).toThrow(/arn:aws:sns/);
});

test('a folder without an assembly is told from one with several', () => {
  expect(() => readAssembly('/nowhere')).toThrow(NoAssembly);
  expect(() => readAssembly('/nowhere', 'Shop')).toThrow('/nowhere/Shop.template.json');
});
