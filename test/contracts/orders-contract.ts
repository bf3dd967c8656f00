import { beforeEach, describe, expect, it } from 'vitest';
import type { Told } from '../../functions/domain/order/order.ts';
import { usualDays } from '../../functions/domain/order/retention.ts';
import type { Orders } from '../../functions/domain/ports.ts';
import { on, order, orderDetails, shipment, word } from '../shop/facts.ts';

const now = on('2026-11-23', '10:00');

const confirmation: Told = {
  key: 'confirm-order:order:1001',
  message: 'confirm-order',
  cause: 'order:1001',
  at: now,
  owner: 'request-1',
  seen: 1,
  covers: [],
  promises: [],
};
const fates = { 'order:1001': confirmation.key };

/** What every keeper of orders owes: the table, and the memory that simulations use in its place. */
export function keepsOrders(name: string, make: () => Promise<Orders>): void {
  describe(`${name} keeps orders`, () => {
    let orders: Orders;
    beforeEach(async () => {
      orders = await make();
    });
    const found = async () => (await orders.find('demo', '1001'))!;

    it('a fact is stored once, however often it is told', async () => {
      expect(await orders.append('demo', '1001', order(now), { ...orderDetails })).toEqual({ result: 'recorded' });
      expect(await orders.append('demo', '1001', order(now), { ...orderDetails })).toEqual({ result: 'duplicate' });
      expect((await found()).facts).toHaveLength(1);
      expect((await orders.details(await found())).get('order:1001')).toEqual(orderDetails);
    });

    it('the same id with another body is a conflict that names the first', async () => {
      await orders.append('demo', '1001', shipment('p1', now));
      const other = { ...shipment('p1', now), carrier: 'DHL', hash: 'another' };
      expect(await orders.append('demo', '1001', other)).toEqual({ result: 'conflict', first: 'shipment:p1' });
    });

    it('facts that come before their order wait for it, in the order they were learned', async () => {
      await orders.append('demo', '1001', shipment('p1', now));
      await orders.append('demo', '1001', order(now));
      await orders.append('demo', '1001', word('received', now));
      expect((await found()).facts.map(({ id }) => id)).toEqual(['shipment:p1', 'order:1001', `word:received-${now}`]);
    });

    it('an order has its share of facts and no more', async () => {
      await orders.append('demo', '1001', order(now));
      for (let parcel = 1; parcel < 300; parcel += 1) await orders.append('demo', '1001', shipment(`p${parcel}`, now));
      expect(await orders.append('demo', '1001', shipment('p300', now))).toEqual({ result: 'full' });
      expect(await orders.append('demo', '1001', shipment('p1', now))).toEqual({ result: 'duplicate' });
    });

    it('all of many facts told at once are kept', async () => {
      await orders.append('demo', '1001', order(now));
      const told = Array.from({ length: 12 }, (_, index) => shipment(`p${index}`, now));
      await Promise.all(told.map((fact) => orders.append('demo', '1001', fact)));
      expect((await found()).facts).toHaveLength(13);
    });

    it('a claim holds on the version that was judged, and on no other', async () => {
      await orders.append('demo', '1001', order(now));
      const judged = await found();
      expect(await orders.claim(judged, { told: confirmation, fates })).toBe(true);
      expect(await orders.claim(judged, { told: { ...confirmation, owner: 'request-2' }, fates })).toBe(false);
      expect((await found()).told).toHaveLength(1);
      expect((await found()).fates).toEqual(fates);
    });

    it('a fact that came since the judgement takes the claim away', async () => {
      await orders.append('demo', '1001', order(now));
      const judged = await found();
      await orders.append('demo', '1001', shipment('p1', now));
      expect(await orders.claim(judged, { told: confirmation, fates })).toBe(false);
      expect(await orders.note(judged, { 'shipment:p1': 'nothing' })).toBe(false);
    });

    it('a withdrawn claim leaves its facts open again', async () => {
      await orders.append('demo', '1001', order(now));
      await orders.claim(await found(), { told: confirmation, fates });
      await orders.withdraw('demo', '1001', confirmation.key);
      expect((await found()).told).toEqual([]);
      expect((await found()).fates).toEqual({});
    });

    it('the mail of a claim is noted at its entry, though others were withdrawn before it', async () => {
      await orders.append('demo', '1001', order(now));
      await orders.claim(await found(), { told: { ...confirmation, key: 'first' }, fates: {} });
      await orders.claim(await found(), { told: { ...confirmation, key: 'second' }, fates: {} });
      await orders.withdraw('demo', '1001', 'first');
      await orders.settle('demo', '1001', 'second', 'ses-1');
      expect((await found()).told).toMatchObject([{ key: 'second', sesId: 'ses-1' }]);
    });

    it('a mail that is sent again is counted and owned before it is, by one request alone', async () => {
      await orders.append('demo', '1001', order(now));
      await orders.claim(await found(), { told: confirmation, fates });
      const judged = await found();
      expect(await orders.sendAgain(judged, confirmation.key, 'request-2', now + 5)).toBe(true);
      expect(await orders.sendAgain(judged, confirmation.key, 'request-3', now + 5)).toBe(false);
      expect((await found()).told).toMatchObject([{ owner: 'request-2', resent: 1, resentAt: now + 5 }]);
      expect(await orders.sendAgain(await found(), confirmation.key, 'request-3', now + 9)).toBe(true);
      expect((await found()).told).toMatchObject([{ owner: 'request-3', resent: 2, resentAt: now + 9 }]);
      expect((await found()).fates).toEqual(fates);
    });

    it('a mail that was surely refused when it was sent again is as it was before, unless another has it in hand', async () => {
      await orders.append('demo', '1001', order(now));
      await orders.claim(await found(), { told: confirmation, fates });
      await orders.sendAgain(await found(), confirmation.key, 'request-2', now + 5);
      const once = (await found()).told[0]!;
      await orders.notSentAgain(await found(), confirmation, 'request-1');
      expect((await found()).told[0]).toMatchObject({ owner: 'request-2', resent: 1, resentAt: now + 5 });
      await orders.sendAgain(await found(), confirmation.key, 'request-3', now + 9);
      await orders.notSentAgain(await found(), once, 'request-3');
      expect((await found()).told[0]).toMatchObject({ owner: 'request-3', resent: 1, resentAt: now + 5 });
      await orders.notSentAgain(await found(), confirmation, 'request-3');
      expect((await found()).told[0]?.resent).toBeUndefined();
      expect((await found()).told[0]?.resentAt).toBeUndefined();
    });

    it('a fact that comes after the end puts the order on watch again', async () => {
      await orders.append('demo', '1001', order(now));
      await orders.unwatch(await found());
      expect((await found()).watched).toBe(false);
      await orders.append('demo', '1001', shipment('p1', now));
      expect((await found()).watched).toBe(true);
    });

    it('facts that wait for their order are not on watch', async () => {
      await orders.append('demo', '1001', shipment('p1', now));
      expect((await found()).watched).toBe(false);
    });

    it('an order knows when it leaves, and that is put off but never brought forward', async () => {
      await orders.append('demo', '1001', order(now));
      const { keptUntil } = await found();
      expect(keptUntil).toBe(now + usualDays * 24 * 3_600_000);
      await orders.keepLonger(await found(), keptUntil! + 5000);
      await orders.keepLonger(await found(), keptUntil!);
      expect((await found()).keptUntil).toBe(keptUntil! + 5000);
    });

    it('a dead run is taken up again once, and never over a newer one', async () => {
      await orders.append('demo', '1001', order(now));
      expect(await orders.retake('demo', '1001', 2)).toBe(true);
      expect(await orders.retake('demo', '1001', 2)).toBe(false);
      expect(await orders.retake('demo', '1001', 1)).toBe(false);
      expect((await found()).closed).toMatchObject({ run: 2, how: 'retake' });
      expect((await found()).stalled).toBe(1);
    });

    it('an order that does not exist is not taken up: an erased one must not come back', async () => {
      expect(await orders.retake('demo', '404', 1)).toBe(false);
      expect(await orders.find('demo', '404')).toBeUndefined();
    });
  });
}
