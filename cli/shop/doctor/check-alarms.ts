import type { DeadLetters } from '../redrive/redrive.ts';
import { firstOf, type Finding } from './finding.ts';

export interface KnownAlarm {
  /** Without the stack's own name before it: `SenderRefused`. */
  readonly name: string;
  readonly isRinging: boolean;
  /** It would tell somebody. */
  readonly isOn: boolean;
}

/** Where docs/runbook.md speaks of an alarm. */
export const runbookOn = (alarm: string): string => `docs/runbook.md#${alarm.toLowerCase()}`;

/** A line for each alarm that rings or is switched off; where none does, one for all. */
export function checkAlarms(alarms: readonly KnownAlarm[]): Finding[] {
  if (alarms.length === 0) {
    return [{ health: 'broken', about: 'alarms', says: 'there are none: npm run deploy puts them back.' }];
  }
  const wrong = alarms.flatMap(({ name, isRinging, isOn }): Finding[] => {
    const about = `alarm ${name}`;
    if (isRinging) return [{ health: 'broken', about, says: `rings: ${runbookOn(name)}.` }];
    return isOn ? [] : [{ health: 'warning', about, says: 'is switched off, and would tell nobody.' }];
  });
  return wrong.length > 0 ? wrong : [{ health: 'ok', about: 'alarms', says: `none of ${alarms.length} rings.` }];
}

export function checkDeadLetters(queues: readonly DeadLetters[]): Finding[] {
  if (queues.length === 0) {
    return [{ health: 'broken', about: 'dead letters', says: 'there are no queues for them: npm run deploy.' }];
  }
  return queues.map(({ name, waiting, inHand, sources }) => {
    const count = waiting + inHand;
    const what = `${count} ${count === 1 ? 'message lies' : 'messages lie'} there`;
    return firstOf(
      name,
      [
        count > 0 &&
          (sources.length > 0
            ? { health: 'broken', says: `${what}: mend the cause, then npm run shop -- redrive.` }
            : { health: 'broken', says: `${what}, from a stream: docs/runbook.md says what to do.` }),
      ],
      'is empty.',
    );
  });
}
