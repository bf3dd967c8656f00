import type { RecordedOrder, Told } from '../../functions/domain/order/order.ts';
import { acts, endings, messageOf } from '../../functions/domain/vocabulary.ts';

/** From one state to the next that said something. Instants are milliseconds since the epoch. */
export interface Step {
  /** As in the console: `ConfirmOrder → AnnounceShipment`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const states = new Map(acts.map((act) => [messageOf(act), act as string]));

/**
 * The steps of an order's life. What a state told carries the state's name and its instant, so the order knows what the
 * histories of its executions say, and no history is read: Step Functions shows twenty of them a second at most.
 */
export function stepsOf({ placed, told, closed }: RecordedOrder): Step[] {
  const entered = told.flatMap((one) => {
    const state = stateOf(one);
    return state === undefined ? [] : [{ state, at: one.at }];
  });
  const isOver = endings.some((ending) => ending === closed?.how);
  const visits = [
    { state: 'order told', at: placed.learnedAt },
    ...entered,
    ...(isOver && closed?.at !== undefined ? [{ state: 'CloseOrder', at: closed.at }] : []),
  ];
  const steps = visits.slice(1).map(({ state, at }, index) => {
    const before = visits[index]!;
    return { name: `${before.state} → ${state}`, from: before.at, to: at };
  });
  const last = visits.at(-1)!;
  const whole = { name: 'order told → CloseOrder (all of it)', from: placed.learnedAt, to: last.at };
  return last.state === 'CloseOrder' ? [...steps, whole] : steps;
}

/** The state that said it. Copies and calls beside a message have none of their own, nor has what the relay asks of staff. */
function stateOf({ key, message, copyOf }: Told): string | undefined {
  const isBeside = copyOf !== undefined || key.endsWith('@phone') || key.startsWith('ask-staff:stalled-');
  return isBeside ? undefined : states.get(message);
}
