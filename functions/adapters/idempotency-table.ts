import * as z from 'zod/mini';
import type { KeptKeys, RequestKey, Reservation } from '../domain/told-to-us/record.ts';
import { idempotencyKey } from './keys.ts';
import type { Table } from './table.ts';

/** An Idempotency-Key is remembered this long. */
const keptSeconds = 30 * 24 * 3600;

const reservationSchema = z.lazy(() => z.object({ fact: z.string(), hash: z.string() }));

/** Which fact an Idempotency-Key stands for, noted before that fact is stored. */
export class IdempotencyTable implements KeptKeys {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async reserve(request: RequestKey, reservation: Reservation, now: number): Promise<Reservation> {
    const key = keyOf(request);
    const seconds = Math.floor(now / 1000);
    // Items past their time may lie about for days before DynamoDB takes them away.
    const isOurs = await this.table.put(
      { ...key, ...reservation, expires: seconds + keptSeconds },
      'attribute_not_exists(pk) OR given_back = :yes OR expires < :now',
      { ':yes': true, ':now': seconds },
    );
    if (isOurs) return reservation;
    const item = await this.table.get(key);
    return item === undefined ? reservation : z.parse(reservationSchema, item);
  }

  async giveBack(request: RequestKey, { fact, hash }: Reservation): Promise<void> {
    await this.table.update(keyOf(request), {
      set: ['given_back = :yes'],
      condition: 'fact = :fact AND #hash = :hash',
      names: { '#hash': 'hash' },
      values: { ':yes': true, ':fact': fact, ':hash': hash },
    });
  }
}

const keyOf = ({ shop, method, path, key }: RequestKey) => idempotencyKey(shop, method, path, key);
