import { describe, expect, it } from 'vitest';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import { keptReleases } from './kept.ts';
import { missingFor, understoodToday } from './what-is-missing.ts';

const without = <T>(list: readonly T[], gone: T): T[] => list.filter((one) => one !== gone);
const today = understoodToday(synthesisedDefinition());

describe('whatever executions name that wait on an earlier release', () => {
  it.each(keptReleases.map(({ name, definition }) => [name, definition] as const))('is still there: %s', (_, then) => {
    expect(missingFor(then, today)).toEqual([]);
  });
});

describe('whoever takes a name away is told who waits for it', () => {
  const [oldest] = keptReleases;
  const missing = (change: Partial<typeof today>): string[] => missingFor(oldest!.definition, { ...today, ...change });

  it('a message', () => {
    expect(missing({ acts: without(today.acts, 'OpenCase') })).toEqual([
      'OpenCase asks for OpenCase, which the messenger does not know',
    ]);
  });

  it('an error', () => {
    expect(missing({ errors: without(today.errors, 'StaffNeeded') })).toContain(
      'AwaitShipment waits for the error StaffNeeded, which nobody sends any more',
    );
  });

  it('a field of what the messenger is asked', () => {
    expect(missing({ asked: without(today.asked, 'startedAt') })).toContain(
      'OpenCase says startedAt to the messenger, which no longer reads it',
    );
  });

  it('a promise, and a place where an order may stand', () => {
    expect(missing({ promises: without(today.promises, 'ship-by') })).toEqual([
      'WhichPromise looks for the promise ship-by, which no answer names any more',
    ]);
    expect(missing({ stages: without(today.stages, 'AwaitRefund') })).toEqual([
      'ResumeOrder looks for the stage AwaitRefund, which no answer names any more',
    ]);
  });

  it('a state, and what its writes say to the order', () => {
    const { AwaitRefund, ...States } = today.definition.States;
    expect(missing({ definition: { ...today.definition, States } })).toEqual([
      'AwaitRefund is no state any more: nobody can read the histories of then',
      'AwaitRefund writes where no order lies any more',
      ...['awaiting', '#run', 'checkAt', 'version', 'closed'].map(
        (attribute) => `AwaitRefund writes ${attribute}, which nobody reads any more`,
      ),
    ]);
    expect(AwaitRefund).toBeDefined();
  });
});
