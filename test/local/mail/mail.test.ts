import { SendEmailCommand, SESv2Client, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { expect, onTestFinished, test } from 'vitest';
import type { ShownMail } from '../../../local/mail/shown-mail.ts';
import { clientOf, openShop } from '../corner-shop/open-shop.ts';

async function mailing() {
  const shop = await openShop();
  const ses = new SESv2Client({ ...clientOf(shop.stack), maxAttempts: 1 });
  onTestFinished(() => ses.destroy());
  const send = (more: Partial<SendEmailCommandInput> = {}) => ses.send(new SendEmailCommand({ ...good, ...more }));
  return { ...shop, ses, send };
}

const simple = { Subject: { Data: 'Merci ✓' }, Body: { Text: { Data: 'Bonjour' } } };
const good: SendEmailCommandInput = {
  FromEmailAddress: '=?utf-8?Q?Le_coin?= <corner@shop.example>',
  Destination: { ToAddresses: ['camille@customer.example'] },
  Content: { Simple: simple },
};

test('a mail is kept as the customer will see it, and its sending is told with its tags', async () => {
  const { send, ask, stack, seen } = await mailing();
  const { MessageId } = await send({
    EmailTags: [
      { Name: 'message', Value: 'thank-customer' },
      { Name: 'order', Value: '1001' },
      { Name: 'k', Value: 'a1_-' },
    ],
    ConfigurationSetName: stack.description.configurationSets[0],
    ReplyToAddresses: ['people@shop.example'],
  });
  const [mail] = (await ask<ShownMail[]>('GET', '/_local/mails?order=1001')).body;
  expect(mail).toMatchObject({
    id: MessageId,
    message: 'thank-customer',
    order: '1001',
    to: 'camille@customer.example',
    from: 'Le coin <corner@shop.example>',
    replyTo: 'people@shop.example',
    subject: 'Merci ✓',
    text: 'Bonjour',
    headers: {},
  });
  await stack.settle();
  expect(await seen('Email Sent')).toMatchObject([
    {
      detail: {
        mail: {
          messageId: MessageId,
          tags: { k: ['a1_-'], order: ['1001'] },
          destination: ['camille@customer.example'],
        },
      },
    },
  ]);
  // The configuration set did not ask for deliveries.
  expect(await seen('Email Delivered')).toEqual([]);
});

test('mails to staff are listed apart', async () => {
  const { send, ask } = await mailing();
  await send({
    EmailTags: [
      { Name: 'audience', Value: 'staff' },
      { Name: 'order', Value: '1001' },
    ],
  });
  expect((await ask('GET', '/_local/mails')).body).toEqual([]);
  expect((await ask('GET', '/_local/mails?to=staff&order=1001')).body).toHaveLength(1);
  expect((await ask('GET', '/_local/mails?to=staff&order=1002')).body).toEqual([]);
});

test('a raw message is read', async () => {
  const { send, ask } = await mailing();
  const raw = [
    'From: corner@shop.example',
    'To: camille@customer.example',
    'Subject: =?utf-8?Q?R=C3=A9ponse?=',
    'List-Unsubscribe: <https://shop.example/c/x>',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Voilà',
  ].join('\r\n');
  await send({ Content: { Raw: { Data: Buffer.from(raw) } } });
  const [mail] = (await ask<ShownMail[]>('GET', '/_local/mails')).body;
  expect(mail).toMatchObject({ subject: 'Réponse', headers: { 'List-Unsubscribe': '<https://shop.example/c/x>' } });
  expect(mail!.text.trim()).toBe('Voilà');
});

const header = (Name: string, Value: string) => ({ Content: { Simple: { ...simple, Headers: [{ Name, Value }] } } });

test.each<[string, Partial<SendEmailCommandInput>]>([
  ['nobody to send to', { Destination: {} }],
  ['an address without @', { Destination: { ToAddresses: ['camille'] } }],
  ['two addresses in one', { Destination: { ToAddresses: ['a@b.example, c@d.example'] } }],
  ['a line break in an address', { Destination: { ToAddresses: ['a@b.example\r\nBcc: c@d.example'] } }],
  ['a name that is not encoded', { FromEmailAddress: 'L’été <corner@shop.example>' }],
  [
    'more than fifty recipients',
    { Destination: { ToAddresses: Array.from({ length: 51 }, (_, at) => `a${at}@b.example`) } },
  ],
  ['a line break in the subject', { Content: { Simple: { ...simple, Subject: { Data: 'a\nBcc: b' } } } }],
  ['no body', { Content: { Simple: { ...simple, Body: {} } } }],
  ['a line break in a header', header('X-Shop', 'a\r\nBcc: b')],
  ['letters beyond ASCII in a header', header('X-Shop', 'é')],
  ['a header that is SES’s own', header('Bcc', 'a@b.example')],
  ['a tag with other characters', { EmailTags: [{ Name: 'order', Value: 'confirm:1001' }] }],
  ['an empty tag', { EmailTags: [{ Name: 'order', Value: '' }] }],
])('SES refuses %s', async (_, more) => {
  const { send, stack } = await mailing();
  await expect(send(more)).rejects.toMatchObject({ name: 'BadRequestException', $metadata: { httpStatusCode: 400 } });
  expect(stack.mail.all()).toEqual([]);
});

test('a configuration set that is not there is refused', async () => {
  const { send } = await mailing();
  await expect(send({ ConfigurationSetName: 'other' })).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('a test can make the next sends fail, before the mail is taken and after', async () => {
  const { send, stack } = await mailing();
  stack.mail.failNext({ when: 'before', how: 429 });
  await expect(send()).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  stack.mail.failNext({ when: 'before', how: 'reset' });
  await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(stack.mail.all()).toHaveLength(0);
  stack.mail.failNext({ when: 'after', how: 'reset', times: 2 });
  for (const taken of [1, 2]) {
    await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(stack.mail.all()).toHaveLength(taken);
  }
  stack.mail.failNext({ when: 'after', how: 500 });
  await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  await send();
  expect(stack.mail.all()).toHaveLength(4);
});
