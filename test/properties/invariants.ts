import type { Fact, OrderFact } from '../../functions/domain/order/facts.ts';
import type { Story } from '../workflows/story.ts';

/**
 * The charter's invariants, judged from outside: by what was recorded, what was sent and when; never by the functions
 * under test. Each answers what is broken, in words.
 */
export function brokenIn(story: Story, facts: readonly Fact[]): string[] {
  return [
    ...confirmedOnce(story),
    ...nothingTwice(story),
    ...everyFactHasAFate(story, facts),
    ...everyExecutionEnds(story),
    ...warnedInTime(story, facts),
    ...nothingUntrue(story),
    ...checksByDay(story),
    ...bounded(story, facts),
  ];
}

function confirmedOnce({ mails }: Story): string[] {
  const count = mails.filter((mail) => mail === 'confirm-order').length;
  return count === 1 ? [] : [`confirmed ${count} times`];
}

function nothingTwice({ shop }: Story): string[] {
  const keys = shop.mailer.sent.map(({ tags }) => tags['key']!);
  return keys.length === new Set(keys).size ? [] : ['the same message was sent twice'];
}

function everyFactHasAFate(story: Story, facts: readonly Fact[]): string[] {
  const { order } = story;
  const kept = new Set(order.facts.map(({ id }) => id));
  return [...new Set(facts.map(({ id }) => id))].flatMap((id) => {
    if (!kept.has(id)) return [`${id} was lost`];
    return order.fates[id] === undefined ? [`${id} has no fate`] : [];
  });
}

function everyExecutionEnds(story: Story): string[] {
  const { order, shop } = story;
  const running = shop.stepFunctions.listExecutions({
    stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order',
    statusFilter: 'RUNNING',
  }).executions;
  return [
    ...running.map(({ name }) => `${name} never ends`),
    ...(order.closed === undefined ? ['the order never closed'] : []),
    ...((order.run ?? 0) > mostRuns(order.facts.length) ? [`taken up ${order.run} times`] : []),
    ...shop.failures.map(String),
  ];
}

/** An order may be taken up again once for each fact, never for nothing. */
const mostRuns = (count: number): number => count + 1;

/** Ship-by may pass only with everything shipped, or with a word to the customer within a second. */
function warnedInTime(story: Story, told: readonly Fact[]): string[] {
  const placed = told.find((fact): fact is OrderFact => fact.name === 'order')!;
  const dueAt = Math.max(placed.shipBy.until, placed.learnedAt);
  const before = told.filter(({ learnedAt }) => learnedAt <= dueAt + 1000);
  const isMoot = before.some(({ name, id }) => name === 'shipment' || name === 'delivery' || id.startsWith('word:'));
  if (isMoot || story.shop.clock.now() < dueAt + 1000) return [];
  const warned = story.shop.mailer.sent.some(
    ({ tags, at }) =>
      at <= dueAt + 1000 &&
      (tags['message'] === 'warn-shipping-delay' || placed.learnedAt >= placed.shipBy.until - 1000),
  );
  return warned ? [] : ['ship-by passed and nobody was warned'];
}

/** Nobody is warned of a shipment that has left, or asked about a parcel that they said they have. */
function nothingUntrue({ shop, order }: Story): string[] {
  const known = (at: number): readonly Fact[] => order.facts.filter(({ learnedAt }) => learnedAt < at);
  return shop.mailer.sent.flatMap(({ tags, at }) => {
    const facts = known(at);
    const allLeft = facts.some((fact) => fact.name === 'shipment' && fact.lines === undefined);
    const allHad = facts.some((fact) => fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined);
    const travelled = facts.some(({ name }) => name === 'shipment' || name === 'delivery');
    if (tags['message'] === 'warn-shipping-delay' && allLeft)
      return ['warned that it would leave late, after it had left'];
    if (tags['message'] === 'ask-delivery-check' && allHad && !travelled) return ['asked about what the customer has'];
    return [];
  });
}

/** The check that follows a scan comes between eight and nine in the evening. */
function checksByDay({ order }: Story): string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', timeStyle: 'medium' });
  return order.told
    .filter(({ message, scanned }) => message === 'ask-delivery-check' && scanned === true)
    .map(({ at }) => clock.format(at))
    .filter((time) => time < '08:00:00' || time > '21:00:00')
    .map((time) => `asked at ${time}`);
}

/** Every loop ends: so many messages and states for so many facts, and no more. */
function bounded({ mails, states }: Story, told: readonly Fact[]): string[] {
  const [mostMails, mostStates] = [14 + 4 * told.length, 60 + 12 * told.length];
  return [
    ...(mails.length > mostMails ? [`${mails.length} mails`] : []),
    ...(states.length > mostStates ? [`${states.length} states`] : []),
  ];
}
