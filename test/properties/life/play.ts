import { nextTimeOfDay } from '../../../functions/domain/calendar/calendar.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { Channel } from '../../../messages/letter.ts';
import type { Definition } from '../../../workflows/definition.ts';
import { ChaosShop, RunsAway } from '../chaos/chaos-shop.ts';
import { releasesOf } from '../chaos/definitions.ts';
import type { LifeRecord } from '../record.ts';
import { detailsOf, factOf, orderFact, reachedAt } from './facts-of.ts';
import type { Life } from './lives.ts';
import { beginningOf, settingsOf } from './shops.ts';
import type { Step, When } from './steps.ts';
import { wordsOf } from './words-of.ts';

const day = 24 * 3600_000;
const [shopId, orderId, customerId] = ['demo', '1001', 'zoe'];
/** Long after the last promise, the longest wait for what is unknown (30 days) and all that may follow it. */
const quietDays = 120;
const mostQuietSpans = 4;
const longestWaitForMail = 10 * day;

/** Lives one life to its end and writes down what an observer sees of it. */
export async function play(life: Life, definition: Definition): Promise<LifeRecord> {
  const game = new Game(life, definition);
  try {
    await game.play();
  } catch (error) {
    if (!(error instanceof RunsAway)) throw error;
    return game.record(true);
  }
  return game.record();
}

class Game {
  private readonly life: Life;
  private readonly settings: ReturnType<typeof settingsOf>;
  private readonly shop: ChaosShop;
  private readonly from: number;
  private readonly facts: { fact: Fact; at: number }[] = [];
  private readonly reached: number[] = [];
  private readonly preferred: { at: number; channel: Channel }[] = [];
  private readonly pauses: { at: number; isPaused: boolean }[] = [];
  private readonly said: { at: number; words: string }[] = [];
  /** An old definition is known to nobody any more once something happens that it cannot name. */
  private readonly beginsOld: boolean;

  constructor(life: Life, definition: Definition) {
    const { older, newer } = releasesFor(definition);
    const old = life.olderDefinition === undefined ? undefined : older[life.olderDefinition % older.length];
    this.life = life;
    this.beginsOld = old !== undefined;
    this.settings = settingsOf(life.shop);
    this.from = beginningOf(life.shop);
    const releases = [...(old === undefined ? [] : [old]), definition, newer, definition, newer];
    this.shop = new ChaosShop(releases, this.from);
    this.shop.open(shopId, this.settings);
  }

  async play(): Promise<void> {
    const { steps } = this.life;
    // A fact that waits for its order may be one that an old definition cannot name.
    const early = this.beginsOld ? 0 : this.life.early;
    for (const step of steps.slice(0, early)) if ('told' in step) await this.take(step);
    await this.place();
    for (const step of steps.slice(early)) await this.take(step);
    for (let spans = 0; spans < mostQuietSpans && !this.isAtRest(); spans += 1) {
      await this.shop.moveTo(this.now() + quietDays * day);
    }
  }

  private async place(): Promise<void> {
    const fact = orderFact(this.life, this.settings, this.from);
    await this.moveTo(Math.max(this.now(), fact.learnedAt));
    const { customer } = detailsOf(this.life);
    await this.shop.customers.keep(shopId, fact.customer, { ...customer, asOf: fact.at });
    await this.tell({ ...fact, learnedAt: this.now() });
    if (this.beginsOld) this.shop.strike({ fault: 'deploy' }, shopId, orderId);
  }

  private async take(step: Step): Promise<void> {
    await this.waitFor(step.when);
    if ('fault' in step) {
      this.shop.strike(step.fault, shopId, orderId);
      await this.shop.settle();
      return;
    }
    if ('reach' in step) return this.reachElsewhere();
    if ('prefers' in step) return this.prefer(step.prefers);
    if ('otherOrder' in step) return this.pauseBecauseOfAnother(step.otherOrder === 'pauses');
    const fact = factOf(step.told, this.now(), step.happenedBefore, this.settings, this.order);
    if (fact !== undefined) await this.tell(fact);
  }

  /** As `PUT /customers/{id}` has it. */
  private async reachElsewhere(): Promise<void> {
    const now = this.now();
    const change = { at: now, fields: ['email' as const] };
    if (!(await this.shop.customers.reach(shopId, customerId, reachedAt, now, change))) return;
    this.reached.push(now);
    this.said.push({ at: now, words: `the customer is reached at ${reachedAt.email} from now on` });
  }

  /** As `PUT /customers/{id}/preferences` has it, or the page behind a mail. */
  private async prefer(channel: Channel): Promise<void> {
    const now = this.now();
    if (!(await this.shop.customers.choose(shopId, customerId, { channel }, undefined, now))) return;
    this.preferred.push({ at: now, channel });
    this.said.push({ at: now, words: `the customer prefers to hear by ${channel} of what goes wrong` });
  }

