import type { Execution, Visit } from './execution.ts';
import type { Ports } from './expressions/aws-functions.ts';
import type { Scope } from './expressions/expression.ts';
import type { Json, JsonObject } from './json.ts';

/** What of `$states` is there only at times: a task's token and result, the error in a catcher. */
export interface Moment {
  readonly token?: string;
  readonly result?: Json;
  readonly errorOutput?: JsonObject;
}

/** What the expressions of a state see: the variables of the execution and `$states`. */
export function scopeOf(execution: Execution, visit: Visit, ports: Ports, moment: Moment = {}): Scope {
  const states: JsonObject = { input: visit.input, context: contextOf(execution, visit, moment.token) };
  if (moment.result !== undefined) states['result'] = moment.result;
  if (moment.errorOutput !== undefined) states['errorOutput'] = moment.errorOutput;
  return { bindings: { ...execution.variables, states }, ports };
}

/** The Context object. Instants are ISO 8601 in UTC with milliseconds. */
function contextOf(execution: Execution, visit: Visit, token: string | undefined): JsonObject {
  const state: JsonObject = { EnteredTime: new Date(visit.enteredAt).toISOString(), Name: visit.state.name };
  if (visit.state.type === 'Task') state['RetryCount'] = visit.retryCount;
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: state,
    StateMachine: { Id: execution.stateMachineArn, Name: execution.stateMachineName },
  };
  if (token !== undefined) context['Task'] = { Token: token };
  return context;
}
