import type { Fact } from '../../functions/domain/order/facts.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import type { Details, Workflow } from '../../functions/domain/ports.ts';
import type { Settings } from '../../functions/domain/shop/settings.ts';
import { executionName, executionOf } from '../../functions/domain/execution-name.ts';
import { projectPause } from '../../functions/project-timeline/project-pause.ts';
import { answerDoorbell } from '../../functions/relay/answer-doorbell.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { runAct, type ActRequest, type MessengerPorts } from '../../functions/send-message/run-act.ts';
import { Activity } from '../activity.ts';
import { StandingClock, type Timer } from '../clock.ts';
import { statesOf, type StateStay } from '../step-functions/states-of.ts';
import type { FunctionAnswer } from '../step-functions/integrations.ts';
import type { Json } from '../step-functions/json.ts';
import { StepFunctions } from '../step-functions/step-functions.ts';
import { MemoryOrders } from './memory-orders.ts';
import {
  MemoryCustomers,
  MemoryLinks,
  MemoryMailer,
  MemoryOffers,
  MemoryPromos,
  MemoryShops,
  type SentMail,
} from './memory-ports.ts';
import { workflowWrites } from './workflow-writes.ts';

export const died = ['FAILED', 'TIMED_OUT', 'ABORTED'];

export const machineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order';

/** Who listens in, and how much is remembered. */
export interface VirtualShopOptions {
  /** Told of every mail at the instant at which it is accepted. */
  readonly mailSent?: ((mail: SentMail) => void) | undefined;
  /** Told of every change of an order, as the stream is. */
  readonly orderChanged?: ((order: Order) => void) | undefined;
  /** Told of every execution at its end. */
  readonly executionEnded?: ((ended: EndedExecution) => void) | undefined;
  /** Neither mails nor the histories of ended executions are kept: thousands of orders would not fit. */
  readonly forgets?: boolean | undefined;
}

export interface EndedExecution {
  readonly shop: string;
  readonly order: string;
  readonly run: number;
  readonly status: string;
  readonly events: number;
  readonly statesEntered: number;
  /** All that the execution wrote down. */
  readonly history: () => unknown;
}

/**
 * A shop in virtual time: the synthesised state machine on our interpreter, the real relay and messenger, everything
 * else in memory. Weeks pass in milliseconds, and everything happens at its own instant.
 */
export class VirtualShop {
  readonly clock: StandingClock;
  readonly orders: MemoryOrders;
  readonly shops = new MemoryShops();
  readonly customers = new MemoryCustomers();
  readonly links = new MemoryLinks();
  readonly promos = new MemoryPromos();
  readonly offers = new MemoryOffers();
  readonly mailer: MemoryMailer;
  readonly stepFunctions: StepFunctions;
  /** Executions that could not be taken up: nothing may end here. */
  readonly failures: unknown[] = [];
  /** What happens to the stream's records: `lost` ones ring nowhere, and only the sweep is left. */
  stream: 'delivers' | 'loses' | 'repeats' = 'delivers';
  /** Whether EventBridge tells of dead executions. */
  endsAreNoted = true;
  /** The workflow service refuses everything while it is down. */
  workflowIsDown = false;
  /** Lambda runs no more messengers: all that it may run at once are at work. */
  messengerIsFull = false;
  protected readonly activity = new Activity();
  protected requests = 0;
  private readonly options: VirtualShopOptions;

