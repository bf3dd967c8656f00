import { randomUUID } from 'node:crypto';
import { account, region } from '../aws-error.ts';
import type { Clock, Timer } from '../clock.ts';
import type { RuleDescription } from '../template/stack-description.ts';
import { compilePattern, type Matcher } from './pattern.ts';
import { compileSchedule } from './schedule.ts';

/** An event as a function receives it. */
export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

export interface EventBusOptions {
  rules: readonly RuleDescription[];
  clock: Clock;
  /** Hands an event to a target of a rule, and does not wait for it. */
  deliver: (targetArn: string, event: unknown, ruleArn: string) => void;
}

/** EventBridge's default bus: rules on events, and schedules on the movable clock. */
export class EventBus {
  private readonly options: EventBusOptions;
  private readonly matching: Array<{ matches: Matcher; rule: RuleDescription }> = [];
  private readonly timers = new Map<string, Timer>();

  constructor(options: EventBusOptions) {
    this.options = options;
    for (const rule of options.rules) {
      if (rule.pattern !== undefined) this.matching.push({ matches: compilePattern(rule.pattern), rule });
    }
  }

  /** Starts the schedules. A `rate` counts from now; what was missed while nothing ran stays missed. */
  start(): void {
    const { rules, clock } = this.options;
    for (const rule of rules) {
      if (rule.schedule === undefined) continue;
      const next = compileSchedule(rule.schedule, clock.now());
      const plan = (after: number): void => {
        const dueAt = next(after);
        const timer = clock.at(dueAt, () => {
          plan(dueAt);
          this.fire(rule, this.event('aws.events', 'Scheduled Event', {}, [rule.arn], dueAt));
        });
        this.timers.set(rule.arn, timer);
      };
      plan(clock.now());
    }
  }

  stop(): void {
    for (const timer of this.timers.values()) timer.cancel();
  }

  /** Takes an event, and answers its id. Every rule that matches gets it. */
  put(source: string, detailType: string, detail: unknown, resources: string[] = []): string {
    const event = this.event(source, detailType, detail, resources, this.options.clock.now());
    for (const { matches, rule } of this.matching) {
      if (matches(event)) this.fire(rule, event);
    }
    return event.id;
  }

  private event(source: string, detailType: string, detail: unknown, resources: string[], at: number): BusEvent {
    const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account,
      time,
      region,
      resources,
      detail,
    };
  }

  private fire(rule: RuleDescription, event: BusEvent): void {
    for (const target of rule.targets) {
      this.options.deliver(target.arn, 'input' in target ? target.input : event, rule.arn);
    }
  }
}
