import { randomUUID } from 'node:crypto';
import { AwsError, account } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { MailEventsDescription } from '../template/stack-description.ts';
import { eventKinds, simulated, type MailEventKind } from './mail-event-kinds.ts';

/** A mail as it was handed to SES. */
export interface Outgoing {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  /** The headers beside those that every mail has. */
  headers: Record<string, string>;
  tags: Record<string, string>;
  configurationSet?: string;
}

export interface Mail extends Outgoing {
  id: string;
  /** The instant SES took it, in ISO 8601. */
  at: string;
}

/** How SES is to fail, for tests: before it took the mail or after, with a status or by breaking the connection. */
export interface MailFailure {
  when: 'before' | 'after';
  how: 400 | 429 | 500 | 'reset';
  /** How many sends fail so; default: one. */
  times?: number;
}

/** The connection is to be broken without an answer. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
}

export interface MailboxOptions {
  clock: Clock;
  journal: Journal<Mail>;
  configurationSets: readonly string[];
  mailEvents: readonly MailEventsDescription[];
  /** Puts an event on the bus. */
  publish: (detailType: string, detail: object) => void;
}

const failureNames = { 400: 'MessageRejected', 429: 'TooManyRequestsException', 500: 'InternalServiceErrorException' };

/** Where all mail ends that the stack sends: SES's acceptance and its events, without a mail server. */
export class Mailbox {
  private readonly options: MailboxOptions;
  private readonly mails: Mail[];
  private readonly failures: Array<Omit<MailFailure, 'times'>> = [];

  constructor(options: MailboxOptions) {
    this.options = options;
    this.mails = options.journal.read();
    options.journal.replace(this.mails);
  }

  /** All mails, oldest first. */
  all(): readonly Mail[] {
    return this.mails;
  }

  /** Makes the next sends fail. */
  failNext(failure: MailFailure): void {
    for (let left = failure.times ?? 1; left > 0; left -= 1)
      this.failures.push({ when: failure.when, how: failure.how });
  }

  /**
   * Takes a mail, and answers its id; the configuration set's events follow.
   * @throws AwsError as SES would; ConnectionReset when a test asked for it.
   */
  send(outgoing: Outgoing): string {
    const { clock, journal, configurationSets } = this.options;
    const set = outgoing.configurationSet;
    if (set !== undefined && !configurationSets.includes(set)) {
      throw new AwsError('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
    }
    const failure = this.failures.shift();
    if (failure?.when === 'before') fail(failure.how);
    const at = clock.now();
    const id = `0102${at.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
    const mail: Mail = { id, at: new Date(at).toISOString(), ...outgoing };
    journal.append(mail);
    this.mails.push(mail);
    this.tell(mail, 'send');
    for (const event of simulated(mail.to[0] ?? '')) this.tell(mail, event);
    if (failure?.when === 'after') fail(failure.how);
    return id;
  }

  /**
   * Tells again of the mails of the last hour, after a restart: what was taken just before a kill may not have been told.
   * Whoever listens hears of some mails twice, as from SES.
   */
  tellAgain(): void {
    const since = this.options.clock.now() - 3_600_000;
    for (const mail of this.mails.filter(({ at }) => Date.parse(at) >= since)) this.tell(mail, 'send');
  }

  /** Has something become of a mail, for tests: SES tells of it as it would. */
  becomes(id: string, event: MailEventKind): void {
    const mail = this.mails.find((one) => one.id === id);
    if (mail === undefined) throw new Error(`There is no mail ${id}.`);
    this.tell(mail, event);
  }

  private tell(mail: Mail, kind: MailEventKind): void {
    const { matching, eventType, detailType, particulars } = eventKinds[kind];
    const wanted = this.options.mailEvents.some(
      ({ configurationSet, eventTypes }) =>
        configurationSet === mail.configurationSet && eventTypes.includes(matching.toLowerCase()),
    );
    if (!wanted) return;
    const destination = [...mail.to, ...mail.cc, ...mail.bcc];
    this.options.publish(detailType, {
      eventType,
      mail: {
        timestamp: mail.at,
        source: mail.from,
        sendingAccountId: account,
        messageId: mail.id,
        destination,
        headersTruncated: false,
        headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
        commonHeaders: {
          from: [mail.from],
          to: mail.to,
          replyTo: mail.replyTo,
          messageId: mail.id,
          subject: mail.subject,
        },
        tags: {
          'ses:configuration-set': [mail.configurationSet],
          'ses:from-domain': [mail.from.split('@').at(-1)!.replace('>', '')],
          ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
        },
      },
      ...particulars(destination, new Date(this.options.clock.now()).toISOString()),
    });
  }
}

function fail(how: MailFailure['how']): never {
  if (how === 'reset') throw new ConnectionReset('The connection is broken without an answer.');
  throw new AwsError(failureNames[how], 'A test asked for this failure.', how);
}
