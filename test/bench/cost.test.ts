import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { beforeMail, costOfAMillion, prices, type Asked, type Cost } from '../../bench/cost.ts';
import { pricedStories } from '../../bench/priced-stories.ts';

const root = resolve(import.meta.dirname, '../..');
const benched = readFileSync(resolve(root, 'bench/README.md'), 'utf8');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8').split('\n## Cost\n')[1]!.split('\n## ')[0]!;

/** The rows of a table of Markdown, by what stands first in them. */
function rowsUnder(title: string): ReadonlyMap<string, readonly number[]> {
  const section = benched.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return new Map(
    lines.slice(2).map((line) => {
      const [name = '', ...cells] = line.split('|').slice(1, -1);
      return [name.trim(), cells.map(Number)];
    }),
  );
}

const counted = rowsUnder('What an order asks of AWS');
const dollars = rowsUnder('What a million orders cost');
const at = (rows: ReadonlyMap<string, readonly number[]>, name: string, story: number): number =>
  rows.get(name)![story]!;

function askedBy(story: number): Asked {
  const figure = (name: string): number => at(counted, name, story);
  return {
    stateTransitions: figure('states entered'),
    writeUnits: figure('DynamoDB write units'),
    readUnits: figure('DynamoDB read units'),
    functionCalls: figure('function calls'),
    gigabyteSeconds: figure('function time, MB s') / 1024,
    apiCalls: figure('API calls'),
    answeredKiB: figure('KiB answered'),
    loggedKiB: figure('KiB logged'),
    queueRequests: figure('queue requests'),
    keptKiB: figure('KiB kept in the table'),
    mails: figure('mails'),
  };
}

const rowOf: { readonly [part in keyof Cost]: string } = {
  stepFunctions: 'Step Functions',
  dynamodb: 'DynamoDB, writes and reads',
  storage: 'DynamoDB, kept and backed up',
  lambda: 'Lambda',
  api: 'API Gateway and transfer',
  logs: 'CloudWatch logs',
  queues: 'SQS',
  mails: 'SES',
};

test.each(pricedStories.map(({ name }, index) => [name, index] as const))(
  'what a million orders cost follows from what one asks and from the prices: %s',
  (_name, story) => {
    const cost = costOfAMillion(askedBy(story));
    // Both tables are rounded.
    for (const [part, row] of Object.entries(rowOf)) {
      expect(Math.abs(cost[part as keyof Cost] - at(dollars, row, story)), row).toBeLessThan(0.1);
    }
    expect(Math.abs(beforeMail(cost) - at(dollars, 'before mail', story))).toBeLessThan(0.2);
    expect(at(dollars, 'all of it', story)).toBeCloseTo(beforeMail(cost) + cost.mails, 0);
  },
);

test('the table of the README is that of an order that goes well, rounded', () => {
  const lines = readme.split('\n').filter((line) => line.startsWith('|'));
  const rows = lines.slice(2).map((line) => line.split('|').map((cell) => cell.trim()));
  const told = rows.map(([, what, amount]) => [what!.split(':')[0], Number(amount)]);
  const rounded = (row: string): number => Math.round(at(dollars, row, 0));
  expect(told).toEqual([
    ['Step Functions', rounded(rowOf.stepFunctions)],
    ['DynamoDB', rounded(rowOf.dynamodb)],
    ['DynamoDB', rounded(rowOf.storage)],
    ['Lambda', rounded(rowOf.lambda)],
    ['API Gateway', rounded(rowOf.api)],
    ['CloudWatch', rounded(rowOf.logs)],
    ['before mail', rounded('before mail')],
    ['SES', rounded(rowOf.mails)],
    ['all of it', rounded('all of it')],
  ]);
  const { writeUnits, readUnits, stateTransitions, functionCalls, apiCalls, mails } = askedBy(0);
  for (const text of [
    `${stateTransitions} state transitions`,
    `${Math.round(writeUnits)} write and ${Math.round(readUnits)} read units`,
    `${Math.round(functionCalls)} calls`,
    `${apiCalls} calls, the customer's page`,
    `${mails} mails`,
  ]) {
    expect(readme).toContain(text);
  }
});

test('the README names the date of the prices, and what the other stories cost', () => {
  expect(readme).toContain(`as of ${prices.asOf}`);
  const others = pricedStories.slice(1).map((_story, index) => Math.round(at(dollars, 'before mail', index + 1)));
  for (const amount of others) expect(readme.replaceAll(/\s+/g, ' ')).toContain(`$${amount}`);
});

test('every price has its unit, its name in the price list, its page, and where it was seen', () => {
  for (const price of Object.values(prices.prices)) {
    expect(price).toMatchObject({
      usd: expect.any(Number),
      name: expect.any(String),
      source: expect.stringMatching(/^https:\/\/aws\.amazon\.com\//),
      seen: expect.stringMatching(/^(?:page|others|known)$/),
    });
    expect(['million', 'GB', 'GB-month', 'GB-second', 'month']).toContain(price.per);
  }
});
