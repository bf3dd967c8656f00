import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NotFoundException, SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { Unread } from '../../../cli/shop/doctor/finding.ts';
import {
  lookAtAccount,
  lookAtAlarms,
  lookAtBackups,
  lookAtSender,
  lookAtTable,
  readable,
} from '../../../cli/shop/doctor/look.ts';

// Answers in the shape that AWS documents: what the SDK hands over once it has read them.

/** A client that answers each command from this list, by the command's name. */
function answering<Client>(client: Client, answers: Readonly<Record<string, (input: never) => object>>): Client {
  const send = async (command: { constructor: { name: string }; input: never }): Promise<object> => {
    const answer = answers[command.constructor.name.replace('Command', '')];
    if (answer === undefined) throw new Error(`nobody expected ${command.constructor.name}`);
    return answer(command.input);
  };
  return Object.assign(client as object, { send }) as Client;
}

const region = 'eu-west-1';

test('the account that is still in the sandbox', async () => {
  const ses = answering(new SESv2Client({ region }), {
    GetAccount: () => ({
      DedicatedIpAutoWarmupEnabled: false,
      EnforcementStatus: 'HEALTHY',
      ProductionAccessEnabled: false,
      SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 3 },
      SendingEnabled: true,
    }),
  });
  expect(await lookAtAccount(ses)).toEqual({
    isInSandbox: true,
    maySend: true,
    standing: 'HEALTHY',
    mailsPerDay: 200,
    mailsPerSecond: 1,
    sentLastDay: 3,
  });
});

const verified = {
  IdentityType: 'DOMAIN',
  VerifiedForSendingStatus: true,
  DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['a', 'b', 'c'] },
  MailFromAttributes: {
    MailFromDomain: 'mail.lumiere.example',
    MailFromDomainStatus: 'PENDING',
    BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
  },
};

const sesWith = (identities: Readonly<Record<string, object>>): SESv2Client =>
  answering(new SESv2Client({ region }), {
    GetEmailIdentity: ({ EmailIdentity }: { EmailIdentity: string }) => {
      const found = identities[EmailIdentity];
      if (found === undefined) throw new NotFoundException({ message: 'no such identity', $metadata: {} });
      return found;
    },
  });

test('the domain that covers an address, though the address is none itself', async () => {
  expect(await lookAtSender(sesWith({ 'lumiere.example': verified }), 'a@lumiere.example')).toEqual({
    name: 'lumiere.example',
    isVerified: true,
    isSigned: true,
    dkimTokens: ['a', 'b', 'c'],
    mailFrom: 'PENDING',
  });
});

test('a verified domain above one that is not', async () => {
  const ses = sesWith({ 'shop.lumiere.example': { VerifiedForSendingStatus: false }, 'lumiere.example': verified });
  expect(await lookAtSender(ses, 'a@shop.lumiere.example')).toMatchObject({
    name: 'lumiere.example',
    isVerified: true,
  });
});

test('one that waits for its DNS, and none at all', async () => {
  const waiting = { VerifiedForSendingStatus: false, DkimAttributes: { SigningEnabled: true, Status: 'PENDING' } };
  expect(await lookAtSender(sesWith({ 'lumiere.example': waiting }), 'a@lumiere.example')).toMatchObject({
    isVerified: false,
    isSigned: false,
    mailFrom: undefined,
  });
  expect(await lookAtSender(sesWith({}), 'a@lumiere.example')).toBeUndefined();
});

test('the table, its backups and what it lets expire', async () => {
  const dynamodb = answering(new DynamoDBClient({ region }), {
    DescribeTable: () => ({
      Table: { TableStatus: 'ACTIVE', DeletionProtectionEnabled: true, StreamSpecification: { StreamEnabled: true } },
    }),
    DescribeTimeToLive: () => ({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' } }),
    DescribeContinuousBackups: () => ({
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    }),
  });
  expect(await lookAtTable(dynamodb, 'orders')).toEqual({
    status: 'ACTIVE',
    hasStream: true,
    isProtected: true,
    endsBy: 'expires',
  });
  expect(await lookAtBackups(dynamodb, 'orders')).toBe(false);
});

test('the alarms of the stack, over all pages', async () => {
  const one = { StateValue: 'OK', ActionsEnabled: true, AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:alarms'] };
  const pages = [
    { MetricAlarms: [{ ...one, AlarmName: 'Shopkeeper-test-ApiErrors', StateValue: 'ALARM' }], NextToken: 'more' },
    { MetricAlarms: [{ ...one, AlarmName: 'Shopkeeper-test-MailHeldUp', AlarmActions: [] }] },
  ];
  const client = answering(new CloudWatchClient({ region }), { DescribeAlarms: () => pages.shift()! });
  expect(await lookAtAlarms(client, 'Shopkeeper-test-')).toEqual([
    { name: 'ApiErrors', isRinging: true, isOn: true },
    { name: 'MailHeldUp', isRinging: false, isOn: false },
  ]);
});

test('what the credentials may not see is said; any other trouble ends the command', async () => {
  const refused = Object.assign(new Error('not authorized to perform ses:GetAccount'), {
    name: 'AccessDeniedException',
  });
  const read = await readable(() => Promise.reject(refused));
  expect(read).toBeInstanceOf(Unread);
  expect(read).toMatchObject({ health: 'warning', why: expect.stringContaining('ses:GetAccount') });
  await expect(readable(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
});
