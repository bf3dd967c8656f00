import type { Fields } from './fields.ts';
import type { Catcher, Retrier } from './program.ts';
import { outputsOf } from './read-exit.ts';

/** `Retry` of a task, with the specification's defaults ("Retrying after error"). */
export function readRetriers(fields: Fields): Retrier[] {
  const retriers = fields.objects('Retry');
  return retriers.map((retrier, index) => {
    retrier.text('Comment');
    const errorEquals = readErrorEquals(retrier, index === retriers.length - 1);
    const intervalSeconds = retrier.number('IntervalSeconds', isWholeFrom(1), 'a positive whole number') ?? 1;
    const jitter = retrier.text('JitterStrategy') ?? 'NONE';
    if (jitter !== 'FULL' && jitter !== 'NONE') throw retrier.refuse('JitterStrategy', 'must be FULL or NONE');
    const read: Retrier = {
      errorEquals,
      intervalSeconds,
      maxAttempts: retrier.number('MaxAttempts', isWholeFrom(0), 'a whole number from 0') ?? 3,
      backoffRate: retrier.number('BackoffRate', (rate) => rate >= 1, 'at least 1') ?? 2,
      maxDelaySeconds: retrier.number(
        'MaxDelaySeconds',
        (seconds) => Number.isInteger(seconds) && seconds > intervalSeconds && seconds < 31_622_400,
        'a whole number greater than IntervalSeconds and less than 31622400',
      ),
      jitter,
    };
    retrier.done();
    return read;
  });
}

/** `Catch` of a task ("Fallback states"). */
export function readCatchers(fields: Fields): Catcher[] {
  const catchers = fields.objects('Catch');
  return catchers.map((catcher, index) => {
    catcher.text('Comment');
    const read: Catcher = {
      errorEquals: readErrorEquals(catcher, index === catchers.length - 1),
      ...outputsOf(catcher, ['input', 'errorOutput', 'context']),
      next: catcher.needText('Next'),
    };
    catcher.done();
    return read;
  });
}

/** States.ALL stands alone in its list, and the list stands last. */
function readErrorEquals(handler: Fields, isLast: boolean): string[] {
  const names = handler.texts('ErrorEquals');
  if (names.includes('States.ALL') && (names.length > 1 || !isLast)) {
    throw handler.refuse('ErrorEquals', 'States.ALL must stand alone and last');
  }
  return names;
}

function isWholeFrom(least: number): (value: number) => boolean {
  return (value) => Number.isInteger(value) && value >= least && value <= 99_999_999;
}
