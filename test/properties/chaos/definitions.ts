import type { DefinedState, Definition } from '../../../workflows/definition.ts';

type States = { [name: string]: DefinedState };

export interface Releases {
  /** Each lacks one of the errors, or one of the promises, that today's functions may name. */
  readonly older: readonly Definition[];
  readonly newer: Definition;
  readonly withoutError: (error: string) => Definition;
  readonly withoutPromise: (promise: string) => Definition;
}

/**
 * What a definition may look like before and after a release: an older one does not know an error that the relay sends
 * today, or a promise by which a wait ends; a newer one has another state. Executions keep theirs for life
 * (architecture, section 5).
 */
export function releasesOf(current: Definition): Releases {
  const withoutError = (error: string): Definition => lacking(current, error);
  const withoutPromise = (promise: string): Definition => lackingPromise(current, promise);
  const older = [...errorsOf(current).map(withoutError), ...promisesOf(current).map(withoutPromise)];
  return { older, newer: newer(current), withoutError, withoutPromise };
}

/** The business errors that its waits know. */
function errorsOf({ States: states }: Definition): string[] {
  const named = Object.values(states).flatMap((state) => (state.Catch ?? []).flatMap(({ ErrorEquals }) => ErrorEquals));
  return [...new Set(named)].filter((error) => !error.includes('.') && error !== 'Elsewhere').sort();
}

/** What its one choice after a silence can tell apart. */
function promisesOf({ States: states }: Definition): string[] {
  return (states['WhichPromise']?.Choices ?? []).flatMap(({ Condition }) => /'([a-z-]+)'/.exec(Condition)?.[1] ?? []);
}

function lacking(definition: Definition, error: string): Definition {
  const entries = Object.entries(definition.States).map(([name, state]) => {
    if (state.Catch === undefined) return [name, state] as const;
    return [name, { ...state, Catch: state.Catch.filter(({ ErrorEquals }) => !ErrorEquals.includes(error)) }] as const;
  });
  return { ...definition, States: reachable(definition.StartAt, Object.fromEntries(entries)) };
}

function lackingPromise(definition: Definition, promise: string): Definition {
  const which = definition.States['WhichPromise']!;
  const Choices = (which.Choices ?? []).filter(({ Condition }) => !Condition.includes(`'${promise}'`));
  return {
    ...definition,
    States: reachable(definition.StartAt, { ...definition.States, WhichPromise: { ...which, Choices } }),
  };
}

/** Amazon States Language takes no state that nothing leads to. */
function reachable(start: string, states: States): States {
  const found = new Set<string>();
  const follow = (name: string | undefined): void => {
    const state = name === undefined ? undefined : states[name];
    if (name === undefined || state === undefined || found.has(name)) return;
    found.add(name);
    follow(state.Next);
    follow(state.Default);
    for (const { Next } of [...(state.Catch ?? []), ...(state.Choices ?? [])]) follow(Next);
  };
  follow(start);
  return Object.fromEntries(Object.entries(states).filter(([name]) => found.has(name)));
}

function newer(definition: Definition): Definition {
  const greets: DefinedState = { Type: 'Pass', Next: definition.StartAt };
  return { ...definition, StartAt: 'GreetRelease', States: { GreetRelease: greets, ...definition.States } };
}
