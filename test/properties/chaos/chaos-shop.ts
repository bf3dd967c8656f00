import { executionName, executionOf } from '../../../functions/domain/execution-name.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { Orders, Workflow } from '../../../functions/domain/ports.ts';
import { answerDoorbell } from '../../../functions/relay/answer-doorbell.ts';
import { sweep } from '../../../functions/sweep/sweep.ts';
import { died, machineArn } from '../../../local/virtual/virtual-shop.ts';
import type { Definition } from '../../../workflows/definition.ts';
import { Died, heals, type Fault } from './faults.ts';
import { InjuredShop } from './injured-shop.ts';
import { Projection } from './projection.ts';

const minute = 60_000;
const hour = 60 * minute;
/** ring-again hides a message for six time-outs of the relay. */
const hiddenMs = 6 * minute;
/** What should have moved so long ago the sweep looks at, as functions/sweep has it. */
const graceMs = 15 * minute;

/** What may end a ring without being a defect: the bell rings again. */
const ringsAgain = ['TokenUnknown', 'ServiceUnavailable', 'ProvisionedThroughputExceededException', 'DiesJustNow'];

/** Broken off: it would go on for ever. */
export class RunsAway extends Error {
  override readonly name = 'RunsAway';
}

/** A shop in virtual time in which everything that can fail fails when the story says so. All of it is written down. */
export class ChaosShop extends InjuredShop {
  readonly projection = new Projection(this.orders);
  private readonly records: Extract<Fault, { fault: 'records' }>[] = [];
  private readonly lostEnds = new Set<string>();
  private readonly sweeps = new Set<number>();
  private readonly releases: Definition[];

  /** `releases`: what is deployed at first, and by each `deploy` after it. */
  constructor(releases: readonly Definition[], startAt: number) {
    super(releases[0], startAt);
    this.releases = releases.slice(1);
  }

  override async moveTo(instant: number): Promise<void> {
    for (let next = this.clock.nextDueAt(); next !== undefined && next <= instant; next = this.clock.nextDueAt()) {
      if (this.runsAway) throw new RunsAway(`${this.watched.wires.length} calls`);
      await super.moveTo(next);
    }
    await super.moveTo(instant);
  }

  /** Arms a fault, or lets it happen at once where it needs no occasion. */
  strike(fault: Fault, shop: string, order: string): void {
    switch (fault.fault) {
      case 'dies':
      case 'refused':
        return void this.doomsOf(fault.who).push(fault);
      case 'slow':
        return void this.doomsOf('messenger').push(fault);
      case 'mail':
        return this.postOffice.arm(fault.how, fault.times);
      case 'mail-events':
        return this.postOffice.armEvents(fault.how, fault.times);
      case 'records':
        for (let left = fault.times; left > 0; left -= 1) this.records.push(fault);
        return;
      case 'replay':
        this.watched.struck('replay', 0, 'an old record comes again');
        return this.ring(shop, order);
      case 'killed':
        return this.kill(shop, order, fault.noted);
      case 'workflow-down':
        return this.workflowDown(fault.hours);
      case 'race':
        this.races += fault.times;
        return;
      case 'waits-throttled':
        for (let left = fault.times; left > 0; left -= 1) this.waitWrites.push(fault.when);
        return;
      case 'deploy':
        return this.deploy();
    }
  }

  private kill(shop: string, order: string, noted: boolean): void {
    const run = this.runningOf(shop, order).at(0);
    if (run === undefined) return;
    if (!noted) this.lostEnds.add(run);
    const heard = noted ? heals.unsettled : heals.unheard;
    this.watched.struck('killed', heard, `execution ${run} is stopped${noted ? '' : ', and nobody hears of it'}`);
    this.stepFunctions.stopExecution({ executionArn: `${machineArn.replace(':stateMachine:', ':execution:')}:${run}` });
  }

  /** Newest first. */
  runningOf(shop: string, order: string): string[] {
    const first = executionName(shop, order, 1);
    return this.stepFunctions
      .listExecutions({ stateMachineArn: machineArn, statusFilter: 'RUNNING' })
      .executions.flatMap(({ name }) => (name === first || name?.startsWith(`${first}.`) === true ? [name] : []));
  }

  private workflowDown(hours: number): void {
    const until = this.clock.now() + hours * hour;
    this.watched.struck(
      'workflow-down',
      hours * hour + heals.rung,
      `the workflow service takes no calls for ${hours} hours`,
    );
    this.workflowIsDown = true;
    this.clock.at(until, () => {
      this.workflowIsDown = false;
    });
  }

  private deploy(): void {
    const definition = this.releases.shift();
    if (definition === undefined) return;
    this.watched.struck('deploy', 0, 'another definition is deployed');
    this.stepFunctions.putStateMachine({
      arn: machineArn,
      name: 'Order',
      roleArn: 'arn:aws:iam::000000000000:role/Order',
      definition,
    });
  }

  protected override executionChanged(name: string, status: string): void {
    this.watched.execution(name, status);
    if (!died.includes(status)) return;
    this.sweepBy(this.clock.now());
    if (this.lostEnds.has(name)) return;
    void this.activity.during(() => this.noteEnd(name));
  }

