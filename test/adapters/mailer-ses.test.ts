import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sesClient, SesMailer } from '../../functions/adapters/mailer-ses.ts';
import { MailRefused, MailUncertain, type Mail } from '../../functions/domain/ports.ts';

const mail: Mail = {
  from: 'bonjour@shop.example',
  replyTo: 'claire@shop.example',
  to: 'anne@customers.example',
  subject: 'Thank you',
  html: '<p>Thank you</p>',
  text: 'Thank you',
  tags: { shop: 'demo', order: '1001', message: 'confirm-order' },
};

let requests = 0;
let said: unknown[] = [];
let server: Server | undefined;
const environment = { ...process.env };

async function sesThat(answers: RequestListener): Promise<SesMailer> {
  server = createServer((request, response) => {
    requests += 1;
    request.resume().on('end', () => answers(request, response));
  });
  await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return mailerAt(port);
}

/** The very client that the functions use; only the address comes from the environment. */
function mailerAt(port: number): SesMailer {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  });
  const heard = (level: string) => (message: string, ids: object) => void said.push({ level, message, ...ids });
  return new SesMailer(sesClient(), 'shopkeeper', { warn: heard('WARN'), error: heard('ERROR') });
}

const error =
  (status: number, name: string, message = 'no'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name });
    response.end(JSON.stringify({ message }));
  };

describe('a mail is handed to SES', () => {
  beforeEach(() => {
    requests = 0;
    said = [];
  });
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    process.env = { ...environment };
  });

  it('and accepted: its id comes back', async () => {
    const mailer = await sesThat((_request, response) => response.end(JSON.stringify({ MessageId: 'ses-1' })));
    expect(await mailer.send(mail)).toBe('ses-1');
  });

  it('and the line breaks after SES took it: nobody can tell, and it is not handed over again', async () => {
    const mailer = await sesThat((request) => request.socket.destroy());
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailUncertain);
    expect(requests).toBe(1);
  });

  it('and SES breaks down: nobody can tell, and it is not handed over again', async () => {
    const mailer = await sesThat(error(500, 'InternalServiceErrorException'));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailUncertain);
    expect(requests).toBe(1);
  });

  it.each([
    [429, 'TooManyRequestsException'],
    [400, 'MessageRejected'],
    [403, 'AccessDeniedException'],
  ])('and refused with %i: it surely did not go out', async (status, name) => {
    const mailer = await sesThat(error(status, name));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
    expect(requests).toBe(1);
  });

  const notVerified = 'Email address is not verified. The following identities failed the check: bonjour@shop.example';
  it.each([
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'busy'],
    [429, 'TooManyRequestsException', 'Daily message quota exceeded.', 'busy'],
    [400, 'LimitExceededException', 'Daily message quota exceeded.', 'busy'],
    [400, 'ThrottlingException', 'Daily message quota exceeded.', 'busy'],
    [400, 'MessageRejected', notVerified, 'sender'],
    [400, 'MailFromDomainNotVerifiedException', 'no', 'sender'],
    [400, 'AccountSuspendedException', 'no', 'sender'],
    [400, 'SendingPausedException', 'no', 'sender'],
    [403, 'AccessDeniedException', 'not authorized on identity/shop.example', 'sender'],
    [404, 'NotFoundException', 'Configuration set does not exist', 'sender'],
    [400, 'BadRequestException', 'Missing final @domain', 'mail'],
    [400, 'MessageRejected', 'Message contains a virus', 'mail'],
  ])('and refused with %i %s (%s): what stands in the way is %s', async (status, name, message, because) => {
    const mailer = await sesThat(error(status, name, message));
    await expect(mailer.send(mail)).rejects.toMatchObject({ message: name, because });
    const about = { shop: 'demo', order: '1001', error: name };
    const lines: { [because: string]: object[] } = {
      sender: [{ level: 'ERROR', message: 'SES refuses the sender', ...about }],
      busy: [{ level: 'WARN', message: 'SES takes no mail now', ...about }],
    };
    expect(said).toMatchObject(lines[because] ?? []);
    expect(JSON.stringify(said)).not.toContain('.example');
  });

  it('and nobody listens: it surely did not go out', async () => {
    await expect(mailerAt(1).send(mail)).rejects.toBeInstanceOf(MailRefused);
  });
});
