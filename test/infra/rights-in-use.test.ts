import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrantOf } from '../../local/iam/gate.ts';
import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { seed } from '../../local/seed.ts';
import { liveThroughEverything } from './everything.ts';
import { Talk } from './talk.ts';

// The embedded stack allows what the template's policies allow, so a right that is missing fails whatever needs it, here
// and in every other test on the stack. This one asks the other way round: a right that nothing needs.

let stack: EmbeddedStack;

beforeAll(async () => {
  const startAt = Date.parse('2026-11-23T09:00:00Z');
  const options = { assembly: 'cdk.out', template: 'Shopkeeper-local', seed, startAt };
  stack = await startEmbeddedStack({ ...options, port: 0, awsPort: 0 });
  await liveThroughEverything(new Talk(stack));
});

afterAll(() => stack.close());

/** Grants that are there for what does not happen here, and why. */
const notHere: ReadonlyArray<{ readonly why: string; readonly is: (grant: GrantOf) => boolean }> = [
  {
    why: 'some functions say nothing while all is well; Lambda writes there what ends them',
    is: ({ action }) => action === 'logs:CreateLogStream' || action === 'logs:PutLogEvents',
  },
];

describe('of all that functions, state machines and services may do', () => {
  it('nothing is left that nobody does: such a right goes, or what needs it is lived through', () => {
    const idle = stack.gate.unused().filter((grant) => !notHere.some(({ is }) => is(grant)));
    expect(idle.map(shown).sort()).toEqual([]);
  });

  it('nothing more was wanted', () => {
    expect(stack.gate.refusals()).toEqual([]);
  });
});

/** One line of the report. */
function shown({ who, action, resource, where = '' }: GrantOf): string {
  const short = (text: string): string => text.replaceAll(/arn:aws:|eu-west-1:000000000000:|Shopkeeper-local-/g, '');
  return `${short(who)} | ${action} | ${short(resource)} | ${short(where)}`;
}