  private async noteEnd(name: string): Promise<void> {
    const execution = executionOf(name);
    if (execution === undefined) return;
    const invocation = this.invocation('note-execution-end');
    const { orders } = invocation?.ports({ orders: this.orders }) ?? this;
    try {
      await orders.retake(execution.shop, execution.order, execution.run);
    } catch (error) {
      if (!isInjury(error)) throw error;
      // An event that a function could not take comes again after a minute.
      this.later(minute, () => this.noteEnd(name));
    }
    this.over('note-execution-end', invocation);
  }

  protected override heard(after: Order, before?: Order): void {
    const { shop, order } = after;
    this.watched.wrote(before, after);
    this.watch(before, after);
    const fault = this.records.shift();
    const project = (): Promise<void> => this.projection.take(before, after);
    void this.activity.during(project);
    if (fault === undefined) return this.ring(shop, order);
    const how = fault.how === 'late' ? `comes ${fault.minutes} minutes late` : `is ${fault.how}`;
    const healing = { dropped: heals.swept, late: fault.minutes * minute, repeated: 0 }[fault.how];
    this.watched.struck('records', healing, `the record of this change ${how}`);
    if (fault.how === 'dropped') return;
    if (fault.how === 'repeated') {
      this.ring(shop, order);
      this.ring(shop, order);
    }
    this.later(fault.minutes * minute, async () => {
      await project();
      this.ring(shop, order);
    });
  }

  /** A fact puts its order on the index of open orders, to be looked at from now on. */
  private watch(before: Order | undefined, after: Order): void {
    if (after.facts.length > (before?.facts.length ?? 0))
      this.checkBy(after.shop, after.order, after.facts.at(-1)!.learnedAt);
  }

  protected override checkBy(shop: string, order: string, instant: number): void {
    super.checkBy(shop, order, instant);
    this.sweepBy(instant + graceMs);
  }

  /** The sweep runs every hour; here only in hours in which it could find anything. */
  private sweepBy(instant: number): void {
    const at = Math.floor(Math.max(instant, this.clock.now()) / hour + 1) * hour;
    if (this.sweeps.has(at)) return;
    this.sweeps.add(at);
    this.clock.at(at, () => void this.activity.during(() => this.sweepOnce()));
  }

  private async sweepOnce(): Promise<void> {
    const now = (): number => this.clock.now();
    const { orders, checkAt } = this;
    const overdue = async function* (instant: number): AsyncIterable<{ shop: string; order: string }> {
      for await (const found of orders.overdue()) {
        if ((checkAt.get(`${found.shop}/${found.order}`) ?? 0) <= instant) yield found;
      }
    };
    const indexed = Object.assign(Object.create(orders) as Orders, { overdue });
    const ringAgain = {
      ring: (shop: string, order: string): Promise<void> => {
        this.answer(shop, order, 'queue');
        return Promise.resolve();
      },
    };
    const invocation = this.invocation('sweep');
    const ports = { orders: indexed, workflow: this.workflow(), ringAgain };
    try {
      await sweep({ ...(invocation?.ports(ports) ?? ports), now });
    } catch (error) {
      if (!isInjury(error)) throw error;
      this.sweepBy(now());
    }
    this.over('sweep', invocation);
    for (const { shop, order, watched } of orders.all()) {
      const due = checkAt.get(`${shop}/${order}`);
      if (watched === true && due !== undefined) this.sweepBy(due + graceMs);
    }
  }

  protected override ring(shop: string, order: string): void {
    this.answer(shop, order, 'stream');
  }

  private answer(shop: string, order: string, from: 'stream' | 'queue'): void {
    void this.activity.during(async () => {
      const invocation = this.invocation('relay');
      const ports = { orders: this.orders, workflow: this.workflow() };
      try {
        await answerDoorbell(shop, order, { ...(invocation?.ports(ports) ?? ports), now: () => this.clock.now() });
      } catch (error) {
        if (!isInjury(error)) this.failures.push(error);
        // A relay that died is called again with the same record; what it could not do waits on the queue.
        const wait = error instanceof Died ? 2000 : from === 'stream' ? 100 : hiddenMs;
        this.later(wait, async () => this.answer(shop, order, error instanceof Died ? from : 'queue'));
      }
      this.over('relay', invocation);
    });
  }

  protected override workflow(): Workflow {
    const workflow = super.workflow();
    const { stepFunctions } = this;
    const reached = (): void => {
      if (this.workflowIsDown)
        throw Object.assign(new Error('the workflow service is down'), { name: 'ServiceUnavailable' });
    };
    return {
      ...workflow,
      start: (shop, order, run) => {
        this.watched.crossed({ shop, order, run });
        return workflow.start(shop, order, run);
      },
      fail: (token, error, cause) => {
        this.watched.crossed({ error, cause });
        return workflow.fail(token, error, cause);
      },
      isRunning: async (shop, order, run) => {
        reached();
        return workflow.isRunning(shop, order, run);
      },
      async *diedSince(instant) {
        reached();
        for (const { name, status, stopDate } of stepFunctions.listExecutions({ stateMachineArn: machineArn })
          .executions) {
          const execution = executionOf(name ?? '');
          const isDead = died.includes(status ?? '') && (stopDate?.getTime() ?? 0) >= instant;
          if (execution !== undefined && isDead) yield execution;
        }
      },
    };
  }
}

function isInjury(error: unknown): boolean {
  return error instanceof Died || (error instanceof Error && ringsAgain.includes(error.name));
}
