import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService, LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import {
  elsewhere,
  heldUp,
  type Act,
  type Deviation,
  type Due,
  type Stage,
  type Wait,
} from '../functions/domain/vocabulary.ts';
import {
  databaseIsBusy,
  functionIsBusy,
  heldUpErrors,
  messageIsRefused,
  messageIsUnacceptable,
  messageIsUnsettled,
  messengerIsFull,
} from './retries.ts';

/**
 * The kinds of states that an order's workflow is made of. Every act asks the messenger and keeps its answer in four
 * variables: where the order stands, what falls due next, when, and how it would end.
 */

const input = '$states.context.Execution.Input';
const answerIn = (answer: string) => ({
  stage: `{% ${answer}.stage %}`,
  promise: `{% ${answer}.promise %}`,
  until: `{% ${answer}.until %}`,
  how: `{% ${answer}.how %}`,
});
/** An error of a function carries its answer as its message, in the JSON that Lambda makes of it. */
const answerOfError = '$parse($parse($states.errorOutput.Cause).errorMessage)';

const orderKey = {
  pk: { S: `{% 'SHOP#' & ${input}.shop & '#ORDER#' & ${input}.order %}` },
  sk: { S: 'ORDER' },
};
/** Who no longer owns the order fails this; it also keeps an erased order from coming back as a ghost. */
const stillOurs = 'attribute_exists(facts) AND (attribute_not_exists(#run) OR #run <= :run)';
const supersededError = 'DynamoDb.ConditionalCheckFailedException';
/** When the wait ends in silence. */
const until = { N: '{% $string($toMillis($until)) %}' };
/** Where the index of what is to be looked at has it: to ten minutes, like what a fact writes (orders-table.ts). */
const checkedFrom = {
  N: '{% $string($floor($toMillis($states.context.State.EnteredTime) / 600000) * 600000) %}',
};
const closedAt = { N: '{% $string($toMillis($states.context.State.EnteredTime)) %}' };
const run = { N: `{% $string(${input}.run) %}` };

/** However a task fails otherwise, the order is taken up again by a new execution. */
const takenUpAgain = { errors: ['States.ALL'], assign: { how: 'retake' } };
/** So is what was tried for long enough; whether that counts as a death depends on the error. */
const takenUpOrHeldUp = {
  errors: ['States.ALL'],
  assign: {
    how: `{% $states.errorOutput.Error in ${JSON.stringify(heldUpErrors)} ? '${heldUp}' : 'retake' %}`,
  },
};

export interface Surroundings {
  readonly table: ITable;
  readonly messenger: IFunction;
}

/** A state that says something, by the messenger. */
export function act(scope: Construct, name: Act, { messenger }: Surroundings, mainPathNext?: Stage): LambdaInvoke {
  const state = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: messenger,
    retryOnServiceExceptions: false,
    payload: sfn.TaskInput.fromObject({
      shop: `{% ${input}.shop %}`,
      order: `{% ${input}.order %}`,
      run: `{% ${input}.run %}`,
      act: name,
      startedAt: '{% $states.context.Execution.StartTime %}',
      ...(mainPathNext === undefined ? {} : { expects: mainPathNext }),
    }),
    outputs: '{% $states.result.Payload %}',
    assign: answerIn('$states.result.Payload'),
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
  });
  for (const retry of [messageIsUnsettled, messageIsRefused, messageIsUnacceptable, messengerIsFull, functionIsBusy]) {
    state.addRetry(retry);
  }
  return state;
}

/** After a main-path message the facts may stand elsewhere: its error says where. */
export function orElsewhere(state: LambdaInvoke, resume: sfn.IChainable): void {
  state.addCatch(resume, { errors: [elsewhere], assign: answerIn(answerOfError) });
}

export function orTakenUpAgain(state: LambdaInvoke | CallAwsService, close: sfn.IChainable): void {
  state.addCatch(close, state instanceof LambdaInvoke ? takenUpOrHeldUp : takenUpAgain);
}

/** One wait for all that can happen, until the earliest promise: it only writes its token beside the facts. */
export class WaitState {
  readonly state: CallAwsService;

