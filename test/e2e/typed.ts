import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { runShop } from '../../cli/shop/run.ts';
import type { Outside } from './outside.ts';

/** Types a line after `npm run shop --`, about an embedded stack; answers what it printed. */
export async function type(shop: Outside, line: string) {
  const [out, aside]: [string[], string[]] = [[], []];
  const code = await runShop([...line.split(' '), '--endpoint', shop.awsUrl], {
    environment: {},
    now: Date.now,
    randomBytes: (length) => Buffer.alloc(length),
    readFile: async () => '',
    out: (text) => out.push(text),
    aside: (text) => aside.push(text),
    progress: () => {},
  });
  return { code, out: out.join('\n'), aside: aside.join('\n') };
}

/** Sends a message to a queue of the local stack. */
export async function sendTo(shop: Outside, name: string, body: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint: shop.awsUrl, region: 'eu-west-1', credentials });
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: `Shopkeeper-local-${name}` }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  sqs.destroy();
}
