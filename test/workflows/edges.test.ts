import { describe, expect, it } from 'vitest';
import { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import { executionName } from '../../functions/domain/execution-name.ts';
import { acts, waits, type Wait } from '../../functions/domain/vocabulary.ts';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import { completion, delivery, incident, on, orderDetails, shop as usualShop } from '../shop/facts.ts';
import { edgesOf, edgesTaken, type Edge } from './edges.ts';
import { livesInSilence, livesWithNews, newsIsOver, silenceIsOver, standingIn, type Life } from './lives.ts';
import { Story } from './story.ts';

const definition = synthesisedDefinition();
const every = edgesOf(definition);
const hour = 3_600_000;
const machineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order';
const executionArn = (order: string, run: number): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${executionName('demo', order, run)}`;

/** Everything that is played here, each once; the last test asks what none of it took. */
const played: (() => Promise<readonly Edge[]>)[] = [];
function playing<Played extends { readonly edges: readonly Edge[] }>(play: () => Promise<Played>) {
  let once: Promise<Played> | undefined;
  const plays = (): Promise<Played> => (once ??= play());
  played.push(async () => (await plays()).edges);
  return plays;
}
const inEach = <Name extends string>(names: readonly Name[], play: (name: Name) => Promise<Story>) => {
  const plays = new Map(
    names.map((name) => [name, playing(async () => ({ edges: takenIn((await play(name)).shop) }))]),
  );
  return async (name: Name): Promise<void> => {
    await plays.get(name)!();
  };
};

const realLives = playing(async () => {
  const [talked, silent] = [await live(livesWithNews, newsIsOver), await live(livesInSilence, silenceIsOver)];
  return { edges: [...talked.edges, ...silent.edges], entered: new Map([...talked.entered, ...silent.entered]) };
});

const newsThatIsNotTrue = inEach(waits, async (wait) => {
  const story = await orderStandingIn(wait);
  const inTruth = new Set((await realLives()).edges);
  for (const { ErrorEquals, Next } of definition.States[wait]!.Catch!) {
    const [error] = ErrorEquals;
    if (error!.includes('.') || inTruth.has(`${wait} –${error}→ ${Next}`)) continue;
    const before = story.mails;
    await endWait(story, error!);
    expect({ error, stage: story.order.awaiting?.stage, mails: story.mails }).toEqual({
      error,
      stage: wait,
      mails: before,
    });
  }
  return story;
});

const errorNobodyKnows = inEach(waits, async (wait) => {
  const story = await orderStandingIn(wait);
  const before = story.mails;
  await endWait(story, 'NewsOfALaterRelease');
  expect(story.order).toMatchObject({ run: 2, awaiting: { stage: wait } });
  expect(story.mails).toEqual(before);
  return story;
});

const newerExecution = inEach(waits, async (wait) => {
  const story = await orderStandingIn(wait);
  const { token } = story.order.awaiting!;
  await startAnother(story);
  await endWait(story, 'Noted', token);
  expect(story.shop.statesOfRun('demo', '1001', 1).slice(-2)).toMatchObject([{ name: wait }, { name: 'Superseded' }]);
  expect(story.order).toMatchObject({ run: 2, awaiting: { stage: wait } });
  return story;
});

const hopedForNothing = inEach(
  waits.filter((wait) => definition.States[wait]!.Next === 'ResumeOrder'),
  async (wait) => {
    const story = await orderStandingIn(wait);
    const { token } = story.order.awaiting!;
    story.shop.stepFunctions.sendTaskSuccess({ taskToken: token, output: '{}' });
    await story.shop.settle();
    expect(story.order.awaiting?.stage).toBe(wait);
    return story;
  },
);

const shopUnready = inEach(acts, async (act) => {
  const { life, at } = (await realLives()).entered.get(act)!;
  const told = life.facts.filter(({ learnedAt }) => learnedAt <= at);
  const story = new Story(told[0]!.learnedAt);
  await story.tell(...told.filter(({ learnedAt }) => learnedAt < at));
  await story.until(at - 1);
  story.shop.open('demo', { ...usualShop, phone: undefined });
  await story.tell(...told.filter(({ learnedAt }) => learnedAt === at));
  // The third run waits until a deployment that may be under way has come to its end.
  await story.until(at + hour);
  expect(story.order.closed, life.name).toMatchObject({ how: 'retake' });
  const runs = story.order.closed!.run;
  story.shop.open('demo', usualShop);
  const unstick = story.order.told.findLast(({ task }) => task?.why === 'unstick-order')!.task!.task;
  await story.tell(completion(unstick, at + hour + 1));
  await story.until(at + hour + 2000);
  const statesOfNextRun = story.shop.statesOfRun('demo', '1001', runs + 1).map(({ name }) => name);
  expect(statesOfNextRun, life.name).toContain(act);
  return story;
});

const olderExecutionEnds = playing(async () => {
  const story = await orderStandingIn('AwaitShipment');
  const { token } = story.order.awaiting!;
  await startAnother(story);
  await endWait(story, 'NewsOfALaterRelease', token);
  return { edges: takenIn(story.shop), story };
});

const promiseOfALaterRelease = playing(async () => {
  const { WhichPromise, ...others } = definition.States;
  const Choices = WhichPromise!.Choices!.filter(({ Condition }) => !Condition.includes("'pickup-reminder'"));
  const earlier = { ...definition, States: { ...others, WhichPromise: { ...WhichPromise!, Choices } } };
  const shop = new VirtualShop(earlier, on('2026-11-23', '10:00'));
  shop.open('demo', usualShop);
  const kept = incident('p1', 'held-at-pickup', on('2026-11-25', '10:00'), '2026-12-04');
  for (const fact of [...standingIn.AwaitDelivery, kept]) await tell(shop, '1001', fact);
  const { name, roleArn } = shop.stepFunctions.describeStateMachine({ stateMachineArn: machineArn });
  shop.stepFunctions.putStateMachine({ arn: machineArn, name: name!, roleArn: roleArn!, definition });
  const remindedAt = on('2026-12-02', '20:00');
  await shop.moveTo(remindedAt + 5000);
  await tell(shop, '1001', delivery('p1', remindedAt + 10_000));
  return { edges: edgesTaken(shop.stepFunctions.wholeHistory(executionArn('1001', 1)), earlier), shop };
});

describe('every edge of the state machine is taken', () => {
  it('by orders as shops have them: the main path, all news, all that falls due, every way back', async () => {
    const { edges } = await realLives();
    const reasons = (from: string): Set<string> =>
      new Set(edges.flatMap((edge) => (edge.startsWith(`${from} –`) ? [edge.split(' –')[1]!] : [])));
    const news = definition.States['AwaitShipment']!.Catch!.filter(({ ErrorEquals: [error] }) => !error!.includes('.'));
    const inSomeWait = new Set(waits.flatMap((wait) => [...reasons(wait)]));
    expect(
      news.map(({ ErrorEquals, Next }) => `${ErrorEquals[0]}→ ${Next}`).filter((by) => !inSomeWait.has(by)),
    ).toEqual([]);
    const mustBe = every.filter(
      (edge) => /^ResumeOrder |Elsewhere|States\.Timeout/.test(edge) || /^WhichPromise –(?!otherwise)/.test(edge),
    );
    expect(mustBe.filter((edge) => !edges.includes(edge))).toEqual([]);
    expect(edges.filter((edge) => !every.includes(edge))).toEqual([]);
  });

  it.each(waits)(
    '%s: for news that is not true nothing is said, and the order stands where it stood',
    newsThatIsNotTrue,
  );

  it.each(waits)('%s: news that the definition cannot name is left to the next execution', errorNobodyKnows);

  it.each(waits)('%s: an execution that no longer owns the order leaves', newerExecution);

  it.each(waits.filter((wait) => definition.States[wait]!.Next === 'ResumeOrder'))(
    '%s hopes for nothing: told of success, it waits on',
    hopedForNothing,
  );

  it.each(acts)('%s: fails for good while the shop lacks its phone, and is done once it has one', shopUnready);

  it('at its end, too, an execution that no longer owns the order leaves it alone', async () => {
    const { story } = await olderExecutionEnds();
    const names = story.shop.statesOfRun('demo', '1001', 1).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['CloseOrder', 'Superseded']);
    expect(story.order).toMatchObject({ run: 2, awaiting: { stage: 'AwaitShipment' } });
  });

  it('a promise that the definition does not know yet loses no order', async () => {
    const { edges, shop } = await promiseOfALaterRelease();
    expect(edges.filter((edge) => edge.startsWith('WhichPromise –otherwise'))).not.toEqual([]);
    expect(shop.mailer.sent.at(-1)?.tags['message']).toBe('ask-delivery-check');
  });

  it('and none is left', async () => {
    expect(await neverTaken(every)).toEqual([]);
  });

  it('one that nothing takes is named', async () => {
    const { CloseOrder, ...others } = definition.States;
    const Catch = [...CloseOrder!.Catch!, { ErrorEquals: ['Abandoned'], Next: 'Superseded' }];
    const grown = { ...definition, States: { ...others, CloseOrder: { ...CloseOrder!, Catch } } };
    expect(await neverTaken(edgesOf(grown))).toEqual(['CloseOrder –Abandoned→ Superseded']);
  });
});

async function neverTaken(edges: readonly Edge[]): Promise<Edge[]> {
  const taken = new Set<Edge>();
  for (const play of played) for (const edge of await play()) taken.add(edge);
  return edges.filter((edge) => !taken.has(edge));
}

/** All these lives at once, in one shop: the edges they took, and in which of them each act was first entered, when. */
async function live(lives: readonly Life[], until: number) {
  const shop = new VirtualShop(definition, Math.min(...lives.map(({ facts }) => facts[0]!.learnedAt)));
  shop.open('demo', usualShop);
  const told = lives.flatMap(({ facts }, index) => facts.map((fact) => ({ order: `life-${index}`, fact })));
  for (const { order, fact } of told.sort((a, b) => a.fact.learnedAt - b.fact.learnedAt)) await tell(shop, order, fact);
  await shop.moveTo(until);
  const entered = new Map<string, { readonly life: Life; readonly at: number }>();
  for (const [index, life] of lives.entries()) {
    for (const { name, enteredAt } of shop.states('demo', `life-${index}`)) {
      if (!entered.has(name)) entered.set(name, { life, at: Date.parse(enteredAt) });
    }
  }
  expect(shop.failures).toEqual([]);
  return { edges: takenIn(shop), entered };
}

async function tell(shop: VirtualShop, order: string, fact: Life['facts'][number]): Promise<void> {
  if (fact.learnedAt > shop.clock.now()) await shop.moveTo(fact.learnedAt);
  await shop.tell('demo', order, fact, fact.name === 'order' ? { ...orderDetails } : undefined);
}

function takenIn({ orders, stepFunctions }: VirtualShop): Edge[] {
  return [...orders.all()].flatMap(({ order, run = 1 }) =>
    Array.from({ length: run }, (_, index) =>
      edgesTaken(stepFunctions.wholeHistory(executionArn(order, index + 1)), definition),
    ).flat(),
  );
}

async function orderStandingIn(wait: Wait): Promise<Story> {
  const facts = standingIn[wait];
  const story = await new Story(facts[0]!.learnedAt).tell(...facts);
  expect(story.order.awaiting?.stage).toBe(wait);
  return story;
}

async function endWait({ shop, order }: Story, error: string, taskToken = order.awaiting!.token): Promise<void> {
  shop.stepFunctions.sendTaskFailure({ taskToken, error, cause: 'by hand' });
  await shop.settle();
}

async function startAnother({ shop }: Story): Promise<void> {
  const input = JSON.stringify({ shop: 'demo', order: '1001', run: 2 });
  shop.stepFunctions.startExecution({ stateMachineArn: machineArn, name: executionName('demo', '1001', 2), input });
  await shop.settle();
}
