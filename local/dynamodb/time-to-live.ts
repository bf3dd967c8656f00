import type { Activity } from '../activity.ts';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import type { Item } from './dynalite-types.ts';
import type { Change, Tables } from './tables.ts';

const hour = 3_600_000;

export interface TimeToLiveOptions {
  tables: Tables;
  table: string;
  attribute: string;
  clock: Clock;
  activity: Activity;
}

/**
 * Deletes the items whose time has come, within the hour after it (DynamoDB itself takes up to days), all of one hour
 * at once: an hour has one timer, however many items end in it.
 */
export class TimeToLive {
  private readonly options: TimeToLiveOptions;
  private readonly hours = new Map<number, Map<string, Item>>();

  constructor(options: TimeToLiveOptions) {
    this.options = options;
  }

  /** Looks at what was written. An item that was given another end is found alive when its old hour comes. */
  see(change: Pick<Change, 'before' | 'after'>): void {
    const endsAt = this.endOf(change.after);
    if (endsAt === undefined || endsAt === this.endOf(change.before)) return;
    const { clock, tables, table } = this.options;
    const dueAt = (Math.floor(endsAt / hour) + 1) * hour;
    let ending = this.hours.get(dueAt);
    if (ending === undefined) {
      ending = new Map();
      this.hours.set(dueAt, ending);
      clock.at(dueAt, () => this.options.activity.inBackground(() => this.expire(dueAt)));
    }
    const key = tables.keyOf(table, change.after!);
    ending.set(JSON.stringify(key), key);
  }

  private endOf(item: Item | undefined): number | undefined {
    const value = item?.[this.options.attribute]?.['N'];
    return typeof value === 'string' ? Number(value) * 1000 : undefined;
  }

  private async expire(dueAt: number): Promise<void> {
    const ending = this.hours.get(dueAt);
    this.hours.delete(dueAt);
    for (const key of ending?.values() ?? []) await this.deleteIfEnded(key);
  }

  private async deleteIfEnded(key: Item): Promise<void> {
    const { tables, table, attribute, clock } = this.options;
    const deletion = {
      TableName: table,
      Key: key,
      ConditionExpression: '#end <= :now',
      ExpressionAttributeNames: { '#end': attribute },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(clock.now() / 1000)) } },
    };
    try {
      await tables.call('DeleteItem', deletion, { expiry: true });
    } catch (error) {
      // It was given a later end, or is gone already.
      if (!(error instanceof AwsError) || error.name !== 'ConditionalCheckFailedException') throw error;
    }
  }
}
