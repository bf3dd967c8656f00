import { describe, expect, it } from 'vitest';
import { MailRefused, MailUncertain } from '../../functions/domain/ports.ts';
import { completion, delivery, on, order, shipment, shop, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placed = on('2026-11-23', '10:00');
const hour = 3600 * 1000;
const kill = (story: Story, run: string) =>
  story.shop.stepFunctions.stopExecution({
    executionArn: `arn:aws:states:eu-west-1:000000000000:execution:Order:${run}`,
  });

describe('an execution is killed', () => {
  it('while it waits: the next one goes on where the order stood, and nothing is said twice', async () => {
    const story = await Story.ofOrder(placed);
    kill(story, 'demo.1001');
    await story.shop.settle();
    expect(story.order.run).toBe(2);
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
  });

  it('and nobody hears of it: the sweep takes the order up again', async () => {
    const story = await Story.ofOrder(placed);
    story.shop.endsAreNoted = false;
    kill(story, 'demo.1001');
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    expect(story.mails).toEqual(['confirm-order']);
    await story.shop.sweep();
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
  });

  it('three times without a word said in between: a person is asked to look', async () => {
    const story = await Story.ofOrder(placed);
    for (const run of ['demo.1001', 'demo.1001.2', 'demo.1001.3']) {
      kill(story, run);
      await story.until(story.shop.clock.now() + hour);
    }
    expect(story.order.told.at(-1)?.task?.why).toBe('unstick-order');
    expect(story.order.closed).toMatchObject({ run: 3, how: 'retake' });
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
  });

  it('twice in a moment: a deployment may be under way, and the third run waits until it is over', async () => {
    const story = await Story.ofOrder(placed);
    kill(story, 'demo.1001');
    await story.shop.settle();
    kill(story, 'demo.1001.2');
    await story.until(placed + 10 * 60_000);
    expect(story.order).toMatchObject({ run: 2, closed: { how: 'retake' } });
    await story.until(placed + 30 * 60_000);
    expect(story.order).toMatchObject({ run: 3, awaiting: { stage: 'AwaitShipment' } });
  });

  it('because the shop took back what every mail needs: it is not tried for ever, and goes on once a person has mended it', async () => {
    const story = new Story(placed, { ...shop, phone: undefined } as unknown as typeof shop);
    await story.tell(order(placed));
    await story.until(placed + 2 * hour);
    expect(story.order.run).toBe(3);
    expect(story.order.told.map(({ task }) => task?.why)).toEqual(['unstick-order']);
    story.shop.open('demo', shop);
    await story.tell(completion('1001.1', placed + 3 * hour));
    expect(story.mails).toEqual(['confirm-order']);
  });
});

describe('two executions own the same order', () => {
  it('the older one finds out at its next wait and leaves; the customer is told once', async () => {
    const story = await Story.ofOrder(placed);
    story.shop.stepFunctions.startExecution({
      stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order',
      name: 'demo.1001.2',
      input: JSON.stringify({ shop: 'demo', order: '1001', run: 2 }),
    });
    await story.until(on('2026-11-25', '18:01'));
    expect(story.mails).toEqual(['confirm-order', 'warn-shipping-delay']);
    expect(story.shop.statesOfRun('demo', '1001', 1).at(-1)?.name).toBe('Superseded');
    expect(story.shop.statesOfRun('demo', '1001', 2).at(-1)?.name).toBe('AwaitShipment');
    expect(story.order.run).toBe(2);
  });
});

describe('the stream', () => {
  it('loses every record: the sweep rings instead', async () => {
    const story = new Story(placed);
    story.shop.stream = 'loses';
    await story.tell(order(placed));
    expect(story.mails).toEqual([]);
    await story.shop.sweep();
    expect(story.mails).toEqual(['confirm-order']);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    await story.shop.sweep();
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
  });

  it('loses the record of what came after the end: the sweep finds that too', async () => {
    const story = await Story.ofOrder(placed, { lines: [{ id: 'card', quantity: 1, ships: false }] });
    expect(story.order.closed?.how).toBe('nothing-to-ship');
    await story.shop.sweep();
    expect(story.order.watched).toBe(false);
    story.shop.stream = 'loses';
    await story.tell(word('question', placed + hour));
    story.shop.stream = 'delivers';
    await story.shop.sweep();
    expect(story.order.told.at(-1)?.task?.why).toBe('answer-question');
  });

  it('loses the record by which a dead run was taken up: the sweep rings all the same', async () => {
    const story = await Story.ofOrder(placed);
    story.shop.stream = 'loses';
    kill(story, 'demo.1001');
    await story.shop.settle();
    expect(story.order.closed).toMatchObject({ run: 1, how: 'retake' });
    story.shop.stream = 'delivers';
    await story.shop.sweep();
    expect(story.order.run).toBe(2);
  });

  it('repeats every record, at once and late: nothing is said twice', async () => {
    const story = new Story(placed);
    story.shop.stream = 'repeats';
    await story.tell(
      order(placed),
      shipment('p1', on('2026-11-24', '10:00')),
      delivery('p1', on('2026-11-25', '10:00')),
    );
    await story.tell(word('received', on('2026-11-25', '11:00')));
    await story.until(on('2026-11-26', '10:00'));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'ask-delivery-check', 'thank-customer']);
    expect(story.order.run).toBe(1);
  });
});

