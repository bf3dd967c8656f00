import { orderFrom } from '../../../functions/adapters/order-item.ts';
import { orderOfKey } from '../../../functions/adapters/keys.ts';
import { executionOf } from '../../../functions/domain/execution-name.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { Mail, Workflow } from '../../../functions/domain/ports.ts';
import type { Settings } from '../../../functions/domain/shop/settings.ts';
import { mailTask } from '../../../functions/mail-staff/mail-task.ts';
import { mailEvent, noteMail } from '../../../functions/note-mail/note-mail.ts';
import { project, type OrderChange } from '../../../functions/project-timeline/project.ts';
import { answerDoorbell } from '../../../functions/relay/answer-doorbell.ts';
import type { MessengerPorts } from '../../../functions/send-message/run-act.ts';
import type { FunctionAnswer } from '../../../local/step-functions/integrations.ts';
import { died, VirtualShop, type WireRequest } from '../../../local/virtual/virtual-shop.ts';
import { portsOn, type Ports } from './ports.ts';
import { NotedTable, type Changed } from './noted-table.ts';
import { Notebook } from './notebook.ts';

/** When SES tells what became of a mail: that it went out, that it arrived. */
const mailEventsAfterMs = { 'Email Sent': 2000, 'Email Delivered': 8000 } as const;

/** Lambda asks a stream four times a second; what came meanwhile is one ring for an order. */
const streamLagMs = 250;
/**
 * The timeline's records are gathered for five seconds (infra/constructs/timeline.ts). What a fact leads to comes within the
 * first; told at its end, it is one episode with the fact (notebook.ts).
 */
const timelineGatheredMs = 900;

type Changes = (order: Order) => void;

/**
 * A shop in virtual time of which all is noted that it asks of AWS: the real workflow, relay, messenger, projection and
 * mail functions behind the real adapters, on a table in memory. What follows from one thing happens at its instant.
 */
export class RecordedShop extends VirtualShop {
  readonly notebook: Notebook;
  readonly known: Ports;
  /** How long executions were open, in milliseconds. */
  openMs = 0;
  private readonly noted: NotedTable;
  private readonly openSince = new Map<string, { readonly at: number; readonly run: number }>();
  private readonly statesEnded = new Map<string, number>();
  private readonly statesNoted = new Map<string, number>();
  /** Orders that are about to be rung for. */
  private readonly rung = new Set<string>();
  /** What the projection is about to be told of an order. */
  private readonly gathered = new Map<string, OrderChange[]>();

  private constructor(definition: unknown, startAt: number, noted: NotedTable, notebook: Notebook) {
    super(definition, startAt, {
      forgets: true,
      mailSent: (mail) => this.tellWhatBecameOf(mail, mail.id),
      executionEnded: ({ shop, order, statesEntered }) => {
        const id = `${shop}/${order}`;
        this.statesEnded.set(id, (this.statesEnded.get(id) ?? 0) + statesEntered);
      },
    });
    this.noted = noted;
    this.notebook = notebook;
    this.known = portsOn(noted.table, () => this.clock.now());
  }

  /** `changed` is told of every change of an order. */
  static async start(definition: unknown, startAt: number, changed: Changes): Promise<RecordedShop> {
    let shop: RecordedShop;
    const notebook = new Notebook(() => shop.clock.now());
    const noted = await NotedTable.open(notebook, (change) => shop.streamed(change, changed));
    shop = new RecordedShop(definition, startAt, noted, notebook);
    return shop;
  }

  override open(shop: string, settings: Settings): void {
    this.activity.inBackground(() =>
      this.notebook.apart(async () => void (await this.known.shops.create(shop, settings))),
    );
  }

  /** Everything until that instant, each instant's doings an episode of their own. */
  override async moveTo(instant: number): Promise<void> {
    await this.clock.moveTo(instant, async () => {
      await this.settle();
      this.notebook.close((shop, order) => this.newlyEntered(shop, order), this.clock.nextDueAt());
    });
  }

  endEpisodes(): void {
    this.notebook.close((shop, order) => this.newlyEntered(shop, order));
  }

  close(): Promise<void> {
    return this.noted.close();
  }

  private newlyEntered(shop: string, order: string): number {
    const id = `${shop}/${order}`;
    const running = this.openSince.get(id);
    const entered = running === undefined ? 0 : this.lengthOfRun(shop, order, running.run).statesEntered;
    const all = (this.statesEnded.get(id) ?? 0) + entered;
    const before = this.statesNoted.get(id) ?? 0;
    this.statesNoted.set(id, all);
    return all - before;
  }

