import { arn } from '../aws-error.ts';
import type { FunctionLog } from '../functions/function-log.ts';
import type { Functions } from '../functions/functions.ts';
import type { InvocationResult } from '../functions/invocation.ts';
import type { Gate } from './gate.ts';

export interface InvocationsOptions {
  gate: Gate;
  functions: Functions;
  log: FunctionLog;
  apiId: string | undefined;
}

/**
 * The services that call functions, each as far as it may: API Gateway and EventBridge by the function's own permission
 * for a route or a rule, Step Functions by the state machine's role.
 */
export class Invocations {
  private readonly options: InvocationsOptions;

  constructor(options: InvocationsOptions) {
    this.options = options;
  }

  /** @param routeKey as in the template: `GET /orders/{id}`, `$default`. */
  async byRoute(routeKey: string, functionArn: string, event: object): Promise<InvocationResult> {
    const { apiId = 'local', functions } = this.options;
    const [method = routeKey, path = ''] = routeKey.split(' ');
    const source = arn('execute-api', `${apiId}/$default/${method === 'ANY' ? '*' : method}${path}`);
    const refused = this.refusal('apigateway.amazonaws.com', source, functionArn);
    // What API Gateway makes of this is its own 500.
    if (refused !== undefined) return { functionError: { errorType: 'AccessDeniedException', errorMessage: refused } };
    return functions.invoke(functionArn, event);
  }

  /** EventBridge drops what it may not deliver: nobody hears of it but its metric `FailedInvocations`. */
  byRule(ruleArn: string, functionArn: string, event: unknown): void {
    if (this.refusal('events.amazonaws.com', ruleArn, functionArn) !== undefined) return;
    this.options.functions.invokeAsync(functionArn, event);
  }

  /** @throws AwsError `AccessDeniedException` */
  async byMachine(roleArn: string, functionArn: string, payload: unknown): Promise<InvocationResult> {
    this.options.gate.admit({ roleArn, session: 'states' }, 'lambda', 'Invoke', functionArn);
    return this.options.functions.invoke(functionArn, payload);
  }

  /** Why the service may not call the function; said in the function's log too, for somebody must hear of it. */
  private refusal(service: string, source: string, functionArn: string): string | undefined {
    const { gate, functions, log } = this.options;
    if (gate.mayInvoke(service, source, functionArn)) return undefined;
    const { name } = functions.find(functionArn).description;
    const why = `${service} is not authorized to perform: lambda:InvokeFunction for ${source}`;
    log.write(name, why);
    return why;
  }
}
