import PostalMime, { addressParser, decodeWords } from 'postal-mime';
import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import type { Outgoing } from './mailbox.ts';

const printable = /^[ -~]*$/;
const content = z.object({ Data: z.string() });
const addresses = z.array(z.string()).default([]);

const sendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: addresses,
  Content: z.object({
    Simple: z
      .object({
        Subject: content,
        Body: z.object({ Text: content.optional(), Html: content.optional() }),
        Headers: z
          .array(
            z.object({
              Name: z.string().regex(/^[!-9;-~]{1,126}$/, 'a header name of printable ASCII'),
              Value: z
                .string()
                .min(1)
                .max(870)
                .regex(printable, 'a header value of printable ASCII, without line breaks'),
            }),
          )
          .max(15)
          .default([]),
      })
      .optional(),
    Raw: content.optional(),
  }),
  EmailTags: z
    .array(
      z.object({
        Name: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, 'a tag name of A-Z, a-z, 0-9, _ and -'),
        Value: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, 'a tag value of A-Z, a-z, 0-9, _ and -'),
      }),
    )
    .max(50)
    .default([]),
  ConfigurationSetName: z.string().optional(),
});

type SendEmail = z.infer<typeof sendEmail>;

/** What SES writes itself, so that nobody may set it among the further headers. */
const ownHeaders: ReadonlySet<string> = new Set([
  'bcc',
  'cc',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'return-path',
  'sender',
  'subject',
  'to',
]);

/**
 * Reads the body of `SendEmail`, as strict as SES is.
 * @throws AwsError `BadRequestException` that says what is wrong.
 */
export async function readOutgoing(body: unknown): Promise<Outgoing> {
  const parsed = sendEmail.safeParse(body);
  if (!parsed.success) throw bad(z.prettifyError(parsed.error));
  const asked = parsed.data;
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = asked.Destination;
  for (const address of [asked.FromEmailAddress, ...to, ...cc, ...bcc, ...asked.ReplyToAddresses])
    checkAddress(address);
  const recipients = to.length + cc.length + bcc.length;
  if (recipients > 50) throw bad('Recipient count exceeds 50.');
  const parts = await readContent(asked.Content);
  const raw = asked.Content.Raw !== undefined;
  if (recipients === 0 && !(raw && parts.to.length > 0)) throw bad('Destination must contain at least one recipient.');
  return {
    from: decodeWords(asked.FromEmailAddress),
    to: (recipients === 0 ? parts.to : to).map(decodeWords),
    cc: cc.map(decodeWords),
    bcc: bcc.map(decodeWords),
    replyTo: (asked.ReplyToAddresses.length > 0 ? asked.ReplyToAddresses : parts.replyTo).map(decodeWords),
    subject: parts.subject,
    text: parts.text,
    html: parts.html,
    headers: parts.headers,
    tags: Object.fromEntries(asked.EmailTags.map(({ Name, Value }) => [Name, Value])),
    ...(asked.ConfigurationSetName !== undefined && { configurationSet: asked.ConfigurationSetName }),
  };
}

type Parts = Pick<Outgoing, 'subject' | 'text' | 'html' | 'headers' | 'to' | 'replyTo'>;

async function readContent(given: SendEmail['Content']): Promise<Parts> {
  if (given.Raw !== undefined) return readRaw(Buffer.from(given.Raw.Data, 'base64'));
  if (given.Simple === undefined) throw bad('Content must be Simple or Raw here.');
  const { Subject, Body, Headers } = given.Simple;
  if (/[\r\n]/.test(Subject.Data)) throw bad('The subject must not contain line breaks.');
  if (Body.Text === undefined && Body.Html === undefined) throw bad('A message must have a text or an HTML body.');
  for (const { Name } of Headers) {
    if (ownHeaders.has(Name.toLowerCase())) throw bad(`The header ${Name} may not be set here.`);
  }
  return {
    subject: Subject.Data,
    text: Body.Text?.Data ?? '',
    html: Body.Html?.Data ?? '',
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    to: [],
    replyTo: [],
  };
}

async function readRaw(message: Buffer): Promise<Parts> {
  const mail = await PostalMime.parse(message);
  const further = mail.headers.filter(({ key }) => !ownHeaders.has(key));
  return {
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: Object.fromEntries(further.map(({ originalKey, value }) => [originalKey, value])),
    to: addressesOf(mail.to),
    replyTo: addressesOf(mail.replyTo),
  };
}

function addressesOf(list: ReadonlyArray<{ address?: string }> | undefined): string[] {
  return (list ?? []).map(({ address }) => address ?? '').filter((address) => address !== '');
}

function checkAddress(given: string): void {
  if (!printable.test(given))
    throw bad('An address must be printable ASCII; names in other letters are MIME-encoded words.');
  const parsed = addressParser(given);
  const address = parsed.length === 1 ? parsed[0]!.address : undefined;
  if (address === undefined || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(address)) {
    throw bad(`Illegal address: ${JSON.stringify(given)}.`);
  }
}

function bad(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400);
}
