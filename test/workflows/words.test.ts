import { describe, expect, it } from 'vitest';
import { completion, delivery, on, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placed = on('2026-11-23', '10:00');

async function asked(): Promise<Story> {
  const story = await Story.ofOrder(placed);
  return story.tell(shipment('p1', on('2026-11-24', '10:00')), delivery('p1', on('2026-11-25', '11:00')));
}

describe('the customer says "received"', () => {
  it('and is thanked, with the promo that thanks for an answer', async () => {
    const story = await asked();
    await story.tell(word('received', on('2026-11-25', '12:00')));
    expect(story.lastText).toMatch(/CODE\d+/);
    expect(story.order.closed?.how).toBe('received');
  });

  it('before the carrier does: thanked, and not asked afterwards', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')), word('received', on('2026-11-25', '12:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'thank-customer']);
    await story.tell(delivery('p1', on('2026-11-25', '13:00')));
    expect(story.mails).toHaveLength(3);
    expect(story.fates).toContain('the customer has told us already');
  });

  it('after days of silence about shipping: thanked, without a promo, and the timeline says why', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-26', '10:00')), delivery('p1', on('2026-11-27', '11:00')));
    await story.tell(word('received', on('2026-11-27', '12:00')));
    expect(story.order.told.at(-1)?.promo).toEqual({ leftOut: 'the order was late' });
  });

  it('while something is still to come: thanked, told what, and the order goes on', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00'), { lines: [{ id: 'vase', quantity: 1 }] }));
    await story.tell(word('received', on('2026-11-25', '12:00')));
    expect(story.mails.at(-1)).toBe('thank-customer');
    expect(story.lastText).toContain('Small bowl');
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
  });

  it('of one parcel, while staff have the rest in hand: thanked, told what is still to come, and no promo', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00'), { lines: [{ id: 'vase', quantity: 1 }] }));
    await story.until(on('2026-12-10', '10:00'));
    expect(story.order.closed?.how).toBe('handed-to-staff');
    await story.tell(word('received', on('2026-12-10', '12:00')));
    expect(story.mails.at(-1)).toBe('thank-customer');
    expect(story.lastText).toContain('Small bowl');
    expect(story.order.told.at(-1)?.promo).toEqual({ leftOut: 'something is still to come' });
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('though no shipment was told: staff are asked to record it', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(word('received', on('2026-11-25', '12:00')));
    expect(story.mails.at(-1)).toBe('thank-customer');
    expect(story.order.told.at(-1)?.task?.why).toBe('record-shipment');
    expect(story.order.closed?.how).toBe('received');
  });

  it('twice: thanked once', async () => {
    const story = await asked();
    await story.tell(word('received', on('2026-11-25', '12:00')), word('received', on('2026-11-25', '13:00')));
    expect(story.mails.filter((mail) => mail === 'thank-customer')).toHaveLength(1);
  });
});

describe('the customer says "not yet"', () => {
  it('and the parcel is traced, with the day we write again', async () => {
    const story = await asked();
    await story.tell(word('not-yet', on('2026-11-25', '12:00')));
    expect(story.mails.at(-1)).toBe('trace-parcel');
    expect(story.order.told.at(-1)?.task?.why).toBe('trace-parcel');
    expect(story.order.awaiting?.stage).toBe('AwaitDelivery');
  });

  it('a second time: a case about something missing', async () => {
    const story = await asked();
    await story.tell(word('not-yet', on('2026-11-25', '12:00')), word('not-yet', on('2026-11-26', '12:00')));
    expect(story.mails.slice(-2)).toEqual(['trace-parcel', 'open-case']);
    expect(story.order.told.at(-1)?.case?.about).toBe('missing');
  });

  it('and nothing turns up by that day: a case', async () => {
    const story = await asked();
    await story.tell(word('not-yet', on('2026-11-25', '12:00')));
    await story.until(on('2026-11-28', '18:01'));
    expect(story.mails.at(-1)).toBe('open-case');
    expect(story.order.awaiting?.stage).toBe('AwaitCaseOutcome');
  });

  it('before anything left: a case, for nothing is under way', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(word('not-yet', on('2026-11-24', '12:00')));
    expect(story.mails.at(-1)).toBe('open-case');
  });
});

