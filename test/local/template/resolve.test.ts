import { expect, test } from 'vitest';
import { UnsupportedTemplate, type Template } from '../../../local/template/assembly.ts';
import { Resolver } from '../../../local/template/resolve.ts';

const template: Template = {
  Parameters: { Stage: { Default: 'local' }, Secret: {} },
  Conditions: {
    Local: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
    Elsewhere: { 'Fn::Not': [{ Condition: 'Local' }] },
    Both: { 'Fn::And': [{ Condition: 'Local' }, { 'Fn::Or': [{ Condition: 'Elsewhere' }, { Condition: 'Local' }] }] },
  },
  Resources: {},
};
const resolver = new Resolver(template, 'Shop', {
  ref: (logicalId) => `ref-${logicalId}`,
  attribute: (logicalId, attribute) => `${logicalId}!${attribute}`,
});

test.each([
  [{ Ref: 'Table' }, 'ref-Table'],
  [{ Ref: 'Stage' }, 'local'],
  [{ Ref: 'AWS::StackName' }, 'Shop'],
  [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table!Arn'],
  [{ 'Fn::GetAtt': 'Nested.Outputs.Arn' }, 'Nested!Outputs.Arn'],
  [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':', { Ref: 'AWS::Region' }]] }, 'arn:aws:eu-west-1'],
  [{ 'Fn::Sub': '${AWS::AccountId}-${Table}-${Table.Arn}-${!Kept}' }, '000000000000-ref-Table-Table!Arn-${Kept}'],
  [{ 'Fn::Sub': ['${who}/${Table}', { who: { Ref: 'Stage' } }] }, 'local/ref-Table'],
  [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [{ 'Fn::If': ['Local', 'here', 'there'] }, 'here'],
  [{ 'Fn::If': ['Elsewhere', 'here', { Ref: 'Stage' }] }, 'local'],
  [{ 'Fn::If': ['Both', 1, 2] }, 1],
  [
    { a: [{ Ref: 'X' }, 2], b: { Ref: 'AWS::NoValue' }, c: null },
    { a: ['ref-X', 2], c: null },
  ],
  [{ Ref: 'AWS::NoValue' }, undefined],
])('%j is %j', (value, expected) => {
  expect(resolver.resolve(value)).toEqual(expected);
});

test.each([
  [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
  [{ 'Fn::If': ['Nowhere', 1, 2] }, 'Nowhere'],
  [{ Ref: 'Secret' }, 'Secret'],
])('%j is refused by name', (value, named) => {
  expect(() => resolver.resolve(value)).toThrow(UnsupportedTemplate);
  expect(() => resolver.resolve(value)).toThrow(named);
});
