import { words } from '../../functions/domain/order/facts.ts';
import { recorded, type Order, type RecordedOrder } from '../../functions/domain/order/order.ts';
import { outcomes } from '../../functions/domain/order/promises.ts';
import { read } from '../../functions/domain/order/reading.ts';
import { settledOver } from '../../functions/domain/order/settled-promises.ts';
import { endings } from '../../functions/domain/vocabulary.ts';
import type { ListedExecution } from './executions.ts';
import { counted, Counts, countsOf, isIn, Spans, spansOf, timed, type Period, type Section } from './figures.ts';
import { stepsOf } from './steps.ts';

const promised = ['ship', 'deliver', 'write', 'answer', 'refund'] as const;
/** How executions end that did not come to their end. */
const dead = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/**
 * What happened in a period, in figures: everything is counted in the period in which it happened, whenever its order was
 * placed. Nothing in it names anybody.
 */
export class Summary {
  private readonly period: Period;
  private readonly begun = new Counts();
  private readonly ended = new Counts();
  private readonly promises = new Counts();
  private readonly steps = new Spans();
  private readonly cases = new Counts();
  private readonly caseSpans = new Spans();
  private readonly caseOutcomes = new Counts();
  private readonly words = new Counts();
  private readonly mails = new Counts();
  private readonly unsent = new Counts();

  constructor(period: Period) {
    this.period = period;
  }

  addExecution({ run, status, begunAt, endedAt }: ListedExecution): void {
    if (isIn(this.period, begunAt)) this.begun.add(run === 1 ? 'orders begun' : 'orders taken up again');
    if (endedAt === undefined) this.begun.add('still running');
    else if (isIn(this.period, endedAt)) this.begun.add(dead.includes(status) ? 'executions died' : 'executions ended');
  }

  addOrder(order: Order): void {
    const { closed } = order;
    const how = endings.find((ending) => ending === closed?.how);
    if (how !== undefined && closed?.at !== undefined && isIn(this.period, closed.at)) this.ended.add(how);
    const known = order.erased === undefined ? recorded(order) : undefined;
    if (known === undefined) return;
    this.addPromises(order);
    for (const { name, from, to } of stepsOf(known)) if (isIn(this.period, to)) this.steps.add(name, to - from);
    this.addCases(known);
    this.addWords(known);
    this.addMails(known);
  }

  /** A mail arrived, or is delayed: the timeline alone knows. */
  addMailEvent(what: 'delivered' | 'delayed'): void {
    this.mails.add(what);
  }

  private addPromises(order: Order): void {
    for (const { promise, outcome, at } of settledOver(order, this.period.until)) {
      if (isIn(this.period, at)) this.promises.add(`${promise} ${outcome}`);
    }
  }

  private addCases(order: RecordedOrder): void {
    for (const { about, opened, ended, endedAt } of read(order).cases) {
      if (isIn(this.period, opened.at)) this.cases.add(about);
      if (ended === undefined || endedAt === undefined || !isIn(this.period, endedAt)) continue;
      this.caseSpans.add(about, endedAt - opened.at);
      this.caseOutcomes.add(ended);
    }
  }

  private addWords({ facts }: RecordedOrder): void {
    for (const fact of facts) {
      if (fact.name === 'word' && isIn(this.period, fact.learnedAt)) this.words.add(fact.word);
    }
  }

  private addMails({ told, facts }: RecordedOrder): void {
    for (const { at, sesId, unsent, resent, resentAt } of told) {
      if (resent !== undefined && isIn(this.period, resentAt ?? at)) this.mails.add('sent again', resent);
      if (!isIn(this.period, at)) continue;
      if (sesId !== undefined) this.mails.add('sent');
      else if (unsent === undefined) this.mails.add('under way');
      else this.unsent.add(unsent);
    }
    for (const fact of facts) {
      if (fact.name === 'mail-failed' && isIn(this.period, fact.learnedAt)) this.mails.add(fact.why);
    }
  }

  /** The tables, most important first. What cannot have happened to anybody is left out, what might have stands as 0. */
  sections(): Section[] {
    const executions = [
      'orders begun',
      'orders taken up again',
      'executions ended',
      'executions died',
      'still running',
    ];
    const mails = ['sent', 'delivered', 'delayed', 'bounced', 'bounced-for-now', 'complained', 'rejected'];
    const more = this.mails.names().filter((name) => !mails.includes(name));
    return [
      countsOf('executions', this.begun, executions),
      countsOf('orders ended', this.ended),
      this.promisesKept(),
      spansOf('times between states', this.steps),
      this.casesOpened(),
      countsOf('outcomes of cases', this.caseOutcomes),
      countsOf('words of customers', this.words, words),
      countsOf('mails to customers', this.mails, [...mails, ...more]),
      countsOf('messages not mailed', this.unsent),
    ];
  }

  private promisesKept(): Section {
    const rows = [...promised, 'all'].map((name) => {
      const kinds = name === 'all' ? promised : [name];
      const figures = outcomes.map((outcome) => sum(kinds.map((kind) => this.promises.of(`${kind} ${outcome}`))));
      const all = sum(figures);
      const share = all === 0 ? undefined : Math.round((1000 * figures[0]!) / all) / 10;
      return { name, figures: [...figures, share] };
    });
    const measures = outcomes.map((name) => ({ name, unit: 'count' as const }));
    return { title: 'promises', measures: [...measures, { name: 'kept of all', unit: 'percent' }], rows };
  }

  private casesOpened(): Section {
    const about = [...new Set([...this.cases.names(), ...this.caseSpans.names()])].sort();
    return {
      title: 'cases',
      measures: [{ name: 'opened', unit: 'count' }, { name: 'ended', unit: counted[0].unit }, ...timed.slice(1)],
      rows: about.map((name) => ({ name, figures: [this.cases.of(name), ...this.caseSpans.figures(name)] })),
    };
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
