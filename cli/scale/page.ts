import type { Results } from './play-all.ts';
import { plotOf } from './plot.ts';
import { amount, carries, lost, markdown, partitionTable, quantile, quotaTable, span, stageTable } from './print.ts';
import { quotaIds } from './model/play.ts';
import { lookedUpOn, quotas } from './quotas.ts';
import { callMs } from './recording/durations.ts';

/** What must not be, in words: somebody is lost, or a key takes more than its share. */
export function faultsOf({ comes, ready, burstKeys }: Results): string[] {
  return [
    ...lost(comes).map((fault) => `as it comes: ${fault}`),
    ...lost(ready).map((fault) => `ready: ${fault}`),
    ...(ready.drainedAfter === undefined ? ['ready: somebody waits for ever'] : []),
    ...burstKeys
      .filter(({ share }) => share > 1)
      .map(({ kind, share }) => `${kind} takes ${share.toFixed(1)} times what a partition gives`),
  ];
}

/** docs/scale.md. */
export function pageOf(results: Results, seed: number): string {
  const { recording, orders, now, wanted, asked, comes, ready, steadyKeys, burstKeys } = results;
  const { openSeconds } = recording;
  const first = quotaIds
    .map((id) => ({ id, most: carries(id, orders, now, openSeconds) }))
    .toSorted((a, b) => a.most - b.most)[0]!;
  const held = comes.firstHeldUp!;
  const confirmed = (of: typeof ready): string =>
    `half after ${span(quantile(of.confirmed, 0.5))}, 99 of 100 after ${span(quantile(of.confirmed, 0.99))}, the last after ${span(quantile(of.confirmed, 1))}`;
  return `# How far does it carry?

Written by \`npm run scale -- --write\`: ${amount(recording.orders)} lives of \`npm run simulate\`, seed ${seed}; quotas as AWS's pages had them on
${lookedUpOn}. **A model, not a measurement**: nothing of it was run on AWS.

![Who waits where](scale.svg)

- **The first quota that is full** as orders grow is "${quotas[first.id].name}": it carries ${first.most.toFixed(2)} orders a second for ever, ${amount(first.most * 86_400)} a day.
- **At a thousand orders a second** on a new account the first to hold anybody up is "${quotas[held.by].name}", ${span(held.at)} in. It
  keeps what comes away from all that follows: the shop's software hears 429 and tells it again.
- **What a caller is refused, the caller must tell again**: Shopify does so for four hours only, then drops it, and "API stage throttle" is
  ours (\`throttling\` in infra/config.ts). Raise it, with what lies behind it, before the orders come.
- **0 lost** there: all ${amount(comes.begun)} that began came to their end${comes.drainedAfter === undefined ? ' or still wait' : `, ${span(comes.drainedAfter)} after the last order`}, once the quotas were raised a day later.
  Confirmed: ${confirmed(comes)}.
- **With what is asked for** below, 0 lost, and nobody waits any more ${ready.drainedAfter === undefined ? 'at the end' : `${span(ready.drainedAfter)} after the last order`}. Confirmed: ${confirmed(ready)}.
- **Open executions** are what no asking mends at that size: an order's is open for ${(openSeconds / 86_400).toFixed(1)} days, so ${amount(openSeconds * 1000)} are open at a
  thousand orders a second, where AWS gives "millions" on request. Whoever comes near that spreads shops over accounts or regions: they
  share nothing.

## What is played

A shop has sold a thousand orders a second for weeks, so the shipments, deliveries, words and promises of earlier orders come
as often, all hours alike. For an hour a thousand new orders come each second, for a minute ten thousand; then nothing more, until nobody waits. The
order's first minute comes with the order; all else is of the weeks before.

What an order asks is recorded: lives that \`npm run simulate\` draws are lived on the real workflow, relay, messenger and
projection behind the real adapters, and each unit, call and state is noted. How long functions run is reckoned from the calls they
make (DynamoDB ${callMs.dynamodb} ms, Step Functions ${callMs.stepFunctions}, SES ${callMs.ses}). Whoever waits comes to their turn as they came; who tries
again and again takes up to half of what there is. On demand is taken at its word: twice the highest load so far, doubled each
half hour. Left out: failures, a day's hours, cold starts (Lambda adds 1,000 instances of a function in 10 s), and API keys
(remembered for a minute).

${markdown(quotaTable(asked, orders, now, wanted, openSeconds))}

"Needed" is for that load: a quarter more than it asks, and in the burst nobody waits over 20 s for a state, a messenger or SES.

${markdown(stageTable('A new account, and the quotas raised a day later', '"Came" are episodes: all that follows at once from one thing that happened to an order.', comes))}

${markdown(stageTable('An account that is ready', 'The same load with all that is needed.', ready))}

${markdown(partitionTable(steadyKeys, 'Hot keys: one shop with all of the thousand orders a second'))}

${markdown(partitionTable(burstKeys, 'Hot keys: the same shop in the burst'))}

With many shops each key of a shop bears its shop's part of this; the index is the same for all.
`;
}

export function pictureOf({ comes, ready }: Results): string {
  const burst = [
    { at: 3600, text: 'ten times as many' },
    { at: 3660, text: '' },
  ];
  const [hour, day] = [3600, 86_400];
  const comesUntil = 3660 + (comes.drainedAfter ?? 20 * day) + hour;
  const readyUntil = 3660 + (ready.drainedAfter ?? hour) + 30;
  return plotOf([
    {
      title: 'A new account: quotas as they come, raised after a day',
      played: comes,
      from: 0,
      until: comesUntil,
      marks: [
        { at: hour, text: 'burst' },
        { at: day, text: 'AWS has raised the quotas' },
      ],
    },
    {
      title: 'An account that is ready: the end of the hour, and the burst',
      played: ready,
      from: hour - 60,
      until: readyUntil,
      marks: burst,
    },
  ]);
}
