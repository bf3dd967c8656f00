import { describe, expect, it } from 'vitest';
import { deliveryDelay, on, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-10-19', '10:00');
const day = 24 * 3600 * 1000;

/** AWS's limit is 25,000; a person reads a history too. */
const mostEvents = 2500;
const bytesOfAnItem = 400_000;

const histories = (story: Story): number[] =>
  story.shop.stepFunctions
    .listExecutions({ stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order' })
    .executions.map(({ executionArn }) => story.shop.stepFunctions.wholeHistory(executionArn!).length);

describe('an order of which the shop never stops telling', () => {
  it('is handed from execution to execution, so that none has a history nobody can read', async () => {
    const story = await Story.ofOrder(placedAt);
    for (let asked = 1; asked <= 299; asked += 1) await story.tell(word('question', placedAt + asked * 600_000));
    await story.until(placedAt + 120 * day);
    expect(story.order.facts).toHaveLength(300);
    expect(Object.keys(story.order.fates)).toHaveLength(300);
    expect(Math.max(...histories(story))).toBeLessThanOrEqual(mostEvents);
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('takes facts until its item has little room left, and then no more; what it took has its fate', async () => {
    const story = await Story.ofOrder(placedAt);
    for (let parcel = 1; parcel <= 70; parcel += 1) {
      await story.tell(shipment(`a-parcel-with-a-long-name-${parcel}`, placedAt + parcel * 60_000));
    }
    for (let late = 1; late <= 90; late += 1) {
      const until = new Date(placedAt + (late + 3) * day).toISOString().slice(0, 10);
      await story.tell(deliveryDelay(placedAt + late * day, undefined, until));
    }
    await story.until(placedAt + 200 * day);
    expect(story.order.facts.length).toBeLessThan(161);
    expect(Object.keys(story.order.fates)).toHaveLength(story.order.facts.length);
    expect(JSON.stringify(story.order).length).toBeLessThan(bytesOfAnItem);
    expect(Math.max(...histories(story))).toBeLessThanOrEqual(mostEvents);
  });
});

describe('a promise far away', () => {
  it('400 days ahead is kept in sight, by an execution after another', async () => {
    const story = await Story.ofOrder(placedAt, { shipBy: { until: placedAt + 400 * day } });
    await story.until(placedAt + 399 * day);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order.run).toBe(2);
    await story.until(placedAt + 401 * day);
    expect(story.mails[1]).toBe('warn-shipping-delay');
    await story.tell(shipment('p1', placedAt + 402 * day));
    expect(story.mails.at(-1)).toBe('announce-shipment');
  });
});