  constructor(definition: unknown, startAt: number | string, options: VirtualShopOptions = {}) {
    this.options = options;
    this.clock = new StandingClock(startAt);
    this.mailer = new MemoryMailer(
      () => this.clock.now(),
      (mail) => {
        options.mailSent?.(mail);
        return options.forgets !== true;
      },
    );
    this.orders = new MemoryOrders((before, after) => this.heard(after, before));
    this.stepFunctions = new StepFunctions({
      clock: this.clock,
      activity: this.activity,
      invokeFunction: (_arn, payload) => this.message(payload as unknown as WireRequest),
      callAws: (service, action, args) => this.write(service, action, args),
      statusChanged: ({ executionArn, name, status }) => {
        this.executionChanged(name, status);
        if (status !== 'RUNNING') this.executionEnded(executionArn, name, status);
      },
      random: () => 0.5,
    });
    this.stepFunctions.putStateMachine({
      arn: machineArn,
      name: 'Order',
      roleArn: 'arn:aws:iam::000000000000:role/Order',
      definition,
    });
  }

  /** Opens a shop with these settings. */
  open(shop: string, settings: Settings): void {
    this.shops.shops.set(shop, settings);
  }

  /** Tells a fact, and lets everything happen that follows from it at once. */
  async tell(shop: string, order: string, fact: Fact, details?: Details): Promise<void> {
    await this.orders.append(shop, order, fact, details);
    await this.settle();
  }

  /** Has something happen at that instant, in its turn: all that follows at once is over before the clock goes on. */
  at(instant: number, happen: () => Promise<void>): Timer {
    return this.clock.at(instant, () => this.activity.inBackground(happen));
  }

  settle(): Promise<void> {
    return this.activity.settled();
  }

  async moveTo(instant: number): Promise<void> {
    await this.clock.moveTo(instant, () => this.settle());
  }

  /** The states an order went through, over all its executions. */
  states(shop: string, order: string): StateStay[] {
    const found: StateStay[] = [];
    for (let run = 1; ; run += 1) {
      try {
        found.push(...this.statesOfRun(shop, order, run));
      } catch {
        return found;
      }
    }
  }

  statesOfRun(shop: string, order: string, run: number): StateStay[] {
    return statesOf(this.stepFunctions.wholeHistory(arnOf(shop, order, run)));
  }

  /** All that a run wrote down so far; runs whose end was told and forgotten are not there. */
  historyOfRun(shop: string, order: string, run: number): unknown {
    return this.stepFunctions.wholeHistory(arnOf(shop, order, run));
  }

  /** How long the history of a run is so far; runs whose end was told and forgotten are not there. */
  lengthOfRun(shop: string, order: string, run: number): { readonly events: number; readonly statesEntered: number } {
    return this.stepFunctions.lengthOfHistory(arnOf(shop, order, run));
  }

  /** The hourly sweep. */
  async sweep(): Promise<void> {
    const ringAgain = { ring: async (shop: string, order: string) => this.ring(shop, order) };
    await sweep({ orders: this.orders, workflow: this.workflow(), ringAgain, now: () => this.clock.now() });
    await this.settle();
  }

  protected executionChanged(name: string, status: string): void {
    const execution = executionOf(name);
    if (!this.endsAreNoted || execution === undefined || !died.includes(status)) return;
    void this.activity.during(() => this.orders.retake(execution.shop, execution.order, execution.run));
  }

  /** A write of the workflow itself. */
  protected write(service: string, action: string, args: object): Promise<unknown> {
    return workflowWrites(this.orders)(service, action, args);
  }

  private executionEnded(executionArn: string, name: string, status: string): void {
    const execution = executionOf(name);
    if (this.options.executionEnded !== undefined && execution !== undefined) {
      const history = () => this.stepFunctions.wholeHistory(executionArn);
      this.options.executionEnded({
        ...execution,
        status,
        history,
        ...this.stepFunctions.lengthOfHistory(executionArn),
      });
    }
    if (this.options.forgets === true) this.stepFunctions.forgetHistory(executionArn);
  }

  protected heard(changed: Order, before?: Order): void {
    this.options.orderChanged?.(changed);
    const { shop, order } = changed;
    if (this.stream === 'loses') return;
    this.activity.inBackground(() => projectPause(before, changed, this.customers));
    this.ring(shop, order);
    if (this.stream === 'repeats') {
      this.ring(shop, order);
      this.clock.at(this.clock.now() + 60_000, () => this.ring(shop, order));
    }
  }

