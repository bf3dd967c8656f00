import type { Orders, Workflow } from '../domain/ports.ts';
import { responseTo, type Response } from '../domain/order/ring.ts';
import { giveUp } from './give-up.ts';

export interface RelayPorts {
  readonly orders: Orders;
  readonly workflow: Workflow;
  readonly now: () => number;
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
 * Ringing twice, late, or for nothing is harmless. Throws where the bell must ring again.
 */
export async function answerDoorbell(shop: string, order: string, ports: RelayPorts): Promise<Response['do']> {
  const { orders, workflow, now } = ports;
  const known = await orders.find(shop, order);
  if (known === undefined) return 'nothing';
  const response = responseTo(known, now());
  switch (response.do) {
    case 'nothing':
      if (known.watched === true && known.closed !== undefined) await orders.unwatch(known);
      return response.do;
    case 'start':
      if ((await workflow.start(shop, order, response.run)) === 'exists')
        await retakeIfItNeverWaited(shop, order, response.run, ports);
      return response.do;
    case 'later':
      throw new DiesJustNow('two runs died in a row, a moment ago');
    case 'give-up':
      await giveUp(known, ports);
      return response.do;
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
      return response.do;
    }
  }
}

/**
 * A run of that name has been, and is over. If the item still waits for that very run to begin, it ended without
 * closing: then the next one takes over.
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
  if (still.do === 'start' && still.run === run) await orders.retake(shop, order, run);
}
