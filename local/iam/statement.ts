import * as z from 'zod';
import { conditionBlock, conditionsIn, type Condition, type Context } from './condition.ts';
import { wildcard } from './wildcard.ts';

/** What a call asks for, as IAM looks at it. */
export interface Asked {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  readonly context?: Context;
}

const oneOrMore = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** A policy as it stands in a template. Strict: an element that is not known here would be taken for granted. */
export const policyDocument = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.enum(['Allow', 'Deny']),
      Action: oneOrMore,
      Resource: oneOrMore,
      Condition: conditionBlock.default({}),
    }),
  ),
});

export type PolicyDocument = z.infer<typeof policyDocument>;

/** One thing that a statement lets somebody do: one action, one resource, and one value of its condition. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  /** `dynamodb:LeadingKeys like SHOP#*`, where the statement is narrowed. */
  readonly where?: string;
}

interface Pattern {
  readonly written: string;
  readonly fits: (text: string) => boolean;
}

/** A statement of a role's policy. */
export class Statement {
  readonly allows: boolean;
  private readonly actions: readonly Pattern[];
  private readonly resources: readonly Pattern[];
  private readonly conditions: readonly Condition[];

  constructor({ Effect, Action, Resource, Condition }: PolicyDocument['Statement'][number]) {
    this.allows = Effect === 'Allow';
    // The names of actions have no case.
    this.actions = Action.map((written) => {
      const fits = wildcard(written.toLowerCase());
      return { written, fits: (action) => fits(action.toLowerCase()) };
    });
    this.resources = Resource.map((written) => ({ written, fits: wildcard(written) }));
    this.conditions = conditionsIn(Condition);
  }

  speaksOf(action: string): boolean {
    return this.actions.some(({ fits }) => fits(action));
  }

  /** The grants that this call uses; none where the statement has nothing to say of it. */
  applied({ action, resource, context = {} }: Asked): Grant[] {
    const actions = this.actions.filter(({ fits }) => fits(action));
    const resources = this.resources.filter(({ fits }) => fits(resource));
    if (actions.length === 0 || resources.length === 0) return [];
    const met: Array<{ condition: Condition; patterns: readonly string[] }> = [];
    for (const condition of this.conditions) {
      const patterns = condition.holds(context);
      if (patterns === undefined) return [];
      met.push({ condition, patterns });
    }
    return grantsOf(actions, resources, met);
  }

  /** All that it lets somebody do, one by one. */
  grants(): Grant[] {
    const all = this.conditions.map((condition) => ({ condition, patterns: condition.patterns }));
    return grantsOf(this.actions, this.resources, all);
  }
}

function grantsOf(
  actions: readonly Pattern[],
  resources: readonly Pattern[],
  narrowed: ReadonlyArray<{ condition: Condition; patterns: readonly string[] }>,
): Grant[] {
  const wheres = narrowed.flatMap(({ condition: { key }, patterns }) => patterns.map((like) => `${key} like ${like}`));
  return actions.flatMap(({ written: action }) =>
    resources.flatMap(({ written: resource }): Grant[] =>
      wheres.length === 0 ? [{ action, resource }] : wheres.map((where) => ({ action, resource, where })),
    ),
  );
}
