import { describe, expect, it } from 'vitest';
import { synthesisedDefinition, type DefinedState, type Definition } from '../../../workflows/definition.ts';
import { Paths, type Path } from '../../../workflows/paths/paths.ts';
import { printEach, printGrouped, printJson } from '../../../workflows/paths/print.ts';
import { cancellation, delivery, on, refund, shipment, word } from '../../shop/facts.ts';
import { edgesOf } from '../edges.ts';
import { Story } from '../story.ts';

const definition = synthesisedDefinition();
const allPaths = (of: Definition): Path[] => {
  const paths = new Paths(of);
  return [paths.mainPath(), ...paths.deviations(), ...paths.failures()];
};
const all = allPaths(definition);
const placedAt = on('2026-11-23', '10:00');
const statesOn = ({ steps }: Path): string[] => steps.map(({ state }) => state);

describe('the paths through the tree', () => {
  it('take every edge of the state machine, and none that it does not have', () => {
    const walked = new Set(all.flatMap((path) => edgesOn(path, definition)));
    expect([...walked].sort()).toEqual(edgesOf(definition).sort());
  });

  it('begin where an order begins, end where an execution ends, and are each printed once', () => {
    expect(new Set(all.map(({ steps }) => steps[0]!.state))).toEqual(new Set(['ConfirmOrder']));
    expect(new Set(all.map(({ ends }) => ends))).toEqual(new Set(['CloseOrder', 'Superseded']));
    const printed = printEach(definition).split('\n');
    const lines = printed.filter((line) => line.includes(' | told: '));
    expect(new Set(lines).size).toBe(all.length);
    expect(printed.join(' ')).toContain(`${all.length} paths:`);
    expect(JSON.parse(printJson(definition))).toHaveLength(all.length);
  });

  it('tell a customer whose order goes well what such a customer is told', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', on('2026-11-24', '09:00')), delivery('p1', on('2026-11-26', '11:00')));
    await story.tell(word('received', on('2026-11-26', '19:00')));
    expect(statesOn(all[0]!)).toEqual(story.states);
    expect(all[0]!.told).toEqual(story.mails);
  });

  it('one after the other, make the life of an order that is cancelled and paid back', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', on('2026-11-24', '09:00')));
    const cancelled = pathWith('AwaitShipment', 'Cancelled', 'AwaitRefund');
    expect(statesOn(cancelled).slice(0, story.states.length)).toEqual(story.states);
    expect(cancelled.told).toEqual(story.mails);
    const soFar = story.states.length - 1;
    await story.tell(refund('r1', 7900, on('2026-11-25', '10:00')));
    const refunded = statesOn(pathWith('AwaitRefund', 'Refunded', 'CloseOrder'));
    expect(refunded.slice(refunded.indexOf('AwaitRefund'))).toEqual(story.states.slice(soFar));
  });

  it('tell the customer nothing of what only staff hear', () => {
    const told = new Set(all.flatMap((path) => path.told));
    expect(
      ['ask-staff', 'remind-staff', 'escalate-silent-delivery', 'take-note'].filter((one) => told.has(one)),
    ).toEqual([]);
  });

  it('that never end are refused', () => {
    const turning = withState('AwaitStockChoice', { Next: 'AwaitStockChoice' });
    expect(() => printGrouped(turning)).toThrow(/comes back to AwaitStockChoice/);
  });
});

describe('printed for a reader', () => {
  const printed = printGrouped(definition);

  it('they fit on two screens', () => {
    const lines = printed.split('\n');
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  it('each reason is named once, with where it leads', () => {
    const rows = printed.split('\n').map((line) => line.trim().split(/ {2,}/));
    for (const { name, to } of new Paths(definition).leads) {
      const found = rows.filter(([first]) => first === name);
      expect(found, name).toHaveLength(1);
      if (to !== 'CloseOrder' && to !== 'ResumeOrder') expect(found[0]![1]).toMatch(new RegExp(`\\b${to}$`));
    }
  });

  it('what can happen in one wait alone stands under that wait', () => {
    const { Catch } = definition.States['AwaitRefund']!;
    const grown = withState('AwaitRefund', { Catch: [{ ErrorEquals: ['BankIsSlow'], Next: 'TakeNote' }, ...Catch!] });
    expect(printGrouped(grown)).toMatch(/In this wait: AwaitRefund\n\n.*\n {2}BankIsSlow +TakeNote +nobody +back\n/);
  });
});

/** The path on which that wait is left by that news, and the order then stands there. */
function pathWith(wait: string, by: string, stands: string): Path {
  return all.find(({ steps }) => {
    const left = steps.findIndex((step) => step.state === wait && step.by === by);
    return left !== -1 && steps[left + 2]?.by === stands;
  })!;
}

/** As the state machine has them: silence is a time-out, and a choice without a branch of that name takes its default. */
function edgesOn({ steps }: Path, { States }: Definition): string[] {
  return steps.slice(0, -1).map(({ state, by }, index) => {
    const { Choices } = States[state]!;
    const isBranch = Choices?.some(({ Condition }) => Condition.includes(`'${by}'`)) ?? false;
    const reason =
      Choices !== undefined && !isBranch ? 'otherwise' : by === 'silence' ? 'States.Timeout' : (by ?? 'then');
    return `${state} –${reason}→ ${steps[index + 1]!.state}`;
  });
}

function withState(name: string, changed: Partial<DefinedState>): Definition {
  return { ...definition, States: { ...definition.States, [name]: { ...definition.States[name]!, ...changed } } };
}
