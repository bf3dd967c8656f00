import type { Claim } from '../../../functions/domain/order/judge.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { Orders } from '../../../functions/domain/ports.ts';
import type { MessengerPorts } from '../../../functions/send-message/run-act.ts';
import { noteMail, type MailEvent } from '../../../functions/note-mail/note-mail.ts';
import type { FunctionAnswer } from '../../../local/step-functions/integrations.ts';
import { VirtualShop, type WireRequest } from '../../../local/virtual/virtual-shop.ts';
import { heals, Throttled, type Mortal } from './faults.ts';
import { Invocation, type Doom } from './mortal.ts';
import { orderOfKey } from '../../../functions/adapters/keys.ts';
import { PostOffice } from './post-office.ts';
import { Watched } from './watched.ts';

/** The messenger's own time-out, and that of the states that call it. */
const functionTimeoutSeconds = 30;
const stateTimeoutSeconds = 60;

/** So many calls, and so many messages, no order has in its life, though each bell rings on through an outage of 30 hours. */
const mostCrossings = 10_000;
const mostClaims = 200;

/** What of the workflow's own writes matters here. */
interface WaitWrite {
  readonly Key: { readonly pk: { readonly S: string } };
  readonly UpdateExpression: string;
  readonly ExpressionAttributeValues: { readonly [name: string]: { readonly N?: string } };
}

/** A shop whose functions die, whose database refuses and whose mails get lost, when that was armed. All is written down. */
export class InjuredShop extends VirtualShop {
  readonly watched = new Watched(() => this.clock.now());
  readonly postOffice: PostOffice;
  protected readonly waitWrites: ('before' | 'after')[] = [];
  /** Where the table's index of open orders has each: by when it should have moved. */
  protected readonly checkAt = new Map<string, number>();
  protected races = 0;
  private readonly dooms = new Map<Mortal, Doom[]>();
  private messenger: Invocation | undefined;

  constructor(definition: unknown, startAt: number) {
    super(definition, startAt);
    this.postOffice = new PostOffice(
      this.mailer,
      () => this.clock.now(),
      (how) => {
        const healing = how === 'refused' ? heals.refused : heals.unsettled;
        this.watched.struck('mail', healing, `SES: the mail ${mailWords[how]}`);
      },
      (id, mail, afterMs) => {
        const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
        const detail = { mail: { messageId: id, destination: [mail.to], tags } };
        const event = { 'detail-type': 'Email Sent', time: this.clock.now(), detail } as unknown as MailEvent;
        const ports = {
          orders: this.orders,
          customers: this.customers,
          timeline: { put: async () => {} },
          now: () => this.clock.now(),
        };
        for (const ms of afterMs) this.later(ms, () => noteMail(event, ports));
      },
    );
  }

  protected doomsOf(who: Mortal): Doom[] {
    const found = this.dooms.get(who) ?? [];
    this.dooms.set(who, found);
    return found;
  }

  protected override ports(): MessengerPorts {
    const ports: MessengerPorts = { ...super.ports(), mailer: this.postOffice, orders: this.contested() };
    return this.messenger?.ports(ports) ?? ports;
  }

  /** The table, where somebody else may write between judgement and claim. */
  private contested(): Orders {
    const { orders } = this;
    if (this.races === 0) return orders;
    const disturb = (order: Order): void => {
      if (this.races === 0) return;
      this.races -= 1;
      this.watched.struck('race', 0, 'somebody else writes to the order before the claim');
      orders.change(order.shop, order.order, (known) => ({ ...known }));
    };
    return Object.assign(Object.create(orders) as Orders, {
      claim: async (order: Order, claim: Claim, progress?: boolean) => {
        // Lambda may run an invocation twice: the twin comes first, and dies before it can mail.
        const isTwin = this.races % 2 === 1;
        if (isTwin) {
          this.races -= 1;
          this.watched.struck('race', heals.unsettled, 'a twin of the messenger claims it first, and dies');
          await orders.claim(order, { ...claim, told: { ...claim.told, owner: 'twin' } }, progress);
        } else disturb(order);
        return orders.claim(order, claim, progress);
      },
      note: (order: Order, notes: { readonly [fact: string]: string }) => {
        disturb(order);
        return orders.note(order, notes);
      },
    });
  }

