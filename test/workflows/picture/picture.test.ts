import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesisedDefinition, type Definition } from '../../../workflows/definition.ts';
import { pictureOf } from '../../../workflows/picture/picture.ts';
import { readTree } from '../../../workflows/picture/tree.ts';

const definition = synthesisedDefinition();
const picture = pictureOf(definition);
const statesIn = (svg: string): string[] => [...svg.matchAll(/<g id="state-([^"]+)"/g)].map(([, name]) => name!);
const reasonsIn = (svg: string): string[] =>
  [...svg.matchAll(/data-reason="([^"]+)" data-to="([^"]+)"/g)].map(([, name, to]) => `${name} → ${to}`);

describe('the picture of the tree', () => {
  it('in the README is the one of the workflow as it is now (npm run picture draws it anew)', () => {
    const committed = resolve(import.meta.dirname, '../../../docs/order-workflow.svg');
    expect(readFileSync(committed, 'utf8') === picture).toBe(true);
  });

  it('shows every state once, by the name it has in the console', () => {
    expect(statesIn(picture).sort()).toEqual(Object.keys(definition.States).sort());
  });

  it('shows an order that goes well as eight states from top to bottom', () => {
    const path = readTree(definition).mainPath.map(({ name }) => name);
    expect(path).toEqual([
      'ConfirmOrder',
      'AwaitShipment',
      'AnnounceShipment',
      'AwaitDelivery',
      'AskDeliveryCheck',
      'AwaitCustomerWord',
      'ThankCustomer',
      'CloseOrder',
    ]);
    const heights = path.map((name) => Number(new RegExp(`id="state-${name}".*? y="([\\d.]+)"`).exec(picture)?.[1]));
    expect(heights).toEqual([...heights].sort((above, below) => above - below));
  });

  it('names everything that ends a wait, and what it leads to, once for all waits', () => {
    const news = definition.States['AwaitShipment']!.Catch!.filter(({ ErrorEquals: [error] }) => !error!.includes('.'));
    const dues = definition.States['WhichPromise']!.Choices!;
    expect(reasonsIn(picture).sort()).toEqual(
      [
        ...news.map(({ ErrorEquals: [error], Next }) => `${error} → ${Next}`),
        ...dues.map(({ Condition, Next }) => `${Condition.split("'")[1]} → ${Next}`),
      ].sort(),
    );
  });

  it('shows what is added to the workflow without being told', () => {
    const grown = withNews('Cancelled', 'ConfirmCancellation');
    expect(statesIn(pictureOf(grown))).toContain('ConfirmCancellation');
    expect(reasonsIn(pictureOf(grown))).toContain('Cancelled → ConfirmCancellation');
  });

  it('is refused for a main path that never ends', () => {
    const States = { ...definition.States, CloseOrder: { Type: 'Task', Next: 'ConfirmOrder' } };
    expect(() => pictureOf({ ...definition, States })).toThrow(/comes back to ConfirmOrder/);
  });
});

function withNews(error: string, act: string): Definition {
  const wait = definition.States['AwaitShipment']!;
  return {
    ...definition,
    States: {
      ...definition.States,
      AwaitShipment: { ...wait, Catch: [{ ErrorEquals: [error], Next: act }, ...wait.Catch!] },
      [act]: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'ResumeOrder' },
    },
  };
}