describe('the workflow service is down for thirty hours', () => {
  it('no order is lost: each is confirmed when it is back', async () => {
    const story = new Story(placed);
    story.shop.workflowIsDown = true;
    await story.tell(order(placed));
    await story.until(placed + 30 * hour);
    expect(story.mails).toEqual([]);
    story.shop.workflowIsDown = false;
    await story.until(placed + 31 * hour);
    expect(story.mails).toEqual(['confirm-order']);
  });
});

describe('a mail that nobody can tell the fate of', () => {
  it('is not sent again before the published window is over, then once, and counted', async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    await story.until(placed + 19 * 60_000);
    expect(story.mails).toEqual(['confirm-order']);
    await story.until(placed + hour);
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    expect(story.order.told[0]).toMatchObject({ resent: 1 });
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
  });

  it('says what it said when it is sent again, though more is known by then', async () => {
    const reminded = on('2026-11-27', '14:00');
    const story = await Story.ofOrder(placed, { payment: 'awaited' });
    await story.until(reminded - 60_000);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.until(reminded);
    await story.tell(shipment('p1', reminded + 2000));
    await story.until(reminded + hour);
    expect(story.mails).toEqual(['confirm-order', 'remind-payment', 'remind-payment', 'announce-shipment']);
    const [first, again] = story.shop.mailer.sent.slice(1).map(({ subject }) => subject);
    expect(again).toBe(first);
  });

  it('and is refused when it is sent again: what SES never took does not count, and it is tried until SES takes it', async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    await story.until(placed + 19 * 60_000);
    story.shop.mailer.failNext(new MailRefused('too many'), false);
    await story.until(placed + 2 * hour);
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    expect(story.order.told).toHaveLength(1);
    expect(story.order.told[0]).toMatchObject({ resent: 1, sesId: 'mail-2' });
  });

  it("is settled by SES's own event: then it went out once", async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    await story.shop.orders.settle('demo', '1001', 'confirm-order:order:1001', 'mail-1');
    await story.until(placed + 2 * hour);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
  });

  it('and cannot tell it of the second try either: it was sent twice, and the timeline says so', async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    await story.until(placed + 20 * 60_000);
    story.shop.mailer.failNext(new MailUncertain('the line broke again'), true);
    await story.until(placed + 30 * 60_000);
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    await story.shop.orders.settle('demo', '1001', 'confirm-order:order:1001', 'mail-2');
    await story.until(placed + 2 * hour);
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    expect(story.order.told[0]).toMatchObject({ sesId: 'mail-2', resent: 1 });
  });

  it('and cannot tell it of the second try either: between tries lie twenty minutes, whoever tries', async () => {
    const story = new Story(placed);
    for (let tries = 0; tries < 3; tries += 1) story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    await story.until(placed + 5 * hour);
    const sent = story.shop.mailer.sent.map(({ at }) => at);
    expect(sent).toHaveLength(4);
    expect(sent.slice(1).every((at, index) => at - sent[index]! >= 20 * 60_000)).toBe(true);
    expect(story.order.told[0]).toMatchObject({ sesId: 'mail-4', resent: 3 });
  });

  it('left by an execution that died is settled by the next one', async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), false);
    await story.tell(order(placed));
    kill(story, 'demo.1001');
    await story.until(placed + 2 * hour);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order.told[0]).toMatchObject({ resent: 1 });
  });
});

describe('SES refuses a mail', () => {
  it('the claim is taken back, and the mail goes out when SES takes it', async () => {
    const story = new Story(placed);
    for (let refusals = 0; refusals < 3; refusals += 1) story.shop.mailer.failNext(new MailRefused('throttled'), false);
    await story.tell(order(placed));
    expect(story.order.told).toEqual([]);
    await story.until(placed + 3 * hour);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order.told[0]).toMatchObject({ sesId: 'mail-1' });
  });
});
