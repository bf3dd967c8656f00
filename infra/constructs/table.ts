import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type ITable,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

/** The index of orders that are not done: by when each should have moved. */
export const watchIndex = 'watch';

/** The one table. What lies in it under which key is told by functions/adapters/keys.ts. */
export class TheTable extends Construct {
  readonly table: ITable;

  constructor(scope: Construct, id: string, { config }: { readonly config: StageConfig }) {
    super(scope, id);
    this.table = config.restoredTable === undefined ? this.made(config) : this.restored(config.restoredTable);
  }

  private restored(tableStreamArn: string): ITable {
    const tableArn = tableStreamArn.split('/stream/')[0]!;
    return Table.fromTableAttributes(this, 'Restored', { tableArn, tableStreamArn, globalIndexes: [watchIndex] });
  }

  private made(config: StageConfig): ITable {
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expires',
      // Encrypted at rest with DynamoDB's own key: one of ours would cost a call for every read of a cold cache.
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    table.addGlobalSecondaryIndex({
      indexName: watchIndex,
      partitionKey: { name: 'watch', type: AttributeType.STRING },
      sortKey: { name: 'checkAt', type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    return table;
  }
}
