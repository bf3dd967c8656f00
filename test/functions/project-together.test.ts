import { expect, it } from 'vitest';
import type { Order, Told } from '../../functions/domain/order/order.ts';
import { orderOf } from '../domain/order-of.ts';
import { Projection } from '../properties/chaos/projection.ts';
import { on, order, orderDetails, shipment, shippingDelay } from '../shop/facts.ts';

const now = on('2026-11-24', '10:00');
const placed = order(now);
const late = shippingDelay(now);

function warning(at: number, dueAt: number, more: Partial<Told> = {}): Told {
  return {
    key: `warn-shipping-delay:${late.id}`,
    message: 'warn-shipping-delay',
    cause: late.id,
    at,
    owner: 'test',
    seen: 2,
    covers: [],
    promises: [{ promise: 'ship', until: on('2026-11-30', '18:00') }],
    level: 1,
    task: { task: '1001.1', why: 'answer-question', dueAt, level: 1 },
    ...more,
  };
}

/** Late; the warning is refused, claimed anew with its task at another hour, and goes out; then all of it leaves. */
const [first, second] = [warning(now + 1000, now + 3_600_000), warning(now + 9000, now + 7_200_000)];
const sent = { ...second, sesId: 'ses-1' };
const facts = [placed, late];
const versions: readonly Order[] = [
  orderOf([placed]),
  orderOf(facts),
  orderOf(facts, [first], { fates: { [late.id]: first.key } }),
  orderOf(facts),
  orderOf(facts, [second], { fates: { [late.id]: second.key } }),
  orderOf(facts, [sent], { fates: { [late.id]: second.key } }),
  orderOf([...facts, shipment('p1', now)], [sent], { fates: { [late.id]: second.key } }),
].map((version, index) => ({ ...version, version: index + 1 }));
const changes = versions.map((after, index) => ({ before: versions[index - 1], after }));

/** Where the stream's batches end, for each way to cut them. */
const cuts = Array.from({ length: 2 ** (changes.length - 1) }, (_, bits) =>
  changes.map((_change, index) => (bits & (1 << index)) !== 0),
);

async function carriedOver(cut: readonly boolean[], seenUntil: (batchEnd: number) => number): Promise<object> {
  let seen = 0;
  const projection = new Projection({
    find: async () => versions[seen],
    details: async () => new Map([[placed.id, { ...orderDetails }]]),
  });
  for (let from = 0; from < changes.length;) {
    const end = cut.findIndex((ends, index) => ends && index >= from);
    const to = end === -1 ? changes.length : end + 1;
    seen = seenUntil(to - 1);
    await projection.takeTogether(changes.slice(from, to));
    from = to;
  }
  const { timeline, tasks, leaves } = projection;
  const entries = [...timeline].map(([id, { entry }]) => [id, entry.sent, entry.why] as const);
  return {
    entries: entries.toSorted(([one], [other]) => one.localeCompare(other)),
    tasks: [...tasks],
    leaves: [...leaves],
  };
}

it('is the same however the stream cuts its batches, and however far the order has come meanwhile', async () => {
  const oneByOne = await carriedOver(
    changes.map(() => true),
    (batchEnd) => batchEnd,
  );
  expect(oneByOne).toMatchObject({ tasks: [[`${second.task!.dueAt}#1001.1`, 1]], leaves: [] });
  for (const ahead of [0, 1, 2, 3]) {
    for (const cut of cuts) {
      const seenUntil = (batchEnd: number): number => Math.min(batchEnd + ahead, versions.length - 1);
      expect(await carriedOver(cut, seenUntil)).toEqual(oneByOne);
    }
  }
});
