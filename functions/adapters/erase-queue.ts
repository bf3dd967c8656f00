import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { readable } from '../domain/schema-version.ts';

/** Rings for somebody who is to be erased, by the hash that names the wish. */
export class EraseQueue {
  private readonly client: SQSClient;
  private readonly url: string;

  constructor(client: SQSClient, url: string) {
    this.client = client;
    this.url = url;
  }

  async ring(erasure: string): Promise<void> {
    await this.client.send(new SendMessageCommand({ QueueUrl: this.url, MessageBody: JSON.stringify({ erasure }) }));
  }
}

const rung = z.object({ erasure: z.string() });

export function rungErasure(body: string): string {
  return z.parse(rung, readable(JSON.parse(body))).erasure;
}
