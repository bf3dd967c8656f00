import * as z from 'zod';
import { wildcard } from './wildcard.ts';

/** What is known of a call beside its action and its resource, by condition key. A key that is not there has no value. */
export type Context = Readonly<Partial<Record<ConditionKey, readonly string[]>>>;

/** The condition keys whose values are known here, for every call that has them. */
const conditionKeys = ['dynamodb:LeadingKeys'] as const;
export type ConditionKey = (typeof conditionKeys)[number];

const positive = ['StringEquals', 'StringLike'] as const;
const negative = ['StringNotEquals', 'StringNotLike'] as const;
const comparisons = [...positive, ...negative] as const;
type Comparison = (typeof comparisons)[number];

const quantifiers = ['', 'ForAllValues:', 'ForAnyValue:'] as const;
type Quantifier = (typeof quantifiers)[number];

const operators = quantifiers.flatMap((quantifier) =>
  comparisons.map((comparison): `${Quantifier}${Comparison}` => `${quantifier}${comparison}`),
);

const oneOrMore = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** A statement's `Condition`. Strict: an operator or a key that is not known here would be taken for granted. */
export const conditionBlock = z.partialRecord(z.enum(operators), z.partialRecord(z.enum(conditionKeys), oneOrMore));

/** One line of a `Condition`. */
export interface Condition {
  readonly key: ConditionKey;
  /** The values that let a call pass, as they are written; none where the condition only says what does not. */
  readonly patterns: readonly string[];
  /** Which of the patterns let this call pass; undefined where it does not. */
  readonly holds: (context: Context) => readonly string[] | undefined;
}

/**
 * The conditions of a statement, all of which must hold. As in IAM, `ForAllValues` holds where there is no value, and so
 * does a negative comparison without a quantifier; every other condition needs one.
 */
export function conditionsIn(block: z.infer<typeof conditionBlock>): Condition[] {
  return Object.entries(block).flatMap(([operator, keys]) => {
    const [comparison = operator, prefix] = operator.split(':').toReversed();
    const quantifier = prefix === undefined ? '' : `${prefix}:`;
    return conditionKeys.flatMap((key) => {
      const patterns = keys[key];
      return patterns === undefined ? [] : [conditionOf(quantifier, comparison, key, patterns)];
    });
  });
}

function conditionOf(quantifier: string, comparison: string, key: ConditionKey, patterns: string[]): Condition {
  const isNegative = negative.some((each) => each === comparison);
  const isLiteral = comparison.endsWith('Equals');
  const tests = patterns.map((pattern) => ({
    pattern,
    fits: isLiteral ? (text: string) => text === pattern : wildcard(pattern),
  }));
  return {
    key,
    patterns: isNegative ? [] : patterns,
    holds: (context) => {
      const values = context[key] ?? [];
      const passes = (value: string): boolean => tests.some(({ fits }) => fits(value)) !== isNegative;
      const isMet =
        quantifier === 'ForAllValues:' || (quantifier === '' && isNegative)
          ? values.every(passes)
          : values.some(passes);
      if (!isMet) return undefined;
      return isNegative ? [] : tests.filter(({ fits }) => values.some(fits)).map(({ pattern }) => pattern);
    },
  };
}