  private async pauseBecauseOfAnother(isPaused: boolean): Promise<void> {
    const now = this.now();
    const pause = isPaused ? { why: 'a case is open' } : undefined;
    this.pauses.push({ at: now, isPaused });
    await this.shop.customers.pause(shopId, customerId, 'another', this.pauses.length, pause);
    this.said.push({
      at: now,
      words: `another order of the customer ${isPaused ? 'pauses offers' : 'goes well again'}`,
    });
  }

  private async tell(fact: Fact): Promise<void> {
    const more = fact.name === 'order' ? { ...detailsOf(this.life) } : undefined;
    const { result } = await this.shop.orders.append(shopId, orderId, fact, more);
    const words = wordsOf(fact, this.settings.zone);
    if (result === 'recorded') this.facts.push({ fact, at: this.now() });
    this.said.push({ at: this.now(), words: result === 'recorded' ? words : `${words} (${result})` });
    await this.shop.settle();
  }

  private async waitFor(when: When): Promise<void> {
    if ('due' in when) {
      const dues = this.dues();
      const due = dues[when.due % Math.max(1, dues.length)];
      return due === undefined ? undefined : this.moveTo(due + when.beside);
    }
    if ('hour' in when) {
      const zone = this.life.shop.customerZone ?? this.settings.zone;
      return this.moveTo(nextTimeOfDay(zone, this.now() + when.days * day, when.hour) + when.beside);
    }
    if ('mail' in when) await this.nextMail();
    return this.moveTo(this.now() + when.after);
  }

  /** Goes on to the next mail, or for ten days. */
  private async nextMail(): Promise<void> {
    const { sent } = this.shop.mailer;
    const before = sent.length;
    const until = this.now() + longestWaitForMail;
    for (;;) {
      const next = this.shop.clock.nextDueAt();
      if (sent.length > before || next === undefined || next > until) return;
      await this.shop.moveTo(next);
    }
  }

  /** All that falls due of this order, as it was said or written down; the next first. */
  private dues(): number[] {
    const { order } = this;
    if (order === undefined) return [];
    const instants = [
      ...order.facts.flatMap((fact) => (fact.name === 'order' ? [fact.shipBy.until, fact.deliverBy.until] : [])),
      ...order.told.flatMap(({ at, promises, task }) => [
        ...promises.flatMap(({ until }) => [until, Math.floor((at + until) / 2)]),
        ...(task === undefined ? [] : [task.dueAt]),
      ]),
      ...(order.awaiting === undefined ? [] : [order.awaiting.until]),
    ];
    const now = this.now();
    return [...new Set(instants)].filter((instant) => instant > now).sort((a, b) => a - b);
  }

  private async moveTo(instant: number): Promise<void> {
    if (instant > this.now()) await this.shop.moveTo(instant);
  }

  private now(): number {
    return this.shop.clock.now();
  }

  private get order(): Order | undefined {
    for (const known of this.shop.orders.all()) return known;
    return undefined;
  }

  private isAtRest(): boolean {
    const { order } = this;
    const isOver =
      order?.closed !== undefined && order.watched !== true && this.shop.runningOf(shopId, orderId).length === 0;
    // What is armed for later, a queue's message or the end of an outage, still comes up.
    return isOver && (this.shop.clock.nextDueAt() ?? Number.POSITIVE_INFINITY) > this.now() + quietDays * day;
  }

  record(runsAway = false): LifeRecord {
    const { watched, mailer, postOffice, projection } = this.shop;
    return {
      settings: this.settings,
      facts: this.facts,
      said: this.said,
      placed: this.facts.map(({ fact }) => fact).find((fact) => fact.name === 'order'),
      reached: this.reached,
      pauses: this.pauses,
      mails: mailer.sent,
      handings: postOffice.handings,
      preferred: this.preferred,
      mailEvents: postOffice.events,
      order: this.order,
      claims: watched.claims,
      withdrawn: watched.withdrawn,
      closings: watched.closings,
      executions: [...watched.executions.values()].map((execution, index) => ({
        ...execution,
        states: this.shop.statesOfRun(shopId, orderId, index + 1),
      })),
      disturbances: watched.disturbances,
      wires: watched.wires,
      failures: this.shop.failures.map(String),
      timeline: new Map([...projection.timeline].map(([id, { entry }]) => [id, entry])),
      tasks: new Set(projection.tasks.keys()),
      beganWithOldDefinition: this.beginsOld,
      runsAway,
      from: this.from,
      until: this.now(),
    };
  }
}

const releases = new WeakMap<Definition, ReturnType<typeof releasesOf>>();
function releasesFor(definition: Definition): ReturnType<typeof releasesOf> {
  const known = releases.get(definition) ?? releasesOf(definition);
  releases.set(definition, known);
  return known;
}