  private streamed({ before, after }: Changed, changed: Changes): void {
    if (after?.['sk'] !== 'ORDER') return;
    const [earlier, now] = [before === undefined ? undefined : orderFrom(before), orderFrom(after)];
    const { shop, order } = now;
    changed(now);
    const id = `${shop}/${order}`;
    if (after['watch'] !== undefined) this.tellRelay(id, shop, order);
    const gathered = this.gathered.get(id);
    if (gathered !== undefined) return void gathered.push({ before: earlier, after: now });
    const changes: OrderChange[] = [{ before: earlier, after: now }];
    this.gathered.set(id, changes);
    this.at(this.clock.now() + timelineGatheredMs, async () => {
      this.gathered.delete(id);
      await this.notebook.as('projection', shop, order, () => project(changes, this.projectionPorts(now)));
    });
  }

  /** It hears of orders under watch only. */
  private tellRelay(id: string, shop: string, order: string): void {
    this.notebook.record(shop, order);
    if (this.rung.has(id)) return;
    this.rung.add(id);
    this.at(this.clock.now() + streamLagMs, async () => {
      this.rung.delete(id);
      this.ring(shop, order);
    });
  }

  private projectionPorts({ shop, order }: Order) {
    const ask = async (theShop: string, theirs: string, key: string): Promise<void> => {
      this.notebook.took('sqs');
      this.activity.inBackground(() =>
        this.notebook.as('mail-staff', shop, order, async () => {
          const mailer = { send: (mail: Mail) => this.send(mail, 'staffMails') };
          await mailTask(theShop, theirs, key, { ...this.known, mailer, now: () => this.clock.now() });
        }),
      );
    };
    return { ...this.known, staffMail: { ask } };
  }

  protected override ring(shop: string, order: string, again = 5000): void {
    void this.activity.during(async () => {
      try {
        const ports = { orders: this.known.orders, workflow: this.workflow(), now: () => this.clock.now() };
        await this.notebook.as('relay', shop, order, () => answerDoorbell(shop, order, ports));
      } catch {
        this.clock.at(this.clock.now() + again, () => this.ring(shop, order, Math.min(again * 2, 900_000)));
      }
    });
  }

  protected override workflow(): Workflow {
    const workflow = super.workflow();
    const counted = <T>(what: 'starts' | 'successes' | 'failures', done: Promise<T>): Promise<T> => {
      this.notebook.count(what);
      this.notebook.took('stepFunctions');
      return done;
    };
    return {
      ...workflow,
      start: (...which) => counted('starts', workflow.start(...which)),
      succeed: (token) => counted('successes', workflow.succeed(token)),
      fail: (...why) => counted('failures', workflow.fail(...why)),
    };
  }

  protected override message(request: WireRequest): Promise<FunctionAnswer> {
    return this.notebook.as('messenger', request.shop, request.order, () => super.message(request));
  }

  protected override ports(): MessengerPorts {
    return { ...super.ports(), ...this.known, mailer: { send: (mail) => this.send(mail, 'mails') } };
  }

  private send(mail: Mail, kind: 'mails' | 'staffMails'): Promise<string> {
    this.notebook.count(kind);
    this.notebook.took('ses');
    if (mail.tags['message'] === 'confirm-order') this.notebook.confirms();
    return this.mailer.send(mail);
  }

  protected override write(_service: string, _action: string, args: object): Promise<unknown> {
    const { pk } = (args as { Key: { pk: { S: string } } }).Key;
    const { shop, order } = orderOfKey(pk.S)!;
    return this.notebook.as('workflow', shop, order, () => this.noted.call('UpdateItem', args));
  }

  protected override executionChanged(name: string, status: string): void {
    const { shop, order, run } = executionOf(name)!;
    const id = `${shop}/${order}`;
    const now = this.clock.now();
    if (status === 'RUNNING') {
      this.openSince.set(id, { at: now, run });
      return;
    }
    this.openMs += now - (this.openSince.get(id)?.at ?? now);
    this.openSince.delete(id);
    if (died.includes(status))
      this.activity.inBackground(() =>
        this.notebook.as('relay', shop, order, async () => void (await this.known.orders.retake(shop, order, run))),
      );
  }

  private tellWhatBecameOf({ to, tags }: Mail, messageId: string): void {
    const [shop, order] = [tags['shop']!, tags['order']!];
    for (const [what, afterMs] of Object.entries(mailEventsAfterMs)) {
      const at = this.clock.now() + afterMs;
      this.at(at, async () => {
        const told = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
        const detail = { mail: { messageId, destination: [to], tags: told } };
        const event = mailEvent.parse({ 'detail-type': what, time: new Date(at).toISOString(), detail });
        await this.notebook.as(
          'note-mail',
          shop,
          order,
          () => noteMail(event, { ...this.known, now: () => this.clock.now() }),
          'mail',
        );
      });
    }
  }
}
