import { MailRefused, MailUncertain, type Mail, type Mailer } from '../../../functions/domain/ports.ts';
import type { Fault } from './faults.ts';

type MailFault = Extract<Fault, { fault: 'mail' }>['how'];
/** When SES's own word comes; those that are no faults are there for who goes through all of them. */
export type EventMood = Extract<Fault, { fault: 'mail-events' }>['how'] | 'usual' | 'at-once' | 'after-the-window';

/** One try to hand a mail over, and what became of it. */
export interface Handing {
  readonly at: number;
  readonly tags: Mail['tags'];
  readonly how: 'taken' | MailFault;
}

/**
 * SES with its moods: it refuses, or the line breaks before or after it took a mail; its own word that it took one comes
 * late, twice or never.
 */
export class PostOffice implements Mailer {
  readonly handings: Handing[] = [];
  readonly events: { readonly at: number; readonly key: string }[] = [];
  private readonly moods: (MailFault | undefined)[] = [];
  private readonly eventMoods: EventMood[] = [];
  private readonly mailer: Mailer;
  private readonly now: () => number;
  private readonly struck: (how: MailFault) => void;
  private readonly tellOf: (id: string, mail: Mail, after: readonly number[]) => void;

  constructor(
    mailer: Mailer,
    now: () => number,
    struck: (how: MailFault) => void,
    tellOf: (id: string, mail: Mail, afterMs: readonly number[]) => void,
  ) {
    this.mailer = mailer;
    this.now = now;
    this.struck = struck;
    this.tellOf = tellOf;
  }

  /** Takes so many mails before what is armed next strikes. */
  spare(mails: number): void {
    for (let left = mails; left > 0; left -= 1) this.moods.push(undefined);
  }

  arm(how: MailFault, times: number): void {
    for (let left = times; left > 0; left -= 1) this.moods.push(how);
  }

  armEvents(how: EventMood, times: number): void {
    for (let left = times; left > 0; left -= 1) this.eventMoods.push(how);
  }

  async send(mail: Mail): Promise<string> {
    const mood = this.moods.shift();
    this.handings.push({ at: this.now(), tags: mail.tags, how: mood ?? 'taken' });
    if (mood !== undefined) this.struck(mood);
    if (mood === 'refused') throw new MailRefused('not now');
    if (mood === 'breaks-before') throw new MailUncertain('the line broke');
    const id = await this.mailer.send(mail);
    const afterMs = afterwards[this.eventMoods.shift() ?? 'usual'];
    this.events.push(...afterMs.map((ms) => ({ at: this.now() + ms, key: mail.tags['key']! })));
    this.tellOf(id, mail, afterMs);
    if (mood === 'breaks-after') throw new MailUncertain('the line broke');
    return id;
  }
}

/** When SES's own word comes, in milliseconds after it took the mail. */
const afterwards: { readonly [mood in EventMood]: readonly number[] } = {
  'at-once': [0],
  usual: [2000],
  late: [17 * 60_000],
  twice: [2000, 90_000],
  never: [],
  'after-the-window': [50 * 60_000],
};
