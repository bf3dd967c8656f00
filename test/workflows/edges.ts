import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { statesOf } from '../../local/step-functions/states-of.ts';
import type { DefinedState, Definition } from '../../workflows/definition.ts';

/** An edge of the state machine: `AwaitShipment –Cancelled→ ConfirmCancellation`. */
export type Edge = string;

const edge = (from: string, by: string, to: string): Edge => `${from} –${by}→ ${to}`;
const then = 'then';
const otherwise = 'otherwise';
const anyError = 'States.ALL';

/** Every edge there is: what comes next, each error that is caught by name, each branch of a choice and its default. */
export function edgesOf({ States }: Definition): Edge[] {
  return Object.entries(States).flatMap(([name, { Next, Catch = [], Choices = [], Default }]) => [
    ...(Next === undefined ? [] : [edge(name, then, Next)]),
    ...Catch.flatMap((caught) => caught.ErrorEquals.map((error) => edge(name, error, caught.Next))),
    ...Choices.map((choice) => edge(name, comparisonOf(choice.Condition).value, choice.Next)),
    ...(Default === undefined ? [] : [edge(name, otherwise, Default)]),
  ]);
}

/** The edges that an execution took, in order, by its history alone: states entered, errors, variables assigned. */
export function edgesTaken(history: readonly HistoryEvent[], { States }: Definition): Edge[] {
  const stays = statesOf(history);
  const variables = variablesAtEach(history);
  return stays.slice(0, -1).map(({ name, error }, index) => {
    const state = States[name]!;
    const by = state.Type === 'Choice' ? branchTaken(state, variables[index]!) : reasonToLeave(state, error);
    return edge(name, by, stays[index + 1]!.name);
  });
}

function reasonToLeave({ Catch = [] }: DefinedState, error: string | undefined): string {
  if (error === undefined) return then;
  return Catch.some(({ ErrorEquals }) => ErrorEquals.includes(error)) ? error : anyError;
}

function branchTaken({ Choices = [] }: DefinedState, variables: Variables): string {
  const met = Choices.map(({ Condition }) => comparisonOf(Condition)).find(
    ({ variable, value }) => variables[variable] === value,
  );
  return met?.value ?? otherwise;
}

/** Choices compare one variable with one value; another condition is a defect that shows at once. */
function comparisonOf(condition: string): { variable: string; value: string } {
  const [, variable, value] = /^\{% \$(\w+) = '([^']*)' %\}$/.exec(condition) ?? [];
  if (variable === undefined || value === undefined) throw new Error(`no comparison with a value: ${condition}`);
  return { variable, value };
}

type Variables = { readonly [name: string]: unknown };

/** What the variables held in each of the states entered. */
function variablesAtEach(history: readonly HistoryEvent[]): Variables[] {
  const held: Variables[] = [];
  let variables: Variables = {};
  for (const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } of history) {
    if (entered !== undefined) held.push(variables);
    for (const [name, value] of Object.entries(exited?.assignedVariables ?? {})) {
      variables = { ...variables, [name]: JSON.parse(value) };
    }
  }
  return held;
}
