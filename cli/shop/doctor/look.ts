import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import { SecretsTable } from '../../../functions/adapters/secrets-table.ts';
import { ShopRegister } from '../../../functions/adapters/shop-register.ts';
import { ShopsTable } from '../../../functions/adapters/shops-table.ts';
import type { Table } from '../../../functions/adapters/table.ts';
import { missingSettings, requiredSettings } from '../../../functions/domain/shop/settings.ts';
import type { KnownAlarm } from './check-alarms.ts';
import { identitiesFor, type MailAccount, type SenderIdentity } from './check-mail.ts';
import type { KnownShop } from './check-shops.ts';
import type { KnownTable } from './check-table.ts';
import { Unread, type Read } from './finding.ts';

// The edge: asks AWS and says it in our words. Nothing here judges.

const refusals = ['AccessDenied', 'AccessDeniedException', 'UnrecognizedClientException'];

/** What the credentials may not see is said, and the rest looked at all the same. */
export async function readable<T>(ask: () => Promise<T>): Promise<Read<T>> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || !refusals.includes(error.name)) throw error;
    return new Unread('warning', `not looked at, for these credentials may not: ${error.message}`);
  }
}

/** @throws ResourceNotFoundException */
export async function lookAtTable(client: DynamoDBClient, TableName: string): Promise<KnownTable> {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName }));
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  return {
    status: table?.TableStatus ?? 'unknown',
    hasStream: table?.StreamSpecification?.StreamEnabled === true,
    isProtected: table?.DeletionProtectionEnabled === true,
    endsBy: ttl?.TimeToLiveStatus === 'ENABLED' ? ttl.AttributeName : undefined,
  };
}

export async function lookAtBackups(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { ContinuousBackupsDescription: backups } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName }),
  );
  return backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED';
}

export async function lookAtShops(table: Table): Promise<KnownShop[]> {
  const [register, settings, secrets] = [new ShopRegister(table), new ShopsTable(table), new SecretsTable(table)];
  const found: KnownShop[] = [];
  for (const { shop } of await register.shops()) {
    const known = await settings.settings(shop);
    const keys = await register.keysOf(shop);
    found.push({
      shop,
      missing: known === undefined ? requiredSettings : missingSettings(known),
      from: known?.from,
      staff: known?.staff.length ?? 0,
      keysSince: keys.filter(({ revokedAt }) => revokedAt === undefined).map(({ issuedAt }) => issuedAt),
      hasShopify: (await secrets.shopifySecret(shop)) !== undefined,
    });
  }
  return found;
}

export async function lookAtAccount(client: SESv2Client): Promise<MailAccount> {
  const account = await client.send(new GetAccountCommand({}));
  return {
    isInSandbox: account.ProductionAccessEnabled !== true,
    maySend: account.SendingEnabled === true,
    standing: account.EnforcementStatus ?? 'unknown',
    mailsPerDay: account.SendQuota?.Max24HourSend ?? 0,
    mailsPerSecond: account.SendQuota?.MaxSendRate ?? 0,
    sentLastDay: account.SendQuota?.SentLast24Hours ?? 0,
  };
}

/** The identity that covers an address: the nearest that is verified, else the nearest there is. */
export async function lookAtSender(client: SESv2Client, address: string): Promise<SenderIdentity | undefined> {
  const known: SenderIdentity[] = [];
  for (const name of identitiesFor(address)) {
    const identity = await identityCalled(client, name);
    if (identity?.isVerified === true) return identity;
    if (identity !== undefined) known.push(identity);
  }
  return known[0];
}

async function identityCalled(client: SESv2Client, name: string): Promise<SenderIdentity | undefined> {
  try {
    const found = await client.send(new GetEmailIdentityCommand({ EmailIdentity: name }));
    const mailFrom = found.MailFromAttributes?.MailFromDomain ? found.MailFromAttributes : undefined;
    return {
      name,
      isVerified: found.VerifiedForSendingStatus === true,
      isSigned: found.DkimAttributes?.SigningEnabled === true && found.DkimAttributes.Status === 'SUCCESS',
      dkimTokens: found.DkimAttributes?.Tokens ?? [],
      mailFrom: mailFrom?.MailFromDomainStatus,
    };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

/** `prefix`: what the names of the stack's alarms begin with. */
export async function lookAtAlarms(client: CloudWatchClient, prefix: string): Promise<KnownAlarm[]> {
  const found: KnownAlarm[] = [];
  for await (const { MetricAlarms: alarms = [] } of paginateDescribeAlarms({ client }, { AlarmNamePrefix: prefix })) {
    for (const {
      AlarmName: name = '',
      StateValue: state,
      ActionsEnabled: isOn,
      AlarmActions: actions = [],
    } of alarms) {
      found.push({
        name: name.slice(prefix.length),
        isRinging: state === 'ALARM',
        isOn: isOn === true && actions.length > 0,
      });
    }
  }
  return found;
}
