import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { UsageError } from '../command-line.ts';
import { clientOptions, NoStack, NoTable, openTable } from '../shop/place.ts';
import { troubleWithAws } from '../shop/trouble-with-aws.ts';
import { readArguments, usage, type ReportRequest } from './arguments.ts';
import { executionsIn, machineAt } from './executions.ts';
import type { Period, Section } from './figures.ts';
import { buyerOf, readMailEvents, readOrders, type Buyer } from './lives.ts';
import { periodOf } from './period.ts';
import { printed } from './print.ts';
import { Summary } from './summary.ts';
import { csvOf, tidied } from './tidy.ts';

/** What the report needs of the world around it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly aside: (text: string) => void;
  /** How far it is, while it works; `all` is undefined where nobody knows. */
  readonly progress: (done: number, all: number | undefined, what: string) => void;
}

/** Runs one command line. Answers the exit code: 0 done, 1 not done, 2 not understood. */
export async function runReport(commandLine: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, writeFile, out, aside } = surroundings;
  try {
    const request = readArguments(commandLine, environment);
    if (request === undefined) {
      out(usage);
      return 0;
    }
    const { sections, period } = await report(request, surroundings);
    const figures = tidied(sections, period, request.shop);
    out(request.json ? JSON.stringify(figures, undefined, 2) : printed(sections, period, request.shop));
    if (request.csv !== undefined) {
      await writeFile(request.csv, csvOf(figures));
      aside(`${request.csv}: ${figures.length} figures.`);
    }
    return 0;
  } catch (error) {
    aside(explained(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Step Functions is asked as fast as it likes, and asked again where it was too fast. */
const patient = { retryMode: 'adaptive', maxAttempts: 10 } as const;

/** Executions first: their names say which orders there are, for the table has no list of them. */
async function report(
  { place, asked, shop }: ReportRequest,
  { environment, now, progress }: Surroundings,
): Promise<{ readonly sections: Section[]; readonly period: Period }> {
  const client = new SFNClient({ ...clientOptions(place, environment), ...patient });
  const { table, close } = await openTable(place, environment);
  try {
    const machine = await machineAt(place, client);
    const period = periodOf(asked, await clockOf(client, machine, now));
    const summary = new Summary(period);
    const executions = await executionsIn(period, shop, machine, client, (listed) =>
      progress(listed, undefined, 'executions listed'),
    );
    for (const execution of executions) summary.addExecution(execution);

    const buyers = new Map<string, Buyer>();
    const named = [...new Map(executions.map((one) => [`${one.shop}.${one.order}`, one])).values()];
    await readOrders(
      named,
      table,
      (order) => {
        summary.addOrder(order);
        const buyer = buyerOf(order);
        if (buyer !== undefined) buyers.set(`${buyer.shop} ${buyer.customer}`, buyer);
      },
      (done, all) => progress(done, all, 'orders read'),
    );
    const take = (what: 'delivered' | 'delayed') => summary.addMailEvent(what);
    await readMailEvents([...buyers.values()], period, table, take, (done, all) =>
      progress(done, all, 'timelines read'),
    );
    return { sections: summary.sections(), period };
  } finally {
    client.destroy();
    close();
  }
}

/**
 * The service's own time: this machine's clock may be wrong, and that of the embedded stack is moved ahead. It is told in
 * whole seconds; what happened in the last of them belongs to the period.
 */
async function clockOf(client: SFNClient, stateMachineArn: string, now: () => number): Promise<number> {
  await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const { systemClockOffset } = client.config;
  return now() + systemClockOffset + (systemClockOffset === 0 ? 0 : 999);
}

/** What a person can mend gets one line; anything else is a defect, with its trace. */
function explained(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nnpm run report -- --help shows what there is.`;
  if (error instanceof NoTable || error instanceof NoStack) return error.message;
  if (error instanceof Error && 'syscall' in error && 'path' in error)
    return `The file cannot be written: ${error.message}.`;
  const trouble = troubleWithAws(error);
  if (trouble !== undefined) return trouble;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
