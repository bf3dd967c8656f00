import { describe, expect, it } from 'vitest';
import { annesOrder, played } from './a-story.ts';

/** What whoever wrote the file is told. */
async function said(yaml: string): Promise<string[]> {
  try {
    await played(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'WrongStory') throw error;
    return error.message.split('\n');
  }
}

const facts = (...each: string[]): string => `${annesOrder}facts:\n${each.map((fact) => `  - ${fact}\n`).join('')}`;

describe('a story file with a mistake in it is refused with line and field', () => {
  it.each([
    [
      'a day that does not exist',
      facts('{ at: 2026-11-24 09:00, tell: delays, of: shipment, until: 2026-11-31 }'),
      'story.yaml:9 facts[0].until: a day (YYYY-MM-DD) or an instant with an offset',
    ],
    [
      'an hour that no clock shows',
      facts('{ at: 2026-11-24 25:00, tell: words, by: phone, word: received }'),
      'story.yaml:9 facts[0].at: an hour on the shop’s clock that exists, as 2026-12-01 10:15, or an instant with an offset, as 2026-12-01T10:15:00+01:00',
    ],
    [
      'a field that the API needs',
      facts('{ at: 2026-11-24 09:00, tell: shipments }'),
      'story.yaml:9 facts[0].parcel: is missing',
    ],
    [
      'a slip of the pen',
      facts('{ at: 2026-11-24 09:00, tell: delays, of: shipment, untill: 2026-11-30 }'),
      'story.yaml:9 facts[0].untill: no such field: of, parcel, reason, code, until, at',
    ],
    [
      'a call that does not exist',
      facts('{ at: 2026-11-24 09:00, tell: parcels }'),
      'story.yaml:9 facts[0].tell: "parcels" is no call of this release',
    ],
    [
      'facts out of their order',
      facts(
        '{ at: 2026-11-25 09:00, tell: deliveries, parcel: p1 }',
        '{ at: 2026-11-24 09:00, tell: shipments, parcel: p1 }',
      ),
      'story.yaml:10 facts[1].at: comes before facts[0]: tell them as they come',
    ],
    [
      'a line that was not ordered',
      facts('{ at: 2026-11-24 09:00, tell: shipments, parcel: p1, lines: [{ id: bowl, quantity: 1 }] }'),
      'story.yaml:9 facts[0].lines[0].id: the order has no such line',
    ],
    [
      'a task that is not there',
      facts('{ at: 2026-11-24 09:00, tell: completions, task: "1.7", by: Hugo }'),
      'story.yaml:9 facts[0]: No such task.',
    ],
    [
      'a choice that no mail has offered',
      facts('{ at: 2026-11-24 09:00, tell: choices, by: customer, choice: call }'),
      'story.yaml:9 facts[0]: No mail has brought the customer to a page for choices by then.',
    ],
    [
      'a number where a text is meant',
      annesOrder.replace('"1"', '1'),
      'story.yaml:4 order.id: expected string, received number: put it between quotes',
    ],
    [
      'a setting of the shop that does not exist',
      `${annesOrder}shop: { zone: Europe/Lyon }`,
      'story.yaml:8 shop.zone: an IANA time zone, as Europe/Paris',
    ],
    [
      'a shop without a phone',
      `${annesOrder}shop: { phone: null }`,
      'story.yaml:8 shop.phone: no mail can go out without it',
    ],
    ['a heading that means nothing', `${annesOrder}fact: []`, 'story.yaml:8 fact: no such field here'],
    [
      'an expected mail without a name',
      `${annesOrder}expect:\n  mails:\n    - 2026-11-23 10:00`,
      'story.yaml:10 expect.mails[0]: a message with its hour, as 2026-11-23 10:00 confirm-order, or without',
    ],
    [
      'an expectation nobody knows',
      `${annesOrder}expect:\n  mails: [{ mail: confirm-order, say: [vase] }]`,
      'story.yaml:9 expect.mails[0].say: no such field here',
    ],
    [
      'an end before the beginning',
      `${annesOrder}until: 2026-11-20 10:00`,
      'story.yaml:8 until: comes before the order',
    ],
    [
      'no YAML at all',
      `${annesOrder}facts: [`,
      'story.yaml:8 Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%s', async (_, yaml, problem) => {
    const [first, ...more] = await said(yaml);
    expect(first).toBe(problem);
    expect(more).toEqual([]);
  });

  it('and every mistake is told at once', async () => {
    const problems = await said(
      facts(
        '{ at: 2026-11-24 09:00, tell: shipments }',
        '{ at: 2026-11-24 10:00, tell: words, word: perhaps, by: phone }',
      ),
    );
    expect(problems.map((each) => each.split(':').slice(0, 2).join(':'))).toEqual([
      'story.yaml:9 facts[0].parcel',
      'story.yaml:10 facts[1].word',
    ]);
  });
});

describe('a story speaks the language of the API', () => {
  it('with hours on the clock of the shop it names', async () => {
    const { mails } = await played(
      `${annesOrder}shop: { zone: America/New_York, country: US }\nuntil: 2026-11-23 11:00`,
    );
    expect(new Date(mails[0]!.at).toISOString()).toBe('2026-11-23T15:00:00.000Z');
  });

  it('and with instants of any offset', async () => {
    const { mails } = await played(
      `${annesOrder.replace('2026-11-23 10:00', '2026-11-23T10:00:00+03:00')}until: 2026-11-23 11:00`,
    );
    expect(new Date(mails[0]!.at).toISOString()).toBe('2026-11-23T07:00:00.000Z');
  });

  it('what is told a second time is no second fact', async () => {
    const shipped = '{ at: 2026-11-24 15:00, tell: shipments, parcel: p1 }';
    const { mails, order } = await played(facts(shipped, shipped.replace('15:00', '15:05')));
    expect(order.facts.map(({ name }) => name)).toEqual(['order', 'shipment']);
    expect(mails.filter(({ tags }) => tags['message'] === 'announce-shipment')).toHaveLength(1);
  });

  it('the customer chooses on the page that a third warning leads to', async () => {
    const { order, tasks } = await played(facts('{ at: 2026-11-29 10:00, tell: choices, by: customer, choice: call }'));
    expect(order.facts.at(-1)).toMatchObject({ name: 'choice', choice: 'call' });
    expect(tasks.map(({ name }) => name)).toContain('customer-chose');
  });

  it('a fact may be known before its order', async () => {
    const { mails } = await played(
      facts(
        '{ at: 2026-11-22 15:00, tell: shipments, parcel: p1 }',
        '{ at: 2026-11-24 10:00, tell: deliveries, parcel: p1 }',
      ),
    );
    expect(mails.map(({ tags }) => tags['message'])).toEqual([
      'confirm-order',
      'announce-shipment',
      'ask-delivery-check',
    ]);
  });
});
