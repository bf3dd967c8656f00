import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Which attempt a token stands for. */
export interface TokenOf {
  readonly executionArn: string;
  /** Sets executions of one name apart: a name is free again after 90 days. */
  readonly startedAt: number;
  readonly scheduledEvent: number;
}

/**
 * Task tokens. A token says what it stands for and is signed, so that it need not be remembered: after a restart the same
 * attempt has the same token, and a token of long ago is still told from a string that never was one.
 */
export class TaskTokens {
  private readonly secret: KeyObject;

  constructor(secret: Buffer) {
    // A key made once: making one for each signature costs ten times the signature.
    this.secret = createSecretKey(secret);
  }

  issue({ executionArn, startedAt, scheduledEvent }: TokenOf): string {
    const says = Buffer.from(`${scheduledEvent} ${startedAt} ${executionArn}`, 'utf8').toString('base64url');
    return `${says}.${this.sign(says)}`;
  }

  /** What the token stands for, or undefined for a string that we never issued. */
  read(token: unknown): TokenOf | undefined {
    if (typeof token !== 'string') return undefined;
    const [says, signature, ...rest] = token.split('.');
    if (says === undefined || signature === undefined || rest.length > 0) return undefined;
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(says))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const [scheduledEvent, startedAt, executionArn] = Buffer.from(says, 'base64url').toString('utf8').split(' ');
    return { executionArn: executionArn!, startedAt: Number(startedAt), scheduledEvent: Number(scheduledEvent) };
  }

  private sign(says: string): string {
    return createHmac('sha256', this.secret).update(says).digest('base64url');
  }
}
