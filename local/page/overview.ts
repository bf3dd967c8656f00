import type { ExecutionListItem, HistoryEvent } from '@aws-sdk/client-sfn';
import type { EmbeddedStack } from '../embedded-stack.ts';

/** What the page asks for every second: enough to know what changed. Instants are ISO 8601. */
export interface Overview {
  readonly now: string;
  /** Oldest first; the latest few hundred. */
  readonly executions: readonly ExecutionAtAGlance[];
  /** Oldest first, without their bodies. */
  readonly mails: readonly MailAtAGlance[];
}

export interface ExecutionAtAGlance {
  readonly name: string;
  readonly shop: string;
  readonly order: string;
  readonly status: string;
  readonly startedAt: string;
  readonly stoppedAt?: string | undefined;
  /** The state it is in, or was in last. */
  readonly state: string;
  /** How many events its history has: it grows whenever anything happened. */
  readonly events: number;
  /** When its wait ends in silence. */
  readonly dueAt?: string | undefined;
}

export interface MailAtAGlance {
  readonly id: string;
  readonly order: string;
  readonly toStaff: boolean;
}

const mostExecutions = 300;

export function overviewOf(stack: EmbeddedStack): Overview {
  return {
    now: iso(stack.clock.now()),
    executions: latestExecutions(stack).map((execution) => glanceAt(stack, execution)),
    mails: stack.mail.all().map(({ id, tags }) => ({
      id,
      order: tags['order'] ?? '',
      toStaff: tags['audience'] === 'staff',
    })),
  };
}

function latestExecutions(stack: EmbeddedStack): ExecutionListItem[] {
  return stack.description.stateMachines
    .flatMap(
      ({ arn }) => stack.stepFunctions.listExecutions({ stateMachineArn: arn, maxResults: mostExecutions }).executions,
    )
    .sort((left, right) => startOf(left) - startOf(right))
    .slice(-mostExecutions);
}

function glanceAt(stack: EmbeddedStack, execution: ExecutionListItem): ExecutionAtAGlance {
  const { name = '', status = '', startDate, stopDate, executionArn = '' } = execution;
  const [shop = '', order = ''] = name.split('.');
  // The last events tell where it is: a state has few of its own, unless it is tried again and again.
  const { events } = stack.stepFunctions.getExecutionHistory({ executionArn, maxResults: 100, reverseOrder: true });
  return {
    name,
    shop,
    order,
    status,
    startedAt: startDate?.toISOString() ?? '',
    stoppedAt: stopDate?.toISOString(),
    state: events.find((event) => event.stateEnteredEventDetails)?.stateEnteredEventDetails?.name ?? '',
    events: events[0]?.id ?? 0,
    dueAt: status === 'RUNNING' ? dueAt(events) : undefined,
  };
}

/** The end of the wait that the latest event belongs to; nothing while a state acts. */
function dueAt([latest, ...earlier]: readonly HistoryEvent[]): string | undefined {
  const scheduled = latest?.type === 'TaskSubmitted' ? earlier.find(({ type }) => type === 'TaskScheduled') : undefined;
  const seconds = scheduled?.taskScheduledEventDetails?.timeoutInSeconds;
  if (scheduled?.timestamp === undefined || seconds === undefined) return undefined;
  return iso(scheduled.timestamp.getTime() + seconds * 1000);
}

const startOf = ({ startDate }: ExecutionListItem): number => startDate?.getTime() ?? 0;
const iso = (instant: number): string => new Date(instant).toISOString();
