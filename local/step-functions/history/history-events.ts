import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { TaskState } from '../definition/program.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import { isEntered, isExited, type Recorded } from './recorded.ts';

/** GetExecutionHistory's view of an execution: AWS's types, numbering and details. Made on request, never kept. */
export function historyEvents(execution: Execution, includeData: boolean): HistoryEvent[] {
  let task: TaskState | undefined;
  return execution.history.map((event, index) => {
    if (isEntered(event)) {
      const state = execution.program.states.get(event.name);
      task = state?.type === 'Task' ? state : undefined;
    }
    return {
      timestamp: new Date(event.at),
      type: event.type,
      id: index + 1,
      previousEventId: event.previous ?? index,
      ...detailsOf(execution, task, event, includeData),
    };
  });
}

type Details = Omit<HistoryEvent, 'timestamp' | 'type' | 'id' | 'previousEventId'>;

function detailsOf(execution: Execution, task: TaskState | undefined, event: Recorded, data: boolean): Details {
  if (isEntered(event)) return { stateEnteredEventDetails: { name: event.name, ...input(event.input, data) } };
  if (isExited(event)) {
    const assigned = event.assigned === undefined || !data ? {} : assignedVariables(event.assigned);
    return { stateExitedEventDetails: { name: event.name, ...output(event.output, data), ...assigned } };
  }
  const resource = { resourceType: task?.integration.resourceType ?? '', resource: task?.integration.resource ?? '' };
  switch (event.type) {
    case 'ExecutionStarted': {
      const started = data ? { input: execution.inputText, inputDetails: { truncated: false } } : {};
      return { executionStartedEventDetails: { ...started, roleArn: execution.roleArn } };
    }
    case 'TaskScheduled':
      return {
        taskScheduledEventDetails: {
          ...resource,
          region: execution.stateMachineArn.split(':')[3] ?? '',
          parameters: data ? JSON.stringify(event.parameters) : '',
          timeoutInSeconds: event.timeoutSeconds,
          heartbeatInSeconds: event.heartbeatSeconds,
        },
      };
    case 'TaskStarted':
      return { taskStartedEventDetails: resource };
    case 'TaskSubmitted':
      return { taskSubmittedEventDetails: { ...resource, ...output(event.output, data) } };
    case 'TaskSucceeded':
      return { taskSucceededEventDetails: { ...resource, ...output(event.output, data) } };
    case 'TaskFailed':
      return { taskFailedEventDetails: { ...resource, error: event.error, cause: event.cause } };
    case 'TaskTimedOut':
      return { taskTimedOutEventDetails: { ...resource, error: 'States.Timeout' } };
    case 'EvaluationFailed': {
      const { error, cause, location, state } = event;
      return { evaluationFailedEventDetails: { error, cause, location, state } };
    }
    case 'ExecutionSucceeded':
      return { executionSucceededEventDetails: output(event.output, data) };
    case 'ExecutionFailed':
      return { executionFailedEventDetails: { error: event.error, cause: event.cause } };
    case 'ExecutionAborted':
      return { executionAbortedEventDetails: { error: event.error, cause: event.cause } };
    default:
      return { executionTimedOutEventDetails: { error: 'States.Timeout' } };
  }
}

function input(value: Json, data: boolean) {
  return data ? { input: JSON.stringify(value), inputDetails: { truncated: false } } : {};
}

function output(value: Json, data: boolean) {
  return data ? { output: JSON.stringify(value), outputDetails: { truncated: false } } : {};
}

function assignedVariables(assigned: Readonly<Record<string, Json>>) {
  const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)] as const);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
}
