import { messageOf, type Act } from '../../functions/domain/vocabulary.ts';
import type { StaffMatter } from '../../functions/domain/order/order.ts';
import type { Definition } from '../definition.ts';
import { readTree, type Lead, type Node, type Tree } from '../picture/tree.ts';

/** A way through the tree from the start to an end, with one deviation at most: longer lives are chains of these. */
export interface Path {
  readonly steps: readonly Step[];
  /** The messages that the customer gets on it where each is still true by then. */
  readonly told: readonly string[];
  /** The state it ends in. */
  readonly ends: string;
}

export interface Step {
  readonly state: string;
  /** Why it is left, where that is not what the main path hopes for: an error, a promise that falls due, a stage. */
  readonly by?: string | undefined;
}

/** A promise that the choice of what fell due has no branch for. */
const anyOther = 'any other';

/** Acts that say nothing to the customer, and who hears of it. */
const notToCustomers: Readonly<Record<StaffMatter | 'take-note', string>> = {
  'ask-staff': 'staff only',
  'remind-staff': 'staff only',
  'escalate-silent-delivery': 'staff only',
  'take-note': 'nobody',
};

/** What the customer is told by an act, as its message's name; or who else hears of it. */
export function toldBy(act: string): { readonly message: string } | { readonly only: string } {
  const message = messageOf(act as Act);
  const only = (notToCustomers as Readonly<Record<string, string>>)[message];
  return only === undefined ? { message } : { only };
}

/** Every path, read from the definition alone: the main path first, then each deviation, then what fails. */
export class Paths {
  readonly tree: Tree;
  /** News and promises fallen due, in the order in which the waits name them, with the promise that no branch names. */
  readonly leads: readonly Lead[];
  private readonly definition: Definition;
  private readonly nodes: ReadonlyMap<string, Node>;

  constructor(definition: Definition) {
    this.definition = definition;
    this.tree = readTree(definition);
    const { mainPath, beside, otherWaits, silence, back, rest } = this.tree;
    const all = [
      ...mainPath,
      ...beside,
      ...otherWaits,
      ...rest,
      ...[silence, back].filter((node) => node !== undefined),
    ];
    this.nodes = new Map(all.map((node) => [node.name, node]));
    this.leads = [...[...this.tree.leads.values()].flat(), ...this.otherwise()];
  }

  node(name: string): Node {
    return this.nodes.get(name)!;
  }

  get waits(): string[] {
    return [...this.nodes.values()].filter(({ kind }) => kind === 'wait').map(({ name }) => name);
  }

  /** The waits that a lead leads away from: of a promise, those that end in silence. */
  waitsOf({ by, from }: Lead): readonly string[] {
    return this.waits.filter((wait) =>
      by === 'news' ? from.includes(wait) : this.catches(wait).some(({ to }) => to === from[0]),
    );
  }

  /** The error by which an act of the main path leaves it, because the facts stand elsewhere by then. */
  elsewhereOf(state: string): string | undefined {
    return this.catches(state).find(({ to }) => to === this.tree.back?.name)?.error;
  }

  mainPath(): Path {
    return this.path(this.tree.mainPath.map(({ name }) => ({ state: name })));
  }

  /** One deviation: each reason, in each wait that it can happen in, with each way it can go on. */
  deviations(): Path[] {
    return this.leads.flatMap((lead) =>
      this.waitsOf(lead).flatMap((wait) =>
        this.waysOn(lead.to).map((way) => this.path([...this.until(wait, lead), ...way])),
      ),
    );
  }

  /** What fails, in each state that it can fail in; and messages of the main path after which the facts stand elsewhere. */
  failures(): Path[] {
    const elsewhere = this.tree.mainPath.flatMap(({ name }) =>
      this.waysElsewhere(name).map((way) => this.path([...this.reaching(name), ...way])),
    );
    const failed = this.tree.failures.flatMap(({ name, to, from }) =>
      from.map((state) =>
        this.path([...this.reaching(state), { state, by: name }, { state: to, by: this.how(state, name) }]),
      ),
    );
    return [...elsewhere, ...failed];
  }

