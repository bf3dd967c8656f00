import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import type { RingAgain } from '../domain/ports.ts';
import { orderId, shopId } from '../domain/ids.ts';
import { readable } from '../domain/schema-version.ts';

/** Orders whose doorbell must ring again: the queue keeps them for 14 days, longer than any stream. */
export class RingAgainQueue implements RingAgain {
  private readonly client: SQSClient;
  private readonly url: string;

  constructor(client: SQSClient, url: string) {
    this.client = client;
    this.url = url;
  }

  async ring(shop: string, order: string): Promise<void> {
    const delayed = { DelaySeconds: 5 };
    await this.client.send(
      new SendMessageCommand({ QueueUrl: this.url, MessageBody: JSON.stringify({ shop, order }), ...delayed }),
    );
  }
}

const rung = z.object({ shop: shopId, order: orderId });

export function rungOrder(body: string): { shop: string; order: string } {
  return z.parse(rung, readable(JSON.parse(body)));
}
