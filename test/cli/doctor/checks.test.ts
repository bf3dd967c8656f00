import { describe, expect, test } from 'vitest';
import { checkAlarms, checkDeadLetters } from '../../../cli/shop/doctor/check-alarms.ts';
import {
  checkAccount,
  checkSender,
  identitiesFor,
  type MailAccount,
  type MailSettings,
  type SenderIdentity,
} from '../../../cli/shop/doctor/check-mail.ts';
import { checkShops, type KnownShop } from '../../../cli/shop/doctor/check-shops.ts';
import { checkBackups, checkTable, type KnownTable } from '../../../cli/shop/doctor/check-table.ts';
import type { Finding } from '../../../cli/shop/doctor/finding.ts';
import type { DeadLetters } from '../../../cli/shop/redrive/redrive.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-26T10:00:00Z');
const text = (findings: readonly Finding[]): string =>
  findings.map(({ health, about, says }) => `${health} | ${about} | ${says}`).join('\n');

describe('the table', () => {
  const table: KnownTable = { status: 'ACTIVE', hasStream: true, isProtected: true, endsBy: 'expires' };

  test('is well as it is deployed', () => {
    expect(checkTable(table, true).health).toBe('ok');
    expect(checkBackups(true).health).toBe('ok');
  });

  test.each<[string, Partial<KnownTable>, Finding['health'], string]>([
    ['that is being deleted', { status: 'DELETING' }, 'broken', 'is DELETING'],
    ['without a stream', { hasStream: false }, 'broken', 'no order moves'],
    ['that anybody may delete', { isProtected: false }, 'warning', 'not protected'],
    ['that keeps what has expired', { endsBy: undefined }, 'warning', 'TTL is off'],
  ])('%s is reported', (_, wrong, health, says) => {
    expect(checkTable({ ...table, ...wrong }, true)).toMatchObject({ health, says: expect.stringContaining(says) });
  });

  test('of a stage that keeps nothing needs no protection', () => {
    expect(checkTable({ ...table, isProtected: false }, false).health).toBe('ok');
  });

  test('without backups is broken, though it works', () => {
    expect(checkBackups(false)).toMatchObject({ health: 'broken', says: expect.stringContaining('npm run deploy') });
  });
});

const settings: MailSettings = {
  isForCustomers: true,
  mailsPerSecond: 14,
  senderDomains: ['lumiere.example'],
  senderIdentities: [],
};

describe('the SES account', () => {
  const account: MailAccount = {
    isInSandbox: false,
    maySend: true,
    standing: 'HEALTHY',
    mailsPerDay: 50_000,
    mailsPerSecond: 14,
    sentLastDay: 1200,
  };
  const unwell = (wrong: Partial<MailAccount>, more: Partial<MailSettings> = {}): string =>
    text(checkAccount({ ...account, ...wrong }, { ...settings, ...more }).filter(({ health }) => health !== 'ok'));

  test('of a shop that does well has four good lines', () => {
    const lines = checkAccount(account, settings);
    expect(lines.map(({ about }) => about)).toEqual(['SES account', 'SES sandbox', 'SES quota', 'SES rate']);
    expect(text(lines.filter(({ health }) => health !== 'ok'))).toBe('');
  });

  test('in the sandbox writes to no customer: broken in production, and what to expect of a trial', () => {
    expect(unwell({ isInSandbox: true })).toMatch(/^broken \| SES sandbox .*Request production access/);
    expect(unwell({ isInSandbox: true }, { isForCustomers: false })).toMatch(/^warning/);
  });

  test.each<[string, Partial<MailAccount>, RegExp]>([
    ['shut down', { standing: 'SHUTDOWN', maySend: false }, /^broken \| SES account \| is shut down/],
    ['paused', { maySend: false }, /^broken \| SES account \| sends nothing/],
    ['under review', { standing: 'PROBATION' }, /^warning \| SES account \| is under review/],
    ['out of mails', { sentLastDay: 50_000 }, /^broken \| SES quota/],
    ['nearly out of mails', { sentLastDay: 40_000 }, /^warning \| SES quota/],
  ])('%s is reported', (_, wrong, line) => {
    expect(unwell(wrong)).toMatch(line);
  });

  test('without a limit has none to come near to', () => {
    expect(unwell({ mailsPerDay: -1, sentLastDay: 9_000_000 })).toBe('');
  });

  test('and the rate of the stage should fit each other', () => {
    expect(unwell({ mailsPerSecond: 1 })).toContain('SES takes 1 a second');
    expect(unwell({ mailsPerSecond: 50 })).toContain('raise it');
    expect(unwell({ mailsPerSecond: 1 }, { mailsPerSecond: 'any' })).toBe('');
  });
});