  constructor(scope: Construct, name: Wait, { table }: Surroundings) {
    this.state = CallAwsService.jsonata(scope, name, {
      service: 'dynamodb',
      action: 'updateItem',
      iamResources: [table.tableArn],
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      parameters: {
        TableName: table.tableName,
        Key: orderKey,
        UpdateExpression: 'SET awaiting = :awaiting, #run = :run, checkAt = :until ADD version :one REMOVE closed',
        ConditionExpression: stillOurs,
        ExpressionAttributeNames: { '#run': 'run' },
        ExpressionAttributeValues: {
          ':awaiting': { M: { token: { S: '{% $states.context.Task.Token %}' }, stage: { S: name }, until } },
          ':run': run,
          ':until': until,
          ':one': { N: '1' },
        },
      },
      outputs: { stage: '{% $stage %}' },
      // From now, not from when the state was entered: a write that the database refused for minutes is tried again here.
      taskTimeout: sfn.Timeout.jsonata('{% $max([1, $floor(($toMillis($until) - $millis()) / 1000)]) %}'),
    });
    this.state.addRetry(databaseIsBusy);
  }

  /** News that the main path does not hope for ends the wait as a business error. */
  on(news: { readonly [name in Deviation]: sfn.IChainable }): this {
    for (const [error, next] of Object.entries(news)) this.state.addCatch(next, { errors: [error] });
    return this;
  }

  onSilence(next: sfn.IChainable): this {
    this.state.addCatch(next, { errors: ['States.Timeout'] });
    return this;
  }

  whenSuperseded(next: sfn.IChainable): this {
    this.state.addCatch(next, { errors: [supersededError] });
    return this;
  }
}

/**
 * What fell due, by the promise that the wait ended with. One of a kind that this definition does not know comes from a
 * younger release: the order is taken up again by an execution of that.
 */
export function whichPromise(
  scope: Construct,
  leadsTo: { readonly [due in Due]: sfn.IChainable },
  close: sfn.IChainable,
): sfn.Choice {
  return choiceOf(scope, 'WhichPromise', '$promise', leadsTo, takenUpAgain.assign).otherwise(close);
}

/** Back to where the order stands, by the stage in the last answer. */
export function resumeOrder(
  scope: Construct,
  stages: { readonly [wait in Wait]: sfn.IChainable },
  otherwise: sfn.IChainable,
): sfn.Choice {
  return choiceOf(scope, 'ResumeOrder', '$stage', stages).otherwise(otherwise);
}

function choiceOf(
  scope: Construct,
  name: string,
  variable: string,
  branches: { readonly [value: string]: sfn.IChainable },
  assignOtherwise?: { readonly [variable: string]: string },
): sfn.Choice {
  const choice = sfn.Choice.jsonata(scope, name, { assign: assignOtherwise });
  for (const [value, next] of Object.entries(branches)) {
    choice.when(sfn.Condition.jsonata(`{% ${variable} = '${value}' %}`), next);
  }
  return choice;
}

/** Ends the order and says how; or hands it to a new execution where this one cannot go on. */
export function closeOrder(scope: Construct, { table }: Surroundings): CallAwsService {
  const state = CallAwsService.jsonata(scope, 'CloseOrder', {
    service: 'dynamodb',
    action: 'updateItem',
    iamResources: [table.tableArn],
    parameters: {
      TableName: table.tableName,
      Key: orderKey,
      UpdateExpression:
        'SET closed = :closed, #run = :run, checkAt = :at ADD version :one, stalled :died REMOVE awaiting',
      ConditionExpression: stillOurs,
      ExpressionAttributeNames: { '#run': 'run' },
      ExpressionAttributeValues: {
        ':closed': { M: { run, how: { S: '{% $how %}' }, at: closedAt } },
        // If nobody hears of this write, the sweep looks at the order soon, not when its last wait would have ended.
        ':at': checkedFrom,
        ':run': run,
        ':one': { N: '1' },
        ':died': { N: "{% $how = 'retake' ? '1' : '0' %}" },
      },
    },
    outputs: { how: '{% $how %}' },
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
  });
  state.addRetry(databaseIsBusy);
  return state;
}

export function catchSuperseded(state: CallAwsService, superseded: sfn.IChainable): void {
  state.addCatch(superseded, { errors: [supersededError] });
}
