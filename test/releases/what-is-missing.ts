import {
  acts,
  consequences,
  deviations,
  endings,
  elsewhere,
  takenUpAgain,
  waits,
} from '../../functions/domain/vocabulary.ts';
import {
  MessageRefused,
  MessageUnacceptable,
  MessageUnsettled,
  OrderIsBusy,
} from '../../functions/send-message/errors.ts';
import { NewerSchema } from '../../functions/domain/schema-version.ts';
import { requestSchema } from '../../functions/send-message/request.ts';
import type { DefinedState, Definition } from '../../workflows/definition.ts';

type State = DefinedState & {
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Arguments?: {
    readonly Payload?: Readonly<Record<string, string>>;
    readonly UpdateExpression?: string;
    readonly Key?: unknown;
  };
};

/** What the functions of a release understand and say, as far as a definition can name it. */
export interface Understood {
  readonly acts: readonly string[];
  /** The fields that the messenger takes. */
  readonly asked: readonly string[];
  /** Errors by which waits end and functions fail. */
  readonly errors: readonly string[];
  readonly stages: readonly string[];
  readonly promises: readonly string[];
  readonly definition: Definition;
}

/** Of this release. */
export const understoodToday = (definition: Definition): Understood => ({
  acts,
  asked: Object.keys(requestSchema.shape),
  errors: [
    ...Object.keys(deviations),
    elsewhere,
    ...[MessageRefused, MessageUnacceptable, MessageUnsettled, OrderIsBusy, NewerSchema].map((kind) => new kind().name),
  ],
  stages: [...waits, ...endings, ...takenUpAgain],
  promises: Object.keys(consequences),
  definition,
});

/** What AWS and its SDKs call their own errors, and ours: only ours can be renamed by us. */
const isOurs = (error: string): boolean => !error.includes('.') && !awsErrors.has(error);
const awsErrors = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'TimeoutError',
]);

/** What an execution would miss that waits on a definition of then, a sentence each. */
export function missingFor(then: Definition, now: Understood): string[] {
  return Object.entries(then.States as Record<string, State>).flatMap(([name, state]) => [
    ...(name in now.definition.States ? [] : [`${name} is no state any more: nobody can read the histories of then`]),
    ...actMissing(name, state, now),
    ...errorsMissing(name, state, now),
    ...choicesMissing(name, state, now),
    ...writesMissing(name, state, now.definition),
  ]);
}

function actMissing(name: string, { Arguments: { Payload: asked } = {} }: State, now: Understood): string[] {
  if (asked === undefined) return [];
  return [
    ...(now.acts.includes(asked['act']!)
      ? []
      : [`${name} asks for ${asked['act']}, which the messenger does not know`]),
    ...Object.keys(asked)
      .filter((field) => !now.asked.includes(field))
      .map((field) => `${name} says ${field} to the messenger, which no longer reads it`),
  ];
}

function errorsMissing(name: string, { Retry = [], Catch = [] }: State, now: Understood): string[] {
  const named = [...Retry, ...Catch].flatMap(({ ErrorEquals }) => ErrorEquals).filter(isOurs);
  return named
    .filter((error) => !now.errors.includes(error))
    .map((error) => `${name} waits for the error ${error}, which nobody sends any more`);
}

function choicesMissing(name: string, { Choices = [] }: State, now: Understood): string[] {
  return Choices.flatMap(({ Condition }) => {
    const [, variable, value] = /^\{% \$(\w+) = '([^']*)' %\}$/.exec(Condition) ?? [];
    const known = { stage: now.stages, promise: now.promises }[variable ?? ''];
    return known?.includes(value!) === true
      ? []
      : [`${name} looks for the ${variable} ${value}, which no answer names any more`];
  });
}

/** Each attribute of the order's item that a state writes, another still writes, at the same key. */
function writesMissing(
  name: string,
  { Arguments: { UpdateExpression: text, Key: key } = {} }: State,
  now: Definition,
): string[] {
  if (text === undefined) return [];
  const same = (now.States as Record<string, State>)[name]?.Arguments;
  const written = new Set(attributesIn(same?.UpdateExpression));
  return [
    ...(JSON.stringify(same?.Key) === JSON.stringify(key) ? [] : [`${name} writes where no order lies any more`]),
    ...attributesIn(text)
      .filter((attribute) => !written.has(attribute))
      .map((attribute) => `${name} writes ${attribute}, which nobody reads any more`),
  ];
}

const attributesIn = (expression = ''): string[] => expression.match(/(?<![:\w])#?[a-z]\w*/g) ?? [];
