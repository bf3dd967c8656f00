import { firstOf, type Finding } from './finding.ts';

/** What SES says of the account, in this region. */
export interface MailAccount {
  readonly isInSandbox: boolean;
  readonly maySend: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly standing: string;
  /** -1: as many as one likes. */
  readonly mailsPerDay: number;
  readonly mailsPerSecond: number;
  readonly sentLastDay: number;
}

/** What the stage's configuration says that bears on mail (infra/config.ts). */
export interface MailSettings {
  /** Real customers are written to. */
  readonly isForCustomers: boolean;
  readonly mailsPerSecond: number | 'any';
  readonly senderDomains: readonly string[];
  readonly senderIdentities: readonly string[] | 'any';
}

/** Share of the daily quota from which there is reason to ask for more. */
const nearlyAll = 0.8;

export function checkAccount(account: MailAccount, settings: MailSettings): Finding[] {
  const { isInSandbox, maySend, standing, mailsPerDay, sentLastDay } = account;
  const used = mailsPerDay === -1 ? 0 : sentLastDay / Math.max(1, mailsPerDay);
  return [
    firstOf(
      'SES account',
      [
        standing === 'SHUTDOWN' && {
          health: 'broken',
          says: 'is shut down: answer the case that AWS opened (SES console, Account dashboard).',
        },
        !maySend && { health: 'broken', says: 'sends nothing: sending is paused (SES console, Account dashboard).' },
        standing !== 'HEALTHY' && {
          health: 'warning',
          says: `is under review (${standing}): too many mails bounced or were called spam; answer the case that AWS opened.`,
        },
      ],
      'sends.',
    ),
    firstOf(
      'SES sandbox',
      [
        isInSandbox && {
          health: settings.isForCustomers ? 'broken' : 'warning',
          says: 'only verified addresses get mail. SES console, Account dashboard, "Request production access".',
        },
      ],
      'the account is out of it.',
    ),
    firstOf(
      'SES quota',
      [
        used >= 1 && {
          health: 'broken',
          says: `${sentLastDay} of ${mailsPerDay} mails a day are used up, and messages wait: ask for more (Service Quotas, SES, "Sending quota").`,
        },
        used >= nearlyAll && {
          health: 'warning',
          says: `${sentLastDay} of ${mailsPerDay} mails a day are used: ask for more (Service Quotas, SES, "Sending quota").`,
        },
      ],
      mailsPerDay === -1 ? 'is not limited.' : `${sentLastDay} of ${mailsPerDay} mails a day are used.`,
    ),
    checkRate(account, settings),
  ];
}

function checkRate({ mailsPerSecond: allowed }: MailAccount, { mailsPerSecond: set }: MailSettings): Finding {
  const faster = set === 'any' ? 'no rate is kept to' : `mailsPerSecond is ${set}`;
  return firstOf(
    'SES rate',
    [
      typeof set === 'number' &&
        set > allowed && {
          health: 'warning',
          says: `${faster}, but SES takes ${allowed} a second: messages are refused and wait. Set it in infra/config.ts.`,
        },
      typeof set === 'number' &&
        set * 2 <= allowed && {
          health: 'warning',
          says: `SES would take ${allowed} a second, but ${faster}: raise it in infra/config.ts.`,
        },
    ],
    `SES takes ${allowed} a second, ${faster}.`,
  );
}

/** What SES says of an address or domain that mail is sent from. */
export interface SenderIdentity {
  readonly name: string;
  readonly isVerified: boolean;
  readonly isSigned: boolean;
  /** The three names that DKIM's records have in the DNS. */
  readonly dkimTokens: readonly string[];
  /** SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE; undefined where bounces go to SES's own domain. */
  readonly mailFrom: string | undefined;
}

/** `identity`: the one that covers the address; undefined where there is none. */
export function checkSender(
  from: string,
  shops: readonly string[],
  identity: SenderIdentity | undefined,
  { senderDomains, senderIdentities }: MailSettings,
): Finding {
  const domain = domainOf(from);
  // Of an address that is verified beside its domain SES asks for the address itself.
  const asked = identity?.name ?? domain;
  const isAllowed = senderIdentities === 'any' || [...senderDomains, ...senderIdentities].includes(asked);
  return firstOf(
    `sender ${from} of ${shops.join(', ')}`,
    [
      !isAllowed && {
        health: 'broken',
        says:
          identity === undefined || identity.name === domain
            ? `may not be used: add ${domain} to senderDomains in infra/config.ts, and npm run deploy.`
            : `may not be used: add ${asked} to senderIdentities in infra/config.ts, and npm run deploy.`,
      },
      identity === undefined && {
        health: 'broken',
        says: `SES does not know ${domain}: add it to senderDomains in infra/config.ts, npm run deploy, and publish the records that are the stack's outputs.`,
      },
      identity?.isVerified === false && { health: 'broken', says: `is not verified. ${whatToPublish(identity)}` },
      identity?.isSigned === false && {
        health: 'warning',
        says: `its mails are not signed. ${whatToPublish(identity)}`,
      },
      identity?.mailFrom !== undefined &&
        identity.mailFrom !== 'SUCCESS' && {
          health: 'warning',
          says: `bounces do not come back to mail.${identity.name} (${identity.mailFrom}): publish its MX and TXT, the stack's outputs.`,
        },
    ],
    `${identity?.name} is verified, and its mails are signed.`,
  );
}

function whatToPublish({ name, dkimTokens }: SenderIdentity): string {
  if (name.includes('@')) return `SES wrote to ${name}: follow the link in that mail.`;
  const records = dkimTokens.map((token) => `${token}._domainkey.${name} CNAME ${token}.dkim.amazonses.com`);
  if (records.length === 0)
    return `Publish the records of ${name}: the stack's outputs, or the SES console, name them.`;
  return `Publish in the DNS of ${name}: ${records.join('; ')}.`;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The identities that may cover an address, the nearest first: itself, its domain, the domains above that. */
export function identitiesFor(address: string): string[] {
  const labels = domainOf(address).split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  return [address, ...domains];
}