  /** How the order ends where that reason to leave a state leads to the end, if the definition says so. */
  how(state: string, by: string): string | undefined {
    const defined = this.definition.States[state];
    const caught = defined?.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(by));
    const how = (by === anyOther ? defined : caught)?.Assign?.['how'];
    // Where it depends on the error, what any other leads to.
    return typeof how === 'string' ? (/'([\w-]+)' %}$/.exec(how)?.[1] ?? how) : undefined;
  }

  private path(steps: readonly Step[]): Path {
    const told = steps.flatMap(({ state }) => {
      const said = this.node(state).kind === 'act' ? toldBy(state) : undefined;
      return said !== undefined && 'message' in said ? [said.message] : [];
    });
    return { steps, told, ends: steps.at(-1)!.state };
  }

  private catches(state: string): { readonly error: string; readonly to: string }[] {
    return (this.definition.States[state]?.Catch ?? []).flatMap(({ ErrorEquals, Next }) =>
      ErrorEquals.map((error) => ({ error, to: Next })),
    );
  }

  /** What the choice of what fell due does with a promise that it has no branch for. */
  private otherwise(): Lead[] {
    const { silence } = this.tree;
    const to = silence && this.definition.States[silence.name]?.Default;
    return to === undefined ? [] : [{ by: 'silence', name: anyOther, to, from: [silence!.name] }];
  }

  /** From the start to the state, without it: along the main path, or because the first message found the facts elsewhere. */
  private reaching(name: string): Step[] {
    const { mainPath, back } = this.tree;
    const place = mainPath.findIndex((node) => node.name === name);
    if (place !== -1) return mainPath.slice(0, place).map((node) => ({ state: node.name }));
    const lead = this.leads.find(({ to }) => to === name);
    if (lead !== undefined) return this.until(this.waitsOf(lead)[0]!, lead);
    const start = mainPath[0]!.name;
    return [
      { state: start, by: this.elsewhereOf(start) },
      { state: back!.name, by: name },
    ];
  }

  /** From the start to a wait, and by that reason out of it. */
  private until(wait: string, { by, name, from }: Lead): Step[] {
    const before = this.reaching(wait);
    if (by === 'news') return [...before, { state: wait, by: name }];
    return [...before, { state: wait, by: 'silence' }, { state: from[0]!, by: name }];
  }

  /** From a state that a deviation led to, every way to an end on which nothing else deviates. */
  private waysOn(name: string): Step[][] {
    const { back } = this.tree;
    if (name === back?.name) return this.waysBack();
    const { next } = this.node(name);
    if (next === undefined) return [[{ state: name }]];
    const ahead = next === back?.name ? this.waysBack() : [this.straightOn(next)];
    return [...ahead.map((way) => [{ state: name }, ...way]), ...this.waysElsewhere(name)];
  }

  private waysElsewhere(name: string): Step[][] {
    const by = this.elsewhereOf(name);
    return by === undefined ? [] : this.waysBack().map((way) => [{ state: name, by }, ...way]);
  }

  private waysBack(): Step[][] {
    const { back, backTo } = this.tree;
    return backTo.map((to) => [{ state: back!.name, by: to }, ...this.straightOn(to)]);
  }

  /** What comes next and next, until the end. */
  private straightOn(name: string): Step[] {
    const steps: Step[] = [];
    for (let state: string | undefined = name; state !== undefined;) {
      if (steps.some((step) => step.state === state))
        throw new Error(`This path never ends: it comes back to ${state}.`);
      const { Next, Default }: Definition['States'][string] = this.definition.States[state]!;
      steps.push({ state, ...(Next === undefined && Default !== undefined ? { by: Default } : {}) });
      state = Next ?? Default;
    }
    return steps;
  }
}
