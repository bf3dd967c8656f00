import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';

// What the tests of the infrastructure read: the templates that CDK wrote, and nothing of how they were written.

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});

export type Resource = z.infer<typeof resourceSchema> & { readonly id: string };

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema), schema.transform((one) => [one])]) as z.ZodType<z.infer<T>[]>;
const keys = z.object({ 'dynamodb:LeadingKeys': oneOrMore(z.string()) });
const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()),
  // A condition that is not known here would be taken for granted: strict.
  Condition: z
    .strictObject({ 'ForAllValues:StringLike': keys.optional(), 'ForAllValues:StringNotLike': keys.optional() })
    .optional(),
});

/** One statement of a role's policy; resources are texts like `${OrdersTable.Arn}/index/watch`. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Patterns for partition keys, where the statement has any. */
  readonly like?: readonly string[] | undefined;
  readonly unlike?: readonly string[] | undefined;
}

const functionSchema = z.object({
  FunctionName: z.string(),
  Role: z.unknown(),
  Timeout: z.number(),
  MemorySize: z.number(),
  ReservedConcurrentExecutions: z.number().optional(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Description: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
  LoggingConfig: z.object({ LogGroup: z.unknown(), LogFormat: z.string(), SystemLogLevel: z.string() }),
});

export interface SynthesisedFunction {
  readonly id: string;
  /** The name of its folder. */
  readonly name: string;
  readonly properties: z.infer<typeof functionSchema>;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
}

/** A stack as it was synthesised, with what the tests ask it most. */
export class Synthesised {
  readonly name: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly functions: ReadonlyMap<string, SynthesisedFunction>;
  private readonly resources: readonly Resource[];

  constructor(name: string, template: unknown) {
    const { Resources, Outputs } = templateSchema.parse(template);
    this.name = name;
    this.resources = Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }));
    this.outputs = Object.fromEntries(Object.entries(Outputs).map(([id, { Value }]) => [id, textOf(Value)]));
    this.functions = new Map(this.all('AWS::Lambda::Function').map((found) => this.describe(found)));
  }

  all(type: string): Resource[] {
    return this.resources.filter(({ Type }) => Type === type);
  }

  /** The only resource of its type. */
  the(type: string): Resource {
    const [found, ...others] = this.all(type);
    if (found === undefined || others.length > 0) throw new Error(`${this.name} has ${others.length + 1} ${type}`);
    return found;
  }

  resource(id: string): Resource {
    const found = this.resources.find((each) => each.id === id);
    if (found === undefined) throw new Error(`${this.name} has no ${id}`);
    return found;
  }

  function(name: string): SynthesisedFunction {
    const found = this.functions.get(name);
    if (found === undefined) throw new Error(`${this.name} has no function ${name}`);
    return found;
  }

  /** All that a role may do, by its logical id. */
  statementsOf(roleId: string): Statement[] {
    return this.all('AWS::IAM::Policy')
      .filter(({ Properties }) => z.array(z.unknown()).parse(Properties['Roles']).map(textOf).includes(`\${${roleId}}`))
      .flatMap(({ Properties }) => {
        const document = z.object({ Statement: z.array(statementSchema) }).parse(Properties['PolicyDocument']);
        return document.Statement.map((statement) => ({
          actions: statement.Action,
          resources: statement.Resource.map(textOf),
          like: statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
          unlike: statement.Condition?.['ForAllValues:StringNotLike']?.['dynamodb:LeadingKeys'],
        }));
      });
  }

  private describe({ id, Properties }: Resource): [string, SynthesisedFunction] {
    const properties = functionSchema.parse(Properties);
    const name = properties.FunctionName.replace(`${this.name}-`, '');
    const variables = Object.entries(properties.Environment?.Variables ?? {});
    const environment = Object.fromEntries(variables.map(([key, value]) => [key, textOf(value)]));
    return [name, { id, name, properties, environment, statements: this.statementsOf(idIn(textOf(properties.Role))) }];
  }
}

/** `${Some.Arn}` → `Some`. */
export function idIn(reference: string): string {
  const id = /\$\{(\w+)/.exec(reference)?.[1];
  if (id === undefined) throw new Error(`${reference} refers to nothing`);
  return id;
}

/** A value of a template as one text: `Ref` and `Fn::GetAtt` as `${…}`, `Fn::Join` joined. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const reference = z.union([
    z.strictObject({ Ref: z.string() }).transform(({ Ref }) => `\${${Ref}}`),
    z.strictObject({ 'Fn::GetAtt': z.array(z.string()) }).transform((it) => `\${${it['Fn::GetAtt'].join('.')}}`),
    z
      .strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) })
      .transform(({ 'Fn::Join': [delimiter, parts] }) => parts.map(textOf).join(delimiter)),
  ]);
  return reference.parse(value);
}

const stacks = new Map<string, Synthesised>();

/** The stack as it lies in cdk.out. */
export function synthesised(stage: 'local' | 'production'): Synthesised {
  const name = `Shopkeeper-${stage}`;
  const file = resolve(import.meta.dirname, `../../cdk.out/${name}.template.json`);
  const known = stacks.get(name) ?? new Synthesised(name, JSON.parse(readFileSync(file, 'utf8')));
  stacks.set(name, known);
  return known;
}