  /** The order calls and is called without end. */
  protected get runsAway(): boolean {
    return this.watched.wires.length > mostCrossings || this.watched.claims.length > mostClaims;
  }

  protected override async message(request: WireRequest): Promise<FunctionAnswer> {
    this.watched.crossed(request);
    if (this.runsAway) return this.never();
    const invocation = this.invocation('messenger');
    this.messenger = invocation;
    const work = super.message(request);
    // Its ports were taken before the first call: the next invocation has its own.
    this.messenger = undefined;
    const answer = await work;
    this.over('messenger', invocation);
    this.watched.crossed(answer);
    const error = 'functionError' in answer ? answer.functionError.errorType : undefined;
    if (error === 'Sandbox.Timedout') await this.passing(functionTimeoutSeconds);
    if (error === 'Hangs') await this.passing(stateTimeoutSeconds + 1);
    return answer;
  }

  protected invocation(who: Mortal): Invocation | undefined {
    const doom = this.dooms.get(who)?.shift();
    if (doom === undefined) return undefined;
    return new Invocation(
      doom,
      (struck, call) => this.watched.struck(struck.fault, healsAfter(struck, who, call), doomWords(struck, who, call)),
      (seconds) => this.passing(seconds),
    );
  }

  /** What did not strike this time strikes the next invocation. */
  protected over(who: Mortal, invocation: Invocation | undefined): void {
    if (invocation !== undefined && invocation.struckAt === undefined) this.doomsOf(who).unshift(invocation.doom);
  }

  /** Nothing follows any more, so that the story can be broken off. */
  private never(): Promise<never> {
    this.activity.end();
    return new Promise(() => {});
  }

  /** Time passes inside a call: nothing else waits for it. */
  private passing(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.at(this.clock.now() + seconds * 1000, () => {
        this.activity.begin();
        resolve();
      });
      this.activity.end();
    });
  }

  protected later(ms: number, work: () => Promise<unknown>): void {
    this.clock.at(this.clock.now() + ms, () => void this.activity.during(work));
  }

  protected override async write(service: string, action: string, args: object): Promise<unknown> {
    this.watched.crossed(args);
    const when = this.waitWrites.shift();
    if (when === undefined) return this.take(service, action, args);
    this.watched.struck('waits-throttled', heals.tried, `the workflow's own write is refused ${when} it took effect`);
    if (when === 'after') await this.take(service, action, args);
    throw new Throttled('the database is throttled');
  }

  /** By when the order should move again is in the write itself, under whatever name. */
  private async take(service: string, action: string, args: object): Promise<unknown> {
    const { Key, UpdateExpression, ExpressionAttributeValues: values } = args as WaitWrite;
    const name = /checkAt = (:\w+)/.exec(UpdateExpression)?.[1];
    const { shop, order } = orderOfKey(Key.pk.S) ?? { shop: '', order: '' };
    const answer = super.write(service, action, args);
    if (name !== undefined) this.checkBy(shop, order, Number(values[name]?.N));
    return answer;
  }

  protected checkBy(shop: string, order: string, instant: number): void {
    this.checkAt.set(`${shop}/${order}`, instant);
  }
}

const mailWords = {
  refused: 'is refused',
  'breaks-before': 'is not taken, and nobody can tell',
  'breaks-after': 'is taken, and nobody can tell',
} as const;

function doomWords(doom: Doom, who: Mortal, call: string): string {
  if (doom.fault === 'slow') return `${call} takes the ${who} ${doom.seconds} seconds`;
  if (doom.fault === 'refused') return `${call} is refused to the ${who}`;
  return `the ${who} dies ${doom.when} ${call} (${doom.as})`;
}

function healsAfter(doom: Doom, who: Mortal, call: string): number {
  if (doom.fault === 'slow') return doom.seconds * 1000;
  if (who === 'relay') return heals.rung;
  if (who === 'sweep') return heals.swept;
  if (who === 'note-execution-end') return heals.unsettled;
  return beyondClaim.includes(call) ? heals.unsettled : heals.tried;
}

/** From there on nobody can tell at once whether the mail went out. */
const beyondClaim: readonly string[] = [
  'mailer.send',
  'orders.claim',
  'orders.settle',
  'orders.withdraw',
  'orders.sendAgain',
  'orders.notSentAgain',
];
