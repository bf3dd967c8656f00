import { Stack } from 'aws-cdk-lib';
import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { HouseFunction } from './house-function.ts';

interface Question {
  /** As in the console. */
  readonly asks: string;
  readonly fields?: readonly string[];
  readonly filters: readonly string[];
  readonly stats?: string;
  readonly sort?: string;
}

const said = (...messages: readonly string[]): string =>
  `message in [${messages.map((message) => `"${message}"`).join(', ')}]`;

/** What a line may say of one step from the call to the mail. */
const steps = ['route', 'status', 'fact', 'did', 'execution', 'key', 'mail', 'what', 'why', 'error'];

/** In the logs there are ids and never a person, so anybody who may read them may ask these. */
const questions: readonly Question[] = [
  {
    asks: 'What happened to an order (put in shop and order)',
    fields: ['@timestamp', '@log', 'level', 'message', ...steps, 'correlationId'],
    filters: ['shop = "SHOP"', 'order = "ORDER"'],
    sort: '@timestamp asc',
  },
  {
    asks: 'What followed from a call (put in its x-correlation-id)',
    fields: ['@timestamp', '@log', 'level', 'message', 'shop', 'order', ...steps],
    // A message may follow from several calls: their ids stand beside each other in its line.
    filters: ['@message like "ID"'],
    sort: '@timestamp asc',
  },
  {
    asks: 'What went wrong, newest first',
    fields: ['@timestamp', '@log', 'level', 'message', 'shop', 'order', 'error'],
    filters: ['level in ["WARN", "ERROR"]'],
    sort: '@timestamp desc',
  },
  {
    asks: 'What goes wrong most',
    filters: ['level in ["WARN", "ERROR"]'],
    stats: 'count(*) as times, latest(@timestamp) as last by @log, message, error',
    sort: 'times desc',
  },
  {
    asks: 'Which calls each shop made, and what we answered',
    filters: [said('call')],
    stats: 'count(*) as calls by shop, route, status',
    sort: 'calls desc',
  },
  {
    asks: 'Which calls we refused',
    filters: [said('call'), 'status >= 400'],
    stats: 'count(*) as calls, latest(@timestamp) as last by shop, route, status',
    sort: 'calls desc',
  },
  {
    asks: 'Which orders the relay rings for again, and why',
    filters: [said('rings again')],
    stats: 'count(*) as times, latest(@timestamp) as last by shop, order, error',
    sort: 'times desc',
  },
  {
    asks: 'Which promises were broken, and nobody was warned',
    fields: ['@timestamp', 'shop', 'order', 'promise', 'until', 'madeBy'],
    filters: [said('a promise passed and nobody was warned')],
    sort: '@timestamp desc',
  },
  {
    asks: 'What became of promises, by shop and day',
    filters: [said('promises settled')],
    stats: 'sum(kept), sum(moved), sum(warned), sum(broken) by shop, bin(1d) as day',
    sort: 'day desc',
  },
  {
    asks: 'Which orders were given up',
    fields: ['@timestamp', 'shop', 'order'],
    filters: [said('order given up')],
    sort: '@timestamp desc',
  },
  {
    asks: 'Whose mail SES does not take, and why',
    filters: [said('SES refuses the sender', 'SES takes no mail now')],
    stats: 'count(*) as mails, latest(@timestamp) as last by shop, message, error',
    sort: 'mails desc',
  },
  {
    asks: 'Which members of staff do not hear of their tasks',
    fields: ['@timestamp', 'message', 'shop', 'order', 'task', 'what', 'error'],
    filters: [
      said('a mail to staff came back', 'a task did not reach its owner', 'a morning list did not reach all staff'),
    ],
    sort: '@timestamp desc',
  },
  {
    asks: 'What is missing on timelines',
    fields: ['@timestamp', 'shop', 'order', 'error'],
    filters: [said('a change did not reach the timeline')],
    sort: '@timestamp desc',
  },
];

/** Questions to the logs of all functions of the stack: CloudWatch, Logs Insights, Saved queries. */
export class Questions extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = Stack.of(this);
    const functions = stack.node.findAll().filter((each) => each instanceof HouseFunction);
    const logGroups = functions.map(({ logGroup }) => logGroup);
    questions.forEach(({ asks, fields, filters, stats, sort }, index) => {
      new QueryDefinition(this, `Question${index + 1}`, {
        queryDefinitionName: `${stack.stackName}/${asks}`,
        queryString: new QueryString({
          ...(fields && { fields: [...fields] }),
          filterStatements: [...filters],
          ...(stats !== undefined && { statsStatements: [stats] }),
          ...(sort !== undefined && { sort }),
          limit: 1000,
        }),
        logGroups,
      });
    });
  }
}
