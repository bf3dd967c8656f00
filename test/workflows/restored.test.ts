import { expect, it } from 'vitest';
import { executionName } from '../../functions/domain/execution-name.ts';
import { machineArn } from '../../local/virtual/virtual-shop.ts';
import { on } from '../shop/facts.ts';
import { Story } from './story.ts';

it('an order that a restored table has lost, told again, finds a name that no execution has had, and nobody is given up', async () => {
  const placedAt = on('2026-11-23', '10:00');
  const story = new Story(placedAt);
  // It has had five executions, and the table knows of none.
  for (const run of [1, 2, 3, 4, 5]) {
    const input = JSON.stringify({ shop: 'demo', order: '1001', run });
    story.shop.stepFunctions.startExecution({
      stateMachineArn: machineArn,
      name: executionName('demo', '1001', run),
      input,
    });
  }
  await story.shop.settle();
  await story.until(placedAt + 3_600_000 * 8);
  await story.place(placedAt + 3_600_000 * 8);
  await story.until(placedAt + 3_600_000 * 9);
  expect(story.order).toMatchObject({ run: 6, awaiting: { stage: 'AwaitShipment' } });
  expect(story.mails).toEqual(['confirm-order']);
  expect(story.tasks).toEqual([]);
});
