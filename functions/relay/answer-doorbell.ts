import { correlationIdOf } from '../domain/correlation.ts';
import { executionName } from '../domain/execution-name.ts';
import { newsOf } from '../domain/order/news.ts';
import { recorded, type Order } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { responseTo } from '../domain/order/ring.ts';
import type { Orders, Workflow } from '../domain/ports.ts';
import { giveUp } from './give-up.ts';

export interface RelayPorts {
  readonly orders: Orders;
  readonly workflow: Workflow;
  readonly now: () => number;
}

/** What was done for an order, for the log. */
export interface PassedOn {
  /** An execution was begun, or its wait ended: by what it hoped for, or by a deviation. */
  readonly did: 'start' | 'succeed' | 'fail';
  readonly execution: string;
  /** The name of the deviation. */
  readonly error?: string | undefined;
  /** Of the fact that is news. */
  readonly correlationId?: string | undefined;
}

/** The workflow does not know the token that the item holds now: the bell must ring again. */
export class TokenUnknown extends Error {
  override readonly name = 'TokenUnknown';
}

/** The order's last runs died at once: the bell must ring again. */
export class DiesJustNow extends Error {
  override readonly name = 'DiesJustNow';
}

/**
 * Someone rang for an order: reads what is true now and does the one thing that is due (architecture, section 3).
 * Ringing twice, late, or for nothing is harmless. Throws where the bell must ring again. Undefined: the workflow did not
 * have to hear of anything.
 */
export async function answerDoorbell(shop: string, order: string, ports: RelayPorts): Promise<PassedOn | undefined> {
  const { orders, workflow, now } = ports;
  const known = await orders.find(shop, order);
  if (known === undefined) return undefined;
  const instant = now();
  const response = responseTo(known, instant);
  switch (response.do) {
    case 'nothing':
      if (known.watched === true && known.closed !== undefined) await orders.unwatch(known);
      return undefined;
    case 'start':
      if ((await workflow.start(shop, order, response.run)) === 'exists')
        await retakeIfItNeverWaited(shop, order, response.run, ports);
      // Each write before the first wait rings: this run was begun before, and has spoken since.
      if (response.run === 1 && known.told.length > 0) return undefined;
      return { did: 'start', execution: executionName(shop, order, response.run), ...newsIn(known, instant) };
    case 'later':
      throw new DiesJustNow('two runs died in a row, a moment ago');
    case 'give-up':
      await giveUp(known, ports);
      return undefined;
    case 'succeed':
    case 'fail': {
      const { token } = response;
      const answered =
        response.do === 'succeed'
          ? await workflow.succeed(token)
          : await workflow.fail(token, response.error, response.cause);
      if (answered === 'unknown-token' && (await orders.find(shop, order))?.awaiting?.token === token) {
        throw new TokenUnknown('the workflow does not know the token of this wait (yet)');
      }
      const error = response.do === 'fail' ? response.error : undefined;
      return {
        did: response.do,
        execution: executionName(shop, order, known.run ?? 1),
        error,
        ...newsIn(known, instant),
      };
    }
  }
}

/** What there is to say; where that is nothing but silence, it is of the order itself, as in the line of its message. */
function newsIn(order: Order, now: number): Pick<PassedOn, 'correlationId'> {
  const known = recorded(order);
  if (known === undefined) return {};
  const fact = newsOf(read(known), now)?.fact ?? known.placed;
  return { correlationId: correlationIdOf(order.shop, order.order, fact.id) };
}

/**
 * A run of that name has been, and is over. If the item still waits for that very run to begin, it ended without
 * closing, or what it closed was lost when the table was restored to an earlier hour: then the next one takes over. That is
 * no death: of a run that died the workflow's own event tells, or the sweep, and they count it.
 */
async function retakeIfItNeverWaited(
  shop: string,
  order: string,
  run: number,
  { orders, now }: RelayPorts,
): Promise<void> {
  const known = await orders.find(shop, order);
  if (known === undefined) return;
  const still = responseTo(known, now());
  if (still.do === 'start' && still.run === run) await orders.retake(shop, order, run, false);
}
