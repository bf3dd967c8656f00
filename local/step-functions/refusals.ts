/** A request that AWS would refuse: `name` is the name of AWS's exception, as clients see it. */
export class Refusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export const executionDoesNotExist = (arn: string) =>
  new Refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

export const executionAlreadyExists = (arn: string) =>
  new Refusal('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);

export const stateMachineDoesNotExist = (arn: string) =>
  new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

export const invalidArn = (arn: string) => new Refusal('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);

export const invalidName = (name: string) => new Refusal('InvalidName', `Invalid Name: '${name}'`);

export const invalidToken = () => new Refusal('InvalidToken', `Invalid Token: 'Invalid token'`);

export const taskTimedOut = () => new Refusal('TaskTimedOut', `Task Timed Out: 'Provided task does not exist anymore'`);

export const invalidExecutionInput = (why: string) =>
  new Refusal('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);

export const invalidOutput = (why: string) => new Refusal('InvalidOutput', `Invalid Output: '${why}'`);

export const validationFailed = (member: string, constraint: string) =>
  new Refusal(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
  );
