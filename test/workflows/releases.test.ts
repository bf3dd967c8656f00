import { describe, expect, it } from 'vitest';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import { ChaosShop } from '../properties/chaos/chaos-shop.ts';
import { releasesOf } from '../properties/chaos/definitions.ts';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { on, order, orderDetails, shipment, shop as usual } from '../shop/facts.ts';

const definition = synthesisedDefinition();
const { newer, withoutError, withoutPromise } = releasesOf(definition);
const placed = on('2026-11-23', '10:00');
const shipBy = on('2026-11-25', '18:00');

const shopWith = async (...releases: ConstructorParameters<typeof ChaosShop>[0][number][]): Promise<ChaosShop> => {
  const shop = new ChaosShop(releases, placed);
  shop.open('demo', usual);
  await tell(shop, order(placed));
  return shop;
};
const tell = async (shop: ChaosShop, fact: Fact): Promise<void> => {
  await shop.moveTo(fact.learnedAt);
  await shop.tell('demo', '1001', fact, fact.name === 'order' ? { ...orderDetails } : undefined);
};
const mails = (shop: ChaosShop): unknown[] => shop.mailer.sent.map(({ tags }) => tags['message']);
const statesOfRun = (shop: ChaosShop, run: number): string[] =>
  shop.statesOfRun('demo', '1001', run).map(({ name }) => name);

describe('a release while orders wait', () => {
  it('an order goes on with the definition it began with', async () => {
    const shop = await shopWith(definition, newer);
    shop.strike({ fault: 'deploy' }, 'demo', '1001');
    await tell(shop, shipment('p1', on('2026-11-24', '10:00')));
    expect(mails(shop)).toEqual(['confirm-order', 'announce-shipment']);
    expect(statesOfRun(shop, 1)).not.toContain('GreetRelease');
  });

  it('news that the old definition cannot name is told by the next execution, on the new one', async () => {
    const shop = await shopWith(withoutError('PartlyShipped'), newer);
    shop.strike({ fault: 'deploy' }, 'demo', '1001');
    await tell(shop, shipment('p1', on('2026-11-24', '10:00'), { lines: [{ id: 'vase', quantity: 1 }] }));
    expect(mails(shop)).toEqual(['confirm-order', 'announce-partial-shipment']);
    expect(statesOfRun(shop, 1).slice(-2)).toEqual(['AwaitShipment', 'CloseOrder']);
    expect(statesOfRun(shop, 2)[0]).toBe('GreetRelease');
  });

  it('a promise that the old definition does not know falls due: the next execution warns, at once', async () => {
    const shop = await shopWith(withoutPromise('ship-by'), newer);
    shop.strike({ fault: 'deploy' }, 'demo', '1001');
    await shop.moveTo(shipBy + 1000);
    expect(mails(shop)).toEqual(['confirm-order', 'warn-shipping-delay']);
    expect(statesOfRun(shop, 1).slice(-3)).toEqual(['AwaitShipment', 'WhichPromise', 'CloseOrder']);
  });
});

describe('the database refuses a wait for a while', () => {
  it('and takes it then: the wait ends when it should all the same', async () => {
    const shop = new ChaosShop([definition], placed);
    shop.open('demo', usual);
    shop.strike({ fault: 'waits-throttled', times: 6, when: 'before' }, 'demo', '1001');
    await tell(shop, order(placed));
    await shop.moveTo(shipBy + 1000);
    expect(mails(shop)).toEqual(['confirm-order', 'warn-shipping-delay']);
    expect(shop.mailer.sent[1]!.at).toBeLessThanOrEqual(shipBy);
  });
});
