import { arn } from '../aws-error.ts';
import type { Queues } from '../queue/queues.ts';
import type { FunctionDescription } from '../template/stack-description.ts';
import type { Gate } from './gate.ts';

export interface LambdaItselfOptions {
  gate: Gate;
  queues: Queues;
  functions: readonly FunctionDescription[];
}

/** What Lambda does around a function in the function's role: it writes its log, and sets aside what it fails on. */
export class LambdaItself {
  private readonly options: LambdaItselfOptions;
  private readonly writing = new Map<string, boolean>();

  constructor(options: LambdaItselfOptions) {
    this.options = options;
  }

  /** Puts word of what a function failed on for good into a queue. @throws AwsError where its role may not. */
  setAside(queueArn: string, body: unknown, functionName: string): void {
    const { gate, queues } = this.options;
    const { roleArn } = this.described(functionName);
    gate.demand({ roleArn, session: functionName }, { action: 'sqs:SendMessage', resource: queueArn });
    queues.at(queueArn).send(JSON.stringify(body));
  }

  mayWriteLog(functionName: string): boolean {
    const known = this.writing.get(functionName);
    if (known !== undefined) return known;
    const { roleArn, logGroup } = this.described(functionName);
    const resource = arn('logs', `log-group:${logGroup}:log-stream:local`);
    const may = (action: string): boolean => this.options.gate.uses(roleArn, { action, resource });
    const answer = may('logs:CreateLogStream') && may('logs:PutLogEvents');
    this.writing.set(functionName, answer);
    return answer;
  }

  private described(functionName: string): FunctionDescription {
    const found = this.options.functions.find(({ name }) => name === functionName);
    if (found === undefined) throw new TypeError(`There is no function ${functionName}.`);
    return found;
  }
}
