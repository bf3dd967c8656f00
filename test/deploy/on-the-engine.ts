import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { clientOptions, type Outputs } from './cdk.ts';
import { account, type Engine } from './engine/engine.ts';
import { closeShops, openShops } from './open-shops.ts';
import type { Opened } from './on-the-interpreter.ts';
import { sender } from './settings.ts';
import type { Mail, Place } from './shop.ts';

/** How often it is looked whether something has come. */
const glanceMilliseconds = 300;

const sent = z.object({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string() });
const mailboxSchema = z.object({ messages: z.object({ [account]: z.array(sent).default([]) }) });

/** The shops on the engine that we did not write, where a second takes a second. */
export async function onTheEngine(engine: Engine, outputs: Outputs): Promise<Opened> {
  await verifySender(engine);
  const host = new URL(outputs.ApiUrl).host;
  const place: Place = {
    // A name below localhost is not known to every machine, so the call goes to the address and says the name.
    api: { address: engine.url, host },
    awsUrl: engine.url,
    outputs,
    mailsTo: (address) => mailsTo(engine, address),
    now: Date.now,
    letTimePass: () => pause(glanceMilliseconds),
  };
  const shops = await openShops(place);
  return {
    shops,
    close: async () => closeShops(shops),
  };
}

/** The engine takes mail from nobody else, as SES. */
async function verifySender(engine: Engine): Promise<void> {
  const client = new SESv2Client(clientOptions(engine.url));
  await client.send(new CreateEmailIdentityCommand({ EmailIdentity: sender }));
  client.destroy();
}

async function mailsTo(engine: Engine, address: string): Promise<Mail[]> {
  const response = await fetch(`${engine.url}/_ministack/ses/messages`);
  const { messages } = mailboxSchema.parse(await response.json());
  return messages[account]
    .filter(({ To: to }) => to.includes(address))
    .map(({ Subject: subject, BodyText: text }) => ({ subject, text }));
}
