import { createHash, randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Clock, Timer } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { QueueDescription } from '../template/stack-description.ts';
import type { MessageAttributes } from './message-attributes.ts';

export interface Message {
  id: string;
  body: string;
  attributes: MessageAttributes;
  sentAt: number;
  /** Nobody may receive it before. */
  visibleAt: number;
  receives: number;
  firstReceivedAt?: number;
  /** What the last one who received it must show to delete it. */
  receipt?: string;
  /** The ARN of the queue that set it aside; without one nobody can put it back. */
  setAsideBy?: string;
}

/** How a queue's messages came to be what they are: on a restart the last word on each message counts. */
export type QueueEntry =
  | { put: Message }
  | { seen: Omit<Message, 'body' | 'attributes' | 'sentAt'> }
  | { gone: string };

export interface QueueOptions {
  description: QueueDescription;
  clock: Clock;
  journal: Journal<QueueEntry>;
  /** Where messages go that were received too often; only where the template says so. */
  deadLetters?: () => Queue;
}

/** One SQS standard queue. All its times are the movable clock's. */
export class Queue {
  readonly description: QueueDescription;
  private readonly clock: Clock;
  private readonly journal: Journal<QueueEntry>;
  private readonly deadLetters: (() => Queue) | undefined;
  private readonly visible = new Map<string, Message>();
  private readonly hidden = new Map<string, { message: Message; timer: Timer }>();
  private readonly listeners: Array<() => void> = [];

  constructor(options: QueueOptions) {
    this.description = options.description;
    this.clock = options.clock;
    this.journal = options.journal;
    this.deadLetters = options.deadLetters;
  }

  /** Takes up what the journal kept. */
  restore(): void {
    const messages = new Map<string, Message>();
    for (const entry of this.journal.read()) {
      if ('put' in entry) messages.set(entry.put.id, entry.put);
      else if ('gone' in entry) messages.delete(entry.gone);
      else messages.set(entry.seen.id, { ...messages.get(entry.seen.id)!, ...entry.seen });
    }
    this.journal.replace([...messages.values()].map((put) => ({ put })));
    for (const message of messages.values()) this.hideUntilVisible(message);
  }

  /** Told whenever a message may be received that could not be before. */
  onVisible(listener: () => void): () => void {
    this.listeners.push(listener);
    return () => this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  send(body: string, options: { delaySeconds?: number; attributes?: MessageAttributes } = {}): Message {
    const now = this.clock.now();
    const delaySeconds = options.delaySeconds ?? this.description.delaySeconds;
    return this.accept({
      id: randomUUID(),
      body,
      attributes: options.attributes ?? {},
      sentAt: now,
      visibleAt: now + delaySeconds * 1000,
      receives: 0,
    });
  }

  /**
   * Takes up to `count` messages and hides them for the visibility time-out. What was received too often before goes
   * to the dead letters instead.
   */
  receive(count: number, visibilitySeconds = this.description.visibilitySeconds): Message[] {
    const received: Message[] = [];
    const now = this.clock.now();
    const maximum = this.description.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
    for (const message of Array.from(this.visible.values())) {
      if (received.length === count) break;
      if (this.dropIfOld(message)) continue;
      if (message.receives >= maximum) {
        this.deadLetters?.().accept({ ...message, visibleAt: now, setAsideBy: this.description.arn });
        this.drop(message.id);
        continue;
      }
      message.receives += 1;
      message.firstReceivedAt ??= now;
      message.receipt = Buffer.from(`${message.id}#${randomUUID()}`).toString('base64');
      this.hide(message, now + visibilitySeconds * 1000);
      received.push(message);
    }
    return received;
  }

  /** Deletes what was received with this receipt. A receipt whose message is gone, or was received anew, does nothing. */
  delete(receipt: string): void {
    const message = this.find(receipt);
    if (message !== undefined) this.drop(message.id);
  }

  changeVisibility(receipt: string, seconds: number): void {
    const message = this.find(receipt);
    if (message === undefined || !this.hidden.has(message.id)) {
      throw new AwsError('MessageNotInflight', 'The message is not in flight.');
    }
    this.hide(message, this.clock.now() + seconds * 1000);
  }

  /**
   * Puts back what may be received now, each message as a new one in the queue that set it aside, and answers how many
   * those were. Ends before a message that no queue set aside.
   */
  putBack(queueAt: (arn: string) => Queue): { moved: number; whole: boolean } {
    let moved = 0;
    for (const message of Array.from(this.visible.values())) {
      if (this.dropIfOld(message)) continue;
      const { id, body, attributes, setAsideBy } = message;
      if (setAsideBy === undefined) return { moved, whole: false };
      queueAt(setAsideBy).send(body, { attributes });
      this.drop(id);
      moved += 1;
    }
    return { moved, whole: true };
  }

  purge(): void {
    for (const id of [...this.visible.keys(), ...this.hidden.keys()]) this.drop(id);
  }

  /** All that lies here and is not too old, oldest first. */
  messages(): Message[] {
    const all = [...this.visible.values(), ...[...this.hidden.values()].map(({ message }) => message)];
    return all.filter((message) => !this.dropIfOld(message)).sort((left, right) => left.sentAt - right.sentAt);
  }

  counts(): { visible: number; delayed: number; inFlight: number } {
    const messages = this.messages();
    const hidden = messages.filter(({ id }) => this.hidden.has(id));
    const delayed = hidden.filter(({ receives }) => receives === 0).length;
    return { visible: messages.length - hidden.length, delayed, inFlight: hidden.length - delayed };
  }

  private accept(message: Message): Message {
    this.journal.append({ put: message });
    this.hideUntilVisible(message);
    return message;
  }

  private hide(message: Message, until: number): void {
    message.visibleAt = until;
    const { body: _body, attributes: _attributes, sentAt: _sentAt, ...seen } = message;
    this.journal.append({ seen });
    this.hideUntilVisible(message);
  }

  private hideUntilVisible(message: Message): void {
    this.visible.delete(message.id);
    this.hidden.get(message.id)?.timer.cancel();
    this.hidden.delete(message.id);
    if (message.visibleAt <= this.clock.now()) {
      this.show(message);
      return;
    }
    const timer = this.clock.at(message.visibleAt, () => {
      this.hidden.delete(message.id);
      this.show(message);
    });
    this.hidden.set(message.id, { message, timer });
  }

  private show(message: Message): void {
    this.visible.set(message.id, message);
    for (const listener of Array.from(this.listeners)) listener();
  }

  private drop(id: string): void {
    this.journal.append({ gone: id });
    this.visible.delete(id);
    this.hidden.get(id)?.timer.cancel();
    this.hidden.delete(id);
  }

  private dropIfOld(message: Message): boolean {
    const old = this.clock.now() - message.sentAt > this.description.retentionSeconds * 1000;
    if (old) this.drop(message.id);
    return old;
  }

  private find(receipt: string): Message | undefined {
    const id = Buffer.from(receipt, 'base64').toString().split('#')[0]!;
    if (!/^[0-9a-f-]{36}$/.test(id)) {
      throw new AwsError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${receipt}" is not a valid receipt handle.`,
      );
    }
    const message = this.hidden.get(id)?.message ?? this.visible.get(id);
    return message?.receipt === receipt ? message : undefined;
  }
}

export function md5(text: string | Buffer): string {
  return createHash('md5').update(text).digest('hex');
}
