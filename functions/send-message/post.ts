import type { RecordedOrder, Told } from '../domain/order/order.ts';
import { MailRefused, MailUncertain, type Mail } from '../domain/ports.ts';
import { MessageRefused, MessageUnacceptable, MessageUnsettled } from './errors.ts';
import type { MessengerPorts } from './run-act.ts';
import { endTurn, loseTurn } from './turns.ts';

/**
 * Hands a claimed message to SES, notes its id and answers it. A definite refusal takes the claim back: the facts are open again. But
 * of what is sent again (`again`: by this request) nobody can tell whether it went out the first time: the claim stays,
 * as it was before.
 */
export async function post(
  order: RecordedOrder,
  told: Told,
  mail: Mail,
  ports: MessengerPorts,
  again?: string,
): Promise<string> {
  const { orders, mailer } = ports;
  let sesId: string;
  try {
    sesId = await mailer.send(mail);
  } catch (error) {
    if (error instanceof MailRefused) {
      if (again === undefined) await orders.withdraw(order.shop, order.order, told.key);
      else await orders.notSentAgain(order, told, again);
      if (error.because !== 'mail') await loseTurn(order, ports.now(), ports);
      throw error.because === 'mail' ? new MessageUnacceptable(error.message) : new MessageRefused(error.message);
    }
    if (error instanceof MailUncertain) throw new MessageUnsettled(error.message);
    throw error;
  }
  // The order as it was judged: a new claim stands behind all that was told then.
  const place = order.told.findIndex(({ key }) => key === told.key);
  await orders.settle(order.shop, order.order, told.key, sesId, place === -1 ? order.told.length : place);
  await endTurn(order, ports);
  return sesId;
}
