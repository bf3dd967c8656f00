import type { EmbeddedStack } from '../../local/embedded-stack.ts';
import { shownMails } from '../../local/mail/shown-mail.ts';
import { statesOf } from '../../local/step-functions/states-of.ts';
import type { Deed } from './story.ts';

/** One line of the timeline. */
export interface Happening {
  readonly at: number;
  readonly kind: Deed['who'] | 'state' | 'mail';
  readonly what: string;
  /** What ended the wait instead of what the main path hopes for. */
  readonly because?: string;
}

export interface Execution {
  readonly name: string;
  readonly status: string;
  readonly states: ReturnType<typeof statesOf>;
}

/** The only execution of the story. */
export function executionOf(stack: EmbeddedStack): Execution {
  const [execution] = stack.description.stateMachines.flatMap(
    ({ arn }) => stack.stepFunctions.listExecutions({ stateMachineArn: arn }).executions,
  );
  if (execution?.executionArn === undefined) throw new Error('No execution was started.');
  const { executionArn, name = '', status = '' } = execution;
  const { events } = stack.stepFunctions.getExecutionHistory({ executionArn, maxResults: 1000 });
  return { name, status, states: statesOf(events) };
}

/** What was told, which states were entered and which mails were sent, in order. */
export function happeningsIn(stack: EmbeddedStack, deeds: readonly Deed[], { states }: Execution): Happening[] {
  const told = deeds.map(({ at, who, what }): Happening => ({ at, kind: who, what }));
  const entered = states.map(({ name, enteredAt }, index): Happening => ({
    at: Date.parse(enteredAt),
    kind: 'state',
    what: name,
    because: states[index - 1]?.error,
  }));
  const mails = shownMails(stack.mail.all(), {}).map(({ at, subject, to }): Happening => ({
    at: Date.parse(at),
    kind: 'mail',
    what: `${subject}  → ${to}`,
  }));
  // A mail is sent after its state was entered; within the same millisecond the order of the lists is that of things.
  return [...told, ...entered, ...mails].sort((left, right) => left.at - right.at);
}
