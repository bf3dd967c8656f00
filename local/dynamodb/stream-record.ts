import { region } from '../aws-error.ts';
import type { Item } from './dynalite-types.ts';
import type { Change, Tables } from './tables.ts';

/** A record of a DynamoDB stream, exactly as a function receives it. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: '1.1';
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { type: 'Service'; principalId: 'dynamodb.amazonaws.com' };
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: string;
  };
}

/** Writes the records of one table's stream. Sequence numbers rise, over restarts too. */
export class StreamWriter {
  private readonly tables: Tables;
  private readonly stream: { arn: string; viewType: string };
  private readonly now: () => number;
  private next: bigint;

  constructor(tables: Tables, stream: { arn: string; viewType: string }, now: () => number) {
    this.tables = tables;
    this.stream = stream;
    this.now = now;
    // Twenty-one digits as DynamoDB's are; the machine's clock makes them rise from one start to the next.
    this.next = 10n ** 20n + BigInt(Date.now()) * 10n ** 6n;
  }

  recordOf(change: Change): StreamRecord {
    const { before, after } = change;
    const [showsNew, showsOld] = [this.stream.viewType.includes('NEW'), this.stream.viewType.includes('OLD')];
    const keys = this.tables.keyOf(change.table, (after ?? before)!);
    const images = {
      ...(showsNew && after !== undefined && { NewImage: after }),
      ...(showsOld && before !== undefined && { OldImage: before }),
    };
    const sequenceNumber = String(this.next++);
    return {
      eventID: sequenceNumber.slice(1).padStart(32, '0'),
      eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      eventSourceARN: this.stream.arn,
      ...(change.expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const }),
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(this.now() / 1000),
        Keys: keys,
        ...images,
        SequenceNumber: sequenceNumber,
        SizeBytes: [keys, ...Object.values(images)].reduce((sum, image) => sum + this.tables.sizeOf(image), 0),
        StreamViewType: this.stream.viewType,
      },
    };
  }
}