describe("a shop's sender", () => {
  const identity: SenderIdentity = {
    name: 'lumiere.example',
    isVerified: true,
    isSigned: true,
    dkimTokens: ['abc', 'def'],
    mailFrom: 'SUCCESS',
  };
  const from = 'bonjour@lumiere.example';
  const check = (wrong: Partial<SenderIdentity> | undefined, more: Partial<MailSettings> = {}): string =>
    text([checkSender(from, ['lyon'], wrong && { ...identity, ...wrong }, { ...settings, ...more })]);

  test('is looked for by its address, then its domain, then those above', () => {
    expect(identitiesFor('bonjour@mail.lumiere.example')).toEqual([
      'bonjour@mail.lumiere.example',
      'mail.lumiere.example',
      'lumiere.example',
    ]);
  });

  test('that is verified and signed is well, and says whose it is', () => {
    expect(check({})).toMatch(/^ok \| sender bonjour@lumiere.example of lyon/);
    expect(check({ mailFrom: undefined })).toMatch(/^ok/);
  });

  test('that waits for its DNS is told which records to publish', () => {
    const line = check({ isVerified: false });
    expect(line).toMatch(/^broken/);
    expect(line).toContain('abc._domainkey.lumiere.example CNAME abc.dkim.amazonses.com; def._domainkey');
  });

  test('that is an address of its own is told to look into its mailbox', () => {
    const senderIdentities = [from];
    expect(check({ name: from, isVerified: false, dkimTokens: [] }, { senderIdentities })).toContain('follow the link');
  });

  test.each<[string, Partial<SenderIdentity> | undefined, RegExp]>([
    ['SES does not know', undefined, /^broken .*SES does not know lumiere.example/],
    ['whose mails are not signed', { isSigned: false }, /^warning .*not signed/],
    ['whose bounces go astray', { mailFrom: 'PENDING' }, /^warning .*mail.lumiere.example \(PENDING\)/],
  ])('%s is reported', (_, wrong, line) => {
    expect(check(wrong)).toMatch(line);
  });

  test('that the stage may not use is broken, however well verified', () => {
    expect(check({}, { senderDomains: ['other.example'] })).toMatch(/^broken .*add lumiere.example to senderDomains/);
    expect(check({}, { senderDomains: [] })).toMatch(/^broken .*senderDomains/);
    expect(check({}, { senderDomains: [], senderIdentities: ['lumiere.example'] })).toMatch(/^ok/);
    expect(check({}, { senderDomains: [], senderIdentities: 'any' })).toMatch(/^ok/);
  });

  test('that was verified as an address beside its domain must be named as one: SES asks for the address', () => {
    const name = from;
    expect(check({ name })).toMatch(/^broken .*add bonjour@lumiere.example to senderIdentities/);
    expect(check({ name }, { senderIdentities: [from] })).toMatch(/^ok/);
  });
});

describe('a shop', () => {
  const lyon: KnownShop = {
    shop: 'lyon',
    missing: [],
    from: 'bonjour@lumiere.example',
    staff: 2,
    keysSince: [now - 400 * day],
    hasShopify: false,
  };
  const unwell = (wrong: Partial<KnownShop>): string =>
    text(checkShops([{ ...lyon, ...wrong }], now).filter(({ health }) => health !== 'ok'));

  test('that has all it needs is well', () => {
    expect(unwell({})).toBe('');
  });

  test.each<[string, Partial<KnownShop>, RegExp]>([
    [
      'lacks settings',
      { missing: ['phone', 'url'] },
      /^broken \| shop lyon \| takes no orders until it has phone, url/,
    ],
    ['has no staff', { staff: 0 }, /^warning \| shop lyon/],
    ['has no key', { keysSince: [] }, /^broken \| keys of lyon .*key issue lyon/],
    ['lives on webhooks alone', { keysSince: [], hasShopify: true }, /^warning \| keys of lyon/],
    [
      'forgot to revoke a key',
      { keysSince: [now - 90 * day, now - 31 * day] },
      /^warning \| keys of lyon .*key revoke/,
    ],
  ])('that %s is reported', (_, wrong, line) => {
    expect(unwell(wrong)).toMatch(line);
  });

  test('that changes its key just now is left in peace', () => {
    expect(unwell({ keysSince: [now - 90 * day, now - day] })).toBe('');
  });

  test('is what a new stack is asked for', () => {
    expect(text(checkShops([], now))).toContain('create <shop>');
  });
});

describe('what rang, and what was set aside', () => {
  const alarm = { name: 'SenderRefused', isRinging: false, isOn: true };
  const queue: DeadLetters = {
    arn: 'arn',
    name: 'ring-again-dead-letters',
    waiting: 0,
    inHand: 0,
    sources: ['ring-again'],
  };

  test('is one line where nothing does', () => {
    expect(text(checkAlarms([alarm, alarm]))).toBe('ok | alarms | none of 2 rings.');
    expect(text(checkDeadLetters([queue]))).toBe('ok | ring-again-dead-letters | is empty.');
  });

  test('leads to the page about it', () => {
    expect(text(checkAlarms([alarm, { ...alarm, isRinging: true }]))).toBe(
      'broken | alarm SenderRefused | rings: docs/runbook.md#senderrefused.',
    );
  });

  test('an alarm that would tell nobody is no alarm', () => {
    expect(text(checkAlarms([{ ...alarm, isOn: false }]))).toMatch(/^warning .*switched off/);
    expect(text(checkAlarms([]))).toMatch(/^broken/);
    expect(text(checkDeadLetters([]))).toMatch(/^broken/);
  });

  test('dead letters are put back, where that is possible', () => {
    expect(text(checkDeadLetters([{ ...queue, waiting: 1 }]))).toContain('1 message lies there: mend the cause, then');
    expect(text(checkDeadLetters([{ ...queue, waiting: 1, inHand: 1, sources: [] }]))).toContain(
      '2 messages lie there',
    );
  });
});
