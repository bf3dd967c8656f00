import { SESv2ServiceException, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { MailRefused, MailUncertain, type Mail, type Mailer } from '../domain/ports.ts';

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

  constructor(client: SESv2Client, configurationSet: string) {
    this.client = client;
    this.configurationSet = configurationSet;
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
            },
          },
        }),
      );
      if (MessageId === undefined) throw new MailUncertain('SES answered without an id');
      return MessageId;
    } catch (error) {
      throw named(error);
    }
  }
}

/** 4xx and a connection that never came about: surely not sent. A 5xx or a broken line: nobody can tell. No address in the message. */
function named(error: unknown): Error {
  if (error instanceof MailUncertain) return error;
  if (error instanceof SESv2ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    if (status >= 400 && status < 500) return new MailRefused(error.name);
    return new MailUncertain(error.name);
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && neverReached.has(code)) return new MailRefused(code);
  return new MailUncertain(typeof code === 'string' ? code : 'the line broke');
}