  /** The stream's record: a doorbell. What fails is rung again, later. */
  protected ring(shop: string, order: string, again = 5000): void {
    void this.activity.during(async () => {
      try {
        await answerDoorbell(shop, order, {
          orders: this.orders,
          workflow: this.workflow(),
          now: () => this.clock.now(),
        });
      } catch (error) {
        if (!(error instanceof Error) || !benign.includes(error.name)) this.failures.push(error);
        this.clock.at(this.clock.now() + again, () => this.ring(shop, order, Math.min(again * 2, 900_000)));
      }
    });
  }

  protected async message(request: WireRequest): Promise<FunctionAnswer> {
    if (this.messengerIsFull) throw Object.assign(new Error('Rate Exceeded.'), { name: 'TooManyRequestsException' });
    this.requests += 1;
    try {
      const startedAt = Date.parse(request.startedAt);
      return { payload: json(await runAct({ ...request, startedAt }, `request-${this.requests}`, this.ports())) };
    } catch (error) {
      const { name, message } = error as Error;
      return { functionError: { errorType: name, errorMessage: message, trace: [] } };
    }
  }

  protected ports(): MessengerPorts {
    const { orders, shops, customers, links, promos, offers, mailer } = this;
    let tokens = 0;
    return {
      orders,
      shops,
      customers,
      links,
      promos,
      offers,
      mailer,
      now: () => this.clock.now(),
      newToken: () => `token-${this.requests}-${(tokens += 1)}`,
      linkTo: (token) => `https://api.example/c/${token}`,
      newCode: () => `CODE${this.requests}`,
    };
  }

  /** The relay's view of the workflow, without HTTP between. */
  protected workflow(): Workflow {
    const { stepFunctions } = this;
    const reached = (): void => {
      if (this.workflowIsDown)
        throw Object.assign(new Error('the workflow service is down'), { name: 'ServiceUnavailable' });
    };
    const answer = (send: () => unknown) => {
      reached();
      try {
        send();
        return 'taken' as const;
      } catch (error) {
        const { name } = error as Error;
        if (name === 'TaskTimedOut') return 'timed-out' as const;
        if (name === 'InvalidToken' || name === 'TaskDoesNotExist') return 'unknown-token' as const;
        throw error;
      }
    };
    return {
      start: async (shop, order, run) => {
        reached();
        try {
          const input = JSON.stringify({ shop, order, run });
          stepFunctions.startExecution({ stateMachineArn: machineArn, name: executionName(shop, order, run), input });
          return 'started';
        } catch (error) {
          if ((error as Error).name === 'ExecutionAlreadyExists') return 'exists';
          throw error;
        }
      },
      succeed: async (taskToken) => answer(() => stepFunctions.sendTaskSuccess({ taskToken, output: '{}' })),
      fail: async (taskToken, error, cause) => answer(() => stepFunctions.sendTaskFailure({ taskToken, error, cause })),
      isRunning: async (shop, order, run) =>
        stepFunctions
          .listExecutions({ stateMachineArn: machineArn, statusFilter: 'RUNNING' })
          .executions.some(({ name }) => name === executionName(shop, order, run)),
      async *diedSince() {
        for (const { name, status } of stepFunctions.listExecutions({ stateMachineArn: machineArn }).executions) {
          const execution = executionOf(name ?? '');
          if (execution !== undefined && died.includes(status ?? '')) yield execution;
        }
      },
    };
  }
}

function arnOf(shop: string, order: string, run: number): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${executionName(shop, order, run)}`;
}

/** What a ring may end in without being a defect. */
const benign = ['TokenUnknown', 'ServiceUnavailable', 'DiesJustNow'];

/** As it crosses the wire: instants are text. */
export type WireRequest = Omit<ActRequest, 'startedAt'> & { readonly startedAt: string };

/** What JSON leaves of a value. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
