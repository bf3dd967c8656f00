import type { Tone } from '../../../messages/letter.ts';
import type { OrderLine } from './facts.ts';
import type { RecordedOrder, ToldMessage, Visit } from './order.ts';

/** Messages that have a tone; warnings, incidents, cases and refunds always speak to security (charter, Vocabulary). */
const toned: readonly ToldMessage[] = ['confirm-order', 'announce-shipment', 'ask-delivery-check', 'thank-customer'];

/**
 * What a message speaks to: what the customer chose, else what the shop marked on the dearest line, else sympathy for
 * someone who comes back. Undefined: neutral.
 */
export function toneOf(
  message: ToldMessage,
  order: RecordedOrder,
  { tone: chosen, visit = visitOf(order) }: { readonly tone?: Tone | undefined; readonly visit?: Visit | undefined },
): Tone | undefined {
  if (!toned.includes(message)) return undefined;
  const comesBack = visit !== undefined && visit.nth > 1;
  const tone = chosen ?? dearestOf(order.placed.lines)?.tone ?? (comesBack ? 'sympathy' : undefined);
  return tone === 'neutral' ? undefined : tone;
}

/** Which of the customer's orders it is, as its confirmation had it. */
function visitOf({ told }: RecordedOrder): Visit | undefined {
  return told.find(({ message }) => message === 'confirm-order')?.visit;
}

function dearestOf(lines: readonly OrderLine[]): OrderLine | undefined {
  const worth = ({ price = 0, quantity }: OrderLine): number => price * quantity;
  return lines.toSorted((a, b) => worth(b) - worth(a))[0];
}
