import type { DefinedState, Definition } from '../definition.ts';

/** The decision tree as a picture needs it: read from the definition alone, so that no picture can tell anything else. */
export interface Tree {
  /** From the start along `Next`, to the end. */
  readonly mainPath: readonly Node[];
  /** What is done when it does not go that way. */
  readonly beside: readonly Node[];
  /** Waits that are not on the main path. */
  readonly otherWaits: readonly Node[];
  /** The choice of what fell due, when a wait ends in silence. */
  readonly silence: Node | undefined;
  /** The choice that leads back to where the order stands. */
  readonly back: Node | undefined;
  /** Where that choice leads. */
  readonly backTo: readonly string[];
  /** Everything else: other ends, other choices. */
  readonly rest: readonly Node[];
  /** News and promises fallen due, by the state that they lead to. */
  readonly leads: ReadonlyMap<string, readonly Lead[]>;
  /** What the workflow service itself may report: error name → state. */
  readonly failures: readonly Lead[];
}

export interface Node {
  readonly name: string;
  readonly kind: Kind;
  /** Where it goes on, where that is one place. */
  readonly next: string | undefined;
  /** It may lead back to where the order stands. */
  readonly back: 'always' | 'sometimes' | 'never';
}

export type Kind = 'wait' | 'act' | 'choice' | 'end';

/** A reason to go to a state. */
export interface Lead {
  readonly by: 'news' | 'silence' | 'failure';
  /** The error's name, or the promise. */
  readonly name: string;
  readonly to: string;
  /** The states it leads away from. */
  readonly from: readonly string[];
}

const timeout = 'States.Timeout';
const isTechnical = (error: string): boolean => error.includes('.');
const isWait = ({ Resource }: DefinedState): boolean => Resource?.endsWith('.waitForTaskToken') ?? false;

/** @throws when the main path does not lead to an end */
export function readTree({ StartAt, States }: Definition): Tree {
  const path = mainPathOf(StartAt, States);
  const caught = Object.entries(States).flatMap(([from, { Catch = [] }]) =>
    Catch.flatMap(({ ErrorEquals, Next }) => ErrorEquals.map((name) => ({ from, name, to: Next }))),
  );
  const silenceName = caught.find(({ name, to }) => name === timeout && States[to]?.Type === 'Choice')?.to;
  const backName = Object.entries(States).find(
    ([name, { Type, Choices = [] }]) =>
      Type === 'Choice' && name !== silenceName && Choices.some(({ Next }) => isWait(States[Next]!)),
  )?.[0];
  const nodes = new Map(Object.entries(States).map(([name, state]) => [name, nodeOf(name, state, backName)] as const));
  const taken = new Set([...path, silenceName, backName]);
  const others = [...nodes.values()].filter(({ name }) => !taken.has(name));
  const back = backName === undefined ? undefined : States[backName];
  const leads = [
    ...merged(
      caught
        .filter(({ name, to }) => !isTechnical(name) && to !== backName)
        .map((each) => ({ ...each, by: 'news' as const })),
    ),
    ...dueIn(silenceName, States),
  ];
  return {
    mainPath: path.map((name) => nodes.get(name)!),
    beside: inOrderOf(
      leads,
      others.filter(({ kind }) => kind === 'act'),
    ),
    otherWaits: others.filter(({ kind }) => kind === 'wait'),
    silence: silenceName === undefined ? undefined : nodes.get(silenceName),
    back: backName === undefined ? undefined : nodes.get(backName),
    backTo:
      back === undefined
        ? []
        : [...new Set([...(back.Choices ?? []).map(({ Next }) => Next), back.Default ?? []].flat())],
    rest: others.filter(({ kind }) => kind === 'choice' || kind === 'end'),
    leads: Map.groupBy(leads, ({ to }) => to),
    failures: merged(
      caught
        .filter(({ name, to }) => isTechnical(name) && to !== silenceName)
        .map((each) => ({ ...each, by: 'failure' as const })),
    ),
  };
}

function mainPathOf(start: string, states: Definition['States']): string[] {
  const path: string[] = [];
  for (let name: string | undefined = start; name !== undefined; name = states[name]?.Next) {
    if (path.includes(name)) throw new Error(`The main path never ends: it comes back to ${name}.`);
    path.push(name);
  }
  return path;
}

function nodeOf(name: string, state: DefinedState, back: string | undefined): Node {
  const caughtBack = (state.Catch ?? []).some(({ Next }) => Next === back);
  return {
    name,
    kind: kindOf(state),
    next: state.Next,
    back: back !== undefined && state.Next === back ? 'always' : caughtBack ? 'sometimes' : 'never',
  };
}

function kindOf(state: DefinedState): Kind {
  if (state.Type === 'Choice') return 'choice';
  if (state.End === true || state.Type === 'Succeed' || state.Type === 'Fail') return 'end';
  return isWait(state) ? 'wait' : 'act';
}

/** A choice says what fell due in a comparison: `{% $promise = 'ship-by' %}`. What it says otherwise is shown as it stands. */
function dueIn(choice: string | undefined, states: Definition['States']): Lead[] {
  if (choice === undefined) return [];
  return (states[choice]?.Choices ?? []).map(({ Condition, Next }) => ({
    by: 'silence',
    name: /'([^']*)'/.exec(Condition)?.[1] ?? Condition,
    to: Next,
    from: [choice],
  }));
}

/** The same error that leads to the same state is one lead, from however many states. */
function merged(each: readonly { by: Lead['by']; from: string; name: string; to: string }[]): Lead[] {
  return [...Map.groupBy(each, ({ name, to }) => `${name} ${to}`).values()].map((same) => ({
    by: same[0]!.by,
    name: same[0]!.name,
    to: same[0]!.to,
    from: same.map(({ from }) => from),
  }));
}

/** In the order in which the waits name what leads to them; what nothing leads to comes last. */
function inOrderOf(leads: readonly Lead[], nodes: readonly Node[]): Node[] {
  const place = ({ name }: Node): number => {
    const found = leads.findIndex(({ to }) => to === name);
    return found === -1 ? leads.length : found;
  };
  return [...nodes].sort((left, right) => place(left) - place(right));
}
