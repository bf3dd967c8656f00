import { expect, it } from 'vitest';
import { VirtualShop } from '../../../local/virtual/virtual-shop.ts';
import { synthesisedDefinition } from '../../../workflows/definition.ts';
import { delivery, on, order, orderDetails, shipment, shop as settings, word } from '../../shop/facts.ts';

const definition = synthesisedDefinition();

const facts = [
  order(on('2026-11-23', '10:00')),
  shipment('p1', on('2026-11-24', '15:00')),
  delivery('p1', on('2026-11-26', '11:00')),
  word('received', on('2026-11-26', '19:00')),
];

async function lived(forgets: boolean) {
  const mails: string[] = [];
  const ended: object[] = [];
  const versions: number[] = [];
  const shop = new VirtualShop(definition, on('2026-11-23', '09:00'), {
    forgets,
    mailSent: ({ tags, html }) => mails.push(`${tags['message']} of ${html.length} characters`),
    // Ids of requests and tokens differ from life to life.
    executionEnded: ({ history, ...execution }) => ended.push({ ...execution, isWritten: history() !== undefined }),
    orderChanged: ({ version }) => versions.push(version),
  });
  shop.open('demo', settings);
  for (const fact of facts) {
    shop.at(fact.learnedAt, async () => {
      await shop.orders.append('demo', '1001', fact, fact.name === 'order' ? { ...orderDetails } : undefined);
    });
  }
  await shop.moveTo(on('2026-12-24', '09:00'));
  return { shop, mails, ended, versions };
}

it('a shop that forgets tells of every mail and every execution, and lives the same life as one that remembers', async () => {
  const [remembers, forgets] = [await lived(false), await lived(true)];
  expect(forgets.mails).toHaveLength(4);
  expect(forgets.mails).toEqual(remembers.mails);
  expect(forgets.versions).toEqual(remembers.versions);
  expect(forgets.ended).toEqual([expect.objectContaining({ order: '1001', status: 'SUCCEEDED', statesEntered: 8 })]);
  expect(forgets.ended).toEqual(remembers.ended);
});

it('nothing of mails and states is left in a shop that forgets', async () => {
  const [remembers, forgets] = [await lived(false), await lived(true)];
  expect(remembers.shop.mailer.sent).toHaveLength(4);
  expect(forgets.shop.mailer.sent).toEqual([]);
  expect(remembers.shop.states('demo', '1001')).toHaveLength(8);
  expect(forgets.shop.states('demo', '1001')).toEqual([]);
});
