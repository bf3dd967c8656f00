import { SESv2ServiceException, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { MailRefused, MailUncertain, type Mail, type Mailer, type Refusal } from '../domain/ports.ts';
import { log } from '../log.ts';

/** Errors that prove that SES was never reached. */
const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A client that never tries again by itself: with the default, a connection reset after acceptance sends three mails. */
export function sesClient(): SESv2Client {
  return new SESv2Client({ maxAttempts: 1 });
}

/** SES behind the port. */
export class SesMailer implements Mailer {
  private readonly client: SESv2Client;
  private readonly configurationSet: string;
  private readonly log: Pick<typeof log, 'warn' | 'error'>;

  /** `heard` takes what an operator must hear of. */
  constructor(client: SESv2Client, configurationSet: string, heard: Pick<typeof log, 'warn' | 'error'> = log) {
    this.client = client;
    this.configurationSet = configurationSet;
    this.log = heard;
  }

  async send(mail: Mail): Promise<string> {
    try {
      const { MessageId } = await this.client.send(
        new SendEmailCommand({
          FromEmailAddress: mail.from,
          ReplyToAddresses: [mail.replyTo],
          Destination: { ToAddresses: [mail.to] },
          ConfigurationSetName: this.configurationSet,
          EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: 'UTF-8' },
              Body: { Html: { Data: mail.html, Charset: 'UTF-8' }, Text: { Data: mail.text, Charset: 'UTF-8' } },
              ...(mail.headers === undefined
                ? {}
                : { Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })) }),
            },
          },
        }),
      );
      if (MessageId === undefined) throw new MailUncertain('SES answered without an id');
      return MessageId;
    } catch (error) {
      const refusal = named(error);
      const heard = refusal instanceof MailRefused ? alarming[refusal.because] : undefined;
      // SES's own message names addresses: only the name of its error is told.
      if (heard !== undefined) this.log[heard.level](heard.message, { ...idsOf(mail), error: refusal.message });
      throw refusal;
    }
  }
}

/** 4xx and a connection that never came about: surely not sent. A 5xx or a broken line: nobody can tell. No address in the message. */
function named(error: unknown): Error {
  if (error instanceof MailUncertain) return error;
  if (error instanceof SESv2ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    if (status >= 400 && status < 500) return new MailRefused(error.name, refusalIn(error));
    return new MailUncertain(error.name);
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && neverReached.has(code)) return new MailRefused(code);
  return new MailUncertain(typeof code === 'string' ? code : 'the line broke');
}

/**
 * What SES says when the account's rate or daily quota is used up: TooManyRequestsException with "Maximum sending rate
 * exceeded" or "Daily message quota exceeded"; its guide calls both ThrottlingException, its API has LimitExceeded too.
 */
const busy = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException', 'Throttling']);

/**
 * Whatever is not said of this very mail is said of us: a sender or MAIL FROM that is not verified, an account that is
 * suspended or paused, a configuration set that is gone, a right that is missing.
 */
function refusalIn({ name, message }: SESv2ServiceException): Refusal {
  if (busy.has(name)) return 'busy';
  if (name === 'BadRequestException') return 'mail';
  // In the sandbox a customer whose address is not verified is refused in the same words: that is the operator's too.
  return name === 'MessageRejected' && !message.includes('not verified') ? 'mail' : 'sender';
}

interface Alarming {
  readonly level: 'warn' | 'error';
  readonly message: string;
}

/** Alarms listen for these messages (infra/constructs/mail.ts). A mail that is refused alone ends with a person anyway. */
const alarming: { readonly [because in Refusal]?: Alarming } = {
  sender: { level: 'error', message: 'SES refuses the sender' },
  busy: { level: 'warn', message: 'SES takes no mail now' },
};

const idsOf = ({ tags: { shop, order, correlation: correlationId } }: Mail) => ({ shop, order, correlationId });
