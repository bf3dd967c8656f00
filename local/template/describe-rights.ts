import type { PolicyDocument } from '../iam/statement.ts';
import { UnsupportedTemplate } from './assembly.ts';
import { kinds } from './kinds.ts';
import type { PhysicalNames } from './physical-names.ts';
import type { Resources } from './resources.ts';
import type { PermissionDescription, RoleDescription } from './stack-description.ts';

type Statements = PolicyDocument['Statement'];

/**
 * AWS's own policies, whose text stands in no template.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html
 */
const managedPolicies: ReadonlyMap<string, Statements> = new Map([
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: ['*'],
        Condition: {},
      },
    ],
  ],
]);

/**
 * The roles with all that their policies say.
 * @throws UnsupportedTemplate for a managed policy whose text is not known here.
 */
export function rolesOf(resources: Resources, names: PhysicalNames): RoleDescription[] {
  const policies = resources.all(kinds.policy).map(({ properties }) => properties);
  return resources.all(kinds.role).map(({ logicalId, properties }) => {
    const name = names.nameOf(logicalId);
    const attached = policies.filter(({ Roles }) => Roles.includes(name));
    return {
      arn: names.arnOf(logicalId),
      trusts: properties.AssumeRolePolicyDocument.Statement.map(({ Principal, Condition }) => ({
        service: Principal.Service,
        sourceArn: Condition?.ArnLike?.['aws:SourceArn'],
      })),
      statements: [
        ...properties.ManagedPolicyArns.flatMap((arn) => managedPolicy(arn, logicalId)),
        ...[...properties.Policies, ...attached].flatMap(({ PolicyDocument: { Statement } }) => Statement),
      ],
    };
  });
}

/** Which services may call which function. */
export function permissionsOf(resources: Resources, names: PhysicalNames): PermissionDescription[] {
  const arns = new Map(
    resources.all(kinds.lambda).map(({ logicalId }) => [names.nameOf(logicalId), names.arnOf(logicalId)] as const),
  );
  return resources.all(kinds.permission).map(({ properties: { FunctionName, Principal, SourceArn } }) => ({
    functionArn: arns.get(FunctionName) ?? FunctionName,
    service: Principal,
    sourceArn: SourceArn,
  }));
}

function managedPolicy(arn: string, role: string): Statements {
  const statements = managedPolicies.get(arn);
  if (statements === undefined) throw new UnsupportedTemplate(`${role}: what ${arn} says is not known here.`);
  return statements;
}
