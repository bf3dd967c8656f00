import * as z from 'zod/mini';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { tasksOf } from '../../functions/domain/order/tasks.ts';
import { requestSchema } from '../../functions/send-message/request.ts';
import type { FunctionAnswer } from '../../local/step-functions/integrations.ts';
import { machineArn, VirtualShop, type WireRequest } from '../../local/virtual/virtual-shop.ts';
import type { Definition } from '../../workflows/definition.ts';
import { orderDetails, shop as usual } from '../shop/facts.ts';

/**
 * A shop whose functions are a release ahead: what they answer has a field that no definition has heard of. What is asked
 * of them must be as today's messenger parses it.
 */
export class ShopAhead extends VirtualShop {
  /** The fields of each answer, to a state that went well or not. */
  readonly answered: string[][] = [];

  protected override async message(request: WireRequest): Promise<FunctionAnswer> {
    z.parse(requestSchema, request);
    const answer = await super.message(request);
    if ('payload' in answer) {
      const payload = answer.payload as object;
      this.answered.push(Object.keys(payload));
      return { payload: { ...payload, mood: { of: 'a later release' } } };
    }
    const { functionError: error } = answer;
    if (error.errorType !== 'Elsewhere') return answer;
    const said = { ...(JSON.parse(error.errorMessage) as object), mood: { of: 'a later release' } };
    this.answered.push(Object.keys(said));
    return { functionError: { ...error, errorMessage: JSON.stringify(said) } };
  }

  /** Executions that run keep theirs. */
  deploy(definition: Definition): void {
    this.stepFunctions.putStateMachine({
      arn: machineArn,
      name: 'Order',
      roleArn: 'arn:aws:iam::000000000000:role/Order',
      definition,
    });
  }
}

/** One order, and what is told of it. */
export interface Life {
  readonly name: string;
  readonly facts: readonly Fact[];
}

/** How an order stands, and what was said of it. */
export interface Lived {
  readonly name: string;
  /** Messages to the customer, in order. */
  readonly mails: readonly string[];
  readonly tasks: readonly string[];
  readonly stage: string | undefined;
  readonly how: string | undefined;
  readonly open: number;
  readonly runs: number;
}

/**
 * Lives all of them in one shop: on `before` until that instant, then `after` is deployed over those that wait.
 */
export async function liveOverARelease(
  lives: readonly Life[],
  { before, after, at, until }: { before: Definition; after: Definition; at: number; until: number },
): Promise<{ shop: ShopAhead; lived: Lived[] }> {
  const shop = new ShopAhead(before, Math.min(...lives.map(({ facts }) => facts[0]!.learnedAt)));
  shop.open('demo', usual);
  const told = lives.flatMap(({ facts }, index) => facts.map((fact) => ({ order: `life-${index}`, fact })));
  const inTurn = told.toSorted((a, b) => a.fact.learnedAt - b.fact.learnedAt);
  const isEarlier = ({ fact }: { fact: Fact }): boolean => fact.learnedAt < at;
  for (const { order, fact } of inTurn.filter(isEarlier)) await tell(shop, order, fact);
  await shop.moveTo(at);
  shop.deploy(after);
  for (const { order, fact } of inTurn.filter((each) => !isEarlier(each))) await tell(shop, order, fact);
  await shop.moveTo(until);
  const lived: Lived[] = [];
  for (const [index, { name }] of lives.entries()) {
    const order = (await shop.orders.find('demo', `life-${index}`))!;
    lived.push({
      name,
      mails: shop.mailer.sent
        .filter(({ tags }) => tags['order'] === `life-${index}`)
        .map(({ tags }) => tags['message']!),
      tasks: tasksOf(order).map((task) => `${task.name} ${task.status}`),
      stage: order.awaiting?.stage,
      how: order.closed?.how,
      open: order.facts.filter(({ id }) => order.fates[id] === undefined).length,
      runs: order.run ?? 0,
    });
  }
  return { shop, lived };
}

async function tell(shop: VirtualShop, order: string, fact: Fact): Promise<void> {
  if (fact.learnedAt > shop.clock.now()) await shop.moveTo(fact.learnedAt);
  await shop.tell('demo', order, fact, fact.name === 'order' ? { ...orderDetails } : undefined);
}
