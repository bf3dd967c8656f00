import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, Outside, type Answer } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

test('a thousand calls at once that place the same order are one order, one execution and one mail', async () => {
  const calls = 1000;
  const asked = async (): Promise<Answer> => {
    for (;;) {
      const answer = await shop.ask('POST', '/orders', anOrder('one'));
      // The stack has its hands full: any client asks again then.
      if (answer.status < 500 && answer.status !== 429) return answer;
    }
  };
  const answers = await Promise.all(Array.from({ length: calls }, asked));
  expect(answers.filter(({ status }) => status !== 202).map(({ text }) => text)).toEqual([]);
  expect(answers.filter(({ json }) => json.duplicate === false)).toHaveLength(1);
  expect(new Set(answers.map(({ json }) => json.fact))).toEqual(new Set(['order:one']));
  await shop.settle();
  expect(await shop.messages('one')).toEqual(['confirm-order']);
  const executions = (await shop.local('GET', '/_local/executions')) as { name: string }[];
  expect(executions.map(({ name }) => name)).toEqual(['demo.one']);
  expect((await shop.shown('one')).facts).toHaveLength(1);
  // Nothing that comes late starts anything either.
  await shop.advance('PT2H');
  expect(await shop.messages('one')).toEqual(['confirm-order']);
});
