import * as z from 'zod';
import { account, region } from '../aws-error.ts';
import { UnsupportedTemplate, type Template } from './assembly.ts';

/** What `Ref` and `Fn::GetAtt` of a resource give. */
export interface References {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
}

const pseudoParameters: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NotificationARNs': [],
};

const noValue = Symbol('AWS::NoValue');

const list = z.array(z.unknown());
const pair = z.tuple([z.string(), z.unknown()]);
const branches = z.tuple([z.string(), z.unknown(), z.unknown()]);
const sub = z.union([
  z.string().transform((text) => ({ text, variables: new Map<string, unknown>() })),
  z
    .tuple([z.string(), z.record(z.string(), z.unknown())])
    .transform(([text, variables]) => ({ text, variables: new Map(Object.entries(variables)) })),
]);
const attributeOf = z.union([z.tuple([z.string(), z.string()]), z.string().transform((text) => splitOnce(text, '.'))]);

/**
 * Resolves CloudFormation's intrinsic functions, as far as CDK uses them for what we run.
 * @throws UnsupportedTemplate naming a function it does not know.
 */
export class Resolver {
  private readonly template: Template;
  private readonly stackName: string;
  private readonly references: References;

  constructor(template: Template, stackName: string, references: References) {
    this.template = template;
    this.stackName = stackName;
    this.references = references;
  }

  /** The value with every intrinsic function in it replaced by what it stands for. */
  resolve(value: unknown): unknown {
    const resolved = this.valueOf(value);
    return resolved === noValue ? undefined : resolved;
  }

  /** Whether the condition of that name holds; nothing named always holds. */
  holds(condition: string | undefined): boolean {
    if (condition === undefined) return true;
    if (!(condition in this.template.Conditions)) throw new UnsupportedTemplate(`There is no condition ${condition}.`);
    return this.truthOf(this.template.Conditions[condition]);
  }

  private valueOf(value: unknown): unknown {
    if (Array.isArray(value)) return this.listOf(value);
    if (typeof value !== 'object' || value === null) return value;
    const entries: Array<[string, unknown]> = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.apply(name, argument);
    }
    return Object.fromEntries(
      entries.map(([key, each]) => [key, this.valueOf(each)] as const).filter(([, each]) => each !== noValue),
    );
  }

  private apply(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(String(argument));
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = attributeOf.parse(argument);
        return this.references.attribute(logicalId, attribute);
      }
      case 'Fn::Join': {
        const [delimiter, parts] = pair.parse(argument);
        return this.listOf(parts).map(String).join(delimiter);
      }
      case 'Fn::Sub':
        return this.substitute(argument);
      case 'Fn::Select': {
        const [index, values] = list.parse(argument);
        return this.listOf(values)[Number(this.valueOf(index))];
      }
      case 'Fn::Split': {
        const [delimiter, text] = pair.parse(argument);
        return String(this.valueOf(text)).split(delimiter);
      }
      case 'Fn::If': {
        const [condition, whenTrue, whenFalse] = branches.parse(argument);
        return this.valueOf(this.holds(condition) ? whenTrue : whenFalse);
      }
      default:
        throw new UnsupportedTemplate(`The intrinsic function ${name} is not known here.`);
    }
  }

  /** The values of a list, or of what resolves to one. */
  private listOf(value: unknown): unknown[] {
    if (!Array.isArray(value)) return list.parse(this.valueOf(value));
    return value.map((each) => this.valueOf(each)).filter((each) => each !== noValue);
  }

  private ref(name: string): unknown {
    if (name === 'AWS::NoValue') return noValue;
    if (name === 'AWS::StackName') return this.stackName;
    if (name === 'AWS::StackId') return `arn:aws:cloudformation:${region}:${account}:stack/${this.stackName}/local`;
    if (name in pseudoParameters) return pseudoParameters[name];
    const parameter = this.template.Parameters[name];
    if (parameter === undefined) return this.references.ref(name);
    if (parameter.Default === undefined) throw new UnsupportedTemplate(`The parameter ${name} has no default.`);
    return parameter.Default;
  }

  private substitute(argument: unknown): string {
    const { text, variables } = sub.parse(argument);
    return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      if (variables.has(name)) return String(this.valueOf(variables.get(name)));
      const [logicalId, attribute] = splitOnce(name.trim(), '.');
      return String(attribute === '' ? this.ref(logicalId) : this.references.attribute(logicalId, attribute));
    });
  }

  private truthOf(condition: unknown): boolean {
    const [[name, argument] = ['', undefined]] = Object.entries(z.record(z.string(), z.unknown()).parse(condition));
    switch (name) {
      case 'Condition':
        return this.holds(String(argument));
      case 'Fn::Equals': {
        const [left, right] = this.listOf(argument);
        return String(left) === String(right);
      }
      case 'Fn::And':
        return list.parse(argument).every((each) => this.truthOf(each));
      case 'Fn::Or':
        return list.parse(argument).some((each) => this.truthOf(each));
      case 'Fn::Not':
        return !this.truthOf(list.parse(argument)[0]);
      default:
        throw new UnsupportedTemplate(`The condition function ${name} is not known here.`);
    }
  }
}

function splitOnce(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
