import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

const ses = new SESv2Client({ maxAttempts: 1 });

/** Writes to the customer, and answers with the mail's id. */
export async function handler({ message, order }: { message: string; order: string }) {
  console.log(`${message} for ${order}`);
  const sent = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'Corner <corner@shop.example>',
      ReplyToAddresses: ['people@shop.example'],
      Destination: { ToAddresses: [`${order}@customer.example`] },
      Content: {
        Simple: {
          Subject: { Data: `${message}: ${order}` },
          Body: { Text: { Data: `It is ${new Date().toISOString()}` }, Html: { Data: '<p>Merci</p>' } },
          Headers: [{ Name: 'X-Shop', Value: 'corner' }],
        },
      },
      EmailTags: [
        { Name: 'message', Value: message },
        { Name: 'order', Value: order },
        { Name: 'audience', Value: 'customer' },
      ],
      ConfigurationSetName: process.env['CONFIGURATION_SET'],
    }),
  );
  return { mail: sent.MessageId };
}