describe('the customer reports a problem', () => {
  it('and is answered at once: a named owner, an hour, a task', async () => {
    const story = await asked();
    await story.tell(word('problem', on('2026-11-25', '12:00'), { about: 'damaged' }));
    expect(story.mails.at(-1)).toBe('open-case');
    expect(story.lastText).toContain('Hugo Blanc');
    expect(story.order.told.at(-1)).toMatchObject({ case: { about: 'damaged' }, task: { why: 'answer-case' } });
    expect(story.order.awaiting?.stage).toBe('AwaitCaseOutcome');
  });

  it('long after the end: the order is taken up again by a second execution', async () => {
    const story = await asked();
    await story.tell(word('received', on('2026-11-25', '12:00')));
    await story.tell(word('problem', on('2027-01-10', '12:00'), { about: 'damaged' }));
    expect(story.mails.at(-1)).toBe('open-case');
    expect(story.order.run).toBe(2);
    expect(story.shop.statesOfRun('demo', '1001', 2).map(({ name }) => name)[0]).toBe('ConfirmOrder');
    expect(story.mails.filter((mail) => mail === 'confirm-order')).toHaveLength(1);
  });

  it('nobody answers: staff reminded, the customer told honestly twice, then it is in the hands of staff', async () => {
    const story = await asked();
    await story.tell(word('problem', on('2026-11-25', '12:00'), { about: 'damaged' }));
    await story.until(on('2026-12-10', '12:00'));
    expect(story.states.filter((state) => ['RemindStaff', 'ApologiseForWait', 'HandToStaff'].includes(state))).toEqual([
      'RemindStaff',
      'ApologiseForWait',
      'ApologiseForWait',
      'HandToStaff',
    ]);
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('staff have done the task: the case ends, and so does the order', async () => {
    const story = await asked();
    await story.tell(word('problem', on('2026-11-25', '12:00'), { about: 'damaged' }));
    const task = story.order.told.at(-1)!.task!.task;
    await story.tell(completion(task, on('2026-11-26', '10:00')));
    expect(story.order.closed?.how).toBe('settled');
  });

  it('and another complaint joins the case: one owner, one task, which is louder now', async () => {
    const story = await asked();
    await story.tell(word('problem', on('2026-11-25', '12:00'), { about: 'damaged' }));
    await story.tell(word('problem', on('2026-11-25', '13:00'), { about: 'wrong' }));
    expect(story.mails.filter((mail) => mail === 'open-case')).toHaveLength(1);
    const [opened, joined] = story.order.told.slice(-2);
    expect(joined?.task).toMatchObject({ task: opened?.task?.task, level: 2 });
    expect(story.order.awaiting?.stage).toBe('AwaitCaseOutcome');
  });

  it('"received" ends a case about something missing', async () => {
    const story = await asked();
    await story.tell(word('problem', on('2026-11-25', '12:00'), { about: 'missing' }));
    await story.tell(word('received', on('2026-11-26', '12:00')));
    expect(story.mails.at(-1)).toBe('thank-customer');
    expect(story.order.closed?.how).toBe('received');
  });
});

describe('the customer asks a question', () => {
  it('and staff have a task; no case, no mail', async () => {
    const story = await asked();
    await story.tell(word('question', on('2026-11-25', '12:00')));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
    expect(story.order.told.at(-1)).toMatchObject({ message: 'ask-staff', task: { why: 'answer-question' } });
    expect(story.order.awaiting?.stage).toBe('AwaitCustomerWord');
  });
});

describe('the customer says nothing', () => {
  it('with a scan: the order closes in silence, unthanked', async () => {
    const story = await asked();
    await story.until(on('2026-12-20', '12:00'));
    expect(story.order.closed?.how).toBe('silent');
    expect(story.mails).not.toContain('thank-customer');
  });

  it('without a scan: staff call, two more days, then it is theirs', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    await story.until(on('2026-12-20', '12:00'));
    const acted = story.states.filter(
      (state) => !state.startsWith('Await') && !['WhichPromise', 'ResumeOrder'].includes(state),
    );
    expect(acted).toEqual([
      'ConfirmOrder',
      'AnnounceShipment',
      'AskDeliveryCheck',
      'EscalateSilentDelivery',
      'HandToStaff',
      'CloseOrder',
    ]);
  });
});
